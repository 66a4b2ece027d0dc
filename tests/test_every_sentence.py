"""Every sentence of every finding is true of the records, by a second reading of what it claims.

The sentences are read as a person reads them: who is named, which numbers and which answers stand
in them. What they claim is reckoned again here from the plain records, by other means than
`app.analysis` has (all pairs one by one, exact fractions, paths walked). The maps are random, with
every kind of hole: not rated, no setting, no contact yet, lines not asked or not known, no star.

A sentence may change its words; a new code needs its claim here.
"""

import os
import random
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from app import language
from app.analysis import findings as said_of
from app.analysis.figures import figures
from app.analysis.findings import findings
from app.analysis.findings import told as told_of
from app.analysis.study import Study, study
from app.models.network import Map, Network, Partner, Tie
from tests.sure import sure

Answer = TypeVar("Answer")

MAPS = int(os.environ.get("KRING_SENTENCE_MAPS", "150"))
"""How many random maps; set it to thousands to be surer."""

WORDS = Path(__file__).parents[1] / "resources" / "vocabulary"
SCALES = {s["id"]: s for s in tomllib.loads((WORDS / "scales.toml").read_text("utf-8"))["scale"]}
PLACES = tomllib.loads((WORDS / "settings.toml").read_text("utf-8"))["setting"]
SETTINGS = tuple(place["id"] for place in PLACES)
CONTACTS = (0, 1, 3, 10, 40, 120, 200)
STRUCTURE = {"isolates", "pairs_only_through_me", "hinge_partners", "everybody_tied"}
UNIVERSAL = {
    "en": re.compile(r"\b(everyone|no one|none|all|not one of|two|linked only)\b", re.I),
    "nl": re.compile(r"\b(iedereen|niemand|geen|alle|allemaal|niet bij|steeds twee)\b", re.I),
}


@dataclass(frozen=True)
class Raw:
    """The records of a map as they are: nothing of it is reckoned by the app."""

    people: list[Partner]
    yes: set[frozenset[str]]
    unknown: set[frozenset[str]]
    drawn: bool
    important: int
    often: int

    @property
    def counted(self) -> list[Partner]:
        return [p for p in self.people if p.frequency != 0]

    @property
    def wished(self) -> list[Partner]:
        return [p for p in self.people if p.frequency == 0]

    @property
    def rated(self) -> list[Partner]:
        return [p for p in self.counted if p.frequency is not None and p.importance is not None]

    def is_important(self, one: Partner) -> bool:
        return sure(one.importance) >= self.important

    def is_often(self, one: Partner) -> bool:
        return sure(one.frequency) >= self.often

    def place(self, one: Partner, answer: str) -> Fraction:
        """Return the part of the rated partners who are lower, and half of those who are equal."""
        mine = getattr(one, answer)
        others = [getattr(other, answer) for other in self.rated]
        halves = sum(2 * (other < mine) + (other == mine) for other in others)
        return Fraction(halves, 2 * len(others))

    def stands_out(self, one: Partner, *, less_often: bool) -> bool:
        if one not in self.rated or one.kind == "pupil":
            return False
        if less_often != self.is_important(one):
            return False
        if less_often == self.is_often(one):
            return False
        if len(self.rated) < 5:
            return True
        gap = self.place(one, "importance") - self.place(one, "frequency")
        return (gap if less_often else -gap) >= Fraction(1, 3)

    def reached(self, start: str, without: str = "") -> set[str]:
        """Return whom one walks to from somebody over certain lines among who counts."""
        here = {p.id for p in self.counted} - {without}
        seen, edge = {start}, [start]
        while edge:
            at = edge.pop()
            for pair in self.yes:
                if at in pair:
                    (other,) = pair - {at}
                    if other in here and other not in seen:
                        seen.add(other)
                        edge.append(other)
        return seen


