"""The records of a map, and the rules they keep.

A *map* is one drawing at one moment: a `Network` record with the partners, ties and other
records around it. Records are frozen and know nothing of storage or screen, so they can be
compared, kept in an edit and handed to another thread.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar, get_args

from app.models import rules
from app.models.problem import Problem
from app.models.rules import Rule
from app.models.writing import normalised

MOST_PARTNERS: Final = 500
"""More partners than anybody has; a map with more is refused as not a map of Kring."""


_VERSION_AT: Final = 12
_SHARED: Final = "8"
"""Where a UUID in hexadecimal tells its version, and that of one which is made of another id."""


def new_id() -> str:
    """Return an identifier that no other record has."""
    return uuid.uuid4().hex


def shared_id(digits: str) -> str:
    """Return 32 hexadecimal digits as an identifier in a file that is shared (a UUID version 8)."""
    return digits[:_VERSION_AT] + _SHARED + digits[_VERSION_AT + 1 :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One map: what is said about the whole of it."""

    id: str = rules.identifier()
    series: str = rules.identifier()
    """Shared by the maps of one teacher through time."""
    title: str = rules.line(form="map", part="about")
    moment: date | None = rules.day(form="map", part="moment")
    moment_label: str = rules.line(form="map", part="moment")
    ego_label: str = rules.line(form="map", part="about")
    """What stands in the middle; empty means *Ik* / *Me*."""
    role: str = rules.line(form="map", part="about")
    about: str | None = rules.choice("about", form="map", part="about")
    subject: str = rules.line(form="map", part="about")
    """Around which pupil or group, where `about` is `support`."""
    importance_overall: int | None = rules.scale(
        "importance", 1, 5, form="map", part="overall", anew=True, shown="report"
    )
    satisfaction_overall: int | None = rules.scale(
        "satisfaction", 1, 5, form="map", part="overall", anew=True, shown="report"
    )
    confidence: int | None = rules.scale(
        "", 1, 5, form="map", part="overall", anew=True, shown="report"
    )
    own_expertise: int | None = rules.scale(
        "", 1, 5, form="map", part="overall", anew=True, shown="report"
    )
    """How well the teacher knows what they themselves bring."""
    three_words: str = rules.line(form="map", part="overall", anew=True, shown="report")
    """What *working together* makes the teacher think of, at this moment."""
    lines_drawn: bool = rules.switch(form="map", part="ties")
    """The owner says that the ties between partners are complete."""
    finished: bool = rules.switch(form="map")
    """A finished map is read-only until it is reopened."""
    example: bool = rules.switch(part=rules.ALWAYS)
    theirs: bool = rules.mark()
    """It was made to hand on: somebody else's, or one's own as others see it."""
    importance_cut: int = rules.cut("importance", 1, 5, 4, part="ratings")
    """From this importance on a partner counts as important."""
    frequency_cut: int = rules.cut("frequency", 1, 6, 4, part="ratings")
    """From this frequency on a partner counts as often seen (4 is weekly)."""


_ADULTS: Final = "family leadership other"
"""Whom a field is asked of that would make no sense to a pupil."""


