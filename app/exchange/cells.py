"""Cells of tables for a spreadsheet: what a person wrote is text there, and never a formula."""

import re
from typing import Final

_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER: Final = re.compile(r"[+-]?\d+([.,]\d+)?")
_GUARDED: Final = re.compile(r"'(?=\s*[=+\-@＝＋－＠])")


def guarded(text: str) -> str:
    """Put the sign before a text that tells a spreadsheet not to reckon; numbers stay numbers."""
    is_formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula or text[:1] in ("\t", "\r") else text


def unguarded(text: str) -> str:
    """Return a cell without that sign, as we and other programs write it."""
    return _GUARDED.sub("", text, count=1) if text[:1] == "'" else text
