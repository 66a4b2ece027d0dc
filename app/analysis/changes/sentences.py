"""What changed between two moments, in words: groups of people with a line about each."""

from collections.abc import Iterable

from app.analysis.changes import whole_map
from app.analysis.changes.chapters import ARROW, Change, Group
from app.analysis.comparison import Comparison, Shift
from app.analysis.composition import counted, only_wished
from app.analysis.gaps import gaps, wish_steps
from app.models.network import Intention, Map, Partner
from app.models.vocabulary import vocabulary
from app.words import current_language, filled, joined, phrases, say


def caution() -> str:
    """Return the caution about reading a difference between two moments."""
    return say(
        "Two drawings of two moments. Your view may have changed too, and very high or very low "
        "answers tend to move towards the middle next time. A difference does not show that "
        "something caused it.",
    )


def summary(found: Comparison, before: Map) -> str:
    """Return one sentence that counts the partners who stayed, came and went."""
    if not found.kept and not found.new and not found.lost:
        return say("You are not in contact yet with anyone on either map.")
    text = say(
        "Still here: {kept} of {all}. New: {new}. No longer on the map: {lost}.",
        kept=len(found.kept),
        all=len(counted(before)),
        new=len(found.newcomers),
        lost=len(found.gone),
    )
    if found.first_contact:
        first = say("In contact for the first time: {n}.", n=len(found.first_contact))
        text = f"{text} {first}"
    if found.unmet:
        unmet = say("On the map, no longer in contact: {n}.", n=len(found.unmet))
        text = f"{text} {unmet}"
    if found.merged:
        merged = say("Merged with another: {n}.", n=len(found.merged))
        text = f"{text} {merged}"
    return text


def unrated(found: Comparison) -> str:
    """Return a sentence that counts the kept partners without an answer on one map, or ""."""
    missing = sum(None in (shift.frequency, shift.importance) for shift in found.kept)
    if not missing:
        return ""
    text = say(
        "Contact or importance not answered at both moments: {n} of those who are still on the "
        "map. Missing answers do not count as changes.",
    )
    return filled(text, n=missing)


def wished(before: Map, after: Map) -> str:
    """Return a sentence that counts the partners without contact, who count in nothing, or ""."""
    numbers = [len(only_wished(whole)) for whole in (before, after)]
    if not any(numbers):
        return ""
    text = say(
        "On the map without contact yet, so not counted: {then} then, {now} now.",
    )
    for name, value in zip(("then", "now"), numbers, strict=True):
        text = text.replace(f"{{{name}}}", str(value))
    return text


def same_answers(found: Comparison, before: Map, after: Map) -> str:
    """Name the partners with the same answers who stand out at one moment only, or return ""."""
    stands_out = [{row.partner.id for row in gaps(whole).notable} for whole in (before, after)]
    names = [
        shift.after.name
        for shift in found.kept
        if shift.frequency == shift.importance == 0
        and len({shift.after.id in ids for ids in stands_out}) > 1
    ]
    if not names:
        return ""
    text = say(
        "The same answers both times, and yet the difference stands out at one moment only: "
        "{names}. What stands out also depends on your other partners.",
    )
    return filled(text, names=joined(names))


def rated_twice(found: Comparison) -> str:
    """Return a sentence that counts the partners in the table of quadrants."""
    text = say("From group to group. Answered in full at both moments: {n} of {all}.")
    return filled(text, n=found.kept_rated, all=len(found.kept))


def groups(found: Comparison, before: Map, after: Map) -> list[Group]:
    """Return the changes in groups, without the empty ones."""
    all_groups = (
        *_members(found),
        *_contact(found),
        *_position(found, before, after),
        Group("intentions", "", say("What became of my plans"), tuple(_intentions(before, after))),
    )
    return [group for group in all_groups if group.changes]


def _members(found: Comparison) -> Iterable[Group]:
    """Return the groups about partners who came and went."""
    return (
        Group("new", "members", say("New"), tuple(_new(found, p) for p in found.newcomers)),
        Group(
            "first_contact",
            "members",
            say("In contact for the first time"),
            tuple(_new(found, p) for p in found.first_contact),
        ),
        Group(
            "lost",
            "members",
            say("No longer on the map"),
            tuple(_lost(found, p) for p in found.gone),
            say("Someone leaving the map is not always a loss."),
        ),
        Group(
            "unmet",
            "members",
            say("On the map, no longer in contact"),
            tuple(Change((p.id,), p.name) for p in found.unmet),
        ),
        Group(
            "merged",
            "members",
            say("Merged with another partner"),
            tuple(Change((p.id,), p.name) for p in found.merged),
        ),
        Group("renamed", "members", say("Another name"), tuple(_renamed(found.kept))),
    )


def _contact(found: Comparison) -> Iterable[Group]:
    """Return the groups about contact with the partners who stayed."""
    kept = found.kept
    return (
        Group(
            "more_contact",
            "contact",
            say("More contact"),
            tuple(_shifted("frequency", (s for s in kept if (s.frequency or 0) > 0))),
        ),
        Group(
            "less_contact",
            "contact",
            say("Less contact"),
            tuple(_shifted("frequency", (s for s in kept if (s.frequency or 0) < 0))),
        ),
        Group(
            "more_important",
            "contact",
            say("Importance rated higher"),
            tuple(_shifted("importance", (s for s in kept if (s.importance or 0) > 0))),
        ),
        Group(
            "less_important",
            "contact",
            say("Importance rated lower"),
            tuple(_shifted("importance", (s for s in kept if (s.importance or 0) < 0))),
        ),
        Group(
            "wishes",
            "contact",
            say("Contact changed as you wanted"),
            tuple(_wishes(found)),
        ),
        Group(
            "satisfaction",
            "contact",
            say("Satisfaction changed"),
            tuple(_shifted("satisfaction", (s for s in kept if s.satisfaction))),
        ),
        Group(
            "quadrants",
            "contact",
            say("In another group"),
            tuple(_quadrants(kept)),
        ),
    )