def _statement() -> Any:
    """Declare something to agree with about what lies beneath working together."""
    return rules.scale("agreement", 1, 5, form="beneath", part="mechanisms", anew=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Somebody the teacher works with: a person, a group or an organisation (an *alter*).

    Everything but the name may stay empty; None is *not answered* and never counts as *none*.
    """

    id: str = rules.identifier()
    """Stays the same through renaming and through the maps of one series."""
    name: str = rules.name(form="head", part="names", shown="table insight report")
    kind: str | None = rules.words(
        "kinds", form="who", part=rules.ALWAYS, shown="table insight report"
    )
    """The id of a kind in the vocabulary, or the owner's own words."""
    setting: str | None = rules.choice(
        "settings", form="who", part=rules.ALWAYS, shown="table insight report"
    )
    entity: str | None = rules.choice("entity", form="who", part=rules.ALWAYS)
    frequency: int | None = rules.scale(
        "frequency",
        0,
        6,
        form="first",
        part="ratings",
        anew=True,
        shown="table insight hover report",
    )
    """0 (no contact yet: a wished partner) to 6 (every school day)."""
    importance: int | None = rules.scale(
        "importance",
        1,
        5,
        form="first",
        part="ratings",
        anew=True,
        shown="table insight hover report",
    )
    named_important: bool | None = rules.star(
        form="first", part="ratings", anew=True, shown="table insight"
    )
    """The star: *one of my most important*; False where the owner said that they are not."""
    wished_frequency: int | None = rules.scale(
        "frequency",
        0,
        6,
        form="first",
        part="wishes",
        anew=True,
        shown="table insight hover report",
    )
    satisfaction: int | None = rules.scale(
        "satisfaction",
        1,
        5,
        form="how",
        part="satisfaction",
        anew=True,
        shown="table insight hover report",
    )
    energy: str | None = rules.choice("energy", form="how", part="satisfaction", anew=True)
    initiative: str | None = rules.choice("initiative", form="how", part="wishes")
    contact_way: str | None = rules.choice("contact_way", form="how", part="hurdles")
    since: str = rules.line(form="how", part="texts")
    """Since when they work together; a year will do."""
    takes_part: str | None = rules.choice(
        "takes_part", form="voice", of="pupil", part="mechanisms", anew=True, shown="hover report"
    )
    """How a pupil has a part in what is decided about them."""
    own_words: str = rules.text(form="voice", of="pupil", part="texts")
    """What the pupil wants, as they say it."""
    decides: str | None = rules.choice(
        "decides", form="voice", of="family", part="mechanisms", anew=True, shown="report"
    )
    their_decision: str = rules.text(form="voice", of="pupil family", part="texts")
    """What they decided themselves, and what the teacher did with that."""
    leadership_does: tuple[str, ...] = rules.several(
        "leadership_does", form="leads", of="leadership", part="hurdles"
    )
    """What leadership does for working together."""
    ask_leadership: str = rules.text(form="leads", of="leadership", part="texts")
    shared_language: int | None = _statement()
    listening: int | None = _statement()
    heard: int | None = _statement()
    they_heard: int | None = _statement()
    """What the teacher thinks of whether the partner feels heard: an estimate."""
    equality: int | None = _statement()
    speaking_up: int | None = _statement()
    my_reading: str = rules.text(form="beneath", of=_ADULTS, part="texts")
    """How the teacher reads who has more to say, beside how it may also be read."""
    other_reading: str = rules.text(form="beneath", of=_ADULTS, part="texts")
    power_words: tuple[str, ...] = rules.several(
        "power_words", form="beneath", of=_ADULTS, part="mechanisms"
    )
    my_power_words: tuple[str, ...] = rules.several(
        "power_words", form="beneath", of=_ADULTS, part="mechanisms"
    )
    trust: int | None = _statement()
    own_control: int | None = _statement()
    uncertainty: int | None = _statement()
    shared_goal: int | None = _statement()
    focus: str | None = rules.choice("focus", form="what", of=_ADULTS, part="focus")
    reason: str | None = rules.choice("reason", form="what", of=_ADULTS, part="hurdles")
    """Before anything is wrong, or because something is."""
    forms: tuple[str, ...] = rules.several(
        "forms", form="what", of=_ADULTS, part="focus", talk="5.1"
    )
    hurdles: tuple[str, ...] = rules.several("hurdles", form="helps", part="hurdles", talk="3.1")
    positives: tuple[str, ...] = rules.several(
        "positives", form="helps", early=True, part="hurdles", talk="4.1"
    )
    task_role_agreed: str | None = rules.choice("agreed", form="how", part="hurdles", talk="5.2")
    ideal: str = rules.text(part="texts", talk="1.1")
    """How it would be if it worked out wholly."""
    goal: str = rules.text(form="what", part="texts", talk="1.2")
    my_expectation: str = rules.text(part="texts", talk="1.3")
    their_expectation: str = rules.text(part="texts", talk="1.4")
    my_craft: tuple[str, ...] = rules.several("my_craft", of=_ADULTS, part="hurdles", talk="2.1")
    my_expertise: str = rules.text(form="what", part="texts", talk="2.2")
    their_craft: tuple[str, ...] = rules.several(
        "their_craft", of=_ADULTS, part="hurdles", talk="2.3"
    )
    their_expertise: str = rules.text(form="what", part="texts", talk="2.4")
    limits: str = rules.text(part="texts", talk="2.5")
    """Where the teacher's own craft ends."""
    agreements: str = rules.text(part="texts", talk="5.3")
    """Working agreements: on time, making ready, talking before and after."""
    steps_taken: tuple[str, ...] = rules.several(
        "steps_taken", of=_ADULTS, part="hurdles", talk="5.4"
    )
    notes: str = rules.text(form="notes", part="texts")
    my_hands: str = rules.text(form="helps", talk="3.2")
    """What the owner can do about what makes it hard."""
    x: float | None = rules.coordinate(part="places")
    """Free position in radii of the drawn circle; the middle is 0, 0."""
    y: float | None = rules.coordinate(part="places")
    """As `x`; points down. Both are given or neither."""
    angle: float | None = rules.angle(part="places")
    """Where the owner put them within a ring, in degrees clockwise from the top."""
    successor_of: str | None = rules.identifier(optional=True)
    """Whose place they took: the id of a partner of an earlier moment of the series."""
    still_there: bool = rules.mark()
    """The owner said at this moment that they are still the partner of the moment before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What the owner says of two partners: they know each other, they do not, or no idea.

    Two without a tie were not asked about.
    """

    id: str = rules.identifier()
    a: str = rules.identifier()
    b: str = rules.identifier()
    state: str = rules.choice("tie_state", default="yes")

    @property
    def ends(self) -> frozenset[str]:
        """Return the ids of the two partners, in no order."""
        return frozenset((self.a, self.b))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A line around several partners: a team, a household."""

    id: str = rules.identifier()
    label: str = rules.line()
    members: tuple[str, ...] = rules.identifiers()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A free text on the map."""

    id: str = rules.identifier()
    text: str = rules.text(required=True)
    x: float = rules.coordinate(0.0)
    y: float = rules.coordinate(0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line drawn by hand on the map, with the pen."""

    id: str = rules.identifier()
    points: tuple[float, ...] = rules.path()
    """x, y, x, y and so on, in radii of the drawn circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the owner says of a finding: that it is so, or that it is not."""

    id: str = rules.identifier()
    finding: str = rules.identifier()
    """The code of the finding."""
    partner: str | None = rules.identifier(optional=True)
    """Whom it is about, where it is said of each partner apart."""
    agrees: bool = rules.switch()
    """*Klopt*; a finding that is not so (False) counts no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """Why somebody of an earlier moment is not among the partners of this one."""

    id: str = rules.identifier()
    partner: str = rules.identifier()
    """Who it is about; not on this map, or here as a wished partner."""
    reason: str | None = rules.choice("departure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindsight:
    """A partner of this map rated again later, with the eyes of then (the *then-test*).

    Kept apart from the ratings of the map itself, and used in comparing alone.
    """

    id: str = rules.identifier()
    partner: str = rules.identifier()
    frequency: int | None = rules.scale("frequency", 0, 6)
    importance: int | None = rules.scale("importance", 1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the owner wrote under a question for reflection."""

    id: str = rules.identifier()
    question: str = rules.identifier()
    text: str = rules.text()
    discuss: bool = rules.switch()
    """To talk about with somebody; then the text may still be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intention:
    """A next step, with one partner or with none in particular."""

    id: str = rules.identifier()
    what: str = rules.text(required=True)
    partner: str | None = rules.identifier(optional=True)
    direction: str | None = rules.choice("direction")
    step: str | None = rules.choice("ladder")
    """Which step of the ladder from informing to doing together is to be tried."""
    first_step: str = rules.text()
    due: date | None = rules.day()
    sign: str = rules.text()
    """How the owner will notice that it works."""
    done: bool = rules.switch()
    let_go: bool = rules.switch()
    """Not done, and not going to be."""
    outcome: str = rules.text()

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done: not done, and not let go."""
        return not self.done and not self.let_go


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something done together with a partner: what was agreed before, and said after."""

    id: str = rules.identifier()
    partner: str = rules.identifier()
    day: date | None = rules.day()
    what: str = rules.text()
    agreed: str = rules.text()
    """What was agreed beforehand."""
    talked_over: str | None = rules.choice("talked_over")
    talk: str = rules.text()
    """What was said afterwards."""
    time_made: str | None = rules.choice("yes_no")
    """The school made time for it."""
    theirs: str = rules.text()
    """What the owner learned of the other's craft."""
    mine: str = rules.text()
    """What the owner saw of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to be done around one pupil: by whom, in which role, agreed with whom."""

    id: str = rules.identifier()
    what: str = rules.name()
    partner: str | None = rules.identifier(optional=True)
    """Who does it; nobody yet where this is None and it is not `mine` either."""
    mine: bool = rules.switch()
    """The owner does it."""
    role: str = rules.line()
    responsible: str | None = rules.identifier(optional=True)
    """The partner who is answerable for it."""
    answerable: bool = rules.switch()
    """The owner is answerable for it."""
    agreed_with: tuple[str, ...] = rules.identifiers()
    """The partners it was agreed with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the owner shows of one line of a framework of competences."""

    id: str = rules.identifier()
    line: str = rules.identifier()
    """The id of the line, as in `resources/vocabulary/competences.toml` or a school's own."""
    partners: tuple[str, ...] = rules.identifiers()
    sources: tuple[str, ...] = rules.identifiers()
    """Answers, intentions and activities it shows in; one that is gone is passed over."""
    text: str = rules.text()
    stage: str | None = rules.choice("stage")


Record = (
    Network
    | Partner
    | Tie
    | Outline
    | Note
    | Stroke
    | Verdict
    | Departure
    | Hindsight
    | Answer
    | Intention
    | Activity
    | Task
    | Evidence
)
RECORD_TYPES: Final[tuple[type[Record], ...]] = get_args(Record)

Changes = Mapping[str, Record | None]
"""Records by id; None where there is no such record (before it came, or after it went)."""


_RULES: Final[dict[type[Record], dict[str, Rule]]] = {
    kind: {f.name: f.metadata["rule"] for f in fields(kind)} for kind in RECORD_TYPES
}
_DEFAULTS: Final[dict[type[Record], dict[str, Any]]] = {
    kind: {f.name: f.default for f in fields(kind)} for kind in RECORD_TYPES
}
"""What a field holds that nothing was said in; each keeps its own rule, so nobody looks again."""


def rules_of(kind: type[Record]) -> dict[str, Rule]:
    """Return the rule of every field of a record type, in the order of the fields."""
    return _RULES[kind]


def shown_in(place: str, kind: type[Record] = Partner) -> tuple[str, ...]:
    """Return the fields that stand in a `place` (`Rule.shown`), in their order."""
    return tuple(name for name, rule in _RULES[kind].items() if place in rule.shown.split())


MECHANISMS: Final = tuple(
    name for name, rule in _RULES[Partner].items() if rule.listed == "agreement"
)
"""What lies beneath working together: the statements that are agreed with or not."""


def check(record: Record, known: Record | None = None) -> None:
    """Raise a `Problem` where a field of `record` is outside its range.

    `bad_value` carries the record, the field and the value; `tie_to_itself` the record. What
    concerns several records at once is checked by `Map.after`. `known` is an earlier state of the
    same record that was checked: the values taken over from it are not looked at again.
    """
    defaults, is_known = _DEFAULTS[type(record)], type(known) is type(record)
    for name, rule in rules_of(type(record)).items():
        value = getattr(record, name)
        if value is defaults[name] or (is_known and value is getattr(known, name)):
            continue
        if not rule.is_kept_by(value):
            raise Problem("bad_value", record=record, field=name, value=value)
    if isinstance(record, Tie) and record.a == record.b:
        raise Problem("tie_to_itself", record=record)
    if isinstance(record, Partner) and (record.x is None) != (record.y is None):
        raise Problem("bad_value", record=record, field="y", value=record.y)


_R = TypeVar(
    "_R",
    Network,
    Partner,
    Tie,
    Outline,
    Note,
    Stroke,
    Verdict,
    Departure,
    Hindsight,
    Answer,
    Intention,
    Activity,
    Task,
    Evidence,
)

_WRITTEN: Final = {
    kind: {name: rule.tidied for name, rule in rules.items() if rule.tidied is not None}
    for kind, rules in _RULES.items()
}


def as_kept(record: Record) -> Record:
    """Return a record whose texts are written in the one way in which they are kept.

    Whatever comes in passes here: what is typed, pasted or read from a file.
    """
    changed: dict[str, Any] = {
        name: kept
        for name, tidied in _WRITTEN[type(record)].items()
        if (text := getattr(record, name)) and (kept := tidied(text)) != text
    }
    return replace(record, **changed) if changed else record


def as_read(record: Record) -> Record:
    """Return a record that comes from a file: `as_kept`, and its ids in their one way as well.

    What is in the library already keeps the ids it has: others name it by them.
    """
    changed: dict[str, Any] = {}
    for name, rule in rules_of(type(record)).items():
        found = getattr(record, name) if rule.is_id else None
        if isinstance(found, str):
            changed[name] = normalised(found)
        elif found:
            changed[name] = tuple(normalised(one) for one in found)
    return as_kept(replace(record, **changed))


class Map:
    """One drawing as a whole: its records by id. A value: a change gives another map."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self.records = records

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Map":
        """Return the map of these records, every rule checked.

        Raises `Problem`: as `after`, and `duplicate_id` where two records share an id.
        """
        changes: dict[str, Record | None] = {}
        for record in records:
            if record.id in changes:
                raise Problem("duplicate_id", id=record.id)
            changes[record.id] = record
        return cls({}).after(changes)

    def after(self, changes: Changes) -> "Map":
        """Return the map with `changes` made.

        Raises `Problem` and changes nothing where a record breaks a rule of its own (`check`)
        or one between records: a tie, an outline or whatever is about partners that names
        somebody who is not there (`unknown_partner`), a second tie between the same two
        (`duplicate_tie`), not exactly one network (`not_one_network`), too many partners
        (`too_many_partners`).
        """
        records = dict(self.records)
        for key, record in changes.items():
            if record is None:
                records.pop(key, None)
                continue
            check(record, self.records.get(key))
            records[key] = record
        changed = Map(records)
        changed._check_between(changes, before=self)
        return changed

    def _check_between(self, changes: Changes, before: "Map") -> None:
        touched = {
            type(record)
            for key in changes
            for record in (changes[key], before.records.get(key))
            if record is not None
        }
        if (Network in touched or not before.records) and sum(
            isinstance(r, Network) for r in self.records.values()
        ) != 1:
            raise Problem("not_one_network")
        if Partner in touched and len(self.partners) > MOST_PARTNERS:
            raise Problem("too_many_partners", most=MOST_PARTNERS)
        partners_gone = any(
            isinstance(before.records.get(key), Partner)
            and not isinstance(self.records.get(key), Partner)
            for key in changes
        )
        known = self.records
        for record in known.values() if partners_gone else changes.values():
            for named in _partners_named_by(record):
                if not isinstance(known.get(named), Partner):
                    raise Problem("unknown_partner", record=record, id=named)
        if Tie in touched and len({tie.ends for tie in self.asked_pairs}) != len(self.asked_pairs):
            raise Problem("duplicate_tie", record=self._second_tie())

    def _second_tie(self) -> Tie:
        seen: set[frozenset[str]] = set()
        for tie in self.asked_pairs:
            if tie.ends in seen:
                return tie
            seen.add(tie.ends)
        raise AssertionError("no tie is there twice")

    @cached_property
    def network(self) -> Network:
        """Return the record of the map itself."""
        return self.all_of(Network)[0]

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """Return the partners, in the order in which they came."""
        return self.all_of(Partner)

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """Return the ties that are there, or may be: whoever does not know each other has none."""
        return tuple([tie for tie in self.asked_pairs if tie.state != "no"])

    @cached_property
    def asked_pairs(self) -> tuple[Tie, ...]:
        """Return every answer about two partners, *no* included."""
        return self.all_of(Tie)

    def all_of(self, kind: type[_R]) -> tuple[_R, ...]:
        """Return all records of one type, in the order in which they came."""
        return tuple([r for r in self.records.values() if isinstance(r, kind)])

    def partner(self, id: str) -> Partner | None:  # noqa: A002 (the field is called so)
        """Return the partner with this id, or None."""
        record = self.records.get(id)
        return record if isinstance(record, Partner) else None

    def tie_between(self, a: str, b: str) -> Tie | None:
        """Return the answer about two partners, whichever was named first, or None."""
        ends = frozenset((a, b))
        return next((tie for tie in self.asked_pairs if tie.ends == ends), None)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Map) and self.records == other.records

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Map({len(self.records)} records)"


def _partners_named_by(record: Record | None) -> tuple[str, ...]:
    """Return the ids of the partners that `record` cannot do without."""
    if isinstance(record, Tie):
        return (record.a, record.b)
    if isinstance(record, Outline):
        return record.members
    if isinstance(record, Evidence):
        return record.partners
    if isinstance(record, Task):
        named = (record.partner, record.responsible, *record.agreed_with)
        return tuple(key for key in named if key is not None)
    if isinstance(record, Intention | Verdict | Hindsight | Activity):
        return () if record.partner is None else (record.partner,)
    return ()
