"""Brings the catalogue of Dutch words in step with the code: `uv run python -m tools.words`.

Extracts every text of the code, keeps the Dutch of those that stayed, drops what went, and compiles
the result. Prints what has no Dutch yet.
"""

import ast
import io
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).parents[1]
DUTCH: Final = ROOT / "resources" / "translations" / "nl.po"
_SAYING: Final = {"say": 1, "marked": 1, "say_in": 2, "say_n": 2}
"""What marks texts, and how many of its first arguments are texts (of `say_in`, one is where)."""


def extracted() -> Catalog:
    """Return every text of the code, without translations, in the order of the files."""
    catalog = Catalog()
    for path in sorted((ROOT / "app").rglob("*.py")):
        for saying, texts in marked_in(path.read_text("utf-8")):
            if saying == "say_in":
                catalog.add(texts[1], context=texts[0])
            else:
                catalog.add(texts if saying == "say_n" else texts[0])
    return catalog


@cache
def marked_in(code: str) -> Sequence[tuple[str, tuple[str, ...]]]:
    """Return every call that marks a text, and its texts; also those within other texts.

    Calls with something else than a text are left out: what they say was marked elsewhere.
    """
    found: list[tuple[str, tuple[str, ...]]] = []
    if not any(f"{saying}(" in code for saying in _SAYING):
        return found  # most modules: reading one as Python does takes longest
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and (saying := name_of(call)) in _SAYING:
            values = [getattr(one, "value", None) for one in call.args[: _SAYING[saying]]]
            texts = tuple(value for value in values if isinstance(value, str))
            if len(texts) == _SAYING[saying]:
                found.append((saying, texts))
    return found


def name_of(call: ast.Call) -> str:
    """Return what a call calls: the last part of its name."""
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


@cache
def updated(written: bytes) -> Catalog:
    """Return the catalogue `written` with exactly the texts of the code; nobody changes it."""
    catalog = read_po(io.BytesIO(written), locale="nl")
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.header_comment = "# What Kring says in Dutch, by what it says in English."
    return catalog


def as_written(catalog: Catalog) -> bytes:
    """Return the file of a catalogue, as it is committed."""
    file = io.BytesIO()
    write_po(file, catalog, width=100, no_location=True, omit_header=False, sort_output=True)
    return file.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """Return what the app reads."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main() -> int:
    """Write both files anew; 1 where something has no Dutch yet."""
    catalog = updated(DUTCH.read_bytes())
    DUTCH.write_bytes(as_written(catalog))
    DUTCH.with_suffix(".mo").write_bytes(compiled(catalog))
    missing = [message for message in catalog if message.id and not is_translated(message)]
    for message in missing:
        sys.stdout.write(f"no Dutch yet: {message.id}\n")
    return 1 if missing else 0


def is_translated(message: object) -> bool:
    """Tell whether each form of a message has its Dutch."""
    forms = message.string  # type: ignore[attr-defined]
    return all(forms) if isinstance(forms, tuple) else bool(forms)


if __name__ == "__main__":
    sys.exit(main())
