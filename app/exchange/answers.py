"""What people write for how often and how important: a digit, words, so many times, or dots.

The words are those of the scales, and those in `resources/vocabulary/lists.toml`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from app.exchange.list_headings import SCALES, names_somebody
from app.models.text_form import in_form
from app.models.vocabulary import list_words, vocabulary
from app.models.word_forms import key_of

_LONGEST: Final = 80
"""Characters of an answer; no answer is longer."""
_DIGIT: Final = re.compile(r"\+?0*([0-9]{1,3})(?:[.,]0*)?")
_NUMBERED: Final = re.compile(r"\A\d{1,2}\s*[-–—=:.)(]\s*(?=[^\W\d_])")
"""What stands before an answer in words where its number is there too: *4 - wekelijks*."""
_NUMBER_BEHIND: Final = re.compile(r"(?<=[^\W\d_])\s*\(\d{1,2}\)\Z")
"""The same behind it: *wekelijks (4)*."""
_SEVERAL: Final = re.compile(r"(\d{1,2})\s*(?:-|–|—|à|a|of|or|tot|to)\s*(\d{1,2})(?!\d)")
"""Two numbers of which it is either: *2-3 keer per week*."""
_PIECES: Final = re.compile(r"\d+|[^\W\d_]+|[/×]")
_ASIDE: Final = re.compile(r"[(\[][^)\]]*[)\]]?|[,;].*", re.S)
"""What is said beside an answer: *1x per week (mail)*."""
_TURNED: Final = {"/": "per", "×": "x"}
_STARRED: Final = frozenset(("x", "ja", "j", "yes", "y", "1", "true", "waar", "ster", "star"))
_RANGES: Final = 3
"""An answer has no more of them; to read one more would take twice as long."""


def answer_code(scale: str, cell: str) -> int | None:
    """Return the code of an answer as people write it, where it can only be that one."""
    code = _code(scale, cell.strip()) if 0 < len(cell) <= _LONGEST else None
    first, last = SCALES[scale]
    return code if code is not None and first <= code <= last else None


def is_in_words(scale: str, cell: str) -> bool:
    """Tell whether a cell is an answer whatever stands above it: digits alone say nothing."""
    return names_somebody(cell) and answer_code(scale, cell) is not None


def is_starred(cell: str) -> bool:
    """Tell whether a cell in a column of stars has one."""
    return key_of(cell) in _STARRED or cell in ("*", "★", "☆")


@lru_cache(maxsize=4096)
def _code(scale: str, cell: str) -> int | None:
    if whole := _DIGIT.fullmatch(cell):
        return int(whole[1])
    words = _NUMBER_BEHIND.sub("", _NUMBERED.sub("", cell))
    code = _answers(scale).get(key_of(words)) if key_of(words) else None
    if code is None:
        code = _part_of_all(scale, cell)
    if code is None and scale == "frequency":
        code = _counted(_ASIDE.sub("", words))
    return code


@lru_cache(maxsize=2)
def _answers(scale: str) -> dict[str, int]:
    """Return the code for every way to write an answer, as it stands in the scale and otherwise."""
    codes = {
        key_of(text): step.code
        for step in vocabulary().scales[scale].steps
        for text in (step.short_nl, step.short_en, step.nl, step.en)
    }
    for row in list_words()["answer"]:
        if row["scale"] == scale:
            codes |= {key_of(word): row["code"] for word in _both(row)}
    return codes


def _both(row: Mapping[str, Any]) -> list[str]:
    return [*row["nl"], *row["en"]]


# Of how many: *4/5*, *4 van de 5*, four dots of five.


@lru_cache(maxsize=1)
def _of_all() -> re.Pattern[str]:
    of, points = ("|".join(_both(list_words()[name][0])) for name in ("out_of", "points"))
    return re.compile(rf"(\d{{1,2}})\s*(?:(?:/|{of})\s*(\d{{1,2}})|(?:{points}))", re.I)


def _part_of_all(scale: str, cell: str) -> int | None:
    """Return the code of an answer that tells how many of all steps, or shows them as dots."""
    most = SCALES[scale][1]
    if said := _of_all().fullmatch(cell):
        return int(said[1]) if int(said[2] or most) == most else None
    shown = cell.replace("\ufe0f", "").replace(" ", "")
    (marks,) = list_words()["mark"]
    full = len(shown) - len(shown.lstrip(marks["full"]))
    empty = len(shown) - full
    if not shown or shown[full:].strip(marks["empty"]) or len({*shown[:full]}) > 1:
        return None
    is_said = full + empty == most if empty else full > (shown[:1] in "*★⭐")  # one star is a star
    return full if is_said else None


# So many times in a span of time.


class _Word(NamedTuple):
    """What a word of such an answer is, as one letter, with its number or unit."""

    what: str
    value: Any = None


_WHAT: Final = {"number": "n", "every": "e", "times": "t", "per": "p", "unit": "u", "unsure": "?"}
_SAID: Final = re.compile(r"(?:nt?p*|en?t?p*|n?t?p*e)n?u|nup*u")
"""*2x per week*, *elke 2 weken*, *1x elke 2 weken*, *3 dagen per week*."""


@lru_cache(maxsize=1)
def _lexicon() -> dict[tuple[str, ...], _Word]:
    found: dict[tuple[str, ...], _Word] = {}
    for name, letter in (*_WHAT.items(), ("about", "")):
        for row in list_words()[name]:
            word = _Word(letter, row.get("value", row.get("unit")))
            found |= {tuple(_pieces(text)): word for text in _both(row)}
    return found


def _pieces(text: str) -> list[str]:
    plain = "".join(c for c in in_form("NFKD", text.casefold()) if c.isascii() or c == "×")
    return [_TURNED.get(one, one) for one in _PIECES.findall(plain)]


def _words(text: str) -> list[_Word]:
    """Return what the words of an answer are, the longest that is known first; not the others."""
    found, pieces, at = [], _pieces(text), 0
    while at < len(pieces):
        size = next((n for n in (3, 2) if tuple(pieces[at : at + n]) in _lexicon()), 1)
        word = _lexicon().get(tuple(pieces[at : at + size]), _Word(""))
        found.append(_Word("n", int(pieces[at][:3])) if pieces[at].isdigit() else word)
        at += size
    return [word for word in found if word.what]


def _counted(text: str) -> int | None:
    """Return the code of *so many times a week*, where it is clearly that one."""
    if several := _SEVERAL.search(text):
        if len(_SEVERAL.findall(text)) > _RANGES:
            return None
        before, behind = text[: several.start()], text[several.end() :]
        codes = {_counted(f"{before}{n}{behind}") for n in several.groups()}
        return codes.pop() if len(codes) == 1 else None
    words = _words(text)
    kinds = "".join(word.what for word in words)
    if not _SAID.fullmatch(kinds) or (kinds.count("u") > 1 and words[1].value != "day"):
        return None
    times, span = 1, 1
    for at, word in enumerate(words[:-1]):
        if word.what == "e" or (word.what == "n" and {"p", "e"} & {*kinds[:at]}):
            span *= word.value
        elif word.what == "n":
            times = word.value
    return _rate(times, span, words[-1].value)


def _rate(times: int, span: int, unit: str) -> int | None:
    """Return the code of so many times in a span of so many units."""
    for row in list_words()["rate"]:
        (least, most), (shortest, longest) = row["times"], row["span"]
        if row["unit"] == unit and least <= times <= most and shortest <= span <= longest:
            return int(row["code"])
    return None