def _position(found: Comparison, before: Map, after: Map) -> Iterable[Group]:
    """Return the groups about ties, and about the map as a whole."""
    return (
        Group(
            "ties",
            "ties",
            say("Among my partners"),
            (
                *whole_map.ties(found.ties_made, say("know each other now")),
                *whole_map.ties(found.ties_gone, say("no longer linked")),
            ),
        ),
        Group(
            "standing",
            "ties",
            say("Position among the others"),
            tuple(whole_map.standing(before, after)),
        ),
        Group(
            "settings",
            "whole",
            say("Areas"),
            tuple(whole_map.settings(before, after)),
        ),
        Group(
            "outside",
            "whole",
            say("Inside and outside the school"),
            tuple(whole_map.outside(before, after)),
        ),
        Group(
            "overall",
            "whole",
            say("How I look at working together"),
            tuple(whole_map.overall(before.network, after.network)),
        ),
    )


def _intentions(before: Map, after: Map) -> Iterable[Change]:
    """Yield the outcome of each earlier intention, as the later moment has it."""
    for intended in before.all_of(Intention):
        later = after.records.get(intended.id)
        now = later if isinstance(later, Intention) else intended
        state = phrases.intention_states()[now.state].lower()
        detail = joined(
            (part for part in (state, " ".join(now.outcome.split())) if part), between=" · "
        )
        people = (now.partner,) if now.partner else ()
        told = later.id if isinstance(later, Intention) else ""
        yield Change(people, " ".join(now.what.split()), detail, intention=told)


def hindsight(found: Comparison) -> Group | None:
    """Return the later ratings of an earlier map, beside those of then and now."""
    changes = []
    for shift in found.kept:
        again = shift.hindsight
        if again is None:
            continue
        parts = []
        for scale, label in (
            ("frequency", say("contact")),
            ("importance", say("importance")),
        ):
            if getattr(again, scale) is None:
                continue
            text = say("{what}: then {then}, looking back {again}, now {now}")
            text = filled(text, what=label)
            for name, value in (
                ("then", getattr(shift.before, scale)),
                ("again", getattr(again, scale)),
                ("now", getattr(shift.after, scale)),
            ):
                text = text.replace(f"{{{name}}}", short(scale, value))
            parts.append(text)
        changes.append(Change((shift.after.id,), shift.after.name, "\n".join(parts)))
    return Group("hindsight", "", hindsight_heading(), tuple(changes)) if changes else None


def hindsight_heading() -> str:
    """Return the heading for ratings of an earlier moment made later."""
    return say("Looking back")


def quadrant_name(quadrant: str | None) -> str:
    """Return the name of a quadrant."""
    known = vocabulary().quadrants
    return known[quadrant or "not_filled_in"].label(current_language())


def short(scale: str, code: int | None) -> str:
    """Return an answer as it fits in a line."""
    if code is None:
        return phrases.not_filled_in()
    return vocabulary().scales[scale].step(code).short(current_language())


def _new(found: Comparison, partner: Partner) -> Change:
    details = [phrases.kind_beside(partner)]
    predecessor = next((p for p in found.lost if p.id == partner.successor_of), None)
    if predecessor is not None:
        text = say("takes over from {name}")
        details.append(filled(text, name=predecessor.name))
    if partner.frequency is not None:
        details.append(short("frequency", partner.frequency))
    more = joined((text for text in details if text), between=" · ")
    return Change((partner.id,), partner.name, more)


def _lost(found: Comparison, partner: Partner) -> Change:
    reason, successor = found.reasons.get(partner.id), found.successors.get(partner.id)
    details = []
    if reason is not None:
        details.append(vocabulary().choices["departure"][reason].label(current_language()))
    if successor is not None:
        text = say("{name} took over")
        details.append(filled(text, name=successor.name))
    return Change(
        (partner.id,), partner.name, joined(details, between=" · "), asks_why=successor is None
    )


def _renamed(kept: Iterable[Shift]) -> Iterable[Change]:
    text = say("{before}, now {after}")
    for shift in kept:
        if shift.is_renamed:
            named = filled(text, before=shift.before.name, after=shift.after.name)
            yield Change((shift.after.id,), named)


def _shifted(scale: str, shifts: Iterable[Shift]) -> Iterable[Change]:
    wished = say("as you wanted")
    for shift in sorted(shifts, key=lambda shift: -abs(getattr(shift, scale) or 0)):
        detail = ARROW.join(short(scale, getattr(p, scale)) for p in (shift.before, shift.after))
        if scale == "frequency" and shift.wish_realised:
            detail = joined((detail, wished), between=" · ")
        yield Change((shift.after.id,), shift.after.name, detail)


def _wishes(found: Comparison) -> Iterable[Change]:
    for shift in found.kept:
        if shift.wish_realised:
            steps = wish_steps(shift.before) or 0
            what = (
                say("you wanted more contact")
                if steps > 0
                else say("you wanted less contact")
                if steps < 0
                else say("you wanted it to stay as it was")
            )
            yield Change((shift.after.id,), shift.after.name, what)
    for partner in found.wishes_met:
        what = say("there was no contact yet, now there is")
        yield Change((partner.id,), partner.name, what)


def _quadrants(kept: Iterable[Shift]) -> Iterable[Change]:
    for shift in kept:
        if shift.quadrant_before != shift.quadrant_after:
            detail = ARROW.join(
                quadrant_name(q) for q in (shift.quadrant_before, shift.quadrant_after)
            )
            yield Change((shift.after.id,), shift.after.name, detail)
