"""Random maps that keep every rule, for hypothesis: `@given(maps())`."""

import string
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from app.models.network import (
    Activity,
    Answer,
    Departure,
    Evidence,
    Ground,
    Hindsight,
    Intention,
    Map,
    Network,
    Note,
    Outline,
    Partner,
    Photo,
    Stroke,
    Task,
    Tie,
    Verdict,
    rules_of,
)
from app.models.rules import FREE_REACH, ID_LENGTH, NAME_LENGTH, TEXT_LENGTH, Rule, tidied
from app.models.text_form import normalised
from app.models.vocabulary import vocabulary

_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))

_raw_lines = st.text(_CHARACTERS, max_size=20) | st.text(_CHARACTERS, max_size=NAME_LENGTH)
lines = _raw_lines.map(tidied).filter(
    lambda line: len(line) <= NAME_LENGTH and tidied(line) == line
)
"""As whatever comes in is kept; what is in a library of before may be otherwise."""
names = lines.filter(lambda name: name.strip() != "")
texts = (
    st.just("")
    | st.text(_CHARACTERS | st.sampled_from("\n\t"), max_size=60)
    .map(normalised)
    .filter(lambda text: normalised(text) == text)
    | st.integers(TEXT_LENGTH - 2, TEXT_LENGTH).map(lambda length: "é" * length)
)
needed_texts = texts.filter(lambda text: text.strip() != "")
identifiers = (
    st.uuids().map(lambda id_: id_.hex)
    | st.text(string.ascii_letters + string.digits + "-_./:", min_size=1, max_size=8)
    | st.text(_CHARACTERS, min_size=1, max_size=ID_LENGTH)
    .map(normalised)
    .filter(lambda id_: 0 < len(id_) <= ID_LENGTH and id_ == normalised(id_).strip())
)
dates = st.dates(min_value=date.min, max_value=date.max)
coordinates = st.floats(-FREE_REACH, FREE_REACH) | st.sampled_from([0.0, 1.0, FREE_REACH])
angles = st.floats(0, 360, exclude_max=True)
kinds = st.sampled_from(tuple(vocabulary().kinds)) | names
five = st.integers(1, 5)

JPEG = (
    "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI"
    "////////////////////////////////////////////////////wAALCAAGAAgBAREA/8QAFAABAAAAAAAAAAAA"
    "AAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8Ad//Z"
)
"""A grey photo of 8 by 6 pixels, as one is kept."""


