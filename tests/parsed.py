"""Code as Python reads it, once for all the tests that hold a rule of it."""

import ast
import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path


def modules_with(folder: Path, *words: str) -> Iterator[tuple[Path, str]]:
    """Yield the modules in which one of the words is written: to read all as Python takes seconds.

    For names and texts that are written in one piece.
    """
    for path in sorted(folder.rglob("*.py")):
        code = path.read_text("utf-8")
        if any(word in code for word in words):
            yield path, code


@cache
def parsed(code: str) -> ast.Module:
    """Return the tree of a module, which nobody changes."""
    # It stays, and Python would look through all trees again and again while it makes more.
    was_on = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(code)
    finally:
        if was_on:
            gc.enable()


@cache
def nodes(code: str) -> tuple[ast.AST, ...]:
    """Return everything in a module, the outermost first."""
    return tuple(ast.walk(parsed(code)))
