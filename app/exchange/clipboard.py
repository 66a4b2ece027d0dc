"""Partners on the clipboard: a small map for another Kring, lines of text for other programs."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from app.exchange.cells import guarded
from app.exchange.kring_file import from_json as map_from_json
from app.exchange.kring_file import to_json as map_to_json
from app.models.network import Map, Network, Partner, Tie, new_id
from app.models.problem import Problem
from app.models.vocabulary import vocabulary

MIME: Final = "application/x-kring-partners+json"
"""What our own content is called on the clipboard."""

_SCALES: Final = ("frequency", "importance")


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
        newer = problem.code in ("file_newer", "file_newer_named")
        raise Problem("paste_newer" if newer else "paste_unreadable") from problem
    return whole.partners, whole.asked_pairs


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


def _bare(taken: set[str]) -> Network:
    """Return the record a map cannot do without, under an id that nobody has."""
    key = "clipboard"
    while key in taken:
        key = new_id()
    return Network(id=key, series="clipboard")
