"""The map of 25, 60 and 200 partners with ties: painted anew, dragged over, and a change of lens.

Run `python -m benchmarks.map`, and `python -m benchmarks.map 2` for a screen of twice the pixels.
Offscreen; compared in the same run with a static `QGraphicsScene` of as many native items
(a disc and a text a partner, a line a tie and a partner) that is painted anew as a whole.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = sys.argv[1] if len(sys.argv) > 1 else "1"

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from app import language
from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.map.view import MapView
from app.views.widgets import theme
from benchmarks.edit import large_map, median_ms

SIZE = (1000, 760)
TIMES = 60
FRAME = 1000 / 60
"""Milliseconds of one frame at 60 Hz."""


def static(count: int, ties: int) -> float:
    """Return the time to paint a plain scene of native items."""
    scene = QGraphicsScene()
    chance = Random(7)
    spots = [
        QPointF(chance.uniform(40, SIZE[0] - 80), chance.uniform(40, SIZE[1] - 80))
        for _ in range(count)
    ]
    for _ in range(ties):
        one, other = chance.sample(spots, 2)
        scene.addLine(one.x(), one.y(), other.x(), other.y(), QPen())
    for spot in spots:
        scene.addLine(SIZE[0] / 2, SIZE[1] / 2, spot.x(), spot.y(), QPen())
        scene.addEllipse(spot.x() - 17, spot.y() - 17, 34, 34)
        scene.addSimpleText("Schoolmaatschappelijk").setPos(spot)
    view = QGraphicsView(scene)
    view.resize(*SIZE)
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
    """Return the median and the longest step of gliding from lens to lens, in milliseconds."""
    taken: list[float] = []
    glide = view.map_scene.glide
    for lens in ("contact", "importance", "free", "importance", "contact", "free") * 2:
        settings.lens = lens
        glide.pause()
        for moment in range(0, glide.duration(), round(FRAME)):
            before = time.perf_counter()
            glide.setCurrentTime(moment)
            QApplication.processEvents()
            taken.append((time.perf_counter() - before) * 1000)
        glide.resume()
        glide.setCurrentTime(glide.duration())
        QApplication.processEvents()
    return statistics.median(taken), max(taken)


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication(["kring", "-style", "fusion"])
    assert app is not None
    language.install("nl")
    theme.wear("light", 100)
    print(f"{SIZE[0]} x {SIZE[1]}, {os.environ['QT_SCALE_FACTOR']} pixel(s) a point, ms, medians")
    print("partners  ties   static scene   repaint          drag step        lens change (longest)")
    for count in (25, 60, 200):
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
            view.resize(*SIZE)
            view.show()
            QApplication.processEvents()
            base = static(count, len(whole.ties))
            painted = repaint(view, TIMES)
            dragged = drag(view, TIMES)
            middle, longest = change_of_lens(view, settings)
            print(
                f"{count:8} {len(whole.ties):5} {base:11.1f} 1.00x"
                f"{painted:8.1f} {painted / base:.2f}x {dragged:10.1f} {dragged / base:.2f}x"
                f"{middle:10.1f} {middle / base:.2f}x ({longest:.1f})"
            )
            view.close()
            library.close()


if __name__ == "__main__":
    main()
