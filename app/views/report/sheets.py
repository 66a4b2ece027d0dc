"""A report on paper: the pages of its PDF, whole or the part that is looked at."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.models.network import Map
from app.report.wanted import ReportChoices
from app.views.paper.sheets import Page, SheetRequest, Sheets, pictures, with_foot
from app.views.report.maker import MadeReport, ReportMaker
from app.words import filled, phrases, say


class ReportSheets(Sheets):
    """Has the pages made in a process of its own, as the report that is saved."""

    def __init__(
        self,
        whole: Map,
        before: Map | None,
        wanted: ReportChoices,
        first: Callable[[bool], Sequence[Page]] | None = None,
    ) -> None:
        """Print what is `wanted` of the report, after the pages that `first` gives.

        It is told whether they are for paper without colours.
        """
        super().__init__(phrases.map_title(whole.network))
        self._asks = whole, before, wanted
        self._first = first
        self._before: Sequence[Page] = ()
        self._is_grey = False
        self._maker = ReportMaker(self)
        self._maker.done.connect(self._take)
        self._maker.failed.connect(self.failed)

    def make(self, asked: SheetRequest) -> None:
        """Begin to make the pages; they are the same whichever way the sheet has."""
        self._is_grey = asked.grey
        self._before = self._first(asked.grey) if self._first else ()
        whole, before, wanted = self._asks
        wanted = replace(wanted, after=len(self._before))
        self._maker.start(whole, before, wanted, ".pdf", dots=asked.dots, grey=asked.grey)

    def stop(self) -> None:
        """End the process."""
        self._maker.stop()

    def _take(self, made: MadeReport) -> None:
        after = pictures(made.pages, grey=self._is_grey)
        text, pages = say("{page} of {pages}"), len(self._before) + len(after)
        before = [
            with_foot(page, self.title, filled(text, page=number, pages=pages))
            for number, page in enumerate(self._before, start=1)
        ]
        self.made.emit([*before, *after])