def read(whole: Map) -> Raw:
    network = whole.network
    ends: dict[str, set[frozenset[str]]] = {state: set() for state in ("yes", "unknown")}
    for tie in whole.ties:
        ends[tie.state].add(frozenset((tie.a, tie.b)))
    return Raw(
        list(whole.partners),
        ends["yes"],
        ends["unknown"],
        network.lines_drawn,
        network.importance_cut,
        network.frequency_cut,
    )


def made(seed: int) -> Map:
    """Return a random map; how many holes of each kind it has is random as well."""
    dice = random.Random(seed)

    def holes() -> float:
        return dice.choice((0.0, 0.0, 0.1, 0.3, 0.6, 0.95))

    unseen, unrated, homeless = holes(), holes(), holes()
    waiting, unstarred, unwished, unknown = holes() / 2, holes(), holes(), holes() / 2
    tied, one_frequency = dice.choice((0.0, 0.1, 0.3, 0.8, 1.0)), dice.choice((None,) * 3 + (2, 5))
    # Answers crowd at the top of importance and at little contact, as those of teachers do.
    importances = dice.choice(((1, 2, 3, 4, 5), (1, 2, 3, 4, 5), (4, 5, 5, 5, 5), (5,)))
    frequencies = dice.choice(((1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 6), (1, 1, 1, 1, 2, 3)))
    settings = dice.sample(SETTINGS, dice.randint(1, 6))

    def or_none(chance: float, value: Answer) -> Answer | None:
        return None if dice.random() < chance else value

    people = []
    for at in range(dice.choice((0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 18, 25))):
        frequency = or_none(unseen, one_frequency or dice.choice(frequencies))
        people.append(
            Partner(
                id=f"p{at}",
                name=f"«{chr(97 + at)}»",
                kind=dice.choice((None, "parents", "leadership", "colleague", "pupil")),
                setting=or_none(homeless, dice.choice(settings)),
                frequency=0 if dice.random() < waiting else frequency,
                importance=or_none(unrated, dice.choice(importances)),
                wished_frequency=or_none(unwished, dice.randint(0, 6)),
                satisfaction=or_none(unrated, dice.randint(1, 5)),
                named_important=dice.random() > max(0.5, unstarred),
                focus=or_none(unstarred, dice.choice(("pupil", "group", "both", "organisation"))),
                forms=() if dice.random() < unstarred else (dice.choice(_FORMS),),
                hurdles=dice.choice(((), ("no_briefing",))),
                their_craft=dice.choice(((), ("home",))),
                leadership_does=dice.choice(((), ("knows",), ("gives_time",))),
                takes_part=dice.choice((None, "not_yet", "asked")),
            )
        )
    ties = [
        Tie(id=f"{a.id}-{b.id}", a=a.id, b=b.id, state=state)
        for a, b in combinations(people, 2)
        if (state := "unknown" if dice.random() < unknown else "yes")
        and dice.random() < (tied if state == "yes" else 0.3)
    ]
    network = Network(
        id="n",
        series="s",
        lines_drawn=dice.random() < 0.7,
        importance_cut=dice.choice((4, 4, 4, 3, 5)),
        frequency_cut=dice.choice((4, 4, 4, 3, 6)),
    )
    return Map.of([network, *people, *ties])


_FORMS = ("inform", "consult_pupil", "consult_other", "teach_together", "act_together")
_TOGETHER, _CONSULT = {"teach_together", "act_together"}, {"consult_pupil", "consult_other"}


class Said:
    """A sentence as it is read: whom it names, and the numbers and words in it."""

    def __init__(self, text: str, raw: Raw) -> None:
        self.text = text
        self.named = [p for p in raw.people if p.name in text]
        self.numbers = [int(n) for n in re.findall(r"\d+", text)]

    def of(self, part: int, whole: int) -> bool:
        """Tell whether *part of whole* stands in it."""
        number = "(1|one|enige)" if part == 1 else str(part)
        return bool(re.search(rf"\b{number} (of|van) (the |de )?{whole}\b", self.text))

    def speaks_of_some(self) -> bool:
        """Tell whether it says that it is about those there is contact with."""
        return bool(re.search(r"contact|niet spreekt", self.text))


