"""The house itself: who imports whom, what the start costs, which colours can be read."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.models.vocabulary import vocabulary
from tests.each import each
from tests.parsed import nodes

ROOT = Path(__file__).resolve().parent.parent
VIEWS = sorted((ROOT / "app" / "views").rglob("*.py"))
HEAVY = ("nacl", "networkx", "numpy", "pyqtgraph", "sqlalchemy", "msgspec", "rapidfuzz")
THEMES = ("light", "dark")


def run(code: str, *arguments: object) -> str:
    """Run a piece of Python in a process of its own and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- imports


def test_imports_keep_to_the_contracts() -> None:
    check = (
        "import sys; from importlinter.cli import lint_imports; "
        "sys.exit(lint_imports(config_filename='pyproject.toml', no_cache=True))"
    )
    assert " 0 broken" in run(check)


def test_the_window_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    painted = run(
        """
import sys
from pathlib import Path
from app.application import Application
from app.settings import Settings

folder = Path(sys.argv[1])
app = Application(folder / "library.kringlib", [], Settings(folder / "settings.ini"))
seen = []

def painted():
    seen.extend(name for name in sys.argv[2:] if name in sys.modules)
    seen.append("painted")
    app.qt.quit()

app.window.first_painted.disconnect(app._begin)
app.window.first_painted.connect(painted)
app.window.show()
app.qt.exec()
print(*seen)
""",
        tmp_path,
        *HEAVY,
    )
    assert painted.split() == ["painted"]
    assert [file.name for file in tmp_path.iterdir() if "library" in file.name] == []


def test_the_library_opens_without_what_its_imports_bring_for_others(tmp_path: Path) -> None:
    left = run(
        """
import linecache, sys
from pathlib import Path
from PySide6.QtCore import Qt
from app import start
from app.lazy_imports import without_features

without_features()
library = start.open_library(Path(sys.argv[1]))
print(*{"asyncio", "hashlib", "importlib.metadata", "filelock", "tomllib"} & sys.modules.keys())
from sqlalchemy.sql.annotation import annotated_classes
print(*(kind.__name__ for kind in list(annotated_classes)[30:]))
print(*(name for name in linecache.cache if "sqlalchemy" in name and name.endswith(".py")))

# Whoever wants them has the real ones, also by way of SQLAlchemy.
from sqlalchemy.util import compat, concurrency
assert concurrency.asyncio.CancelledError and compat.importlib_metadata.version("SQLAlchemy")
import asyncio, hashlib, importlib.metadata
assert asyncio.events and importlib.metadata.entry_points and hashlib.sha256().digest()
from sqlalchemy import column
marked = column("x")._annotate({"mark": 1})
assert type(marked).__name__ == "AnnotatedColumnClause" and str(marked) == "x"
library.close()
""",
        tmp_path / "library.kringlib",
    )
    assert left.split() == []


WRONG_CALLS = """
from PySide6.QtWidgets import QApplication, QLabel, QWidget

app = QApplication(["kring"])
for wrong in (
    lambda: QWidget().resize("a"), lambda: QLabel(text="", foo=3), lambda: app.font(1, 2)
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(QWidget.resize.__doc__)
from PySide6.support.signature import get_signature
print(get_signature(QLabel.setText))
"""


def test_qt_starts_without_what_describes_its_functions_and_still_tells_of_a_wrong_call() -> None:
    as_it_is = run(WRONG_CALLS)
    assert "Supported signatures" in as_it_is
    started = """
import sys
from app.system import what_qt_misses

assert what_qt_misses() is None
parts = ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator")
print(*("__file__" in vars(sys.modules[f"shibokensupport.signature.{part}"]) for part in parts))
import PySide6.support.signature.lib.pyi_generator as writes
"""
    stand_ins, *said = run(started + WRONG_CALLS + "\nassert writes.generate_pyi").splitlines()
    assert stand_ins.split() == ["False"] * 5
    assert said == as_it_is.splitlines()


