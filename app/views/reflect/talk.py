"""What the card of a partner says, field by field: for the page to take along and the report."""

from typing import Final

from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.words import current_language

PARTS: Final = (
    ("goal", "my_expertise", "their_expertise"),
    ("task_role_agreed", "forms"),
    ("before_talk", "after_talk"),
    ("hurdles", "my_hands", "positives"),
)
"""The fields of the card in the order of a talk, those that belong together together."""

_LISTED: Final = {
    "task_role_agreed": "agreed",
    "forms": "forms",
    "hurdles": "hurdles",
    "positives": "positives",
}
"""The fields that are chosen from a list, and from which."""


SEPARATORS: Final = {f: "; " if f in _LISTED else "\n" for part in PARTS for f in part}
"""What stands between the things that a field says where it is one text."""


def said(partner: Partner, field: str) -> tuple[str, ...]:
    """Return what a field of the card says, each choice or line apart; () if it is empty."""
    value = getattr(partner, field)
    if not value:
        return ()
    if field in _LISTED:
        terms = vocabulary().choices[_LISTED[field]]
        several = value if isinstance(value, tuple) else (value,)
        return tuple(terms[key].label(current_language()) for key in several)
    return tuple(value.split("\n")) if value.strip() else ()


def filled_in(partner: Partner) -> dict[str, tuple[str, ...]]:
    """Return the fields of the card that say something, and what."""
    found = {field: said(partner, field) for part in PARTS for field in part}
    return {field: lines for field, lines in found.items() if lines}
