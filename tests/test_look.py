"""One hand: colours, letters, margins and controls come from the kit, and from nowhere else."""

import ast
import re
from ast import Call
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.views.widgets.theme import SPACES
from tests.parsed import nodes

ROOT = Path(__file__).parents[1]
SHEET = re.sub(
    r"/\*.*?\*/", "", (ROOT / "resources" / "themes" / "style.qss").read_text("utf-8"), flags=re.S
)
VIEWS = {
    path.relative_to(ROOT / "app" / "views").as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "app" / "views").rglob("*.py"))
}
KIT = ("widgets/theme.py",)
BUTTONS = {"primary", "quiet", "icon", "chip"}
"""What a button can be, beside an ordinary one; a tray of choices draws its own."""
CEILINGS = {"colours": 0, "letters": 4, "margins": 9, "roles": 29}
"""How often something is still said outside the kit: these numbers only go down."""


def calls(names: set[Any]) -> Iterator[tuple[Any, Call]]:
    for module, text in VIEWS.items():
        for node in nodes(text) if any(name in text for name in names) else ():
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr in names:
                yield module, node


def roles() -> Iterator[tuple[Any, Any]]:
    """Yield each role that code gives to a widget, with the module."""
    for module, node in calls({"setProperty"}):
        name, value = node.args
        if isinstance(name, ast.Constant) and name.value == "role":
            for part in ast.walk(value):
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
                    yield part.value, module


def test_no_view_has_a_colour_of_its_own() -> None:
    found = [
        (module, word)
        for module, text in VIEWS.items()
        for word in re.findall(r'"#[0-9A-Fa-f]{3,8}"|rgba?\(|QColor\("', text)
        if module not in KIT
    ]
    assert len(found) == CEILINGS["colours"], found


def test_no_view_has_letters_of_its_own_size() -> None:
    # Those in a disc are as large as the disc, in pixels; everything else has a role.
    found = [
        (module, ast.unparse(node))
        for module, node in calls({"setPointSizeF", "setPointSize", "setBold"})
        if module not in KIT
    ]
    assert len(found) == CEILINGS["letters"], found


def test_margins_are_those_of_the_grid() -> None:
    found = []
    for module, node in calls({"setContentsMargins", "setSpacing", "addSpacing"}):
        numbers = [
            part.value
            for part in ast.walk(node)
            if isinstance(part, ast.Constant) and isinstance(part.value, int)
        ]
        if not {0, *SPACES}.issuperset(numbers):
            found.append((module, ast.unparse(node)))
    assert len(found) == CEILINGS["margins"], Counter(module for module, _ in found)


def test_the_sheet_has_no_colour_and_no_size_beside_its_tokens() -> None:
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(", SHEET)
    boxes = r"QComboBox::d|::indicator|QScrollBar|QMenu::"
    said = [
        (rule.strip(), size)
        for rule in SHEET.split("}")
        if not re.search(boxes, rule)
        for size in re.findall(r"\b(\d+)px", rule)
        if int(size) > 2
    ]
    assert not said


def test_every_role_is_dressed_and_every_dress_is_worn() -> None:
    worn = {word for text in VIEWS.values() for word in re.findall(r'"(\w+)"', text)}
    asked = set(re.findall(r'\[role="(\w+)"\]', SHEET))
    assert not asked - worn
    assert not {role for role, _ in roles()} - asked
    assert len(asked) == CEILINGS["roles"], sorted(asked)


def test_whatever_lies_somewhere_is_told_where() -> None:
    lying = dict(re.findall(r'\[lies="(\w+)"\] \{([^}]*)\}', SHEET))
    assert {name for name, rule in lying.items() if "text-align" in rule} == {"start", "row", "end"}


def test_there_are_four_kinds_of_button_and_a_chip() -> None:
    dressed = set(re.findall(r'Q(?:Push|Tool)Button\[role="(\w+)"\]', SHEET))
    assert dressed == BUTTONS


@pytest.mark.parametrize("name", ["Inter-Regular", "Inter-Medium", "Inter-SemiBold"])
def test_letters_come_along_with_their_licence_and_a_figure_is_as_wide_as_another(
    name: str, qapp: QApplication
) -> None:
    from PySide6.QtGui import QRawFont

    file = ROOT / "resources" / "fonts" / f"{name}.otf"
    assert file.stat().st_size < 200_000
    raw = QRawFont(str(file), 2000)
    for text in (
        "Ünal Ağaoğlu",
        "Şebnem",
        "Łukasz Żółć",
        "Đặng",
        "Ελένη",
        "Мария",
        "0123456789→×…“”",
    ):
        assert all(raw.supportsCharacter(ord(letter)) for letter in text if letter != " ")
    advances = raw.advancesForGlyphIndexes(raw.glyphIndexesForString("0123456789"))
    widths = [one.x() for one in advances]
    assert max(widths) - min(widths) < 3  # of two thousand
    assert "SIL OPEN FONT LICENSE" in (ROOT / "resources" / "fonts" / "OFL.txt").read_text("utf-8")


def test_who_stands_in_the_middle_is_painted_in_one_place() -> None:
    found = [module for module, text in VIEWS.items() if '"ego")' in text]
    assert found == ["map/line_marks.py", "map/marks.py", "map/samples.py"], (
        "marks.ego has the ring"
    )