ENUMS = """
import enum
from collections.abc import Iterator
from PySide6 import QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets

def enums(place, seen):
    for name in sorted(dir(place)):
        kind = getattr(place, name, None)
        if isinstance(kind, type) and kind not in seen:
            seen.add(kind)
            if issubclass(kind, enum.Enum):
                yield kind
            elif kind.__module__.startswith("PySide6"):
                yield from enums(kind, seen)

def outcome(what, *of):
    try:
        return repr(what(*of))
    except Exception as error:
        return type(error).__name__

seen = set()
places = QtCore, QtGui, QtWidgets, QtSvg, QtPrintSupport
kinds = [kind for place in places for kind in enums(place, seen)]
print(len(kinds), globals().get("looked_at", []))
for kind in kinds:
    members = list(kind.__members__.items())
    print(kind.__module__, kind.__qualname__, kind, kind.__mro__, len(kind))
    print(*((name, str(one), one.value, one.__reduce_ex__(2)) for name, one in members))
    print([*kind], outcome(kind, 987_654_321), outcome(kind, "x"), outcome(kind, 0))
    for _, one in members[:4] if issubclass(kind, enum.Flag) else ():
        print(outcome(lambda: ~one), outcome(lambda: [*one]), outcome(bool, one))
        for _, other in members[:4]:
            print(outcome(lambda: one | other), outcome(lambda: [*(one ^ other)]))
            print(outcome(lambda: ~(one | other)), outcome(lambda: one in one & other))
"""


def test_the_enums_of_qt_are_those_that_are_made_with_every_name_looked_at() -> None:
    quick, as_it_is = run(QUICK + ENUMS).splitlines(), run(ENUMS).splitlines()
    assert quick == as_it_is
    kinds, looked_at = quick[0].split(maxsplit=1)
    assert int(kinds) > 600
    assert looked_at == "[]"


QUICK = """
import enum
looked_at = []
made = enum.EnumType._create_
def create(kind, class_name, *how, **named):
    looked_at.append(class_name)
    return made(kind, class_name, *how, **named)
enum.EnumType._create_ = create

from app.lazy_imports import with_quick_enums
with_quick_enums()
assert len(enum.Flag("Somebodys", [("A", 1), ("B", 2)])) == 2 and looked_at.pop() == "Somebodys"
"""


def test_of_networkx_only_what_is_asked_for_is_imported() -> None:
    brought = run(
        """
import sys
import app.analysis.graph
print(*(name for name in sys.modules if name.startswith("networkx.")))

# Whoever wants more of it has it by its own name.
from networkx.algorithms.cluster import triangles
from networkx.generators.classic import complete_graph
assert triangles(complete_graph(3)) == {0: 1, 1: 1, 2: 1}
"""
    ).split()
    assert "networkx.algorithms.centrality.betweenness" in brought
    assert len(brought) < 70  # of 300


def test_of_pyqtgraph_only_what_is_asked_for_is_imported_and_no_module_of_qt_with_it() -> None:
    brought = run(
        """
import sys
import app.views.insight.plot
print(*(name for name in sys.modules if name.startswith(("pyqtgraph.", "PySide6.Qt"))))
"""
    ).split()
    assert "pyqtgraph.graphicsItems.AxisItem" in brought
    assert len(brought) < 40  # of 150
    qt = {name for name in brought if name.startswith("PySide6")}
    assert qt == {f"PySide6.Qt{part}" for part in ("Core", "Gui", "Widgets")}


def test_at_rest_nothing_is_there_that_nobody_asked_for(tmp_path: Path) -> None:
    there = run(
        """
import sys
from pathlib import Path
from app.application import Application
from app.settings import Settings

folder = Path(sys.argv[1])
app = Application(folder / "library.kringlib", [], Settings(folder / "settings.ini"))
app.window.show()
while app.document is None:
    app.qt.processEvents()
ahead = app.window.screens.ahead
while ahead.left or app._background is None:
    app.qt.processEvents()
app._background.wait()
print("rapidfuzz" in sys.modules, "app.views.insight.screen" in sys.modules)
print(*{"email", "_hashlib", "networkx", "numpy", "pyqtgraph"} & sys.modules.keys())
app.window.close()
""",
        tmp_path,
    )
    assert there.split() == ["True", "True"]


def test_rooms_without_a_window_do_not_import_one() -> None:
    rooms = ("models.network", "exchange.csv_table", "commands")
    asked = "; ".join(
        f"import app.{room}; print('PySide6.QtWidgets' in sys.modules)" for room in rooms
    )
    told = run(f"import sys; {asked}").split()
    assert dict(zip(rooms, told, strict=True)) == dict.fromkeys(rooms, "False")


# --- Qt and Python


