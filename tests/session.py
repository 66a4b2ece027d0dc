"""A session that writes all Kring ever writes, over and over; `test_left_behind` kills it.

`python -m tests.session LIBRARY FOLDER`: the folder is where the person wants their files.
"""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer

from app.application import Application
from app.exchange.calendar import calendar
from app.exchange.files import write_file
from app.report.parts import Wanted
from app.views.reflect.entries import entries
from app.views.report.maker import Maker

SECRET = "Noor van den Geheimzinnigen"


class Session:
    def __init__(self, library: Path, folder: Path) -> None:
        self.app = Application(library, [])
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.maker = Maker(self.app.window)
        self.turn = 0
        self.timer = QTimer(self.app.window)
        self.timer.timeout.connect(self.step)
        self.timer.start(20)

    def step(self) -> None:
        document = self.app.document
        if document is None or not document.is_open:
            return
        self.turn += 1
        if self.turn == 1:
            print("busy", flush=True)
        if len(document.map.partners) < 30:
            document.add_partner(f"{SECRET} {self.turn}")
        partner = document.map.partners[-1]
        document.set_partners([partner.id], notes=f"{SECRET} {self.turn}" * 100, importance=5)
        document.intend(f"{SECRET} bellen", partner=partner.id, due=date(2026, 9, 1))
        self.app.window.screens.leaving.copy_to(self.folder / f"copy {self.turn % 7}.kring")
        if self.turn % 5 == 0:
            from datetime import UTC, datetime

            now = datetime.now(UTC)
            write_file(self.folder / "dates.ics", calendar(entries(document.map), now))
            self.app.settings.lens = "gap" if self.turn % 2 else "free"
            document.library.back_up()
        if not self.maker.is_busy:
            self.maker.start(document.map, None, Wanted(cover=SECRET), ".pdf", paged=True)


if __name__ == "__main__":
    session = Session(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.exit(session.app.run())
