"""Another theme, text size or language, until it is seen, with a map of 60 partners.

Run `python -m benchmarks.dress`. Offscreen, through the whole window, with every screen built, as
after a while of work; compared in the same run with a bare page of native widgets that is built
anew under the same style sheet. Time of the processor, as a busy machine has several at work.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QWidget,
)

from app import language
from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.window import MainWindow
from app.views.widgets import theme
from benchmarks.edit import large_map

PARTNERS = 60
TIMES = 6
WIDGETS = 60
"""About as many as the screens for drawing show."""
CHANGES: dict[str, tuple[object, object]] = {
    "theme": ("dark", "light"),
    "text_size": (125, 100),
    "language": ("en", "nl"),
}


def bare(app: QApplication) -> float:
    """Return the time a page of native widgets takes to be built anew and painted."""
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()

    def build(_number: int) -> None:
        page = QWidget(window)
        theme.dress(page)
        grid = QGridLayout(page)
        for at in range(WIDGETS):
            grid.addWidget((QLabel, QPushButton, QLineEdit)[at % 3]("Kring", page), at // 6, at % 6)
        window.setCentralWidget(page)
        page.show()
        settle(app)

    taken = []
    for number in range(TIMES):
        before = time.process_time()
        build(number)
        taken.append(time.process_time() - before)
    window.close()
    return sorted(taken)[TIMES // 2] * 1000


def settle(app: QApplication) -> None:
    """Paint, and clear away what went."""
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


def rest(app: QApplication) -> None:
    """Do nothing for as long as it takes to build what is not seen."""
    until = time.monotonic() + 1.2
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)


def change(app: QApplication, settings: Settings, what: str) -> float:
    """Return the median time of a change there and back, in milliseconds."""
    taken = []
    for number in range(TIMES):
        rest(app)
        before = time.process_time()
        setattr(settings, what, CHANGES[what][number % 2])
        settle(app)
        taken.append(time.process_time() - before)
    return sorted(taken)[TIMES // 2] * 1000


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication(["kring", "-style", "fusion"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.motion, settings.theme, settings.language = False, "light", "nl"
        language.install("nl")
        theme.wear("light", 100)
        library = Library.open(Path(folder) / "library")
        library.add(large_map(PARTNERS, 0.1))
        document = Document(library)
        document.open("n")
        window = MainWindow(settings)
        window.resize(1440, 900)
        window.show()
        window.show_document(document)
        settle(app)
        base = bare(app)
        print(f"{PARTNERS} partners, median of {TIMES}, time of the processor, every screen built")
        print(
            f"{f'a bare page of {WIDGETS} native widgets, built anew':48} {base:6.1f} ms   1.00 x"
        )
        for screen in ("draw", "insight"):
            window.screens.show_screen(screen)
            for what in CHANGES:
                took = change(app, settings, what)
                line = f"{screen}: another {what.replace('_', ' ')}, until it is seen"
                print(f"{line:48} {took:6.1f} ms   {took / base:.2f} x", flush=True)
        window.close()
        library.close()
    sys.stdout.flush()


if __name__ == "__main__":
    main()
