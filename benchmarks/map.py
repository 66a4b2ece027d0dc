"""The map of 25 to 200 partners with ties: painted anew, dragged over, and a change of lens.

At ordinary text, and at 200 % in 1024 x 768.

Run `python -m benchmarks.map`, and `python -m benchmarks.map 2` for a screen of twice the pixels.
Offscreen; compared in the same run with a static `QGraphicsScene` of as many native items
(a disc and a text a partner, a line a tie and a partner) that is painted anew as a whole.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = sys.argv[1] if len(sys.argv) > 1 else "1"

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from app import language
from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.map.view import MapView
from app.views.widgets import theme
from benchmarks.edit import large_map

SIZES = ((1000, 760, 100), (1024, 768, 200))
"""Width and height in pixels, and the size of the text in percent."""
COUNTS = (25, 60, 120, 200)
TIMES = 60
FRAME = 1000 / 60
"""Milliseconds of one frame at 60 Hz."""
REST = 3
"""Seconds that somebody looks at a map before they change the lens."""


def median_ms(work: Callable[[int], object], times: int) -> float:
    """Return the median time of `work` in milliseconds of the processor."""
    taken = []
    for number in range(times + 5):
        before = time.process_time()
        work(number)
        taken.append(time.process_time() - before)
    return statistics.median(taken[5:]) * 1000


def static(count: int, ties: int, size: tuple[int, int]) -> float:
    """Return the time to paint a plain scene of native items."""
    scene = QGraphicsScene()
    chance = Random(7)
    spots = [
        QPointF(chance.uniform(40, size[0] - 80), chance.uniform(40, size[1] - 80))
        for _ in range(count)
    ]
    for _ in range(ties):
        one, other = chance.sample(spots, 2)
        scene.addLine(one.x(), one.y(), other.x(), other.y(), QPen())
    for spot in spots:
        scene.addLine(size[0] / 2, size[1] / 2, spot.x(), spot.y(), QPen())
        scene.addEllipse(spot.x() - 17, spot.y() - 17, 34, 34)
        scene.addSimpleText("Schoolmaatschappelijk").setPos(spot)
    view = QGraphicsView(scene)
    view.resize(*size)
    view.show()
    QApplication.processEvents()
    return median_ms(lambda _: view.viewport().repaint(), TIMES)


def mouse(view: MapView, kind: QEvent.Type, at: QPointF) -> None:
    """Send a mouse event to the map, and let everything be painted."""
    left = Qt.MouseButton.LeftButton
    pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
    place = view.viewport().mapToGlobal(at)
    QApplication.sendEvent(
        view.viewport(),
        QMouseEvent(kind, at, place, button, pressed, Qt.KeyboardModifier.NoModifier),
    )
    QApplication.processEvents()


def drag(view: MapView, steps: int) -> float:
    """Return the time of one step of a drag, from the mouse to the screen."""
    item = next(iter(view.map_scene.people.values()))
    start = QPointF(view.mapFromScene(item.pos()))
    mouse(view, QEvent.Type.MouseButtonPress, start)
    for away in (5, 10, 15):
        mouse(view, QEvent.Type.MouseMove, start + QPointF(away, 0))

    def step(number: int) -> None:
        mouse(view, QEvent.Type.MouseMove, start + QPointF(15 + number % 200, number % 90))

    taken = median_ms(step, steps)
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, escape)
    mouse(view, QEvent.Type.MouseButtonRelease, start)
    return taken


def repaint(view: MapView, times: int) -> float:
    """Return how long painting all of it again takes, in milliseconds."""

    def step(_number: int) -> None:
        view.viewport().repaint()

    return median_ms(step, times)


def change_of_lens(view: MapView, settings: Settings) -> tuple[float, float]:
    """Return the median and the longest step of gliding from lens to lens, in milliseconds.

    The first step has the key press in it, the last one the ties. Somebody looked at the map for a
    while before.
    """
    taken: list[float] = []
    glide, looks_until = view.map_scene.glide, time.monotonic() + REST
    while time.monotonic() < looks_until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    for lens in ("contact", "importance", "free", "importance", "contact", "free") * 2:
        before = time.thread_time()
        settings.lens = lens
        glide.pause()
        for moment in range(0, glide.duration(), round(FRAME)):
            glide.setCurrentTime(moment)
            QApplication.processEvents()
            taken.append((time.thread_time() - before) * 1000)
            before = time.thread_time()
        glide.resume()
        glide.setCurrentTime(glide.duration())
        QApplication.processEvents()
        taken.append((time.thread_time() - before) * 1000)
    return statistics.median(taken), max(taken)


def measure(count: int, size: tuple[int, int], places: int) -> None:
    """Measure a map of so many partners, and print it."""
    whole = large_map(count, 0.3)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.lens = "free"
        settings.show_layer("ties", shown=True)
        library = Library.open(Path(folder) / "library")
        library.add(whole)
        document = Document(library)
        document.open("n")
        view = MapView(document, settings)
        view.resize(*size)
        view.show()
        QApplication.processEvents()
        base = static(count, len(whole.ties), size)
        painted = repaint(view, places)
        dragged = drag(view, places)
        middle, longest = change_of_lens(view, settings)
        print(
            f"{count:8} {len(whole.ties):5} {base:11.1f} 1.00x"
            f"{painted:8.1f} {painted / base:.2f}x {dragged:10.1f} {dragged / base:.2f}x"
            f"{middle:10.1f} {middle / base:.2f}x ({longest:.1f})"
        )
        view.close()
        library.close()


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication(["kring", "-style", "fusion"])
    assert app is not None
    language.install("nl")
    pixels = os.environ["QT_SCALE_FACTOR"]
    for wide, high, text in SIZES:
        theme.wear("light", text)
        print(f"{wide} x {high}, text {text} %, {pixels} pixel(s) a point; ms of the processor")
        print(
            "partners  ties   static scene   repaint          drag step        lens change (most)"
        )
        for count in COUNTS:
            measure(count, (wide, high), TIMES)


if __name__ == "__main__":
    main()
