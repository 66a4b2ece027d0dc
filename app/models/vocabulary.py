"""Settings, kinds, scales, choices, questions: the words stand in `resources/vocabulary/*.toml`.

They are read once. Every word has an `id` that is stored and never changes, and a label that is
shown, in Dutch and in English.
"""

import json
import re
import unicodedata
from dataclasses import fields, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from app import RESOURCES
from app.models.frozen import frozen
from app.models.text_form import in_form, normalised

if TYPE_CHECKING:
    from app.models.person_or_group import PersonOrGroup
    from app.models.recognition import Recogniser
    from app.models.word_forms import Written

LANGUAGES: Final = ("nl", "en")

SCHOOL_WEEKS: Final = 40
"""Weeks in a school year, by which contacts are counted."""

MOST_OFFERED: Final = 6
"""Most kinds offered for what is typed."""


@frozen
class Term:
    """A word with an id, in both languages."""

    id: str
    nl: str
    en: str
    retired: bool = False
    """It is offered no more; who gave this answer before keeps it."""

    def label(self, language: str) -> str:
        """Return the word in `language` (`nl`, or English for anything else)."""
        return self.nl if language == "nl" else self.en


@frozen
class Setting(Term):
    """Where a partner belongs: one of the six sectors of the map."""

    short_nl: str
    short_en: str
    inside_school: bool

    def short(self, language: str) -> str:
        """Return the label that fits on the rim of the map."""
        return self.short_nl if language == "nl" else self.short_en


@frozen
class Kind(Term):
    """What sort of partner this is."""

    setting: str
    entity: str
    prompt_nl: str = ""
    prompt_en: str = ""
    role: str = ""
    """`pupil`, `family` or `leadership`: to whom some things are asked in words of their own."""

    def prompt(self, language: str) -> str:
        """Return the word offered under *who else?*, or nothing."""
        return self.prompt_nl if language == "nl" else self.prompt_en


class Step(NamedTuple):
    """One answer of a scale."""

    code: int
    nl: str
    en: str
    short_nl: str
    short_en: str
    contacts: int | None = None
    """Estimated contacts in a school year (`SCHOOL_WEEKS`); for the frequency scale only."""
    ring_nl: str = ""
    """The answer as a ring of the map has it, in a word or two; without it the short one."""
    ring_en: str = ""
    wished_nl: str = ""
    """The answer as a wish has it, where that is another: nobody wishes *no contact yet*."""
    wished_en: str = ""

    def label(self, language: str) -> str:
        """Return the answer in full."""
        return self.nl if language == "nl" else self.en

    def short(self, language: str) -> str:
        """Return the answer as it fits on a button."""
        return self.short_nl if language == "nl" else self.short_en

    def ring(self, language: str) -> str:
        """Return the answer as it fits in a ring of the map, where the others stand around it."""
        return (self.ring_nl if language == "nl" else self.ring_en) or self.short(language)


@frozen
class Scale(Term):
    """A question with ordered answers; `nl` and `en` hold the question."""

    version: int
    higher_means: str
    steps: tuple[Step, ...]
    """Each a step of one further than the one before."""
    cut: int = 0
    """From which answer on it is much (*important*, *often*), where a map does not say so itself;
    0 where nothing asks that of it."""

    @property
    def least(self) -> int:
        """The lowest answer."""
        return self.steps[0].code

    @property
    def most(self) -> int:
        """The highest answer."""
        return self.steps[-1].code

    @property
    def low(self) -> int:
        """The highest answer below the middle."""
        return (self.least + self.most - 1) // 2

    def step(self, code: int) -> Step:
        """Return the answer with this code; raises KeyError where there is none."""
        for step in self.steps:
            if step.code == code:
                return step
        raise KeyError(code)


@frozen
class Quadrant(Term):
    """One of the four places where contact and importance meet, or *not filled in*."""

    prompt_nl: str = ""
    prompt_en: str = ""

    def prompt(self, language: str) -> str:
        """Return the question this quadrant asks."""
        return self.prompt_nl if language == "nl" else self.prompt_en


@frozen
class Question(Term):
    """A question for reflection."""

    theme: str


