"""No module and no function is longer than can be read at once, without exceptions."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.parsed import parsed

ROOT: Final = Path(__file__).parents[1]
MOST_LINES: Final = 400
MOST_OF_A_FUNCTION: Final = 50


def modules() -> Iterator[tuple[str, str]]:
    """Yield the modules of the app by their path, with what stands in them."""
    for path in sorted((ROOT / "app").rglob("*.py")):
        yield path.relative_to(ROOT / "app").as_posix(), path.read_text("utf-8")


def functions(text: str, within: str = "") -> Iterator[tuple[str, int]]:
    """Yield the functions of a module by their name, with how many lines they have."""
    yield from _functions(parsed(text), within)


def _functions(node: ast.AST, within: str) -> Iterator[tuple[str, int]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = f"{within}{child.name}"
            if not isinstance(child, ast.ClassDef):
                yield name, (child.end_lineno or 0) - child.lineno + 1
            yield from _functions(child, f"{name}.")
        elif isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield from _functions(child, within)  # in an expression there are none


def test_no_module_is_too_long() -> None:
    assert [name for name, text in modules() if text.count("\n") > MOST_LINES] == []


def test_no_function_is_too_long() -> None:
    found = [
        f"{module}:{name}"
        for module, text in modules()
        for name, lines in functions(text)
        if lines > MOST_OF_A_FUNCTION
    ]
    assert found == []


def test_a_long_function_would_be_found() -> None:
    body = "\n".join("        a = 1" for _ in range(60))
    text = f"class A:\n    def b(self):\n{body}\n    def c(self): ...\n"
    assert dict(functions(text)) == {"A.b": 61, "A.c": 1}


def test_a_function_is_found_wherever_it_stands() -> None:
    text = """
if 1:
    def a(): ...
else:
    def b(): ...
try:
    with c:
        for d in e:
            def f():
                def g(): ...
except E:
    def h(): ...
finally:
    def i(): ...
match j:
    case k:
        async def l(): ...
"""
    assert [name for name, _ in functions(text)] == ["a", "b", "f", "f.g", "h", "i", "l"]