def _maybe(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | values


def _one(listed: str) -> st.SearchStrategy[str]:
    known = vocabulary().settings if listed == "settings" else vocabulary().choices[listed]
    return st.sampled_from(tuple(known))


def _several(listed: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(_one(listed), unique=True).map(tuple)


def strategy(rule: Rule) -> st.SearchStrategy:
    """Return every value a field may hold, by what it is measured on."""
    by_kind: dict[str, Callable[[], st.SearchStrategy]] = {
        "scale": lambda: st.integers(rule.least, rule.most),
        "number": lambda: st.integers(rule.least, rule.most),
        "choice": lambda: _one(rule.listed),
        "several": lambda: _several(rule.listed),
        "name": lambda: names,
        "words": lambda: kinds,
        "line": lambda: lines,
        "text": lambda: texts if rule.is_kept_by("") else needed_texts,
        "star": st.booleans,
        "switch": st.booleans,
        "mark": lambda: st.booleans().filter(rule.is_kept_by),
        "day": lambda: dates,
        "place": lambda: angles if rule.is_kept_by(359.0) else coordinates,
        "path": lambda: _paths,
        "picture": lambda: st.just(JPEG),
        "id": lambda: identifiers,
    }
    values = by_kind[rule.kind]()
    return _maybe(values) if rule.optional else values


def values(kind: type, *but: str) -> dict[str, st.SearchStrategy]:
    """Return what each field of a record may hold, save some fields."""
    return {name: strategy(rule) for name, rule in rules_of(kind).items() if name not in but}


_paths = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=6).map(
    lambda points: tuple(float(part) for point in points for part in point)
)
networks = st.builds(Network, **values(Network))
_places = st.sampled_from(({}, {"taken_off": True})) | st.fixed_dictionaries(
    {"x": coordinates, "y": coordinates}
)
partners = st.builds(
    lambda place, **fields: Partner(**place, **fields),
    place=_places,
    **values(Partner, "x", "y", "taken_off"),
)

_tie_states = _one("tie_state")
_outlines = st.builds(Outline, **values(Outline, "members"))
_notes = st.builds(Note, **values(Note))
_strokes = st.builds(Stroke, **values(Stroke, "pressures")) | st.builds(
    lambda points: Stroke(id="s", points=points, pressures=(0.5,) * (len(points) // 2)), _paths
)
_grounds = st.builds(Ground, **values(Ground, "photo", "width"), photo=st.just("p"))
_verdicts = st.builds(Verdict, **values(Verdict, "partner"))
_departures = st.builds(Departure, **values(Departure))
_hindsights = st.builds(Hindsight, **values(Hindsight))
_answers = st.builds(Answer, **values(Answer))
_intentions = st.builds(Intention, **values(Intention, "partner"))
_activities = st.builds(Activity, **values(Activity, "partner"), partner=st.just("p"))
_tasks = st.builds(Task, **values(Task, "partner", "responsible", "agreed_with"))
_evidence = st.builds(Evidence, **values(Evidence, "partners", "sources"))


@st.composite
def maps(draw: st.DrawFn, min_partners: int = 0, max_partners: int = 6, max_others: int = 2) -> Map:
    """Return a valid map with every type of record; shrinks towards an empty one.

    `max_others` is the most of each of the other types of record.
    """
    used: set[str] = set()

    def new_id(id_: str) -> str:
        while id_ in used:
            id_ = f"{id_[:70]}+{len(used)}"
        used.add(id_)
        return id_

    def several(records: st.SearchStrategy[Any], low: int, high: int) -> list[Any]:
        found = draw(st.lists(records, min_size=low, max_size=high))
        return [replace(record, id=new_id(record.id)) for record in found]

    network = several(networks, 1, 1)
    people = several(partners, min_partners, max_partners)
    ids = [partner.id for partner in people]
    pairs = [(a, b) for a in ids for b in ids if a != b]
    ends = st.lists(st.sampled_from(pairs), unique_by=frozenset, max_size=2 * len(ids))
    ties = [
        Tie(id=new_id(f"{a[:30]}-{b[:30]}".strip()), a=a, b=b, state=draw(_tie_states))
        for a, b in (draw(ends) if pairs else [])
    ]
    members = st.lists(st.sampled_from(ids), unique=True).map(tuple) if ids else st.just(())
    named = _maybe(st.sampled_from(ids)) if ids else st.none()
    outlines = [replace(o, members=draw(members)) for o in several(_outlines, 0, max_others)]
    intentions = [replace(i, partner=draw(named)) for i in several(_intentions, 0, max_others)]
    verdicts = [replace(v, partner=draw(named)) for v in several(_verdicts, 0, max_others)]
    again = several(_hindsights, 0, max_others) if ids else []
    hindsights = [replace(h, partner=draw(st.sampled_from(ids))) for h in again]
    done = several(_activities, 0, max_others) if ids else []
    activities = [replace(a, partner=draw(st.sampled_from(ids))) for a in done]
    tasks = [
        replace(t, partner=draw(named), responsible=draw(named), agreed_with=draw(members))
        for t in several(_tasks, 0, max_others)
    ]
    sources = st.lists(identifiers, unique=True, max_size=3).map(tuple)
    evidence = [
        replace(e, partners=draw(members), sources=draw(sources))
        for e in several(_evidence, 0, max_others)
    ]
    lying = [
        one
        for ground in several(_grounds, 0, min(max_others, 1))
        for photo in (Photo(id=new_id("photo"), jpeg=JPEG),)
        for one in (photo, replace(ground, photo=photo.id))
    ]
    others = [several(kind, 0, max_others) for kind in (_notes, _strokes, _departures, _answers)]
    alone = (record for some in others for record in some)
    about = [*outlines, *verdicts, *hindsights, *intentions, *activities, *tasks, *evidence]
    return Map.of([*network, *people, *ties, *about, *alone, *lying])
