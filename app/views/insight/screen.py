"""The column of insight beside the map: charts and words, side by side or one at a time."""

from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.analysis.findings import opening
from app.analysis.study import Study, study
from app.document import Document
from app.models.network import Task
from app.settings import Settings
from app.views.insight.export_button import ExportButton
from app.views.insight.filter_button import FilterButton
from app.views.insight.findings import FindingsPage
from app.views.insight.highlight import Highlight
from app.views.insight.page_button import PageButton
from app.views.widgets import theme
from app.views.widgets.memory import remember_room
from app.views.widgets.page_keys import scroll_by_page
from app.views.widgets.segmented import Pages
from app.views.widgets.speech import announce
from app.views.widgets.wrapping import AllLines
from app.words import say

CHARTS: Final = ("plot", "list", "table")
TEXTS: Final = ("findings", "figures", "people", "ladder", "tasks")
_LOW: Final = 400
"""A column less high needs the room below the sentence on the map, and that of the titles."""
_BETWEEN: Final = 2 * theme.GRID
"""Pixels between the titles of pages and what stands beside them."""
_MARGIN: Final = 16


class Insight(QFrame):
    """Follows the document while it is on the screen, and shows what changed once for all of it.

    A page is made when it is first looked at; what is not looked at is not reckoned.
    """

    told = Signal(str)
    """A sentence for the person."""
    about_wanted = Signal(str)
    """What is said about the map as a whole is wanted, at a field."""
    refused = Signal(object)
    """A `Problem`: something could not be written."""

    def __init__(
        self, document: Document, settings: Settings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._seen: Study | None = None
        self._pages: dict[str, QWidget] = {}
        self._shown = {"chart": "plot", "text": "findings"}
        self._latest = "text"
        self._is_about_one = False
        """Which of the two is seen where there is room for one."""
        self._stale: set[str] = set()
        self.setProperty("role", "side")
        self.setAccessibleName(say("Insight"))
        self.highlight = Highlight(self)
        self.chart_tabs = Pages(
            {"plot": say("Chart"), "list": say("List"), "table": say("Table")}, self
        )
        self.text_tabs = Pages(
            {
                "findings": say("Findings"),
                "figures": say("Numbers"),
                "people": say("People"),
                "ladder": say("Ladder"),
                "tasks": say("Tasks"),
            },
            self,
            wraps=True,
        )
        self.page_button = PageButton(self.text_tabs, self.chart_tabs, parent=self)
        self.filter = FilterButton(self.highlight, self)
        self.highlight.filter_changed.connect(self._show_filtered)
        self.export = ExportButton(document, self)
        self.export.told.connect(self.told)
        self.export.refused.connect(self.refused)
        self._charts, self._texts = QStackedWidget(self), QStackedWidget(self)
        self._line = QFrame(self)
        self._line.setProperty("role", "hairline")
        self.sentence = AllLines(parent=self)
        """What the map says as a whole: the first thing that is read."""
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        for tabs in (self.chart_tabs, self.text_tabs, self.page_button):
            tabs.chosen.connect(self.show_page)
        document.opened.connect(self._begin)
        document.changed.connect(self._follow)
        document.selection_changed.connect(self._show_selected)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # Which page.

    def page(self, name: str) -> QWidget:
        """Return a page, made at the first call."""
        if name not in self._pages:
            page = self._make_page(name)
            remember_room(page, name)
            self._pages[name] = page
            (self._charts if name in CHARTS else self._texts).addWidget(page)
            self._stale.add(name)
        return self._pages[name]

    def _make_page(self, name: str) -> QWidget:
        from app.views.insight import pages
        from app.views.insight.figures import FiguresPage
        from app.views.insight.people_page import PeoplePage

        document, highlight = self._document, self.highlight
        match name:
            case "plot":
                return pages.PlotPage(document, highlight, self._charts)
            case "list":
                return pages.ListPage(document, highlight, self._charts)
            case "table":
                return pages.TablePage(document, highlight, self._charts)
            case "figures":
                figures = FiguresPage(document, self._texts)
                figures.positions_wanted.connect(self._show_positions)
                figures.about_wanted.connect(self.about_wanted)
                return figures
            case "ladder":
                from app.views.insight.ladder import LadderPage

                return LadderPage(document, self._texts)
            case "tasks":
                from app.views.insight.tasks import TasksPage

                tasks = TasksPage(document, self._texts)
                tasks.told.connect(self.told)
                tasks.failed.connect(self.refused)
                return tasks
            case "people":
                return PeoplePage(document, highlight, self._texts)
        findings = FindingsPage(document, highlight, self._settings, self._texts)
        findings.told.connect(self.told)
        return findings

    @property
    def has_room_for_both(self) -> bool:
        """Tell whether a chart and words stand one above the other."""
        return self.width() >= theme.scaled(500) and self.height() >= theme.scaled(680)

    @property
    def is_low(self) -> bool:
        """Tell whether the titles of all pages would take the room of what is read."""
        return self.height() < theme.scaled(_LOW)

    @property
    def place(self) -> Any:
        """Return which pages are shown, and who is brought forward: to go on there."""
        return dict(self._shown), self._latest, dict(self.highlight.chosen)

    def go_on_at(self, place: Any) -> None:
        """Go on where a screen that was built before this one stood."""
        shown, self._latest, chosen = place
        self._is_about_one = self._asks_tasks()
        self._shown = dict(shown)
        for field, value in chosen.items():
            self.highlight.choose(field, value)
        self._lay()
        self.refresh_stale()

    @property
    def shown_pages(self) -> tuple[str, ...]:
        """Return the names of the pages that can be seen."""
        chart, text = self._shown["chart"], self._shown["text"]
        if self.has_room_for_both:
            return (chart, text)
        return (chart,) if self._latest == "chart" else (text,)

    def show_page(self, name: str) -> None:
        """Show a page: one of `CHARTS` or of `TEXTS`."""
        self._latest = "chart" if name in CHARTS else "text"
        self._shown[self._latest] = name
        self._lay()
        self.refresh_stale()

    def _show_positions(self) -> None:
        self.show_page("table")
        self.page("table").show_positions()  # type: ignore[attr-defined]

    def focus_first(self) -> None:
        """Put the keyboard on the tab of what is read first, and say what is said above it."""
        name = self.shown_pages[-1]
        tabs = self.chart_tabs if name in CHARTS else self.text_tabs
        (self.page_button if self.is_low else tabs.button(name)).setFocus()
        announce(self, self.sentence.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page whose title has the keyboard."""
        on_chart = any(button.hasFocus() for button in self.chart_tabs.group.buttons())
        page = (self._charts if on_chart else self._texts).currentWidget()
        if not scroll_by_page(page, event):
            super().keyPressEvent(event)

    # Following.

    def showEvent(self, event: QShowEvent) -> None:
        """Show a map anew: nothing was reckoned while hidden."""
        super().showEvent(event)
        if self._document.is_open:
            self.refresh()
        else:
            self._lay()

    def _begin(self) -> None:
        self._seen = None
        self._is_about_one = False
        self._offer_tasks()
        self.highlight.choose_everybody()
        self.highlight.light("")
        self.refresh()

    def _offer_tasks(self) -> None:
        """Offer the tasks where the map is about one pupil or has any.

        They come first once it is opened, or said to be about one.
        """
        whole = self._document.map if self._document.is_open else None
        about = self._asks_tasks()
        there = about or (whole is not None and bool(whole.all_of(Task)))
        self.text_tabs.button("tasks").setVisible(there)
        begins, self._is_about_one = about and not self._is_about_one, about
        if begins:
            self._shown["text"], self._latest = "tasks", "text"
        elif self._shown["text"] == "tasks" and not there:
            self._shown["text"] = "findings"

    def _asks_tasks(self) -> bool:
        return self._document.is_open and self._document.map.network.about == "support"

    def _follow(self, before: object, after: object) -> None:
        if self.isVisible():
            self._soon.start(0)  # several edits in a row are shown once

    def refresh(self) -> None:
        """Show the map as it is now in all that can be seen."""
        self._soon.stop()
        if not self.isVisible() or not self._document.is_open:
            return
        self._offer_tasks()
        self._seen = study(self._document.map)
        self.sentence.setText(opening(self._seen))
        self._lay()
        self._show_ways()
        if self._is_empty():
            for page in (self._charts, self._texts, self._line):
                page.hide()
        self._stale = {*CHARTS, *TEXTS}
        self.refresh_stale()

    def _show_ways(self) -> None:
        """Show what can be chosen from, where there is anything."""
        there, is_low = not self._is_empty(), self.is_low
        for tabs in (self.chart_tabs, self.text_tabs):
            tabs.setVisible(there and not is_low)
        self.page_button.setVisible(there and is_low)
        for part in (self.filter, self.export):
            part.setVisible(there)

    def _is_empty(self) -> bool:
        """Tell whether there is nobody to say anything about."""
        return self._document.is_open and not self._document.map.partners

    def _show_filtered(self) -> None:
        self._stale |= {"list", "table", "findings"}
        if self.isVisible():
            self.refresh_stale()

    def refresh_stale(self) -> None:
        """Show the map in the pages that can be seen and do not show it yet."""
        if self._seen is None:
            return
        for name in self.shown_pages:
            page: Any = self.page(name)
            if name not in self._stale:
                continue
            self._stale.discard(name)
            if name in ("plot", "people"):
                page.show_map(self._seen, self._document.selection)
            else:
                page.show_map(self._seen)

    def _show_selected(self) -> None:
        if self._seen is None or not self.isVisible():
            return
        for name, page in self._pages.items():
            view: Any = page
            if name == "plot" and name not in self._stale:
                view.show_selected(self._document.selection)
            elif name == "list":
                view.list.follow_selection()
            elif name == "table":
                view.table.follow_selection()
            elif name == "people":
                self._stale.add("people")
        self.refresh_stale()

    # Room.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay charts and words for the room there is."""
        super().resizeEvent(event)
        if self.isVisible():
            self._lay()
            self.refresh_stale()

    def _lay(self) -> None:
        if self._is_empty():
            self._lay_sentence(is_large=False)
            return
        shown = self.shown_pages
        both, width, height = len(shown) == 2, self.width(), self.height()
        row = max(part.sizeHint().height() for part in (self.chart_tabs, self.filter, self.export))
        top = self._lay_sentence(is_large=both)
        self.filter.be_short(is_short=not both)
        self._show_ways()
        self.page_button.show_chosen(shown[-1])
        if both:
            self._lay_row(top, row, [self.chart_tabs], [self.filter, self.export])
            top += row + 4
            high = round((height - top) * 0.54)
            self._charts.setGeometry(0, top, width, high)
            top += high
            self._line.setGeometry(0, top, width, 1)
            top += 8
            top += self._lay_row(top, row, [self.text_tabs], []) + 4
            self._texts.setGeometry(0, top, width, height - top)
        else:
            tabs: list[QWidget] = [self.text_tabs, self.chart_tabs]
            tabs = [self.page_button] if self.is_low else tabs
            rows = [tabs] if _wide(tabs) <= width else [[tab] for tab in tabs]
            for left in rows:
                top += self._lay_row(top, row, left, []) + 4
            ways: list[QWidget] = [self.filter, self.export]
            if _wide([*rows[-1], *ways]) <= width:
                self._lay_row(top - row - 4, row, [], ways)
            else:
                self._lay_row(top, row, ways[:1], ways[1:])
                top += row + 4
            for stack in (self._charts, self._texts):
                stack.setGeometry(0, top, width, height - top)
        for name in shown:  # by now its page has the size it will have
            stack = self._charts if name in CHARTS else self._texts
            stack.setCurrentWidget(self.page(name))
        self._line.setVisible(both)
        self._charts.setVisible(both or shown[0] in CHARTS)
        self._texts.setVisible(both or shown[0] in TEXTS)
        self.chart_tabs.show_chosen(next((name for name in shown if name in CHARTS), ""))
        self.text_tabs.show_chosen(next((name for name in shown if name in TEXTS), ""))

    def _lay_sentence(self, *, is_large: bool) -> int:
        """Put the sentence at the top, as high as it needs; returns where the rest begins."""
        role = "sentence" if is_large else "title" if self.is_low else "heading"
        self.sentence.setFont(theme.font(role))
        # Where it is low it goes with what it is the first line of.
        fits = not self.is_low or self._is_empty() or self.shown_pages == ("findings",)
        self.sentence.setVisible(fits and bool(self.sentence.text()))
        if self.sentence.isHidden():
            return 8
        width = self.width() - 2 * _MARGIN
        high = self.sentence.heightForWidth(width)
        top = 20 if is_large else 8
        self.sentence.setGeometry(_MARGIN, top, width, high)
        return top + high + (16 if is_large else 8)

    def _lay_row(self, top: int, high: int, left: list[Any], right: list[Any]) -> int:
        """Lay widgets in a row; returns how high it is, with tabs that go on below each other."""
        x, tallest = _MARGIN, high
        for widget in left:
            width = min(widget.sizeHint().width(), self.width() - x - _MARGIN)
            needed = max(widget.sizeHint().height(), widget.heightForWidth(width))
            widget.setGeometry(x, top + max(high - needed, 0) // 2, width, needed)
            x, tallest = x + width + _BETWEEN, max(tallest, needed)
        x = self.width() - _MARGIN
        for widget in reversed(right):
            width = widget.sizeHint().width()
            x -= width
            widget.setGeometry(x, top, width, high)
            x -= 4
        return tallest


def _wide(row: list[QWidget]) -> int:
    """Return the width of a row of widgets, with its margins."""
    between = _BETWEEN * (len(row) - 1)
    return sum(widget.sizeHint().width() for widget in row) + between + 2 * _MARGIN
