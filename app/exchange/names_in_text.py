"""Finds the names of people in what was typed, where those names are said to be hidden.

A name is found whole, and so is a part of it that says who it is: of *Moeder van Noor* that is
*Noor*. Words that are what somebody is, such as *ouders* or *juf*, are no names. A warning is all
that comes of it: what counts as a name of a person, only a person can say.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Final

from app.exchange.share import part_of
from app.models.network import Map, Partner, Record, rules_of
from app.models.vocabulary import LANGUAGES, folded, vocabulary

_SHORTEST: Final = 3
"""Letters of a part of a name that is looked for by itself."""

_SMALL: Final = frozenset(
    re.findall(
        r"\w+",
        "aan and bij boven de den der die dit een en from het hun ik in klas la le les met mijn my "
        "of onder op our school the their uit van vd ver von voor with zijn zonder "
        "dhr dr drs ing ir mej mevr mr mrs ms mw prof st",
    )
)
"""Words that say of nobody who it is, in both languages."""


def names_in(texts: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that stand in one of the texts, in their own order.

    Capitals and accents do not matter for a whole name and for what somebody is called by; a name
    behind that (*De Wit*) counts where it has its capital. *Noors* and *Noor's* are *Noor*.
    """
    written = [(text, _spaced(folded(text)), _spaced(text)) for text in texts if text.strip()]
    return tuple(
        name for name in dict.fromkeys(names) if any(_is_in(name, *one) for one in written)
    )


def still_named(whole: Map, reduced: Map) -> Mapping[str, tuple[str, ...]]:
    """Return the names in what was typed on a reduced map, by the part of sharing that holds them.

    Names are those of the partners of the whole map, and of whom that is about.
    """
    names = [partner.name for partner in whole.partners]
    if not reduced.network.subject:
        names.append(whole.network.subject)
    texts: dict[str, list[str]] = {}
    for record in reduced.records.values():
        for part, text in typed_in(record):
            texts.setdefault(part, []).append(text)
    found = {part: names_in(typed, names) for part, typed in texts.items()}
    return {part: named for part, named in found.items() if named}


def typed_in(record: Record) -> Iterator[tuple[str, str]]:
    """Return the free texts of a record, with the part of sharing each belongs to.

    The name of a partner is not among it.
    """
    rules = rules_of(type(record))
    for field in fields(record):
        is_name = isinstance(record, Partner) and field.name == "name"
        text = getattr(record, field.name)
        rule = rules.get(field.name)
        if rule is not None and rule.tidied is not None and not is_name and isinstance(text, str):
            yield part_of(type(record), field.name), text


def _is_in(name: str, text: str, plain: str, cased: str) -> bool:
    words = _words(folded(name))
    if not words or all(map(_is_ordinary, _words(name))):
        return False  # what somebody is, and not who
    whole = " ".join(words)
    if not _has_capitals(name) and name == name.upper():
        return folded(name) in folded(text)  # a script without capitals, and often without spaces
    if len(whole) < _SHORTEST:
        return _stands_in(" ".join(_words(name)), cased)  # initials, or *Bo*: as it is written
    if _stands_in(whole, plain):
        return True
    first, *others = *_parts(name), ""
    if first and _stands_in(folded(first), plain):
        return True
    return any(part and _stands_in(part, cased) for part in others)


def _parts(name: str) -> Iterator[str]:
    """Return the words of a name that say who it is: those with a capital, where any has one."""
    for word in _words(name):
        is_telling = word != word.lower() or not _has_capitals(name)
        if is_telling and len(word) >= _SHORTEST and not _is_ordinary(word):
            yield word


def _has_capitals(name: str) -> bool:
    return name != name.lower()


def _stands_in(words: str, spaced: str) -> bool:
    return f" {words} " in spaced or f" {words}s " in spaced


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _spaced(text: str) -> str:
    """Return the words of a text, each between spaces."""
    return f" {' '.join(_words(text))} "


@lru_cache(maxsize=4096)
def _is_ordinary(word: str) -> bool:
    """Tell whether a word, as it was typed, says what somebody is and not who."""
    if folded(word) in _SMALL | _labels():
        return True
    return any(vocabulary().certain(word, language) for language in LANGUAGES)


@lru_cache
def _labels() -> frozenset[str]:
    """Return the words of kinds and settings as they are shown."""
    known = vocabulary()
    terms = (*known.settings.values(), *known.kinds.values())
    return frozenset(
        word for term in terms for text in (term.nl, term.en) for word in _words(folded(text))
    )