def label(scale: str, code: int) -> str:
    return str(next(s["en"] for s in SCALES[scale]["steps"] if s["code"] == code))


# What each finding claims: whom it must be about, all of them and nobody else.

WHO: dict[str, Callable[[Raw], list[Partner]]] = {
    "wish_more": lambda r: [p for p in r.people if (_wish(p) or 0) > 0],
    "wish_less": lambda r: [p for p in r.people if (_wish(p) or 0) < 0],
    "wish_same": lambda r: [p for p in r.people if _wish(p) == 0],
    "important_and_dissatisfied": lambda r: [
        p
        for p in r.counted
        if (p.importance or 0) >= r.important and p.satisfaction is not None and p.satisfaction < 3
    ],
    "important_no_contact": lambda r: [
        p for p in r.wished if (p.importance or 0) >= r.important and _wish(p) != 0
    ],
    "no_contact_yet": lambda r: [
        p for p in r.wished if not ((p.importance or 0) >= r.important and _wish(p) != 0)
    ],
    "notable_less_often": lambda r: [
        p for p in r.people if r.stands_out(p, less_often=True) and _wish(p) != 0
    ],
    "notable_less_named": lambda r: [
        p for p in r.people if r.stands_out(p, less_often=False) and _wish(p) != 0
    ],
    "notable_as_wished": lambda r: [
        p
        for p in r.people
        if _wish(p) == 0 and (r.stands_out(p, less_often=True) or r.stands_out(p, less_often=False))
    ],
    "time_from_leadership": lambda r: [p for p in r.counted if "no_briefing" in p.hurdles],
    "pupil_part": lambda r: [
        p for p in r.counted if p.kind == "pupil" and p.takes_part in (None, "not_yet")
    ],
    "expertise_unused": lambda r: [
        p for p in r.counted if p.their_craft and p.forms == ("inform",) and p.kind != "pupil"
    ],
    "not_filled_in": lambda r: [p for p in r.counted if p not in r.rated],
    "important_often": lambda r: _quadrant(r, important=True, often=True),
    "important_less_often": lambda r: _quadrant(r, important=True, often=False),
    "often_less_important": lambda r: _quadrant(r, important=False, often=True),
    "background": lambda r: _quadrant(r, important=False, often=False),
    "named_important": lambda r: [p for p in r.counted if p.named_important],
    "focus": lambda r: [p for p in r.counted if p.focus in ("group", "both")],
    "do_together": lambda r: [p for p in _outside(r) if _TOGETHER & set(p.forms)],
    "together_in_team": lambda r: [
        p for p in r.counted if p.setting == "in_school" and _TOGETHER & set(p.forms)
    ],
    "consult": lambda r: [p for p in r.counted if _CONSULT & set(p.forms)],
    "isolates": lambda r: [
        p
        for p in r.counted
        if not any(p.id in pair for pair in r.yes)
        and not any(p.id in pair and pair & {w.id for w in r.wished} for pair in r.unknown)
    ],
    "hinge_partners": lambda r: [
        p
        for p in r.counted
        if any(r.reached(q.id, p.id) != r.reached(q.id) - {p.id} for q in r.counted if q != p)
    ],
    "inside_outside": lambda r: [p for p in _placed(r) if p.setting != "in_school"],
}


def _wish(one: Partner) -> int | None:
    if one.frequency is None or one.wished_frequency is None:
        return None
    return one.wished_frequency - one.frequency


def _quadrant(r: Raw, *, important: bool, often: bool) -> list[Partner]:
    return [
        p
        for p in r.rated
        if p.kind != "pupil" and r.is_important(p) == important and r.is_often(p) == often
    ]


def _placed(r: Raw) -> list[Partner]:
    """Pupil and family are neither inside nor outside."""
    return [p for p in _others(r) if p.setting is not None and p.frequency is not None]


def _others(r: Raw) -> list[Partner]:
    return [p for p in r.counted if p.setting != "pupil_and_family"]


# And what else stands in the sentence. Each yields what must be true.


