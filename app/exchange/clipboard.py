"""Partners on the clipboard: a small map for another Kring, lines of text for other programs."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from app.exchange.cells import guarded, unguarded
from app.exchange.kring_file import from_json as map_from_json
from app.exchange.kring_file import to_json as map_to_json
from app.models.network import Map, Network, Partner, Tie, new_id
from app.models.problem import Problem
from app.models.rules import cleaned
from app.models.vocabulary import Kind, folded, vocabulary

MIME: Final = "application/x-kring-partners+json"
"""What our own content is called on the clipboard."""

MOST_LINES: Final = 200
"""Most partners taken from a text at once; a longer one is no list of people."""

_LONGEST: Final = 1_000_000
"""Most characters of a text that are looked at."""

_SCALES: Final = ("frequency", "importance")
_BULLET: Final = re.compile(r"^\s*(?:[-–—*•·▪◦]+|\(?\d{1,3}[.):])\s+")
"""What stands before the entries of a list: a dash, a dot, a number."""


def to_json(partners: Sequence[Partner], ties: Iterable[Tie]) -> bytes:
    """Return partners and the ties among them as a `.kring` file of a map without a title."""
    ids = {partner.id for partner in partners}
    among = [tie for tie in ties if tie.ends <= ids]
    return map_to_json(Map.of([_bare(ids), *partners, *among]))


def from_json(content: bytes) -> tuple[tuple[Partner, ...], tuple[Tie, ...]]:
    """Return the partners and the ties, checked as strictly as a `.kring` file.

    Raises `Problem`: `paste_unreadable`, or `paste_newer` for what a newer Kring copied.
    """
    try:
        whole = map_from_json(content, Path("clipboard"))
    except Problem as problem:
        newer = problem.code == "file_newer"
        raise Problem("paste_newer" if newer else "paste_unreadable") from problem
    return whole.partners, whole.ties


def to_text(partners: Iterable[Partner], language: str) -> str:
    """Return a line a partner: name, kind, contact and importance, between tabs."""
    known = vocabulary()
    lines = []
    for partner in partners:
        answers = (
            "" if code is None else known.scales[scale].step(code).label(language)
            for scale, code in zip(_SCALES, (partner.frequency, partner.importance), strict=True)
        )
        cells = (partner.name, known.kind_label(partner.kind, language), *answers)
        lines.append("\t".join(guarded(cell) for cell in cells))
    return "\n".join(lines)


def from_text(text: str, language: str) -> tuple[Partner, ...]:
    """Return a new partner for every line that names somebody, at most `MOST_LINES`.

    The first cell with a letter in it is the name, without the dash or the number of a list.
    The kind follows from a cell that is the name of a kind, else from the words of the name;
    a cell that is an answer of contact or importance is taken as one, other cells are left.
    """
    found: list[Partner] = []
    for line in text[:_LONGEST].splitlines():
        cells = [unguarded(cell.strip()) for cell in _BULLET.sub("", line).split("\t")]
        named = next((n for n, cell in enumerate(cells) if _names(cell)), None)
        if named is not None and len(found) < MOST_LINES:
            found.append(_partner(cleaned(cells[named]), cells[named + 1 :], language))
    return tuple(found)


def _names(cell: str) -> bool:
    return any(character.isalpha() for character in cleaned(cell))


def _partner(name: str, cells: Sequence[str], language: str) -> Partner:
    words = [folded(cell) for cell in cells]
    kind = next((k for k in map(_kind_called, words) if k is not None), None)
    kind = kind or vocabulary().certain(name, language)
    return Partner(
        id=new_id(),
        name=name,
        kind=kind.id if kind else None,
        setting=kind.setting if kind else None,
        entity=kind.entity if kind else None,
        frequency=_answer("frequency", words),
        importance=_answer("importance", words),
    )


def _kind_called(word: str) -> Kind | None:
    kinds = vocabulary().kinds.values() if word else ()
    return next((kind for kind in kinds if word in (folded(kind.nl), folded(kind.en))), None)


def _answer(scale: str, words: Sequence[str]) -> int | None:
    steps = vocabulary().scales[scale].steps
    codes = {folded(label): step.code for step in steps for label in (step.nl, step.en)}
    return next((codes[word] for word in words if word in codes), None)


def _bare(taken: set[str]) -> Network:
    """Return the record a map cannot do without, under an id that nobody has."""
    key = "clipboard"
    while key in taken:
        key = new_id()
    return Network(id=key, series="clipboard")