def test_calls_into_qt_lose_no_references_to_none() -> None:
    # PySide6 6.12 on Python 3.11 loses one with every call that returns nothing, and Python ends
    # when the last is gone. From 3.12 on None cannot go, and its count stands still.
    lost = run(
        """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

app = QApplication([])

class Told(QObject):
    told = Signal(object)

class Painted(QWidget):
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(self.rect(), 0)
        painter.end()

def heard(value):
    return None

def use():
    label, told, painted = QLabel(), Told(), Painted()
    told.told.connect(heard)
    pixmap = QPixmap(8, 8)
    for number in range(1000):
        label.setText(str(number))
        label.setEnabled(bool(number % 2))
        label.move(number, number)
        told.setObjectName("x")
        told.told.emit(None)
        if number % 10 == 0:
            painted.render(pixmap)

use()
before = sys.getrefcount(None)
use()
use()
print(before - sys.getrefcount(None))
"""
    )
    assert int(lost) < 500, "of some 10,000 calls"


# --- colours


def tokens(name: str) -> dict[str, str]:
    import tomllib

    return tomllib.loads((ROOT / "resources" / "themes" / f"{name}.toml").read_text("utf-8"))


def luminance(colour: str) -> float:
    """Relative luminance, 0-1 (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1-21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


SETTINGS = (*vocabulary().settings, "no_setting")
GROUNDS = ("paper", "panel")
TEXT = ("ink", "soft_ink", "focus", "less_often", "less_named", "theirs", *SETTINGS)
GRAPHICS = ("ring", "tie", "ego_ring", "focus", *SETTINGS)
READABLE = [
    *((token, ground, 4.5) for token in TEXT for ground in GROUNDS),
    *((token, ground, 3.0) for token in GRAPHICS for ground in GROUNDS),
    *(("on_fill", setting, 4.5) for setting in SETTINGS),
    ("on_accent", "accent", 4.5),
    ("on_ego", "ego", 4.5),
    # What is under the pointer or chosen lies on `faint`; selected text is `panel` on `focus`.
    ("ink", "faint", 4.5),
    ("soft_ink", "faint", 4.5),
    ("panel", "focus", 4.5),
]


def test_contrast_is_reckoned_as_published() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_both_themes_have_the_same_tokens_in_the_same_form() -> None:
    light, dark = map(tokens, THEMES)
    assert light.keys() == dark.keys()
    for value in (*light.values(), *dark.values()):
        assert value[0] == "#"
        assert len(value) == 7
        int(value[1:], 16)


@pytest.mark.parametrize("name", THEMES)
def test_the_app_reads_the_tokens_that_are_in_the_file(name: str, qapp: QApplication) -> None:
    from app.views.widgets.theme import read_theme

    assert read_theme(name).tokens == tokens(name)


def test_every_setting_of_the_vocabulary_has_a_colour() -> None:
    assert set(SETTINGS) <= tokens("light").keys()


@each("front, back, least", READABLE)
@each("name", THEMES)
def test_colours_can_be_told_apart(name: str, front: str, back: str, least: float) -> None:
    colours = tokens(name)
    assert contrast(colours[front], colours[back]) >= least


def test_every_token_is_used_and_every_token_that_is_used_is_there() -> None:
    import re

    from app.views.widgets.theme import CORNERS, SPACES

    sheet = ROOT / "resources" / "themes" / "style.qss"
    source = "\n".join(file.read_text("utf-8") for file in (*VIEWS, sheet))
    named = set(re.findall(r"<<(\w+)>>", source)) | set(
        re.findall(r'(?:colour|mix)\(\s*"(\w+)"', source)
    )
    made = {
        "off",
        "accent_hover",
        "line",
        "rim",
        "dot",
        "hole",
        "round",
        "chip",
        "in_chip",
        "pad",
        "tick",
        "side",
        "check",
        "up",
        "down",
        "arrow",
    }
    made |= {*CORNERS, *(f"s{step}" for step in SPACES)}
    assert named - tokens("light").keys() <= made
    unused = [token for token in tokens("light") if token not in SETTINGS and token not in source]
    assert unused == []


# --- words


SHOWN_BY = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QMenu",
    "QPushButton",
    "QRadioButton",
    "QToolButton",
    "addAction",
    "addButton",
    "addItem",
    "addItems",
    "addMenu",
    "addRow",
    "addTab",
    "ask_where",
    "drawText",
    "getOpenFileName",
    "getSaveFileName",
    "insertItem",
    "setAccessibleDescription",
    "setAccessibleName",
    "setHeaderLabels",
    "setInformativeText",
    "setPlaceholderText",
    "setPlainText",
    "setPrefix",
    "setStatusTip",
    "setSuffix",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "tell",
}
ALLOWED = {"Kring", ".kring", "Nederlands", "English"}
SAYS = {"say": 1, "marked": 1, "say_in": 2, "say_n": 2}
"""What looks a text up, and how many of its arguments are texts."""


def called(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", None) or getattr(node.func, "id", ""))


def words_in(node: ast.expr) -> list[str]:
    """The letters a person would see that come straight from the code, and not through `say`."""
    if isinstance(node, ast.Constant):
        text = node.value
        if not isinstance(text, str) or text.strip() in ALLOWED:
            return []
        return [text] if any(c.isalpha() for c in text) else []
    if isinstance(node, ast.JoinedStr):
        return [word for part in node.values for word in words_in(part)]
    if isinstance(node, ast.IfExp):
        return words_in(node.body) + words_in(node.orelse)
    if isinstance(node, ast.BinOp):
        return words_in(node.left) + words_in(node.right)
    if isinstance(node, ast.BoolOp):
        return [word for value in node.values for word in words_in(value)]
    if isinstance(node, ast.List | ast.Tuple):
        return [word for value in node.elts for word in words_in(value)]
    return []


def untranslated(source: str) -> list[tuple[int, str, str]]:
    return [
        (node.lineno, called(node), word)
        for node in nodes(source)
        if isinstance(node, ast.Call) and called(node) in SHOWN_BY
        for argument in node.args
        for word in words_in(argument)
    ]


def badly_said(source: str) -> list[int]:
    """Lines where what is said is put together before it is looked up: no tool could find it."""
    return [
        node.lineno
        for node in nodes(source)
        if isinstance(node, ast.Call) and called(node) in SAYS
        for argument in node.args[: SAYS[called(node)]]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]


@each(
    "code",
    [
        'label.setText("Save")',
        'QPushButton(f"{count} people", self)',
        'label.setToolTip("Yes" if ready else say("No"))',
        'button.setText("+ " + "Add")',
    ],
)
def test_the_check_for_words_finds_them(code: str) -> None:
    assert len(untranslated(code)) == 1


@pytest.mark.parametrize(
    "code", ['say(f"{count} people")', 'say_n("1", "a" + name, 2)', 'say_in("Words", text)']
)
def test_the_check_for_translations_finds_what_cannot_be_read(code: str) -> None:
    assert badly_said(code) == [1]


@each("file", VIEWS)
def test_every_word_on_the_screen_can_be_translated(file: Path) -> None:
    assert untranslated(file.read_text("utf-8")) == []


@each("file", VIEWS)
def test_what_is_translated_stands_there_in_full(file: Path) -> None:
    assert badly_said(file.read_text("utf-8")) == []


# --- names


def test_the_map_of_the_house_names_every_room_and_every_module_beside_them() -> None:
    said = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    here = [path for path in (ROOT / "app").iterdir() if not path.name.startswith(("_", "."))]
    rows = [f"    app/{path.name}{'' if path.suffix else '/'} " for path in here]
    assert [row for row in rows if row not in said] == []
    named = re.findall(r"^    (app/\S+)", said, re.M)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_no_module_is_called_as_another_of_its_folder_but_for_one_letter() -> None:
    alike = []
    for folder in {path.parent for path in (ROOT / "app").rglob("*.py")}:
        names = {path.stem for path in folder.iterdir() if "__" not in path.name}
        shorter = {(name[:at] + name[at + 1 :], name) for name in names for at in range(len(name))}
        alike += [(folder.name, *pair) for pair in shorter if pair[0] in names]
    assert alike == []


def test_every_module_that_is_named_by_its_path_is_there() -> None:
    made = (ROOT / "docs" / "changes").glob("a-new-*.md")  # worked examples name what they add
    pages = [ROOT / "CONTRIBUTING.md", *{*(ROOT / "docs").rglob("*.md")}.difference(made)]
    modules = sorted((ROOT / "app").rglob("*.py"))
    there = {f"/{path.relative_to(ROOT).as_posix()}" for path in ROOT.glob("[abpt]*/**/*.py")}
    endings = {path[at:] for path in there for at, sign in enumerate(path) if sign == "/"}
    missing = [
        (path.name, named)
        for path in (*pages, *modules)
        for named in re.findall(r"`([\w/]+\.py|resources/[\w/-]+\.\w+)\b", path.read_text("utf-8"))
        if f"/{named}" not in endings and not (ROOT / named).is_file()
    ]
    assert missing == []


def test_every_module_and_folder_says_in_its_first_line_what_it_is() -> None:
    sentence = re.compile(r'"""\S.*[.:]("""( +#.*)?)?')
    silent = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        with path.open(encoding="utf-8") as file:
            if not sentence.fullmatch(file.readline().rstrip("\n")):
                silent.append(str(path.relative_to(ROOT)))
    assert silent == []
