"""The words of the product: kinds, settings, scales, choices and questions, in Dutch and English.

They are resources (`resources/vocabulary/*.toml`), read once. Every word has an `id` that is
stored and never changes, and a label per language that is shown.
"""

import json
import re
import unicodedata
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Final, TypeVar

from app import RESOURCES
from app.models.writing import normalised

LANGUAGES: Final = ("nl", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word with an id, in both languages."""

    id: str
    nl: str
    en: str

    def label(self, language: str) -> str:
        """Return the word in `language` (`nl`, or English for anything else)."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Term):
    """Where a partner belongs: one of the six sectors of the map."""

    short_nl: str
    short_en: str
    inside_school: bool

    def short(self, language: str) -> str:
        """Return the label that fits on the rim of the map."""
        return self.short_nl if language == "nl" else self.short_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Term):
    """What sort of partner this is."""

    setting: str
    entity: str
    synonyms_nl: tuple[str, ...] = ()
    synonyms_en: tuple[str, ...] = ()
    prompt_nl: str = ""
    prompt_en: str = ""

    def synonyms(self, language: str) -> tuple[str, ...]:
        """Return the words people type for this kind."""
        return self.synonyms_nl if language == "nl" else self.synonyms_en

    def prompt(self, language: str) -> str:
        """Return the word offered under *who else?*, or nothing."""
        return self.prompt_nl if language == "nl" else self.prompt_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One answer of a scale."""

    code: int
    nl: str
    en: str
    short_nl: str
    short_en: str
    contacts: int | None = None
    """Estimated contacts in a school year of 40 weeks; for the frequency scale only."""

    def label(self, language: str) -> str:
        """Return the answer in full."""
        return self.nl if language == "nl" else self.en

    def short(self, language: str) -> str:
        """Return the answer as it fits on a button."""
        return self.short_nl if language == "nl" else self.short_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Term):
    """A question with ordered answers; `nl` and `en` hold the question."""

    version: int
    higher_means: str
    steps: tuple[Step, ...]

    def step(self, code: int) -> Step:
        """Return the answer with this code; raises KeyError where there is none."""
        for step in self.steps:
            if step.code == code:
                return step
        raise KeyError(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadrant(Term):
    """One of the four places where contact and importance meet, or *not filled in*."""

    prompt_nl: str = ""
    prompt_en: str = ""

    def prompt(self, language: str) -> str:
        """Return the question this quadrant asks."""
        return self.prompt_nl if language == "nl" else self.prompt_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Term):
    """A question for reflection."""

    theme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All words, by id, in the order in which they are shown."""

    settings: dict[str, Setting]
    kinds: dict[str, Kind]
    scales: dict[str, Scale]
    choices: dict[str, dict[str, Term]]
    """Lists of fixed answers: `focus`, `forms`, `energy`, ..."""
    quadrants: dict[str, Quadrant]
    questions: dict[str, Question]

    def contacts(self, frequency: int) -> int:
        """Return the estimated contacts in a school year for a frequency code (0-6)."""
        return self.scales["frequency"].step(frequency).contacts or 0

    def is_inside(self, setting: str | None) -> bool:
        """Tell whether a setting is in the school; nobody is where none is known."""
        known = self.settings.get(setting or "")
        return known is not None and known.inside_school

    def kind_label(self, kind: str | None, language: str) -> str:
        """Return the name of a kind; own words are their own name."""
        if kind is None:
            return ""
        known = self.kinds.get(kind)
        return known.label(language) if known else kind

    def recognise(self, typed: str, language: str) -> list[Kind]:
        """Return the kinds that `typed` may mean, the likeliest first (at most six).

        Names and synonyms count in both languages, those of `language` first. An exact word
        comes before a word between brackets (*juf Fatima (bso)*), that before another word the
        text contains (*ouders Sam*), and that before a word that starts with the text (*logo*
        for *logopedist*).
        """
        return [kind for _, kind in self._ranked(typed, language)[:6]]

    def certain(self, typed: str, language: str) -> Kind | None:
        """Return the kind that `typed` names in so many words, or None.

        The beginning of a word is not enough: *Sam* is a name before it is a
        *samenwerkingsverband*.
        """
        ranked = self._ranked(typed, language)
        return ranked[0][1] if ranked and ranked[0][0] < _BEGINNING else None

    def entity(self, name: str, kind: Kind) -> str | None:
        """Return whether a partner is a person, a group or an organisation.

        It follows from the kind unless the name says otherwise: *moeder van Sem* is one person,
        though parents are a group, *juf Fatima (bso)* is one, though a day care is an
        organisation, and *team groep 5* are several, though a colleague is one.
        """
        words = set(_words(folded(name).replace("'", " ")))
        if words & _ONE:
            return "person"
        if kind.entity == "person":
            return "group" if words & _SEVERAL else "person"
        return "person" if words & _TITLES else kind.entity

    def _ranked(self, typed: str, language: str) -> list[tuple[int, Kind]]:
        text = folded(typed)
        words = _words(text)
        aside = _words(" ".join(_BRACKETS.findall(text)))
        if not words:
            return []
        ranked: list[tuple[int, int, int, Kind]] = []
        for order, kind in enumerate(self.kinds.values()):
            best = min(
                (
                    (_match(text, words, aside, phrase), position)
                    for position, tongue in enumerate(_own_first(language))
                    for phrase in _phrases(kind, tongue)
                ),
                default=(_NO_MATCH, 0),
            )
            if best[0] < _NO_MATCH:
                ranked.append((*best, order, kind))
        return [(row[0], row[3]) for row in sorted(ranked, key=lambda row: row[:3])]


