"""The button that writes the plot, the list and the values to files."""

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton, QWidget

from app.analysis.study import Study, study
from app.document import Document
from app.models.problem import Problem
from app.views.insight.highlight import Highlight
from app.views.widgets import theme
from app.views.widgets.buttons import opens_a_list
from app.views.widgets.menu import Menu
from app.views.widgets.save_dialog import ask_where
from app.words import filled, phrases, say

if TYPE_CHECKING:
    from app.views.insight.export import ListPicture, PlotPicture
    from app.views.paper.sheets import Page

_ON_PAPER: Final = 3
"""Pixels of a chart on paper for each pixel of the screen."""
_ALONE: Final = QSize(720, 560)
"""Of the chart in a file of its own, without its names."""
_PAGE: Final = QSize(600, 620)
"""Of the chart on an upright page, without its names: as wide as the page."""
_ROWS: Final = 32
"""Most partners of the list on one page."""


class ExportButton(QToolButton):
    """Asks where to, writes, and says so."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setText(say("Save as"))
        opens_a_list(self)
        self.setProperty("role", "quiet")
        self.setFont(theme.font("label"))
        self.setMinimumHeight(theme.scaled(28))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = Menu(self)
        for text, does in (
            (say("Chart as a picture …"), self._ask_plot),
            (say("List as a picture …"), self._ask_list),
            (say("All values as a table (CSV) …"), self._ask_values),
        ):
            menu.addAction(text).triggered.connect(does)
        self.setMenu(menu)

    def _ask_plot(self) -> None:
        path = self._ask(say("Chart as a picture"), say("chart"), self._pictures())
        if path is not None:
            self.export_plot(path)

    def _ask_list(self) -> None:
        path = self._ask(say("List as a picture"), say("list"), self._pictures())
        if path is not None:
            self.export_list(path)

    def _ask_values(self) -> None:
        path = self._ask(say("All values as a table"), say("values"), say("Table (*.csv)"))
        if path is not None:
            self.export_values(path)

    def _pictures(self) -> str:
        return say("Picture (*.png);;Drawing (*.svg)")

    def _ask(self, title: str, what: str, kinds: str) -> Path | None:
        name = f"{phrases.map_title(self._document.map.network)} {what}"
        return ask_where(self, title, name, kinds)

    def export_plot(self, path: Path) -> None:
        """Write the plot, with nobody selected, to a `.png` or `.svg` file."""
        with self._plotted() as drawn:
            self._write_picture(path, drawn.size, drawn.paint)

    def on_paper(self, seen: Sequence[str], grey: bool) -> "list[Page]":
        """Return the chart or the list that is seen as a page to print."""
        from app.views.insight.export import image
        from app.views.paper.sheets import picture

        pages = []
        with theme.on_paper("grey" if grey else "print", 100):
            for drawn in self._drawn(seen):
                made = image(drawn.size, drawn.paint, _ON_PAPER)
                size = QSizeF(drawn.size)
                pages.append(picture(partial(_as_is, made), size, grey=grey, has_margins=True))
        return pages

    def _drawn(self, seen: Sequence[str]) -> "Iterator[PlotPicture | ListPicture]":
        if "plot" in seen:
            with self._plotted(_PAGE, below=True) as drawn:
                yield drawn
        if "list" in seen:
            yield from self._listed(_ROWS)

    @contextmanager
    def _plotted(self, size: QSize = _ALONE, *, below: bool = False) -> "Iterator[PlotPicture]":
        from app.views.insight.export import PlotPicture
        from app.views.insight.plot import Plot

        plot = Plot(Highlight(self))
        plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        plot.resize(size * theme.text_scale())
        plot.show()  # only then its axes know how much room they have
        plot.show_map(study(self._document.map), ())
        plot.centralLayout.activate()
        plot.show_map(study(self._document.map), ())
        title = phrases.map_title(self._document.map.network)
        yield PlotPicture(plot, plot.shown(), title, below=below)
        plot.close()

    def _listed(self, most: int | None = None) -> "Iterator[ListPicture]":
        """Yield the list, on as many sheets as it takes where `most` partners stand on one."""
        from app.views.insight.export import ListPicture

        seen = study(self._document.map)
        rows = self._by_difference(seen)
        sheets = math.ceil(len(rows) / most) if most and rows else 1
        on_each = math.ceil(len(rows) / sheets)
        title = phrases.map_title(self._document.map.network)
        for sheet in range(sheets):
            yield ListPicture(rows[sheet * on_each : (sheet + 1) * on_each], seen, title)

    def export_list(self, path: Path) -> None:
        """Write the whole list of differences to a `.png` or `.svg` file."""
        (drawn,) = self._listed()
        self._write_picture(path, drawn.size, drawn.paint)

    def export_values(self, path: Path) -> None:
        """Write all values to a `.csv` file."""
        from app.views.insight.export import values_table
        from app.views.widgets.saving import write_file

        seen = study(self._document.map)
        self._write(path, lambda: write_file(path, values_table(seen, seen.gaps.rows)))

    def _write_picture(self, path: Path, size: QSize, paint: Callable[[Any], None]) -> None:
        from app.views.insight.export import save_picture

        self._write(path, lambda: save_picture(path, size, paint))

    def _write(self, path: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except Problem as problem:
            self.refused.emit(problem)
            return
        text = say("Saved as {file}. It contains your partners' names.")
        self.told.emit(filled(text, file=path.name))

    def _by_difference(self, seen: Study) -> list[Any]:
        from app.views.insight.rows import Sentences

        rows = Sentences()
        rows.show(seen.gaps.rows)
        return [rows.row_at(number) for number in range(rows.rowCount())]


def _as_is(made: QImage, _scale: float) -> QImage:
    return made
