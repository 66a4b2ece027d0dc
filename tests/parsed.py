"""Code as Python reads it, once for all the tests that hold a rule of it."""

import ast
from functools import cache


@cache
def parsed(code: str) -> ast.Module:
    """Return the tree of a module, which nobody changes."""
    return ast.parse(code)


@cache
def nodes(code: str) -> tuple[ast.AST, ...]:
    """Return everything in a module, the outermost first."""
    return tuple(ast.walk(parsed(code)))
