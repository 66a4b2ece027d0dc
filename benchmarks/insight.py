"""The screen of insight: how soon everything follows one edit, and how soon it opens.

Run `python -m benchmarks.insight`. At 60 partners with ties, offscreen, at 1440 by 900 and with
each pair of pages that can be seen at once. The first opening is in a process of its own and is
compared with what importing its libraries takes there.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.edit import EDITS, PARTNERS, large_map, median_ms

OPENINGS = 7
PAGES = (("plot", "findings"), ("list", "figures"), ("table", "people"))

OPEN = """
import os, sys, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication(["kring", "-style", "fusion"])
from app import language
from app.document import Document
from app.storage.library import Library
from app.settings import Settings
from app.views.widgets import theme
language.install("nl")
theme.wear("light", 100)
library = Library.open(Path(sys.argv[1]))
document = Document(library)
document.open("n")
if sys.argv[2] == "libraries":
    before = time.perf_counter()
    import networkx, numpy, pyqtgraph
else:
    before = time.perf_counter()
    from app.views.insight.screen import Insight
    screen = Insight(document, Settings(Path(sys.argv[1] + ".ini")))
    screen.resize(590, 826)
    screen.show()
    app.processEvents()
    screen.grab()
print(time.perf_counter() - before)
library.close()
"""


def opening(library: Path, what: str) -> float:
    """Return the median seconds it takes to open the screen, or to import its libraries."""
    taken = []
    for _ in range(OPENINGS):
        command = [sys.executable, "-c", OPEN, str(library), what]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        taken.append(float(done.stdout))
    return statistics.median(taken)


def main() -> None:
    """Measure and print."""
    from PySide6.QtWidgets import QApplication

    from app import language
    from app.document import Document
    from app.models.network import Map
    from app.settings import Settings
    from app.storage.library import Library
    from app.views.insight.screen import Insight
    from app.views.widgets import theme

    app = QApplication.instance() or QApplication(["kring", "-style", "fusion"])
    assert isinstance(app, QApplication)
    drawn = large_map(PARTNERS, 0.3)
    whole = Map.of(
        [replace(drawn.network, lines_drawn=True), *drawn.partners, *drawn.ties]  # and measured
    )
    language.install("nl")
    theme.wear("light", 100)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "library"
        library = Library.open(place)
        library.add(whole)
        document = Document(library)
        document.open("n")
        screen = Insight(document, Settings(Path(folder) / "settings.ini"))
        screen.resize(590, 826)
        screen.show()
        app.processEvents()
        print(f"{PARTNERS} partners, {len(whole.ties)} ties, median of {EDITS}")
        for chart, text in PAGES:
            screen.show_page(chart)
            screen.show_page(text)
            app.processEvents()
            showing: list[float] = []

            def edit(number: int, showing: list[float] = showing) -> None:
                key = f"p{number % PARTNERS}"
                partner = document.map.partner(key)
                assert partner is not None
                document.set_partners([key], importance=(partner.importance or 0) % 5 + 1)
                before = time.perf_counter()
                app.processEvents()  # everything that can be seen is reckoned and painted
                showing.append((time.perf_counter() - before) * 1000)

            whole_edit = median_ms(edit, EDITS)
            shown = statistics.median(showing[5:])
            print(f"{f'{chart} and {text}: shown after an edit':44} {shown:6.1f} ms")
            print(f"{'  with storing it':44} {whole_edit:6.1f} ms")
        screen.close()
        document.close()
        library.close()
        libraries, opened = opening(place, "libraries"), opening(place, "screen")
    print(f"{'importing networkx, numpy and pyqtgraph':44} {libraries * 1000:6.0f} ms   1.00 x")
    print(
        f"{'the first opening, those imports included':44} {opened * 1000:6.0f} ms   "
        f"{opened / libraries:.2f} x"
    )


if __name__ == "__main__":
    main()
