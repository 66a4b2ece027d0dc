"""Cards on their way to a bin: pulled there with the pointer, or gliding there by themselves."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.models.network import Partner
from app.views.passes.parts import MovingCard
from app.views.passes.rating.bin_row import Bins
from app.views.passes.rating.spread_bin import SpreadBin
from app.views.passes.rating.stage import RoundStage


class CardMotion(QObject):
    """Moves a card or a chip over a page, and says in which bin it was let go."""

    dropped = Signal(str, int)
    """A partner and the answer of the bin they were dropped in; `start` is where that was."""

    def __init__(
        self, page: QWidget, stage: RoundStage, partner: Callable[[str], Partner | None]
    ) -> None:
        super().__init__(page)
        self._page, self._stage, self._partner = page, stage, partner
        self._bins: Bins | None = None
        self._pulled: str | None = None
        self._is_cancelled = False
        self.start = QRect()
        self.spread_bin = SpreadBin(page)
        self.moving_card = MovingCard(page)
        self.moving_card.landed.connect(self._let_land)
        for source in (stage, self.spread_bin):
            source.pulled.connect(self._pull)
            source.dropped.connect(self._drop)

    @property
    def is_on(self) -> bool:
        """Tell whether somebody is being pulled."""
        return self._pulled is not None

    def serve(self, bins: Bins) -> None:
        """Pull into these bins, and out of them, from now on."""
        self.moving_card.stop()
        self.spread_bin.fold()
        self._bins, self._pulled, self._is_cancelled = bins, None, False
        for one in bins.bins:
            one.pulled.connect(self._pull)
            one.dropped.connect(self._drop)
            one.attention_changed.connect(self.spread_bin.notice)
        self.spread_bin.serve(bins.bins)

    def cancel(self) -> None:
        """Put the card back where it was, and hear nothing more until the mouse lets go."""
        self._pulled, self._is_cancelled = None, True
        self.moving_card.stop()
        self.spread_bin.fold()
        self._stage.lift(on=False)
        self._page.unsetCursor()
        for one in self._bins.bins if self._bins else ():
            one.mark_target(on=False)

    def glide(self, partner: Partner, start: QRect, value: int) -> None:
        """Let a card glide from a place of the page into the bin of an answer."""
        assert self._bins is not None
        bin_ = next(one for one in self._bins.bins if one.answer.value == value)
        end = bin_.rect_of(partner.id)
        there = QRect(bin_.mapTo(self._page, end.topLeft()), end.size())
        self.moving_card.glide(partner, start, there)
        bin_.land(partner.id)

    def _let_land(self) -> None:
        for one in self._bins.bins if self._bins else ():
            if one.landing is not None:
                one.land(None)

    def _pull(self, key: str, position: QPoint) -> None:
        partner = self._partner(key)
        if partner is None or self._is_cancelled or self._bins is None:
            return
        if self._pulled is None:
            self._pulled = key
            self.spread_bin.step_aside()
            self._stage.lift(on=self._stage.is_on(key))
            self._page.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.moving_card.follow(partner, self._page.mapFromGlobal(position))
        target = self._bins.at(position)
        for one in self._bins.bins:
            one.mark_target(on=one is target)

    def _drop(self, key: str, position: QPoint) -> None:
        target = None if self._is_cancelled or self._bins is None else self._bins.at(position)
        self.start = self.moving_card.geometry()
        self.cancel()
        self._is_cancelled = False
        if target is not None:
            self.dropped.emit(key, target.answer.value)
