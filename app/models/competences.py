"""The framework of competences: Kring's own, or that of a school in a file beside the library.

Kring's own stands in `resources/vocabulary/competences.toml`.
"""

from pathlib import Path
from typing import Any, Final

from app import RESOURCES
from app.models.frozen import frozen
from app.models.problem import Problem
from app.models.rules import ID_LENGTH, NAME_LENGTH
from app.models.vocabulary import Term

FILE: Final = "competences.toml"
MOST_LINES: Final = 60
_MOST_BYTES: Final = 1 << 20


@frozen
class Framework(Term):
    """The name of a framework, where it comes from, and its lines by id."""

    note: Term
    lines: dict[str, Term]


_own: Path | None = None


def look_in(folder: Path | None) -> None:
    """Take the framework from a file in this folder from now on, where there is one."""
    global _own
    _own = None if folder is None else folder / FILE


def framework() -> Framework:
    """Return the framework that is used. Raises `Problem` `competences_not_read`."""
    if _own is None or not _own.is_file():
        return _framework(RESOURCES / "vocabulary" / FILE)
    try:
        if _own.stat().st_size > _MOST_BYTES:
            raise ValueError(_own)
        return _framework(_own)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Problem("competences_not_read", file=_own) from error


def _framework(path: Path) -> Framework:
    import tomllib  # no map waits for it

    read: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    (head,) = read["framework"]
    lines = [_term(row) for row in read["competence"]]
    if not 0 < len(lines) <= MOST_LINES or len({line.id for line in lines}) != len(lines):
        raise ValueError(path)
    nl, en = str(head.get("note_nl", "")), str(head.get("note_en", ""))
    note = Term(id="note", nl=nl or en, en=en or nl)
    named = _term(head)
    return Framework(
        id=named.id, nl=named.nl, en=named.en, note=note, lines={line.id: line for line in lines}
    )


def _term(row: dict[str, Any]) -> Term:
    """Return a line: one language will do for both."""
    nl, en = (" ".join(str(row.get(tongue, "")).split()) for tongue in ("nl", "en"))
    key = str(row["id"])
    if not (nl or en) or not 0 < len(key) <= ID_LENGTH or max(len(nl), len(en)) > 2 * NAME_LENGTH:
        raise ValueError(row)
    return Term(id=key, nl=nl or en, en=en or nl)
