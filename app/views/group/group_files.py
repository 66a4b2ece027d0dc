"""A group as a file: a report, tables or a picture, by the rule for what leaves the building.

Worked out off the GUI thread, painted on it where there are pictures, and written off it again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from app.background import Task
from app.exchange import files
from app.models.fewest_people import FEWEST_IN_FILE, fewest_for_means
from app.models.groups import SUFFIX, Group
from app.models.problem import Problem
from app.views.paper.sheets import SheetRequest, Sheets, pictures
from app.views.widgets import theme
from app.views.widgets.png import png
from app.views.widgets.saving import write_file
from app.words import say

if TYPE_CHECKING:
    from app.views.group.canvas import Canvas

PICTURES: Final = (".png", ".svg")
_SIZE: Final = QSize(1120, 760)
_ON_A_PAGE: Final = {"ecology": QSize(760, 540), "plane": QSize(800, 500)}
_LOW: Final = QSize(760, 400)
"""In a report: there the letters are nearly as large as those of the text around it, and what is
wider than high leaves half of the page to the next picture."""
_HEAD, _FOOT = 56, 40


def kinds() -> str:
    """Return the kinds of file for a group, as a filter of a file dialog."""
    picture = say("Picture")
    names = ("PDF (*.pdf)", "Word (*.docx)", "Excel (*.xlsx)", "CSV (*.csv)")
    return ";;".join((*names, f"{picture} PNG (*.png)", f"{picture} SVG (*.svg)"))


def may_leave(group: Group) -> dict[str, Any]:
    """Return the figures that may leave the building, remembered as given. Raises `Problem`."""
    from app.analysis.group.result import Moments, result
    from app.exchange.shown_results import remembered

    moments = Moments(group.begin, group.end or None)
    found = result(moments, FEWEST_IN_FILE)
    if not group.invented:
        remembered(moments.contributions(), FEWEST_IN_FILE)
    return found


class GroupSheets(Sheets):
    """A group on paper: its report, by the rule for what leaves the building."""

    def __init__(self, group: Group) -> None:
        super().__init__(group.name or say("Our group"))
        self._group = group
        self._asked = SheetRequest()
        self._found: Mapping[str, Any] | None = group.received
        self._asks, self._writes = Task(self), Task(self)
        self._asks.done.connect(self._find)
        self._writes.done.connect(self._take)
        for task in (self._asks, self._writes):
            task.failed.connect(self.failed)

    def make(self, asked: SheetRequest) -> None:
        """Begin to make the pages."""
        self._asked = asked
        if self._found is None:
            self._asks.start(may_leave, self._group)
        else:
            self._find(self._found)

    def _find(self, found: Mapping[str, Any]) -> None:
        self._found = found
        drawn = painted(found, ".svg", grey=self._asked.grey)
        self._writes.start(_pages, found, self._group.name, drawn, self._asked.dots)

    def _take(self, files: list[bytes]) -> None:
        self.made.emit(pictures(files, grey=self._asked.grey))


def _pages(
    found: Mapping[str, Any], name: str, drawn: Mapping[str, bytes], dots: int
) -> list[bytes]:
    from app.report.group_report import composed
    from app.report.pdf import pages

    return pages(replace(composed(found, name, tuple(drawn)), bare=True), drawn, dots)


class GroupFiles(QObject):
    """Writes one file after another; each by itself."""

    saved = Signal(object)
    """The `Path`."""
    failed = Signal(object)

    def save(self, group: Group, path: Path, view: str) -> None:
        """Write a group to a file, whose ending says as what; as a picture it is this one."""
        task = Task(self)
        task.done.connect(partial(self._write, group, path, view))
        task.failed.connect(self.failed)
        task.start(may_leave, group)

    def _write(self, group: Group, path: Path, view: str, found: dict[str, Any]) -> None:
        from app.exchange.group_file import written as written_group

        kind = path.suffix.lower()
        try:
            if kind == SUFFIX:
                write_file(path, written_group(found, group.name))
                self.saved.emit(path)
                return
            if kind in PICTURES and view not in _views():
                raise Problem("group_wall_stays")
            if kind in PICTURES:
                self._paint(group, path, view, found)
                self.saved.emit(path)
                return
        except Problem as problem:
            self.failed.emit(problem)
            return
        task = Task(self)
        task.done.connect(lambda _: self.saved.emit(path))
        task.failed.connect(self.failed)
        ending, drawn = {".pdf": ".svg", ".docx": ".png"}.get(kind, ""), dict[str, bytes | QImage]()
        write = partial(task.start, _written, found, group.name, path, drawn)
        self._gather(each_painted(found, ending), drawn, write)

    def _gather(
        self,
        left: Iterator[tuple[str, bytes | QImage]],
        drawn: dict[str, bytes | QImage],
        then: Callable[[], None],
    ) -> None:
        """Paint one picture after the other: in between the window does what is asked of it."""
        if (one := next(left, None)) is None:
            then()
            return
        drawn[one[0]] = one[1]
        QTimer.singleShot(0, self, partial(self._gather, left, drawn, then))

    def _paint(self, group: Group, path: Path, view: str, found: Mapping[str, Any]) -> None:
        from app.views.insight.export import save_picture

        made = _made(view, found)
        if not made.has_something(QRectF(0, 0, _SIZE.width(), _SIZE.height())):
            raise why_nothing_drawn(found["respondents"])
        save_picture(path, _SIZE, partial(_sheet, made, group.name, found["respondents"]))


def why_nothing_drawn(people: int) -> Problem:
    """Return why nothing is drawn of a group of this many people."""
    least = fewest_for_means(FEWEST_IN_FILE)
    if people < least:
        return Problem("group_too_few_outside", least=least)
    return Problem("group_picture_empty")


def _views() -> dict[str, "type[Canvas]"]:
    from app.views.group.outcome import VIEWS

    return {kind.id: kind for kind in VIEWS}


def _made(view: str, found: Mapping[str, Any]) -> "Canvas":
    from app.views.group.highlight import Highlight

    made = _views()[view](Highlight())
    made.show_group(found)
    return made


def painted(found: Mapping[str, Any], ending: str, *, grey: bool = False) -> dict[str, bytes]:
    """Return the pictures that have something to show, as files of that ending, for paper."""
    return {key: _as_file(one) for key, one in each_painted(found, ending, grey=grey)}


def each_painted(
    found: Mapping[str, Any], ending: str, *, grey: bool = False
) -> Iterator[tuple[str, bytes | QImage]]:
    """Yield the same one at a time, each by its key; PNG as pixels still, which takes as long."""
    from app.views.insight.export import image, picture

    for id_ in _views() if ending else ():
        size = _ON_A_PAGE.get(id_, _LOW)
        room = QRectF(QPointF(), size).adjusted(8, 8, -8, -8)
        with theme.on_paper("grey" if grey else "print", 100):
            made = _made(id_, found)
            if not made.has_something(room):
                continue
            draw = partial(_draw, made, room)
            drawn = image(size, draw) if ending == ".png" else picture(ending, size, draw)
        yield f"group-{id_}", drawn


def _as_file(drawn: bytes | QImage) -> bytes:
    return png(drawn) if isinstance(drawn, QImage) else drawn


def _draw(made: "Canvas", room: QRectF, painter: QPainter) -> None:
    made.drawn(painter, room)


def _sheet(made: "Canvas", name: str, people: int, painter: QPainter) -> None:
    """Draw a picture for somebody who has only that: whose it is, of how many, and what it is."""
    across = QRect(24, 0, _SIZE.width() - 48, _HEAD)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.setPen(theme.current().colour("ink"))
    painter.setFont(theme.font("heading"))
    title = say("{group}: {n} people", group=name, n=people)
    painter.drawText(across, left, title)
    made.drawn(painter, QRectF(8, _HEAD, _SIZE.width() - 16, _SIZE.height() - _HEAD - _FOOT))
    painter.setPen(theme.current().colour("soft_ink"))
    painter.setFont(theme.font("label"))
    below = QRect(24, _SIZE.height() - _FOOT, _SIZE.width() - 48, _FOOT)
    painter.drawText(below, left, made.key() + " " + say("Made with Kring."))


def _written(
    found: Mapping[str, Any], name: str, path: Path, drawn: Mapping[str, bytes | QImage]
) -> None:
    from app.report.group_report import written

    drawings = {key: _as_file(one) for key, one in drawn.items()}
    files.write_file(path, written(found, name, path.suffix.lower(), drawings))