_ONE: Final = frozenset(
    {
        "moeder",
        "mama",
        "stiefmoeder",
        "vader",
        "papa",
        "stiefvader",
        "oma",
        "opa",
        "tante",
        "oom",
        "agent",
        "wijkagent",
        "mother",
        "mum",
        "mom",
        "stepmother",
        "father",
        "dad",
        "stepfather",
        "grandma",
        "grandpa",
        "grandmother",
        "grandfather",
        "aunt",
        "uncle",
        "officer",
    }
)
_SEVERAL: Final = frozenset(
    {
        "team",
        "teams",
        "groep",
        "werkgroep",
        "leerkring",
        "collega-leraren",
        "leraren",
        "group",
        "teachers",
        "colleagues",
    }
)
"""Words in a name that say more than its kind does."""

_TITLES: Final = frozenset({"juf", "meester", "mevrouw", "meneer", "mrs", "mr", "ms", "miss"})
"""Words in front of the name of one person, also of somebody who stands for an organisation."""

_BRACKETS: Final = re.compile(r"\(([^)]*)")

_ASIDE: Final = 100
_WITHIN: Final = 200
_BEGINNING: Final = 300
_NO_MATCH: Final = 1000


def folded(text: str) -> str:
    """Return `text` without capitals, accents and double spaces, to compare words by."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", normalised(text).casefold().replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _own_first(language: str) -> tuple[str, ...]:
    return ("nl", "en") if language == "nl" else ("en", "nl")


@lru_cache(maxsize=256)
def _phrases(kind: Kind, language: str) -> tuple[str, ...]:
    """Return the folded words for `kind`: its label, the parts of its label, its synonyms."""
    if kind.id == "other":
        return ()
    label = kind.label(language)
    parts = [label, *(part for part in label.replace("(", "/").replace(")", "/").split("/"))]
    found = (folded(part) for part in (*parts, *kind.synonyms(language)))
    return tuple(dict.fromkeys(part for part in found if part))


def _words(text: str) -> list[str]:
    """Return the words of a text without the marks around them."""
    return [word for part in text.split() if (word := part.strip("(),;:"))]


def _match(text: str, words: list[str], aside: list[str], phrase: str) -> int:
    """Return how badly `phrase` fits `text`: 0 for the same, `_NO_MATCH` for not at all.

    `words` are those of the text, `aside` those of them between brackets.
    """
    if text == phrase:
        return 0
    phrase_words = phrase.split()
    count = len(phrase_words)
    for within, badly in ((aside, _ASIDE), (words, _WITHIN)):
        for start in range(len(within) - count + 1):
            if within[start : start + count] == phrase_words:
                return badly + start - len(phrase)
    if phrase.startswith(text):
        return _BEGINNING + len(phrase) - len(text)
    if len(text) >= 3 and any(word.startswith(text) for word in phrase_words[1:]):
        return 500
    return _NO_MATCH


_T = TypeVar("_T", bound=Term)

_KEY: Final = re.compile(r"(?<=[{,] )(\w+) = ")
"""A key within braces, after which JSON wants a colon."""


def _read(name: str) -> dict[str, list[dict[str, Any]]]:
    """Read lists of tables, from the part of TOML that these files keep to.

    Its values are JSON, which is read in a fifth of the time: the map waits for it.
    """
    written = (RESOURCES / "vocabulary" / f"{name}.toml").read_text(encoding="utf-8")
    read: dict[str, list[dict[str, Any]]] = {}
    row: dict[str, Any] = {}
    key = ""
    for line in written.splitlines():
        if line.startswith("[["):
            row = {}
            read.setdefault(line.strip("[]"), []).append(row)
        elif line.startswith("    {"):
            row[key].append(json.loads(_KEY.sub(r'"\1": ', line.rstrip(","))))
        elif line and line[0] not in "#]":
            key, _, value = line.partition(" = ")
            row[key] = [] if value == "[" else json.loads(value)
    return read


def _terms(kind: type[_T], rows: list[dict[str, Any]]) -> dict[str, _T]:
    known = {f.name for f in fields(kind)}
    terms: dict[str, _T] = {}
    for row in rows:
        if not row.keys() <= known or row["id"] in terms:
            raise ValueError(f"vocabulary: {kind.__name__} {row!r}")
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
        }
        terms[row["id"]] = kind(**values)
    return terms


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the words of the product; read from disk at the first call."""
    scales = [
        {**row, "steps": [Step(**step) for step in row["steps"]]}
        for row in _read("scales")["scale"]
    ]
    return Vocabulary(
        settings=_terms(Setting, _read("settings")["setting"]),
        kinds=_terms(Kind, _read("kinds")["kind"]),
        scales=_terms(Scale, scales),
        choices={name: _terms(Term, rows) for name, rows in _read("choices").items()},
        quadrants=_terms(Quadrant, _read("quadrants")["quadrant"]),
        questions=_terms(Question, _read("questions")["question"]),
    )
