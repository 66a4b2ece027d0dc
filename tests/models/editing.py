"""A random but repeatable person at work: the next step of a map, from a seed."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.models.edit import Edit, Step
from app.models.history import History
from app.models.moments import removal
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
    Record,
    Stroke,
    Task,
    Tie,
    Verdict,
)
from tests.maps import JPEG

SMALL = 12


def empty_map(network_id: str = "network", **values: Any) -> Map:
    return Map.of([Network(id=network_id, series="series", **values)])


def full_map(network_id: str = "network") -> Map:
    """A map with every type of record."""
    return Map.of(
        [
            Network(id=network_id, series="series", title="Mijn kaart"),
            Partner(id="p1", name="Ouders Sam", forms=("inform",), x=0.5, y=-0.5),
            Partner(id="p2", name="Ib'er", importance=5, frequency=6, named_important=True),
            Partner(id="p3", name="Wijkteam", notes="Bellen\nop maandag", my_hands="Tijd"),
            Tie(id="t1", a="p1", b="p2"),
            Tie(id="t2", a="p1", b="p3", state="unknown"),
            Outline(id="o1", label="Team", members=("p2", "p3")),
            Note(id="n1", text="Let op", x=1, y=-1.25),
            Stroke(id="s1", points=(0.5, -0.25, 0.75, 0.0), pressures=(0.25, 1.0)),
            Photo(id="f1", jpeg=JPEG),
            Ground(id="g1", photo="f1", x=0.25, width=2.5),
            Verdict(id="v1", finding="important_less_often", partner="p1"),
            Departure(id="d1", partner="p0", reason="finished"),
            Hindsight(id="h1", partner="p2", frequency=5, importance=3),
            Answer(id="a1", question="R01", text="Veel", discuss=True),
            Intention(id="i1", what="Bellen", partner="p1", sign="Ze belt terug", let_go=True),
            Activity(id="c1", partner="p1", what="Lezen", agreed="Om negen uur", talked_over="yes"),
            Task(id="k1", what="Bellen", partner="p3", responsible="p2", agreed_with=("p1", "p3")),
            Evidence(id="e1", line="voice", partners=("p1",), sources=("a1",), stage="under_way"),
        ]
    )


class Editing:
    """A map, its history, and what happens to them; `past` is the map at every position."""

    def __init__(self, whole: Map, history: History, seed: object) -> None:
        self.whole = whole
        self.history = history
        self.past = {history.position: whole}
        self._chance = random.Random(repr(seed))
        self._made = 0
        self._prefix = repr(seed)

        editing = (self._add, self._type, self._type, self._rate, self._tie, self._untie)
        others = (self._remove, self._around)
        walking = (self._undo, self._undo, self._redo, self._redo)
        self._moves = (*editing, *others, *walking)

    def next(self) -> Step:
        """Return a step that can be made now."""
        while True:
            step = self._chance.choice(self._moves)()
            if step is not None:
                return step

    def follow(self, step: Step) -> None:
        """Make a step that was stored."""
        self.whole = self.whole.after(step.changes)
        self.history.follow(step)
        self.past[self.history.position] = self.whole

    def _edit(self, action: str, after: dict[str, Record | None], merge_key: str = "") -> Step:
        before = {key: self.whole.records.get(key) for key in after}
        return self.history.record(
            Edit(action=action, before=before, after=after, merge_key=merge_key)
        )

    def _id(self) -> str:
        self._made += 1
        return f"{self._prefix}-{self._made}"

    def _someone(self) -> Partner | None:
        return self._chance.choice(self.whole.partners) if self.whole.partners else None

    def _add(self) -> Step | None:
        if len(self.whole.partners) >= SMALL:
            return None
        new = [Partner(id=self._id(), name=f"Iemand {self._made}") for _ in range(2)]
        return self._edit("add_partner", {partner.id: partner for partner in new})

    def _type(self) -> Step | None:
        who = self._someone()
        if who is None:
            return None
        longer = (who.name + self._chance.choice("abcé "))[-40:].strip() + "."
        return self._edit("rename", {who.id: replace(who, name=longer)}, f"name {who.id}")

    def _rate(self) -> Step | None:
        who = self._someone()
        if who is None:
            return None
        value = self._chance.choice([None, 1, 2, 3, 4, 5])
        return self._edit("rate_importance", {who.id: replace(who, importance=value)}, who.id)

    def _tie(self) -> Step | None:
        if len(self.whole.partners) < 2:
            return None
        a, b = self._chance.sample(self.whole.partners, 2)
        if self.whole.tie_between(a.id, b.id):
            return None
        new = Tie(id=self._id(), a=a.id, b=b.id)
        return self._edit("add_tie", {new.id: new})

    def _untie(self) -> Step | None:
        if not self.whole.ties:
            return None
        return self._edit("remove_tie", {self._chance.choice(self.whole.ties).id: None})

    def _remove(self) -> Step | None:
        who = self._someone()
        if who is None or len(self.whole.partners) < SMALL // 2:
            return None
        return self._edit("remove_partner", removal(self.whole, [who.id]))

    def _around(self) -> Step | None:
        make: list[Callable[[str], Record]] = [
            lambda key: Outline(id=key, members=tuple(p.id for p in self.whole.partners[:3])),
            lambda key: Note(id=key, text="Let op", x=self._chance.uniform(-4, 4)),
            lambda key: Stroke(id=key, points=(0.0, self._chance.uniform(-4, 4))),
            lambda key: Verdict(id=key, finding="isolates", partner=self.whole.partners[0].id),
            lambda key: Departure(id=key, partner="p0", reason="out_of_sight"),
            lambda key: Hindsight(id=key, partner=self.whole.partners[0].id, importance=2),
            lambda key: Answer(id=key, question="R01", text="…"),
            lambda key: Intention(
                id=key, what="Bellen", partner=self.whole.partners[0].id, done=True
            ),
            lambda key: Activity(id=key, partner=self.whole.partners[0].id, talked_over="no_time"),
            lambda key: Task(id=key, what="Bellen", responsible=self.whole.partners[0].id),
            lambda key: Evidence(id=key, line="voice", partners=(self.whole.partners[0].id,)),
        ]
        if not self.whole.partners:
            return None
        key = self._id()
        return self._edit("add_around", {key: self._chance.choice(make)(key)})

    def _undo(self) -> Step | None:
        return self.history.undo()

    def _redo(self) -> Step | None:
        return self.history.redo()
