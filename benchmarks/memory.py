"""Memory of the window, at rest with a map of 25 partners and with its plot, against a bare window.

Run `python -m benchmarks.memory` (Linux only: it asks `/proc`). Resident memory is what the system
shows; part of it is shared with every other program that uses Qt. What is private is Kring's alone.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.startup import fill

_TOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
def rest(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
def tell(name):
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    print(name, sizes["Rss"], sizes["Private_Dirty"] + sizes["Private_Clean"], flush=True)
"""

BARE = f"""{_TOLD}
app = QApplication(["bare"])
window = QMainWindow()
window.resize(1280, 800)
window.show()
rest(500)
tell("bare")
"""

KRING = f"""
from app.system import what_qt_misses
assert what_qt_misses() is None  # as the program begins
{_TOLD}
from app.application import Application
from app.settings import Settings
app = Application(Path(sys.argv[1]), [], Settings(Path(sys.argv[2])))
app.window.show()
while app.document is None:
    rest(50)
rest(5000)  # the screens are built ahead, and what insight needs is imported
tell("map")
app.window.screens.show_screen("insight")
app.window.screens.insight.show_page("plot")
rest(2000)
tell("insight")
"""


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        library, settings = Path(folder) / "library.kringlib", Path(folder) / "settings.ini"
        fill(library, settings)
        told = {}
        for code in (BARE, KRING):
            command = [sys.executable, "-c", code, str(library), str(settings)]
            lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
            for line in lines.splitlines():
                name, *sizes = line.split()
                told[name] = [int(size) / 1024 for size in sizes]
    print(f"{'':42} resident          private")
    for name, label in (
        ("bare", "bare PySide6 window"),
        ("map", "Kring at rest, map of 25 partners"),
        ("insight", "Kring, the plot of insight opened"),
    ):
        pairs = zip(told[name], told["bare"], strict=True)
        print(f"{label:42}", *(f"{one:4.0f} MB {one / bare:.2f} x  " for one, bare in pairs))


if __name__ == "__main__":
    main()