class Vocabulary:
    """All words, by id, in the order in which they are shown; each list is read when asked for."""

    @cached_property
    def settings(self) -> dict[str, Setting]:
        """Return where a partner may belong."""
        return _terms(Setting, _read("settings")["setting"])

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """Return what sorts of partners there are."""
        return _terms(Kind, _read("kinds")["kind"])

    @cached_property
    def scales(self) -> dict[str, Scale]:
        """Return the questions with ordered answers."""
        rows = _read("scales")["scale"]
        stepped = [{**row, "steps": [Step(**step) for step in row["steps"]]} for row in rows]
        return _terms(Scale, stepped)

    @cached_property
    def choices(self) -> dict[str, dict[str, Term]]:
        """Return the lists of fixed answers: `focus`, `forms`, `energy`, ..."""
        return {name: _terms(Term, rows) for name, rows in _read("choices").items()}

    @cached_property
    def quadrants(self) -> dict[str, Quadrant]:
        """Return the places where contact and importance meet."""
        return _terms(Quadrant, _read("quadrants")["quadrant"])

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Return the questions for reflection."""
        return _terms(Question, _read("questions")["question"])

    def contacts(self, frequency: int) -> int:
        """Return the estimated contacts in a school year for a frequency code."""
        return self._a_year[frequency]

    @cached_property
    def _a_year(self) -> dict[int, int]:
        return {step.code: step.contacts or 0 for step in self.scales["frequency"].steps}

    @property
    def weekly(self) -> int:
        """The frequency from which on there is contact in each week of a school year."""
        steps = self.scales["frequency"].steps
        return next(step.code for step in steps if (step.contacts or 0) >= SCHOOL_WEEKS)

    @property
    def wished(self) -> Scale:
        """The frequency scale as the answers to what contact one would like."""
        scale = self.scales["frequency"]
        steps = (
            s._replace(nl=s.wished_nl, en=s.wished_en, short_nl=s.wished_nl, short_en=s.wished_en)
            if s.wished_nl
            else s
            for s in scale.steps
        )
        return replace(scale, steps=tuple(steps))

    def is_inside(self, setting: str | None) -> bool:
        """Tell whether a setting is in the school; nobody is where none is known."""
        known = self.settings.get(setting or "")
        return known is not None and known.inside_school

    def role_of(self, kind: str | None, setting: str | None) -> str:
        """Return as whom a partner is asked: `pupil`, `family`, `leadership` or `other`."""
        known = self.kinds.get(kind or "")
        if known is not None and known.role:
            return known.role
        return "family" if setting == "pupil_and_family" else "other"

    def kind_label(self, kind: str | None, language: str) -> str:
        """Return the name of a kind; own words are their own name."""
        if kind is None:
            return ""
        known = self.kinds.get(kind)
        return known.label(language) if known else kind

    def recognise(self, typed: str, language: str) -> list[Kind]:
        """Return the kinds that `typed` may mean, the likeliest first (at most six)."""
        found = _recogniser(language).offered(typed)
        return [self.kinds[kind] for kind in found[:MOST_OFFERED]]

    def certain(self, typed: str, language: str) -> Kind | None:
        """Return the kind that `typed` names in so many words, or None.

        The beginning of a word is not enough: *Sam* is a name before it is a
        *samenwerkingsverband*. What can mean two settings is not certain.
        """
        found = _recogniser(language).certain(typed)
        return self.kinds[found] if found else None

    def entity(self, name: str, kind: Kind) -> str:
        """Return whether a partner of a kind is a person, a group or an organisation.

        It follows from the kind unless the name says otherwise (see `PersonOrGroup.of`), or
        somebody is named before it: *Fatima, jeugdhulp*.
        """
        is_somebody = _recogniser("nl").is_somebody
        return _person_or_group().of(name, kind.entity, is_somebody)

    def prepare(self, language: str) -> None:
        """Make ready what recognising needs, before the first name is typed."""
        _recogniser(language).prepare()


def folded(text: str) -> str:
    """Return `text` without capitals, accents and double spaces, to compare words by."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = in_form("NFKD", normalised(text).casefold().replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


_T = TypeVar("_T", bound=Term)

_KEY: Final = re.compile(r"(?<=[{,] )(\w+) = ")
"""A key within braces, after which JSON wants a colon."""


def _read(name: str) -> dict[str, list[dict[str, Any]]]:
    """Read lists of tables, from the part of TOML that these files keep to.

    Its values are JSON, which is read in a tenth of the time: the map waits for it.
    """
    written = (RESOURCES / "vocabulary" / f"{name}.toml").read_text(encoding="utf-8")
    tables: dict[str, list[list[str]]] = {}
    row: list[str] = []
    for line in written.splitlines():
        if line.startswith("[["):
            row = []
            tables.setdefault(line.strip("[]"), []).append(row)
        elif line.startswith("    "):  # of a list
            row[-1] += _KEY.sub(r'"\1": ', line)
        elif line == "]":
            row[-1] = row[-1].rstrip(",") + "]"
        elif line and line[0] != "#":
            key, _, value = line.partition(" = ")
            row.append(f'"{key}": {value}')
    return {
        table: json.loads("[{" + "}, {".join(map(", ".join, rows)) + "}]")
        for table, rows in tables.items()
    }


def _terms(kind: type[_T], rows: list[dict[str, Any]]) -> dict[str, _T]:
    known = {f.name for f in fields(kind)}
    terms: dict[str, _T] = {}
    for row in rows:
        if row["id"] in terms:
            raise ValueError(f"vocabulary: {kind.__name__} {row['id']} is there twice")
        if unknown := row.keys() - known:
            raise ValueError(f"vocabulary: {kind.__name__} {row['id']} has {sorted(unknown)}")
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
        }
        terms[row["id"]] = kind(**values)
    return terms


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the words of the product."""
    return Vocabulary()


@lru_cache(maxsize=1)
def _words() -> "Written":
    """Return the words people type; the map does not wait for them."""
    return _read("words")


@lru_cache(maxsize=1)
def list_words() -> "Written":
    """Return the words of lists made elsewhere: headings of columns, answers in other words."""
    return _read("lists")


@lru_cache(maxsize=1)
def _person_or_group() -> "PersonOrGroup":
    from app.models.person_or_group import PersonOrGroup

    return PersonOrGroup(_words())


@lru_cache(maxsize=2)
def _recogniser(language: str) -> "Recogniser":
    """Return the recogniser of a language; it is made at the first word that is typed."""
    from app.models.recognition import Recogniser

    kinds = [kind for kind in vocabulary().kinds.values() if kind.id != "other"]
    return Recogniser(
        _words(),
        {tongue: {kind.id: kind.label(tongue) for kind in kinds} for tongue in LANGUAGES},
        {kind.id: kind.setting for kind in vocabulary().kinds.values()},
        "nl" if language == "nl" else "en",
    )
