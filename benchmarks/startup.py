"""Time to the first painted window, and to a map of 25 partners, against a bare PySide6 window.

Run `python -m benchmarks.startup`. Each start is a process of its own, the three in turn, so
that a slow moment of the machine falls on all alike. Prints medians and ratios.

With the unpacked Linux bundle, `python -m benchmarks.startup FOLDER`, it measures the bundle, the
environment's own Python and `uv run` against each other.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 15

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["bare"])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, shown)
def shown():
    print("there", flush=True)
    app.quit()
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

PAINTED = """
import sys
from pathlib import Path
from app.application import Application
from app.system import what_qt_misses
assert what_qt_misses() is None  # as the program begins
from PySide6.QtCore import QTimer
from app.settings import Settings
app = Application(Path(sys.argv[1]), [], Settings(Path(sys.argv[2])))
app.window.first_painted.disconnect()
def shown():
    print("there", flush=True)
    app.qt.quit()
app.window.first_painted.connect(shown)
app.window.show()
app.qt.exec()
heavy = {"networkx", "numpy", "pyqtgraph", "sqlalchemy"} & sys.modules.keys()
assert not heavy, heavy
"""

EDITABLE = """
import sys
from pathlib import Path
from app.application import Application
from app.system import what_qt_misses
assert what_qt_misses() is None  # as the program begins
from PySide6.QtCore import QTimer
from app.settings import Settings
app = Application(Path(sys.argv[1]), [], Settings(Path(sys.argv[2])))
original = app.window.show_document
def shown(document):
    original(document)
    app.qt.processEvents()
    assert len(app.window.screens.map.view.map_scene.people) == 25
    assert app.document.is_editable
    print("there", flush=True)
    before = app.document.map.partner("p0").importance  # each start changes it, and so stores it
    assert app.document.set_partners(["p0"], importance=before % 5 + 1)
    assert app.document.map.partner("p0").importance != before
    app.qt.processEvents()
    print("edited", flush=True)
    QTimer.singleShot(0, app.qt.quit)
app.window.show_document = shown
app.window.show()
app.qt.exec()
"""


def _seconds(
    code: str, *arguments: str, python: Sequence[str] = (sys.executable,), where: Path | None = None
) -> dict[str, float]:
    """Return the time from starting Python until it says each word it has to say."""
    before = time.perf_counter()
    command = [*python, "-c", code, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=where) as process:
        assert process.stdout is not None
        said = {word.strip(): time.perf_counter() - before for word in process.stdout}
    assert process.returncode == 0
    return said


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Python keeps what it compiled, as it does on anybody's computer.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        library, settings = Path(folder) / "library.kringlib", Path(folder) / "settings.ini"
        fill(library, settings)
        if len(sys.argv) > 1:
            compare_ways(Path(sys.argv[1]).absolute(), str(library), str(settings))
            return
        programs = {"bare": BARE, "painted": PAINTED, "editable": EDITABLE}
        times: dict[str, list[float]] = {name: [] for name in (*programs, "edited")}
        for run in range(RUNS + 1):
            for name, code in programs.items():
                said = _seconds(code, str(library), str(settings))
                if run:  # the first of each warms the disk
                    times[name].append(said["there"])
                    if "edited" in said:
                        times["edited"].append(said["edited"])
    bare = statistics.median(times["bare"])
    print(f"{RUNS} starts each, from starting Python, median")
    for name, label in (
        ("bare", "bare PySide6 window, painted"),
        ("painted", "Kring, first painted window"),
        ("editable", "Kring, map of 25 partners painted, to edit"),
        ("edited", "Kring, the first edit stored and painted"),
    ):
        middle = statistics.median(times[name])
        pairs = [one / other for one, other in zip(times[name], times["bare"], strict=True)]
        print(f"{label:42} {middle * 1000:6.0f} ms   {statistics.median(pairs):.2f} x")
    assert bare > 0


def compare_ways(bundle: Path, library: str, settings: str) -> None:
    """Measure the first paint and the map of 25 in a bundle, an environment, and by `uv run`."""
    inside = (str(bundle / "python" / "bin" / "python3"), "-E", "-s")
    ways = {
        "environment": ((sys.executable,), None),
        "uv run": (("uv", "run", "--locked", "python"), None),
        "bundle": (inside, bundle / "program"),
    }
    for label, code in (("first painted window", PAINTED), ("map of 25 partners", EDITABLE)):
        times: dict[str, list[float]] = {way: [] for way in ways}
        for run in range(RUNS + 1):
            for way, (python, where) in ways.items():
                said = _seconds(code, library, settings, python=python, where=where)
                if run:  # the first of each warms the disk
                    times[way].append(said["there"])
        for way, took in times.items():
            pairs = [one / other for one, other in zip(took, times["uv run"], strict=True)]
            middle = statistics.median(took) * 1000
            print(f"{label:22} {way:12} {middle:6.0f} ms   {statistics.median(pairs):.2f} x uv run")


def fill(library: Path, settings: Path) -> None:
    """Make a library with one map of 25 people, all placed."""
    from dataclasses import replace

    from app.settings import Settings
    from app.storage.library import Library
    from tests.pictures import example

    whole = example(25)
    places = {
        p.id: replace(
            p, importance=p.importance or 3, x=0.1 * (i % 5) + 0.2, y=0.2 * (i // 5) - 0.4
        )
        for i, p in enumerate(whole.partners)
    }
    opened = Library.open(library)
    opened.add(whole.after(places))
    opened.close()
    Settings(settings).lens = "importance"


if __name__ == "__main__":
    main()
