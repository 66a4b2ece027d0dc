"""How a text is written: one way for what looks the same, and nothing in it that cannot be seen.

Two names that look alike must be one name, and a name must not turn the sentence round it. So a
text is normalised (Unicode NFC) where it comes in, from whatever side; signs that only steer the
direction of writing, or are not seen at all, go. What stands in a sentence is `isolated`.
"""

import re
import unicodedata
from typing import Final, Literal

_STEERING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Marks, embeddings, overrides and isolates of the direction of writing."""

_UNSEEN: Final = _STEERING | frozenset(
    "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb"
    "\u206a\u206b\u206c\u206d\u206e\u206f"
)
"""What is never seen; it can make two names that look the same differ."""

_JOINING: Final = frozenset("\u200c\u200d") | {chr(code) for code in range(0xFE00, 0xFE10)}
"""What changes the sign before it: letters of some scripts, and pictures of people and hearts."""

_TAKEN_OUT: Final = re.compile(f"[{''.join(sorted(_UNSEEN | _JOINING))}]")

_FIRST_JOINED: Final = 0x0600
"""From Arabic on scripts join; in Latin, Greek, Cyrillic and Hebrew such a sign does nothing."""

_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters by their category, and nothing to see."""

_NOT_SEEN_ALONE: Final = frozenset("CZM")
_BOXES: Final = frozenset(("Co", "Cn"))
"""No letters, but seen: a font without them shows a box."""

_MOST_MARKS: Final = 30
"""On one letter: so many Unicode foresees (the Stream-Safe Text Format of UAX #15)."""
_LONG: Final = re.compile(f"[^\x00-\u02ff]{{{_MOST_MARKS + 1}}}")
_MARKS_IN_JAPANESE: Final = "\uff9e\uff9f"
"""Letters by their category, and marks in the forms for compatibility."""

_TURNING: Final = frozenset(
    ("R", "AL", "AN", "RLE", "RLO", "RLI", "LRO", "LRE", "LRI", "FSI", "PDF")
)
_FIRST_TURNING: Final = "\u0590"

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b-\x1f]")
_ISOLATE: Final = re.compile("\u2068[^\u2068\u2069]*\u2069")


def in_form(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """Return a text in a form of Unicode, without marks that are heaped up beyond reading.

    Python puts the marks on a letter in order in a time that grows with their square: a name with
    a hundred thousand would stop Kring. So nothing else asks for a form.
    """
    if _LONG.search(text):
        marks, kept = 0, []
        for character in text:
            is_mark = unicodedata.category(character)[0] == "M" or character in _MARKS_IN_JAPANESE
            marks = marks + 1 if is_mark else 0
            if marks <= _MOST_MARKS:
                kept.append(character)
        text = "".join(kept)
    return unicodedata.normalize(form, text)


def normalised(text: str) -> str:
    """Return a text in the one way in which it is written, without what cannot be seen."""
    if text.isascii():
        return text
    composed = in_form("NFC", text)
    if not _TAKEN_OUT.search(composed):
        return composed
    seen: list[str] = []
    for character in composed:
        if character in _UNSEEN:
            continue
        if character in _JOINING and not (seen and _joins(seen[-1])):
            continue
        seen.append(character)
    while seen and seen[-1] == "\u200d":
        seen.pop()
    return in_form("NFC", "".join(seen))


def is_seen(text: str) -> bool:
    """Tell whether anything of a text is seen: a letter, a digit, a sign."""
    if text[:1].isascii() and text[:1].isalnum():
        return True  # as almost every text
    return any(
        (unicodedata.category(c)[0] not in _NOT_SEEN_ALONE or unicodedata.category(c) in _BOXES)
        and c not in _BLANK
        for c in text
    )


def alike(text: str) -> str:
    """Return a key that is the same for texts that a reader takes for the same but for capitals."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = in_form("NFKC", normalised(text)).casefold()
    return " ".join(in_form("NFKC", plain).split())


def isolated(text: str) -> str:
    """Return a text as it stands in a sentence of ours, whose direction it must not turn.

    What is written from left to right needs nothing. Anything else goes between signs (FSI and
    PDI) that let it be in its own direction, and the sentence in its own.
    """
    if not text or max(text) < _FIRST_TURNING:
        return text
    outside = _ISOLATE.sub("", text)  # what is isolated already turns nothing
    if _TURNING.isdisjoint(map(unicodedata.bidirectional, outside)):
        return text
    return f"{_FIRST_STRONG}{text}{_POP}"


def in_xml(text: str) -> str:
    """Return a text without the signs that XML, and so a workbook or a drawing, cannot hold."""
    held = _NOT_IN_XML.sub("", text)
    return held.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def cut(text: str, most: int) -> str:
    """Return the beginning of a text; what is isolated in it ends where it is cut."""
    start = text[:most]
    return start + _POP * (start.count(_FIRST_STRONG) - start.count(_POP))


def _joins(before: str) -> bool:
    return ord(before) >= _FIRST_JOINED or before in "#*0123456789©®"
