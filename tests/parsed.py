"""Code as Python reads it, once for all the tests that hold a rule of it."""

import ast
import gc
from functools import cache


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
