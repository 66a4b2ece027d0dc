"""A session that does and writes all Kring ever does, over and over; `test_left_behind` kills it.

`python -m tests.session LIBRARY FOLDER`: the folder is where the person wants their files. It says
`busy` when it begins, and then the number of each turn whose changes were told as kept.
"""

import sys
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QTimer

from app.application import Application
from app.exchange.calendar import calendar
from app.exchange.files import write_file, write_files
from app.exchange.kring_file import to_json, write_kring
from app.exchange.share import PARTS, Selection, shared
from app.models.network import Map
from app.report.pdf import PREVIEW_PPI
from app.report.wanted import ReportChoices
from app.views.frame.screen_list import SCREENS
from app.views.map.lens_and_layers import look_of
from app.views.picture.portrait import PictureOptions, Portrait
from app.views.reflect.entries import entries
from app.views.report.maker import ReportMaker
from tests.sure import sure

SECRET = "Noor van den Geheimzinnigen"


class Session:
    def __init__(self, library: Path, folder: Path) -> None:
        self.app = Application(library, [])
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.maker = ReportMaker(self.app.window)
        self.turn = 0
        self.screens = cycle(SCREENS)
        self.exports = cycle((self.copy, self.picture, self.share, self.both, self.dates))
        self.timer = QTimer(self.app.window)
        self.timer.timeout.connect(self.step)
        self.timer.start(20)

    def step(self) -> None:
        document = self.app.document
        if document is None or not document.is_open:
            return
        if self.turn == 0:
            self.turn = max(turns_in(document.map), default=0)
            print("busy", flush=True)
        self.turn += 1
        if self.draw():
            print(self.turn, flush=True)
        next(self.exports)()
        if self.turn % 4 == 0:
            self.app.window.screens.show_screen(next(self.screens))
        if self.turn % 5 == 0:
            self.app.settings.lens = "gap" if self.turn % 2 else "free"
            document.library.back_up()
        if not self.maker.is_busy:
            wanted = ReportChoices(cover=SECRET)
            self.maker.start(document.map, None, wanted, ".pdf", dots=PREVIEW_PPI)

    def draw(self) -> bool:
        """Draw and rate; tells whether all of it was told as kept."""
        document = sure(self.app.document)
        refused: list[object] = []
        document.refused.connect(refused.append)
        if len(document.map.partners) < 30:
            document.add_partner(f"{SECRET} {self.turn}")
        key = document.map.partners[self.turn % len(document.map.partners)].id
        document.set_partners([key], importance=self.turn % 6, frequency=self.turn % 5)
        if self.turn % 7 == 0:
            document.add_stroke([0.1, 0.1, 0.2, self.turn % 10 / 10])
        document.intend(f"{SECRET} bellen", partner=key, due=date(2026, 9, 1))
        document.set_partners([document.map.partners[0].id], notes=f"{SECRET} {self.turn} " * 100)
        document.refused.disconnect(refused.append)
        return not refused

    def copy(self) -> None:
        self.app.window.screens.exports.copy_to(self.folder / f"copy {self.turn % 7}.kring")

    def picture(self) -> None:
        whole = sure(self.app.document).map
        portrait = Portrait(whole, look_of(whole, "gap", {}, sectors=True), PictureOptions())
        write_file(self.folder / "picture.svg", portrait.svg())

    def share(self) -> None:
        chosen = Selection(parts=frozenset(PARTS))
        write_kring(shared(sure(self.app.document).map, chosen, "nl"), self.folder / "shared.kring")

    def both(self) -> None:
        """Write two files that belong together."""
        content = to_json(sure(self.app.document).map)
        write_files([(self.folder / name, content) for name in ("left.kring", "right.kring")])

    def dates(self) -> None:
        now = datetime.now(UTC)
        write_file(self.folder / "dates.ics", calendar(entries(sure(self.app.document).map), now))


def turns_in(whole: Map) -> list[int]:
    """Return the turn that a map was left at, as its notes say it."""
    return [int(p.notes.split()[-1]) for p in whole.partners if p.notes]


if __name__ == "__main__":
    session = Session(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.exit(session.app.run())
