"""What a person can do to the open map: an intention each, stored before it is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Unpack

from app.document.arriving_people import ArrivingPeople
from app.models.merged_partners import merger
from app.models.moments import departure, removal, staying, succession
from app.models.network import (
    Activity,
    Answer,
    Evidence,
    Hindsight,
    Intention,
    Note,
    Outline,
    Partner,
    Record,
    Stroke,
    Task,
    Tie,
    Verdict,
    new_id,
)
from app.models.problem import Problem
from app.models.rules import cleaned, cleaned_text
from app.models.values import (
    AnswerValues,
    HindsightValues,
    IntentionValues,
    KeptValues,
    NoteValues,
    OutlineValues,
    PartnerValues,
)
from app.models.vocabulary import folded, vocabulary
from app.words import current_language

MOST_TIED: Final = 100
"""How many partners can be tied to each other in one go; that is 4,950 lines."""


class Document(ArrivingPeople):
    """Takes intentions, stores each as one edit, and only then shows it to the views.

    Every intention returns whether it was carried out. One that cannot be stored changes
    nothing anywhere: `refused` carries the `Problem`, and the views show what still holds.
    """

    # Who is on the map, and who knows whom.

    def add_partner(
        self,
        name: str,
        *,
        kind: str | None = None,
        setting: str | None = None,
        at: tuple[float, float] | None = None,
    ) -> str | None:
        """Add a partner and select them; returns their id, or None where nothing was added.

        The setting follows from a known kind unless it is given. `at` is a free position.
        """
        called = self._named(name)
        if not called:
            return None
        known = vocabulary().kinds.get(kind or "")
        partner = Partner(
            id=new_id(),
            name=called,
            kind=kind,
            setting=setting or (known.setting if known else None),
            entity=vocabulary().entity(name, known) if known else None,
            x=at[0] if at else None,
            y=at[1] if at else None,
        )
        if not self._do("add_partner", {partner.id: partner}):
            return None
        self.select([partner.id])
        return partner.id

    def set_partners(self, ids: Iterable[str], **values: Unpack[PartnerValues]) -> bool:
        """Give partners the same values in some fields; None or empty takes an answer away."""
        keys = tuple(ids)
        after: dict[str, Record | None] = {}
        for partner in map(self.map.partner, keys):
            if partner is not None:
                follows = self._that_follow_from(partner.name, values)
                after[partner.id] = replace(partner, **(follows | values))
        action = "set_" + next(iter(values))
        return self._do(action, after, merge_key=f"{action}:{','.join(keys)}")

    def rename(self, partner_id: str, name: str) -> bool:
        """Give a partner another name; an empty one is not taken.

        Somebody of whom it is not known who they are is what the name says, as a new one is.
        """
        called, partner = self._named(name), self.map.partner(partner_id)
        if not called or partner is None:
            return False
        is_unknown = partner.kind is None and partner.setting is None
        if is_unknown and (kind := vocabulary().certain(called, current_language())):
            return self.set_partners([partner_id], name=called, kind=kind.id)
        return self.set_partners([partner_id], name=called)

    def place(self, places: Mapping[str, PartnerValues], action: str = "move") -> bool:
        """Put partners somewhere on the map, as one step.

        `places` gives for each partner the fields that the place sets: `x` and `y` in the free
        lens; `importance`, `angle` and `setting` in the rings. Who gets no `x` is taken off.
        """
        off = [key for key, values in places.items() if values.get("x", 0) is None]
        after: dict[str, Record | None] = {}
        for partner in filter(None, map(self.map.partner, places)):
            waits: PartnerValues = {"taken_off": True} if partner.id in off else {}
            after[partner.id] = replace(partner, **(places[partner.id] | waits))
        given = self._given.given(self.map)
        if any(key in given for key in off):
            return self._do(action, {**given, **after}, stood=given)
        return self._do(action, after)

    def remove_partners(self, ids: Iterable[str]) -> bool:
        """Take partners off the map for good, with everything that is about them alone.

        Their ties go with them, outlines go on without them, intentions lose the name.
        """
        return self._do("remove_partner", removal(self.map, ids))

    def merge_partners(self, ids: Sequence[str]) -> bool:
        """Make one partner of several: the first, who gets what the others have and it lacks."""
        if len(ids) < 2:
            return False
        earlier = {
            partner.id
            for moment in self.moments()
            if moment.id != self.map.network.id and (whole := self.map_of(moment.id)) is not None
            for partner in whole.partners
        }
        return self._do("merge_partners", merger(self.map, ids, earlier))

    def depart(self, partner_id: str, reason: str | None) -> bool:
        """Let a partner of an earlier moment go, and say why; see `departure` in the models."""
        return self._do("depart", departure(self.map, partner_id, reason))

    def stay(self, partner: Partner, ties: Iterable[Tie] = ()) -> bool:
        """Say that a partner of an earlier moment is still there; see `staying` in the models."""
        return self._do("stay", staying(self.map, partner, ties))

    def succeed(self, predecessor: Partner, name: str) -> str | None:
        """Put somebody new in the place of a partner; returns the id of the new one."""
        called = self._named(name)
        if not called:
            return None
        after = succession(self.map, predecessor, called)
        *_, key = after
        return key if self._do("succeed", after) else None

    def look_back(self, partner_id: str, **values: Unpack[HindsightValues]) -> bool:
        """Rate a partner again with the eyes of now, apart from the ratings of the map.

        `values` are `frequency` and `importance`; None takes an answer away. A finished map
        takes these too: what was said then stays as it was.
        """
        partner = self.map.partner(partner_id)
        if partner is None:
            return False
        standing = next((h for h in self.map.all_of(Hindsight) if h.partner == partner_id), None)
        rated = standing or Hindsight(id=new_id(), partner=partner_id)
        rated = replace(rated, **values)
        says = rated.frequency is not None or rated.importance is not None
        return self._do(
            "look_back",
            {rated.id: rated if says else None},
            merge_key=f"look_back:{partner_id}:{','.join(values)}",
            when_finished=True,
        )

    def set_tie(self, a: str, b: str, state: str | None) -> bool:
        """Say whether two partners know each other: `yes`, `no`, `unknown`; None takes it back."""
        tie = self.map.tie_between(a, b)
        if tie is None:
            tie = Tie(id=new_id(), a=a, b=b, state=state or "yes")
            return state is not None and self._do("set_tie", {tie.id: tie})
        after = None if state is None else replace(tie, state=state)
        return self._do("set_tie", {tie.id: after}, merge_key=f"tie:{tie.id}")

    def tie_all(self, ids: Sequence[str]) -> bool:
        """Say of every two of these partners that they know each other.

        Refused (`too_many_to_tie`) for more than `MOST_TIED`: lines by the ten thousands would
        take a minute to keep, and nobody could read them.
        """
        if len(ids) > MOST_TIED:
            lines = len(ids) * (len(ids) - 1) // 2
            return self._refuse(Problem("too_many_to_tie", most=MOST_TIED, lines=lines))
        after: dict[str, Record | None] = {}
        for index, a in enumerate(ids):
            for b in ids[index + 1 :]:
                tie = self.map.tie_between(a, b) or Tie(id=new_id(), a=a, b=b)
                after[tie.id] = replace(tie, state="yes")
        return self._do("set_tie", after)

    # Free drawing.

    def add_outline(self, members: Iterable[str], label: str = "") -> str | None:
        """Draw an outline around partners; returns its id."""
        outline = Outline(id=new_id(), label=cleaned(label), members=tuple(members))
        return outline.id if self._do("add_outline", {outline.id: outline}) else None

    def set_outline(self, outline_id: str, **values: Unpack[OutlineValues]) -> bool:
        """Give an outline another label or other members."""
        return self._set_drawn("set_outline", outline_id, values)

    def add_note(self, text: str, x: float, y: float) -> str | None:
        """Write a text on the map; returns its id, or None for an empty text."""
        if not cleaned_text(text).strip():
            return None
        note = Note(id=new_id(), text=cleaned_text(text), x=x, y=y)
        return note.id if self._do("add_note", {note.id: note}) else None

    def set_note(self, note_id: str, **values: Unpack[NoteValues]) -> bool:
        """Give a text on the map other words or another place; one without words is removed."""
        if "text" in values:
            values["text"] = cleaned_text(values["text"])
            if not values["text"].strip():
                return self.erase([note_id])
        return self._set_drawn("set_note", note_id, values)

    def add_stroke(self, points: Sequence[float], pressures: Sequence[float] = ()) -> str | None:
        """Draw a line by hand: x, y, x, y and so on; returns its id.

        `pressures` are how hard the pen was pressed at each point (0 to 1), where it tells.
        """
        stroke = Stroke(id=new_id(), points=tuple(points), pressures=tuple(pressures))
        return stroke.id if self._do("add_stroke", {stroke.id: stroke}) else None

    def erase(self, ids: Iterable[str]) -> bool:
        """Remove outlines, texts and lines drawn by hand."""
        drawn = (self.map.records.get(key) for key in ids)
        after: dict[str, Record | None] = {
            record.id: None for record in drawn if isinstance(record, Outline | Note | Stroke)
        }
        return self._do("erase", after)

    def _set_drawn(self, action: str, key: str, values: OutlineValues | NoteValues) -> bool:
        record = self.map.records.get(key)
        if not isinstance(record, Outline | Note):
            return False
        merge_key = f"{action}:{key}:{','.join(values)}"
        return self._do(action, {key: replace(record, **values)}, merge_key=merge_key)

    # What the owner makes of what the map says.

    def judge(
        self, finding: str, partners: Iterable[str | None] = (None,), *, agrees: bool | None
    ) -> bool:
        """Say of a finding that it is so or not; None takes back what was said.

        `partners` are those it is about, where it is said of each apart; all in one step.
        """
        standing = {
            verdict.partner: verdict
            for verdict in self.map.all_of(Verdict)
            if verdict.finding == finding
        }
        after: dict[str, Record | None] = {}
        for partner in partners:
            key = standing[partner].id if partner in standing else new_id()
            verdict = Verdict(id=key, finding=finding, partner=partner, agrees=bool(agrees))
            after[key] = None if agrees is None else verdict
        return self._do("judge", after)

    def intend(self, what: str, /, **values: Unpack[IntentionValues]) -> str | None:
        """Add an intention: a next step, with a partner or with none in particular.

        `values` are other fields of the intention. Returns its id, or None where nothing was
        added.
        """
        values["what"] = cleaned_text(what)
        if not values["what"].strip():
            return None
        intention = Intention(id=new_id(), **values)
        return intention.id if self._do("intend", {intention.id: intention}) else None

    def set_intention(self, intention_id: str, **values: Unpack[IntentionValues]) -> bool:
        """Give an intention other values; what it is about cannot be emptied."""
        standing = self.map.records.get(intention_id)
        if not isinstance(standing, Intention) or not str(values.get("what", "-")).strip():
            return False
        merge_key = f"intention:{intention_id}:{','.join(values)}"
        after = replace(standing, **values)
        return self._do("set_intention", {intention_id: after}, merge_key=merge_key)

    def intend_with(
        self, intention_id: str, name: str, at: tuple[float, float] | None = None
    ) -> str | None:
        """Let an intention be about somebody by name; returns the id of that partner.

        Whoever is not on the map comes along as a wished partner (no contact yet) in the same
        step, with `at` as a free position.
        """
        standing = self.map.records.get(intention_id)
        called = self._named(name)
        if not isinstance(standing, Intention) or not called:
            return None
        known = (p for p in self.map.partners if folded(p.name) == folded(name))
        x, y = at or (None, None)
        wished = Partner(id=new_id(), name=called, frequency=0, x=x, y=y)
        partner = next(known, wished)
        after: dict[str, Record | None] = {
            partner.id: partner,
            intention_id: replace(standing, partner=partner.id),
        }
        return partner.id if self._do("set_intention", after) else None

    def drop_intention(self, intention_id: str) -> bool:
        """Remove an intention for good; one that was let go is kept, and this is not that."""
        standing = self.map.records.get(intention_id)
        return isinstance(standing, Intention) and self._do("drop_intention", {intention_id: None})

    def keep(self, record: Activity | Task | Evidence) -> str | None:
        """Add something done together, a task or evidence; returns its id, None if refused."""
        return record.id if self._do(f"add_{_called(record)}", {record.id: record}) else None

    def change(self, record_id: str, **values: Unpack[KeptValues]) -> bool:
        """Give something that was kept other values; what is typed in one go is one step."""
        given: dict[str, Any] = {**values}
        standing = self.map.records.get(record_id)
        if not isinstance(standing, Activity | Task | Evidence):
            return False
        action = f"set_{_called(standing)}"
        merge_key = f"{action}:{record_id}:{','.join(values)}"
        return self._do(action, {record_id: replace(standing, **given)}, merge_key=merge_key)

    def drop(self, record_id: str) -> bool:
        """Remove something that was kept."""
        standing = self.map.records.get(record_id)
        if not isinstance(standing, Activity | Task | Evidence):
            return False
        return self._do(f"drop_{_called(standing)}", {record_id: None})

    def answer(self, question: str, text: str) -> bool:
        """Write down an answer to a question for reflection; an empty one is taken away.

        What is typed in one go is one step.
        """
        return self._answer(question, text=cleaned_text(text))

    def discuss(self, question: str, *, wanted: bool) -> bool:
        """Mark a question as one to discuss, answered or not: a step of its own."""
        self.end_merging()
        done = self._answer(question, discuss=wanted)
        self.end_merging()
        return done

    def _answer(self, question: str, /, **values: Unpack[AnswerValues]) -> bool:
        standing = next((a for a in self.map.all_of(Answer) if a.question == question), None)
        after = replace(standing or Answer(id=new_id(), question=question), **values)
        says = bool(after.text.strip()) or after.discuss
        if standing is None and not says:
            return True
        changed: dict[str, Record | None] = {after.id: after if says else None}
        return self._do("answer", changed, merge_key=f"answer:{question}")

    def _named(self, typed: str) -> str:
        """Return typed text as a name, and refuse one of which nothing can be seen."""
        called = cleaned(typed)
        if typed.strip() and not called:
            self._refuse(Problem("name_not_seen"))
        return called

    def _that_follow_from(self, name: str, values: PartnerValues) -> PartnerValues:
        """Return the values that follow from a kind for a partner of this name."""
        known = vocabulary().kinds.get(values.get("kind") or "")
        if known is None:
            return {}
        return {"setting": known.setting, "entity": vocabulary().entity(name, known)}


def _called(record: Record) -> str:
    return type(record).__name__.lower()
