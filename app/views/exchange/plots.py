"""Both maps as a plot of contact and importance, on the same axes and with the same cuts."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.analysis.study import study
from app.models.network import Map
from app.views.exchange.guest import MapPair
from app.views.insight.highlight import Highlight
from app.views.insight.plot import Plot
from app.views.widgets import theme
from app.views.widgets.fields import soft_line
from app.words import say


class Plots(QWidget):
    """Two plots; whoever is pressed lights up with all of the same kind, on both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        row = QHBoxLayout()
        column.addLayout(row, 1)  # filled only now: see docs/decisions/0008-qt.md
        row.setSpacing(12)
        self._highlight = Highlight(self)
        self._maps: tuple[Map, ...] = ()
        self.plots = [Plot(self._highlight, self) for _ in range(2)]
        self.plots[0].setAccessibleName(say("My partners by contact and importance"))
        self.plots[1].setAccessibleName(say("Their partners by contact and importance"))
        for plot in self.plots:
            row.addWidget(_on_card(plot), 1)
            plot.pressed.connect(self._press)
        hint = say("Select someone to highlight the same type on both maps.")
        column.addWidget(soft_line(hint))

    def show_pair(self, pair: MapPair) -> None:
        """Show two maps, both with the cuts of mine."""
        mine = pair.mine.network
        self._maps = (pair.mine, pair.theirs)
        for plot, whole in zip(self.plots, self._maps, strict=True):
            network = replace(
                whole.network,
                importance_cut=mine.importance_cut,
                frequency_cut=mine.frequency_cut,
                finished=True,  # a cut that nothing follows is not to be dragged
            )
            plot.show_map(study(whole.after({network.id: network})), ())

    def _press(self, partner_id: str) -> None:
        number = self.plots.index(self.sender())  # type: ignore[arg-type]
        pressed = self._maps[number].partner(partner_id)
        kind = pressed.kind if pressed is not None else None
        for at, (plot, whole) in enumerate(zip(self.plots, self._maps, strict=True)):
            alike = [p.id for p in whole.partners if kind is not None and p.kind == kind]
            if pressed is not None and kind is None and at == number:
                alike = [partner_id]
            # The one that was pressed comes last: from there the arrow keys go on.
            others = [key for key in alike if at != number or key != partner_id]
            plot.select((*others, *(key for key in alike if key not in others)))


def _on_card(shown: QWidget) -> QFrame:
    """Return the card on which the chart of one side stands."""
    frame = QFrame(shown.parentWidget())
    frame.setProperty("role", "card")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(4, 4, 4, 4)
    inside.addWidget(shown)
    return frame
