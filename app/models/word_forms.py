"""The words for the kinds of partner as a dictionary: as written, in two parts, in other forms."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from app.models.text_form import in_form

Written = Mapping[str, Sequence[Mapping[str, Any]]]
"""`resources/vocabulary/words.toml`, as it is read."""

SURE: Final = "sure"
ALONE: Final = "alone"
WEAK: Final = "weak"

_FORMS: Final = {
    "er": ("ster", "sters", "ers"),
    "teur": ("trice", "teuse", "teurs"),
    "tor": ("trice", "toren", "tors"),
    "oog": ("oge", "ogen"),
    "ist": ("iste", "isten"),
    "ent": ("ente", "enten"),
    "ant": ("ante", "anten"),
    "eut": ("eute", "euten"),
    "aar": ("ares", "aarster", "aars", "aren"),
    "aris": ("aresse",),
    "icus": ("ica", "ici"),
    "ige": ("igen",),
    "kracht": ("krachten",),
    "team": ("teams",),
    "school": ("scholen",),
    "juf": ("juffen",),
    "coach": ("coaches",),
    "arts": ("artsen",),
    "lid": ("leden",),
}
"""The feminine and the plural of Dutch words by their ending."""

_ABBREVIATION: Final = 4
_OF_ABBREVIATIONS: Final = ("er", "ster", "ers")
"""What is put behind an abbreviation for who works there: *poh'er*, *ib'ster*."""


_HEARD: Final = (
    ("sch", "sg"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("qu", "kw"), ("ce", "se"), ("ci", "si"),
    ("c", "k"), ("ij", "ei"), ("y", "i"), ("ou", "au"), ("x", "ks"), ("dt", "t"), ("z", "s"),
    ("v", "f"), *((2 * letter, letter) for letter in "abdefgklmnoprstu"),
)  # fmt: skip
"""What is written in two ways for one sound, in the order in which it is replaced."""


PARTS: Final = re.compile(r"[()\[\],;:/|\t\n–—]|\s-+\s")
"""What divides a text: brackets, commas and dashes."""
ENDING: Final = re.compile(r"(?<=\w)\((\w{1,3})\)|\((\w+)\)(?=\w)")
"""Brackets within a word: *ouder(s)*, *(school)psycholoog*."""
SLASHED: Final = re.compile(r"\bv/([dhmn])\b", re.IGNORECASE)
IN_LAW: Final = re.compile(r"[\s-]+in[\s-]+laws?\b", re.IGNORECASE)
"""*mother in law* is one word, and no mother."""


_BASES: Final = tuple((form, base) for base, forms in _FORMS.items() for form in forms)
_ENDINGS: Final = tuple({*(form for form, _ in _BASES), *_OF_ABBREVIATIONS})


class Entry(NamedTuple):
    """A kind that a word means, and how surely."""

    kind: str
    sureness: str


def key_of(text: str) -> str:
    """Return the letters and digits of `text`, without capitals, accents and marks."""
    folded = text.casefold()
    plain = folded if folded.isascii() else in_form("NFKD", folded)
    return "".join([c for c in plain if c.isalnum()])


def sound_of(key: str) -> str:
    """Return roughly how a Dutch or English word sounds, for whoever writes it by ear."""
    for written, heard in _HEARD:
        key = key.replace(written, heard)
    return key


def phrases(written: Written, labels: Mapping[str, str], language: str) -> list[tuple[str, Entry]]:
    """Return the phrases for every kind in a language, its label among them."""
    found = [(label, Entry(kind, SURE)) for kind, label in labels.items()]
    for row in written["word"]:
        for sureness, name in ((SURE, ""), (ALONE, "alone_"), (WEAK, "weak_")):
            entry = Entry(row["kind"], sureness)
            found += [(phrase, entry) for phrase in row.get(name + language, ())]
    return found


def index(
    found: Sequence[tuple[str, Entry]], written: Written, bending: Iterable[str], language: str
) -> dict[str, Entry]:
    """Return the entry for every key: what is written goes before compounds."""
    entries: dict[str, Entry] = {}
    for phrase, entry in found:
        entries.setdefault(key_of(phrase), entry)
    if language == "en":
        people = next(row["en"] for row in written["list"] if row["id"] == "one")
        for phrase, entry in found:
            if phrase.endswith(tuple(people)):
                entries.setdefault(key_of(phrase) + "s", entry)
    if language == "nl":
        for key, entry in _bent(found, tuple(bending)):
            entries.setdefault(key, entry)
        for row in written["compound"]:
            entry = Entry(row["kind"], SURE)
            lasts = [key_of(last) for last in row["last"]]
            for first in map(key_of, row["first"]):
                for last in lasts:
                    entries.setdefault(first + last, entry)
    return entries


def _bent(found: Sequence[tuple[str, Entry]], bending: tuple[str, ...]) -> list[tuple[str, Entry]]:
    """Return the phrases that begin with an adjective, with its other form: *interne coach*."""
    made = []
    for phrase, entry in found:
        first, _, rest = phrase.partition(" ")
        if rest and first in bending:
            made.append((key_of(first + "e" + rest), entry))
        elif rest and first[-1] == "e" and first[:-1] in bending:
            made.append((key_of(first[:-1] + rest), entry))
    return made


def forms(key: str) -> list[str]:
    """Return the feminine and the plural of a Dutch word."""
    return [key.removesuffix(base) + form for form, base in _BASES if key.endswith(base)]


def bases(key: str) -> list[str]:
    """Return the Dutch words that `key` may be the feminine or the plural of."""
    if not key.endswith(_ENDINGS):
        return []
    found = [
        key[: -len(form)] + base
        for form, base in _BASES
        if key.endswith(form) and len(key) - len(form) + len(base) > _ABBREVIATION
    ]
    short = [key[: -len(ending)] for ending in _OF_ABBREVIATIONS if key.endswith(ending)]
    return found + [word for word in short if 1 < len(word) <= _ABBREVIATION]