def _rated_base(said: Said, r: Raw) -> Iterator[bool]:
    """At least half is rated, and where it is not everybody the sentence says of whom it speaks."""
    yield 2 * len(r.rated) >= len(r.counted)
    if len(r.rated) < len(r.counted):
        yield said.of(len(r.rated), len(r.counted))
    elif r.wished and len(said.numbers) == 0:
        yield said.speaks_of_some()


def _no_notable(said: Said, r: Raw) -> Iterator[bool]:
    yield from _rated_base(said, r)
    for less_often in (True, False):
        yield not any(r.stands_out(p, less_often=less_often) for p in r.people)
    apart = [p for p in r.rated if r.is_important(p) != r.is_often(p)]
    yield bool(re.search("far apart|ver uit elkaar", said.text)) == (not apart)


def _equal(answer: str) -> Callable[..., Any]:
    def claim(said: Said, r: Raw) -> Iterator[bool]:
        yield from _rated_base(said, r)
        (only,) = {getattr(p, answer) for p in r.rated}
        yield label(answer, only) in said.text
        if not r.wished and len(r.rated) == len(r.counted):
            yield {getattr(p, answer) for p in r.people} == {only}

    return claim


def _alignment(said: Said, r: Raw) -> Iterator[bool]:
    yield from _rated_base(said, r)
    ways = [
        (sure(a.importance) - sure(b.importance)) * (sure(a.frequency) - sure(b.frequency))
        for a, b in combinations(r.rated, 2)
    ]
    same, differ = sum(way > 0 for way in ways), sum(way != 0 for way in ways)
    yield said.of(same, differ)


def _inside_outside(said: Said, r: Raw) -> Iterator[bool]:
    placed = _placed(r)
    outside = [p for p in placed if p.setting != "in_school"]
    yield 2 * len(placed) >= len(_others(r))
    far = sum(CONTACTS[sure(p.frequency)] for p in outside)
    everything = sum(CONTACTS[sure(p.frequency)] for p in placed)
    yield round(100 * far / everything) in said.numbers
    yield len(outside) in said.numbers
    yield said.of(len(placed), len(_others(r))) or len(placed) == len(_others(r))
    yield len(_others(r)) == len(r.counted) or bool(re.search("family|gezin", said.text))


def _empty_settings(said: Said, r: Raw) -> Iterator[bool]:
    yield all(p.setting is not None for p in r.people)
    for place in PLACES:
        yield (place["en"] in said.text) == all(p.setting != place["id"] for p in r.people)


def _a_way_round(r: Raw) -> bool:
    """Tell whether somebody who counts has a line to somebody there is no contact with yet."""
    wished = {p.id for p in r.wished}
    return any(pair & wished and pair - wished for pair in r.yes)


