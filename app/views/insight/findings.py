"""What the map says in sentences: the strongest five, the rest folded, what is not so last."""

from collections.abc import Collection, Iterable
from functools import partial
from types import NoneType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.analysis.study import Study
from app.document import Document
from app.models.network import Intention, Verdict
from app.settings import Settings
from app.views.insight.finding_card import Card
from app.views.insight.highlight import Highlight
from app.views.widgets import theme
from app.views.widgets.buttons import Heading
from app.views.widgets.memory import goes_back_down, remember
from app.views.widgets.one_stop import OneStop
from app.views.widgets.side_scroll import SideScroll
from app.words import joined, say

if TYPE_CHECKING:
    from app.analysis.findings import Finding

OPEN: Final = 5
_Key = tuple[str, str, bool]


class FindingsPage(SideScroll):
    """Cards that stay where they are while the map changes, so that no reader loses the place."""

    told = Signal(str)
    """A sentence for the person: what was kept."""

    def __init__(
        self,
        document: Document,
        highlight: Highlight,
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._highlight = document, highlight
        self._moves = settings is None or settings.motion
        self._cards: dict[_Key, Card] = {}
        self._spare: list[Card] = []
        self._order: list[QWidget] = []
        self._network = ""
        self._seen: Study | None = None
        self._chosen: dict[str, str] = {}
        """Who was brought forward the last time."""
        self._first: list[_Key] = []
        """What is not folded, from top to bottom."""
        self._made: dict[tuple[str, str], set[str]] = {}
        """By what a finding is about: what was intended on its card, while the page is there."""
        self._known: frozenset[_Key] = frozenset()
        """What was said the last time, the folded findings too."""
        self.setAccessibleName(say("What your map says"))
        inside = self.inside
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 0, 16, 16)
        self._column.setSpacing(0)
        self._caution = QLabel(
            say("A few answers from one moment: the start of a conversation, not a verdict."),
            inside,
        )
        self._caution.setProperty("role", "soft")
        self._caution.setFont(theme.font("label"))
        self._caution.setWordWrap(True)
        self.more = Heading("", inside)
        self.aside = Heading("", inside)
        for fold, name in ((self.more, "more"), (self.aside, "aside")):
            fold.toggled.connect(self._fold)
            remember(fold, f"findings {name}")
        self._column.addStretch(1)
        self._stop = OneStop((), inside)
        self._is_short = False
        """What was below the fold when it first came has no cards yet."""
        self._seen_first = QTimer(self, singleShot=True, interval=0)
        """Goes off when what is above the fold was painted."""
        self._seen_first.timeout.connect(self._make_rest)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Make what is below the fold once what is above it was seen."""
        super().paintEvent(event)
        if self._is_short:
            self._seen_first.start()

    def _make_rest(self) -> None:
        if self._is_short and self._seen is not None:
            self.show_map(self._seen)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # seen in their places

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards from top to bottom, those that were not made yet too."""
        self._make_rest()
        return tuple(widget for widget in self._order if isinstance(widget, Card))

    def text(self) -> str:
        """Return all that is said, to be read aloud, copied or tested."""
        return "\n".join(
            joined((card.title.text(), card.sentence.text()), between=": ") for card in self.cards
        )

    def show_map(self, seen: Study) -> None:
        """Show what a map says now; mark what changed since the last time."""
        is_new = seen.whole.network.id != self._network
        is_same_choice = not is_new and self._highlight.chosen == self._chosen
        only_judged = is_same_choice and _only_judged(self._seen, seen)
        self._chosen = self._highlight.chosen
        self._seen, self._network = seen, seen.whole.network.id
        keys = _keys(self._filtered(seen))
        stand = [key for key, finding in keys.items() if finding.verdict is not False]
        aside = [key for key, finding in keys.items() if finding.verdict is False]
        first = self._stay(stand, aside) if only_judged else stand[:OPEN]
        rest = [key for key in stand if key not in first]
        aside = [key for key in aside if key not in first]
        self._first = first
        # What is folded has no cards: most of the time goes into words nobody looks at.
        shown = [*first, *(rest if self.more.isChecked() else [])]
        shown += aside if self.aside.isChecked() else []
        for key in self._cards.keys() - set(shown):
            self._put_away(key)
        begins, high = not self._order and not goes_back_down(self), 0
        cards: list[Card] = []
        for key in shown:
            if begins and high > self.viewport().height():
                break
            cards.append(self._show_card(key, keys[key], seen, is_new=is_new))
            high += cards[-1].heightForWidth(cards[-1].width()) if begins else 0
        self._is_short = len(cards) < len(shown)
        self._known = frozenset(keys)
        here, after = cards[: len(first)], cards[len(first) :]
        unfolded = len(rest) if self.more.isChecked() else 0
        self._arrange(
            [*here, self._caution, self.more, *after[:unfolded], self.aside, *after[unfolded:]]
        )
        self.more.setText(say("{n} more", n=len(rest)))
        self.aside.setText(say("You said this is not right ({n})", n=len(aside)))
        self._caution.setVisible(bool(stand) and seen.gaps.valid > 0)
        self.more.setVisible(bool(rest))
        self.aside.setVisible(bool(aside))

    def _show_card(self, key: _Key, finding: "Finding", seen: Study, *, is_new: bool) -> Card:
        """Show a finding on its card; mark it where it says something else than before."""
        before = self._cards.get(key)
        card = before or self._new_card(key)
        card.go_by(" ".join(key[:2]))
        said_else = card.show_finding(
            finding,
            seen,
            editable=self._document.is_editable,
            intended=_intended(seen, finding, self._made.get(key[:2], ())),
            is_whole=not self._highlight.is_filtered or finding.claim.per_partner,
        )
        if before is None:  # with its words, and as wide as it will be: laid out once
            card.resize(self._column.contentsRect().width(), card.height())
            card.show()
        if is_new:
            card.unmark()
        elif said_else and (before or key not in self._known):
            card.mark()
        return card

    def _filtered(self, seen: Study) -> "Iterable[Finding]":
        """Return the findings on those who pass the filter; all where there is none."""
        from app.analysis.findings import told, within

        if not self._highlight.is_filtered:
            return told(seen)

        def inside(key: str) -> bool:
            return not self._highlight.is_dim(seen.rows[key].partner)

        found = (within(finding, inside) for finding in told(seen))
        return [finding for finding in found if finding is not None]

    def _stay(self, stand: list[_Key], aside: list[_Key]) -> list[_Key]:
        """Return the findings that were open before the owner judged one, each where it was.

        What was just said not to be so stays in its place as well, to be taken back there.
        """
        held: list[_Key] = []
        for code, kind, was_aside in self._first:
            new = [(code, kind, False)] if (code, kind, False) in stand else []
            if (code, kind, True) in aside and (was_aside or not self._was_aside((code, kind))):
                new.append((code, kind, True))
            held += [key for key in new if key not in held]
        more = [key for key in stand if key not in held]
        return [*held, *more[: max(OPEN - len(held), 0)]]

    def _was_aside(self, about: tuple[str, str]) -> bool:
        return (*about, True) in self._known and (*about, True) not in self._first

    def _put_away(self, key: _Key) -> None:
        """Keep a card for another finding: a widget that is deleted can end the process."""
        card = self._cards.pop(key)
        if (text := card.draft()) and card.finding is not None:
            QTimer.singleShot(0, self, partial(self._intend, card.finding, text))
        self._column.removeWidget(card)
        self._order.remove(card)
        card.hide()
        self._spare.append(card)

    def _arrange(self, order: list[QWidget]) -> None:
        """Put widgets under each other in an order; those that stand right are not touched."""
        # The order is kept here: asking the layout for its items gives Python objects that
        # outlive them, and then the process ends.
        for at, widget in enumerate(order):
            if at >= len(self._order) or self._order[at] is not widget:
                if widget in self._order:
                    self._order.remove(widget)
                    self._column.removeWidget(widget)
                self._order.insert(at, widget)
                self._column.insertWidget(at, widget)
        self._take_stops()

    def _take_stops(self) -> None:
        stops = (widget for widget in self._order if widget is not self._caution)
        self._stop.take_rows(
            [widget.buttons if isinstance(widget, Card) else (widget,) for widget in stops]
        )

    def _new_card(self, key: _Key) -> Card:
        if self._spare:
            self._cards[key] = self._spare.pop()
            self._cards[key].begin_anew()
            return self._cards[key]
        card = Card(moves=self._moves, parent=self.widget())
        card.who_wanted.connect(self._document.select)
        card.judged.connect(self._judge)
        card.intended.connect(self._intend)
        card.buttons_came.connect(self._take_stops)
        self._cards[key] = card
        return card

    def _fold(self) -> None:
        seen, self._seen = self._seen, None  # everybody goes back to where they belong
        if seen is not None:
            self.show_map(seen)

    # What the owner makes of it.

    def _judge(self, finding: "Finding", partner: str | None, agrees: bool | None) -> None:
        whom: tuple[str | None, ...] = (None,)
        if finding.claim.per_partner:
            whom = (partner,) if partner else finding.people
        self._document.judge(finding.code, whom, agrees=agrees)

    def _intend(self, finding: "Finding", what: str) -> None:
        whom = finding.people[0] if len(finding.people) == 1 else None
        if key := self._document.intend(what, partner=whom, direction=finding.claim.way):
            self._made.setdefault(_about(finding), set()).add(key)
            self.told.emit(say("Saved. You can find it under Reflect, Plans."))
        elif isinstance(card := self.sender(), Card):
            card.take_back(what)


