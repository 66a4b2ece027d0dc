"""The records of a map, and the rules they keep.

A *map* is one drawing at one moment: a `Network` record with the partners, ties and other
records around it. Records are frozen and know nothing of storage or screen, so they can be
compared, kept in an edit and handed to another thread.
"""

import uuid
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final, get_args

from app.models import rules
from app.models.frozen import frozen
from app.models.network.plans import Activity, Evidence, Intention, Task
from app.models.rules import Rule

_VERSION_AT: Final = 12
_SHARED: Final = "8"
"""Where a UUID in hexadecimal tells its version, and that of one which is made of another id."""


def new_id() -> str:
    """Return an identifier that no other record has."""
    return uuid.uuid4().hex


def shared_id(digits: str) -> str:
    """Return 32 hexadecimal digits as an identifier in a file that is shared (a UUID version 8)."""
    return digits[:_VERSION_AT] + _SHARED + digits[_VERSION_AT + 1 :]


@frozen
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
        "importance", form="map", part="overall", anew=True, shown="report"
    )
    satisfaction_overall: int | None = rules.scale(
        "satisfaction", form="map", part="overall", anew=True, shown="report"
    )
    confidence: int | None = rules.steps(5, form="map", part="overall", anew=True, shown="report")
    own_expertise: int | None = rules.steps(
        5, form="map", part="overall", anew=True, shown="report"
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
    importance_cut: int = rules.cut("importance", part="ratings")
    """From this importance on a partner counts as important."""
    frequency_cut: int = rules.cut("frequency", part="ratings")
    """From this frequency on a partner counts as often seen (4 is weekly)."""


_ADULTS: Final = "family leadership other"
"""Whom a field is asked of that would make no sense to a pupil."""


def _statement() -> Any:
    """Declare something to agree with about what lies beneath working together."""
    return rules.scale("agreement", form="beneath", part="mechanisms", anew=True)


@frozen
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
        form="first",
        part="ratings",
        anew=True,
        shown="table insight hover report",
    )
    """0 (no contact yet: a wished partner) to 6 (every school day)."""
    importance: int | None = rules.scale(
        "importance",
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
        form="first",
        part="wishes",
        anew=True,
        shown="table insight hover report",
    )
    satisfaction: int | None = rules.scale(
        "satisfaction",
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
    own_words: str = rules.text(form="voice", of="pupil", part="texts", shown="words")
    """What the pupil wants, as they say it."""
    decides: str | None = rules.choice(
        "decides", form="voice", of="family", part="mechanisms", anew=True, shown="report"
    )
    their_decision: str = rules.text(form="voice", of="pupil family", part="texts", shown="words")
    """What they decided themselves, and what the teacher did with that."""
    leadership_does: tuple[str, ...] = rules.several(
        "leadership_does", form="leads", of="leadership", part="hurdles"
    )
    """What leadership does for working together."""
    ask_leadership: str = rules.text(form="leads", of="leadership", part="texts", shown="words")
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
    taken_off: bool | None = rules.said_or_not(part="places")
    """The owner took them out of the free lens: they have no place, and wait to be given one."""
    angle: float | None = rules.angle(part="places")
    """Where the owner put them within a ring, in degrees clockwise from the top."""
    successor_of: str | None = rules.identifier(optional=True)
    """Whose place they took: the id of a partner of an earlier moment of the series."""
    still_there: bool = rules.mark()
    """The owner said at this moment that they are still the partner of the moment before."""


@frozen
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


@frozen
class Outline:
    """A line around several partners: a team, a household."""

    id: str = rules.identifier()
    label: str = rules.line()
    members: tuple[str, ...] = rules.identifiers()


@frozen
class Note:
    """A free text on the map."""

    id: str = rules.identifier()
    text: str = rules.text(required=True)
    x: float = rules.coordinate(0.0)
    y: float = rules.coordinate(0.0)


@frozen
class Stroke:
    """A line drawn by hand on the map, with the pen."""

    id: str = rules.identifier()
    points: tuple[float, ...] = rules.path()
    """x, y, x, y and so on, in radii of the drawn circle."""
    pressures: tuple[float, ...] = rules.pressures()
    """How hard the pen was pressed at each of the points, 0 to 1; none where it did not tell."""


@frozen
class Photo:
    """The pixels of a photo or scan of a drawing on paper; where it lies says a `Ground`.

    Apart from its place, so that a step that moves it does not hold it twice.
    """

    id: str = rules.identifier()
    jpeg: str = rules.picture()


@frozen
class Ground:
    """Where a photo lies under the map, to draw over."""

    id: str = rules.identifier()
    photo: str = rules.identifier()
    x: float = rules.coordinate(0.0)
    """Where its middle is, in radii of the drawn circle."""
    y: float = rules.coordinate(0.0)
    width: float = rules.width(2.0)


@frozen
class Verdict:
    """What the owner says of a finding: that it is so, or that it is not."""

    id: str = rules.identifier()
    finding: str = rules.identifier()
    """The code of the finding."""
    partner: str | None = rules.identifier(optional=True)
    """Whom it is about, where it is said of each partner apart."""
    agrees: bool = rules.switch()
    """*Klopt*; a finding that is not so (False) counts no longer."""


@frozen
class Departure:
    """Why somebody of an earlier moment is not among the partners of this one."""

    id: str = rules.identifier()
    partner: str = rules.identifier()
    """Who it is about; not on this map, or here as a wished partner."""
    reason: str | None = rules.choice("departure")


@frozen
class Hindsight:
    """A partner of this map rated again later, with the eyes of then (the *then-test*).

    Kept apart from the ratings of the map itself, and used in comparing alone.
    """

    id: str = rules.identifier()
    partner: str = rules.identifier()
    frequency: int | None = rules.scale("frequency")
    importance: int | None = rules.scale("importance")


@frozen
class Answer:
    """What the owner wrote under a question for reflection."""

    id: str = rules.identifier()
    question: str = rules.identifier()
    text: str = rules.text()
    discuss: bool = rules.switch()
    """To talk about with somebody; then the text may still be empty."""


Record = (
    Network
    | Partner
    | Tie
    | Outline
    | Note
    | Stroke
    | Photo
    | Ground
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