def _pairs(said: Said, r: Raw) -> Iterator[bool]:
    ids = [p.id for p in r.counted]
    apart = sum(b not in r.reached(a) for a, b in combinations(ids, 2))
    yield said.of(apart, len(ids) * (len(ids) - 1) // 2)
    if _a_way_round(r):
        yield said.speaks_of_some()


def _hinges(said: Said, r: Raw) -> Iterator[bool]:
    if _a_way_round(r):
        yield said.speaks_of_some()


def _everybody_tied(said: Said, r: Raw) -> Iterator[bool]:
    yield all(frozenset((a.id, b.id)) in r.yes for a, b in combinations(r.counted, 2))
    if r.wished:
        yield said.speaks_of_some()


def _named(said: Said, r: Raw) -> Iterator[bool]:
    stars = [p for p in r.counted if p.named_important]
    yield said.of(len(stars), len(r.counted))
    if any(p.named_important for p in r.wished):
        yield said.speaks_of_some()
    fewer = sum(p.frequency is not None and p.frequency < r.often for p in stars)
    yield said.numbers == [len(stars), len(r.counted), *([fewer] if fewer else [])]


def _told(field: str, ticked: set[str] | None = None) -> Callable[..., Any]:
    def claim(said: Said, r: Raw) -> Iterator[bool]:
        known = [p for p in r.counted if getattr(p, field)]
        if ticked and any(ticked & set(p.forms) for p in known):
            return
        yield said.of(len(known), len(r.counted))
        yield 2 * len(known) >= len(r.counted)

    return claim


def _outside(r: Raw) -> list[Partner]:
    return [p for p in _others(r) if p.setting not in (None, "in_school")]


def _samen_doen(said: Said, r: Raw) -> Iterator[bool]:
    known = [p for p in _outside(r) if p.forms]
    with_whom = [p for p in known if _TOGETHER & set(p.forms)]
    if with_whom:
        others = len(known) - len(with_whom)
        yield others < 2 or others in said.numbers
    else:
        yield said.of(len(known), len(_outside(r)))
        yield 2 * len(known) >= len(_outside(r))


def _no_parents(said: Said, r: Raw) -> Iterator[bool]:
    yield all(p.setting is not None for p in r.people)
    yield all(p.kind == "pupil" for p in r.people if p.setting == "pupil_and_family")


def _few(said: Said, r: Raw) -> Iterator[bool]:
    yield len(r.rated) < 5
    yield len(r.rated) in said.numbers or not r.rated
    if not r.rated and any(p.importance is not None for p in r.wished):
        yield said.speaks_of_some()


def _nobody(said: Said, r: Raw) -> Iterator[bool]:
    yield not r.counted
    yield said.speaks_of_some() == bool(r.wished)


def _both_answers(said: Said, r: Raw) -> Iterator[bool]:
    """The answers in the sentence are those of who is named."""
    for p in said.named:
        yield label("importance", sure(p.importance)) in said.text
        yield label("frequency", sure(p.frequency)) in said.text


def _pupil_part(said: Said, r: Raw) -> Iterator[bool]:
    about = [p for p in r.counted if p.kind != "pupil" and "consult_pupil" in p.forms]
    yield len(about) in said.numbers
    yield len(about) >= 2


CLAIMS: dict[str, Callable[[Said, Raw], Iterator[bool]]] = {
    "pupil_part": _pupil_part,
    "no_notable_differences": _no_notable,
    "all_equally_important": _equal("importance"),
    "all_equally_often": _equal("frequency"),
    "alignment": _alignment,
    "inside_outside": _inside_outside,
    "empty_settings": _empty_settings,
    "pairs_only_through_me": _pairs,
    "hinge_partners": _hinges,
    "everybody_tied": _everybody_tied,
    "named_important": _named,
    "focus": _told("focus"),
    "do_together": _samen_doen,
    "no_parents": _no_parents,
    "consult": _told("forms", _CONSULT),
    "few_rated": _few,
    "no_partners": _nobody,
    "notable_less_often": _both_answers,
    "notable_less_named": _both_answers,
}


def test_every_code_has_its_claim() -> None:
    assert {claim.code for claim in said_of.CLAIMS} == WHO.keys() | CLAIMS.keys()


@pytest.mark.parametrize("part", range(10))
def test_every_sentence_is_true_of_the_records(part: int, qapp: QApplication) -> None:
    language.install("en")
    for seed in range(part, MAPS, 10):
        whole = made(seed)
        raw, seen = read(whole), study(whole)
        shown = {id(finding): finding for finding in (*findings(whole), *told_of(seen))}
        assert not (STRUCTURE & {f.code for f in shown.values()}) or (
            raw.drawn and len(raw.counted) >= 4
        )
        for finding in shown.values():
            said = Said(finding.sentence, raw)
            where = f"map {seed}, {finding.code}: {said.text}"
            if claim := CLAIMS.get(finding.code):
                assert all(claim(said, raw)), where
            if who := WHO.get(finding.code):
                true = {p.id for p in who(raw)}
                assert set(finding.people) <= true, where
                assert {p.id for p in said.named} <= set(finding.people), where
        for code, who in WHO.items():
            told = {key for f in findings(whole) if f.code == code for key in f.people}
            if told:  # who is said, is said in full
                assert told == {p.id for p in who(raw)}, f"map {seed}, {code}"


def _without_answers(text: str, tongue: str) -> str:
    """Return a sentence without the answers in it: *no contact yet* speaks of nobody else."""
    for scale in SCALES.values():
        for step in scale["steps"]:
            text = text.replace(step[tongue], "")
            text = text.replace(step.get(f"wished_{tongue}") or step[tongue], "")
    return text


@pytest.mark.parametrize("tongue", ["en", "nl"])
def test_a_sentence_of_everybody_says_of_whom_where_it_is_not_everybody(
    tongue: str, qapp: QApplication
) -> None:
    language.install(tongue)
    try:
        for seed in range(0, MAPS, 3):
            whole = made(seed)
            raw, seen = read(whole), study(whole)
            for finding in told_of(seen):
                said = Said(finding.sentence, raw)
                everybody = len(raw.rated) == len(raw.people)
                # The title stands above the sentence, and has no room to say of whom it speaks.
                # Who is named above all is named below; nobody can stand out without contact.
                named = finding.people or finding.code == "no_notable_differences"
                if (base := finding.base) and base.known < base.of and not finding.people:
                    assert not UNIVERSAL[tongue].search(finding.title), finding.title
                if base and base.wished and not named:
                    assert not UNIVERSAL[tongue].search(finding.title), finding.title
                if finding.code in ("no_partners", "few_rated", *STRUCTURE):
                    continue
                if not UNIVERSAL[tongue].search(_without_answers(said.text, tongue)):
                    continue
                where = f"map {seed}, {finding.code}: {said.text}"
                assert everybody or finding.base is not None, where
                assert everybody or sure(finding.base).is_enough, where
                if finding.base is not None and finding.base.known < finding.base.of:
                    assert said.of(finding.base.known, finding.base.of), where
    finally:
        language.install("en")


@pytest.mark.parametrize("tongue", ["en", "nl"])
@pytest.mark.parametrize("rated", [0, 1, 2])
def test_a_counted_sentence_is_right_at_none_one_and_two(
    tongue: str, rated: int, qapp: QApplication
) -> None:
    """Of every number of partners up to four, with so many rated, or with so many placed."""
    wrong = re.compile(
        r"(?<! of )(?<! van )\b1 (partners|people|others|pairs|paren|anderen)\b"
        r"|\b(the|de) 1 (of|van)\b|\b1 (are|zijn)\b|\bnone of the one\b|\b0 (of|van) (the|de) 0\b"
    )
    language.install(tongue)
    try:
        for size in range(rated, 5):
            for seen in _some_filled_in(size, rated):
                for finding in told_of(seen):
                    for said in (finding.sentence, finding.reason):
                        assert not wrong.search(said), said
    finally:
        language.install("en")


def _some_filled_in(size: int, some: int) -> Iterator[Study]:
    """Yield maps of `size` partners of whom `some` have both answers, a setting, a star, a form."""
    network = Network(id="n", series="s", lines_drawn=True)
    for frequency, importance, setting in ((5, 5, SETTINGS[1]), (2, 5, SETTINGS[0]), (0, 5, None)):
        rest = replace(_bare("x"), frequency=3)
        full = replace(
            rest,
            frequency=frequency,
            importance=importance,
            setting=setting,
            named_important=True,
            wished_frequency=4,
            forms=("inform",),
            focus="group",
        )
        people = [
            replace(full if n < some else rest, id=f"p{n}", name=f"Q{n}") for n in range(size)
        ]
        yield study(Map.of([network, *people]))


def _bare(key: str) -> Partner:
    return Partner(id=key, name=key)


def test_what_was_not_asked_is_in_no_figure() -> None:
    for seed in range(MAPS):
        whole = made(seed)
        found = figures(whole)
        assert found["lines_drawn"] is whole.network.lines_drawn
        if not whole.network.lines_drawn:
            counted = ("ties", "density", "isolates", "effective_size", "hinge_partners")
            assert {found[name] for name in counted} == {None}
            assert {row["degree"] for row in found["partners"]} <= {None}