def _intended(known: Study, finding: "Finding", made: Collection[str] = ()) -> tuple[str, ...]:
    """Return the open intentions with the people of a finding, or the one `made` of it."""
    plans = (plan for plan in known.whole.all_of(Intention) if plan.is_open)
    about = (plan for plan in plans if plan.partner in finding.people or plan.id in made)
    return tuple(plan.what for plan in about)


def _only_judged(before: Study | None, now: Study) -> bool:
    """Tell whether nothing of a map changed but what its owner says of the findings."""
    if before is None or before.whole.partners != now.whole.partners:
        return False
    one, other = before.whole.records, now.whole.records
    both = ((one.get(key), other.get(key)) for key in one.keys() | other.keys())
    # Records are kept from one map to the next: to look whether they are the same one is quick.
    return all(
        isinstance(record, (Verdict, Intention, NoneType))
        for pair in both
        if pair[0] is not pair[1] and pair[0] != pair[1]
        for record in pair
    )


def _keys(findings: "Iterable[Finding]") -> "dict[_Key, Finding]":
    """Return findings by what stays the same of them while the map changes."""
    return {(*_about(finding), finding.verdict is False): finding for finding in findings}


def _about(finding: "Finding") -> tuple[str, str]:
    return finding.code, str(finding.values.get("kind") or "")
