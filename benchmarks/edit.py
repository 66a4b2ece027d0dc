"""One edit on a map of 60 partners: stored on disk, in memory and repainted on the screen.

Run `python -m benchmarks.edit`. Offscreen, through the whole window; compared in the same run
with a bare `QGraphicsScene` of as many native items that repaints after one change.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPen
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from app import language
from app.document import Document
from app.models.network import Map, Network, Partner, Tie
from app.models.vocabulary import vocabulary
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.window import MainWindow
from app.views.widgets import theme

PARTNERS = 60
EDITS = 80


def large_map(count: int, density: float) -> Map:
    """Return a map of `count` rated partners with ties at a density, the same every time."""
    chance = Random(7)
    kinds = [kind for kind in vocabulary().kinds.values() if kind.id != "other"]
    partners = [
        Partner(
            id=f"p{number}",
            name=kinds[number % len(kinds)].nl.split("/")[0].strip()[:30],
            kind=kinds[number % len(kinds)].id,
            setting=kinds[number % len(kinds)].setting,
            frequency=chance.randint(1, 6),
            importance=chance.randint(1, 5),
            x=chance.uniform(-0.9, 0.9),
            y=chance.uniform(-0.9, 0.9),
        )
        for number in range(count)
    ]
    ties = [
        Tie(id=f"t{a}-{b}", a=f"p{a}", b=f"p{b}")
        for a in range(count)
        for b in range(a)
        if chance.random() < density
    ]
    return Map.of([Network(id="n", series="s", title="60"), *partners, *ties])


def median_ms(work: Callable[[int], object], times: int) -> float:
    """Return the median time of `work` in milliseconds."""
    taken = []
    for number in range(times + 5):
        before = time.perf_counter()
        work(number)
        taken.append(time.perf_counter() - before)
    return statistics.median(taken[5:]) * 1000


def bare(app: QApplication, lines: int) -> float:
    """Return the time a plain scene of native items takes to repaint after one change."""
    scene = QGraphicsScene()
    chance = Random(7)
    discs = [scene.addEllipse(0, 0, 34, 34) for _ in range(PARTNERS)]
    for disc in discs:
        disc.setPos(chance.uniform(0, 800), chance.uniform(0, 700))
    for _ in range(lines):
        one, other = chance.sample(discs, 2)
        scene.addLine(one.x(), one.y(), other.x(), other.y(), QPen())
    for disc in discs:
        text = scene.addSimpleText("Schoolmaatschappelijk")
        text.setPos(disc.pos())
    view = QGraphicsView(scene)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
    view.resize(900, 780)
    view.show()
    app.processEvents()

    def change(number: int) -> None:
        discs[number % PARTNERS].setPen(QPen())
        view.viewport().update()
        app.processEvents()

    return median_ms(change, EDITS)


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication(["kring", "-style", "fusion"])
    assert isinstance(app, QApplication)
    whole = large_map(PARTNERS, 0.3)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.motion = False
        language.install("nl")
        theme.wear("light", 100)
        library = Library.open(Path(folder) / "library")
        library.add(whole)
        document = Document(library)
        document.open("n")
        window = MainWindow(settings)
        window.resize(1440, 900)
        window.show()
        window.show_document(document)
        app.processEvents()
        base = bare(app, len(whole.ties) + PARTNERS)
        print(f"{PARTNERS} partners, {len(whole.ties)} ties, median of {EDITS}")
        print(f"{'bare scene of native items, repainted':48} {base:6.1f} ms   1.00 x")

        def edit(field: str, values: int) -> Callable[[int], object]:
            def work(number: int) -> None:
                key = f"p{number % PARTNERS}"
                now = getattr(document.map.partner(key), field)
                assert document.set_partners([key], **{field: now % values + 1})
                app.processEvents()

            return work

        medians: list[float] = []
        for lens in ("free", "importance"):
            settings.lens = lens
            app.processEvents()
            for field, values in (("frequency", 6), ("importance", 5), ("satisfaction", 5)):
                for partner in document.map.partners:
                    if getattr(partner, field) is None:
                        answer: dict[str, Any] = {field: 3}
                        document.set_partners([partner.id], **answer)
                took = median_ms(edit(field, values), EDITS)
                medians.append(took)
                what = f"lens {lens}: {field}, stored and repainted"
                print(f"{what:48} {took:6.1f} ms   {took / base:.2f} x")
        middle = statistics.median(medians)
        print(f"{'the median kind of edit':48} {middle:6.1f} ms   {middle / base:.2f} x")
        window.close()
        library.close()
    sys.stdout.flush()


if __name__ == "__main__":
    main()
