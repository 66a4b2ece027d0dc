"""The figures of two moments: what there was then, what there is now, and what that says."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.analysis.changes.chapters import CHAPTERS
from app.analysis.changes.whole_map import can_be_placed, places
from app.analysis.columns import DASH
from app.analysis.comparison import Comparison
from app.analysis.composition import composition, counted, only_wished
from app.analysis.study import FEWEST_FOR_STRUCTURE
from app.models.network import Map
from app.words import filled, phrases, say, say_in
from app.words.dates_and_numbers import shown_number
from app.words.measures import wording


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of figures; a dash is undefined, nothing is not asked at one moment alone."""

    label: str
    change: str
    """The difference between then and now; where these are empty, a figure of both together."""
    then: str = ""
    now: str = ""
    meaning: str = ""


def figures(found: Comparison, before: Map, after: Map) -> dict[str, tuple[Figure, ...]]:
    """Return the figures under each of the four headings: as many for any two maps."""
    told = _members(found, before, after), _contact(found), _ties(found, before, after)
    return dict(zip(CHAPTERS, map(tuple, (*told, _whole(found, before, after))), strict=True))


def why_not(before: Map, after: Map) -> str:
    """Return why it is not said who stands where among the others, or nothing."""
    if can_be_placed(before, after):
        return ""
    return say(
        "You can see where people stand among the others when the links are drawn at both "
        "moments and there are at least {n} partners.",
        n=FEWEST_FOR_STRUCTURE,
    )


def _members(found: Comparison, before: Map, after: Map) -> Iterator[Figure]:
    sizes = (len(counted(whole)) for whole in (before, after))
    yield _counts(wording("size").text, *sizes)
    waiting = (len(only_wished(whole)) for whole in (before, after))
    yield _counts(say("No contact yet"), *waiting)
    either = len(found.kept) + len(found.new) + len(found.lost)
    yield Figure(say_in("Changes", "Still here"), str(len(found.kept)))
    yield Figure(say("New"), str(len(found.newcomers)))
    yield Figure(say("In contact for the first time"), str(len(found.first_contact)))
    yield Figure(say("No longer on the map"), str(len(found.gone)))
    yield Figure(say("On the map, no longer in contact"), str(len(found.unmet)))
    yield Figure(
        say("Stability"),
        _part(found.jaccard, len(found.kept), either),
        meaning=say("Who is on both maps, as a share of everyone on either map (Jaccard)."),
    )
    yield Figure(
        say_in("Changes", "Share that stayed"),
        _part(found.retention, len(found.kept), len(found.kept) + len(found.lost)),
        meaning=say("Who is still on the map, as a share of everyone on the earlier map."),
    )
    yield Figure(
        say("Turnover"),
        _part(found.turnover, len(found.new) + len(found.lost), either),
        meaning=say("Who is new or no longer on the map, as a share of everyone on either map."),
    )


def _contact(found: Comparison) -> Iterator[Figure]:
    for label, asked, value in (
        (say("More contact"), "frequency", found.frequency_up),
        (say("Less contact"), "frequency", found.frequency_down),
        (say("Importance rated higher"), "importance", found.importance_up),
        (say("Importance rated lower"), "importance", found.importance_down),
        (say("More satisfied"), "satisfaction", found.satisfaction_up),
        (say("Less satisfied"), "satisfaction", found.satisfaction_down),
        (
            say("Contact changed as you wanted"),
            "wish_realised",
            found.wishes_realised + len(found.wishes_met),
        ),
        (say("In another group"), "quadrant_after", found.quadrant_changes),
    ):
        known = value or any(getattr(shift, asked) is not None for shift in found.kept)
        yield Figure(label, str(value) if known else phrases.not_filled_in())


def _ties(found: Comparison, before: Map, after: Map) -> Iterator[Figure]:
    lines = say("Links between those still there")
    then, now = found.ties_before, found.ties_after
    if then is not None and now is not None:
        yield _counts(lines, then, now)
    else:
        either = (phrases.not_filled_in() if count is None else str(count) for count in (then, now))
        yield Figure(lines, DASH, *either)
    yield Figure(
        say("Links that stayed"),
        _shown(found.tie_jaccard_kept),
        meaning=say(
            "Among partners who are still there: links on both maps, as a share of the links on "
            "either map (Jaccard).",
        ),
    )
    positions = places(before, after)
    for label, measure, direction in (
        (say("Know more of the others"), "degree", 1),
        (say("Know fewer of the others"), "degree", -1),
        (say("Stand between more of the others"), "betweenness", 1),
        (say("Stand between fewer of the others"), "betweenness", -1),
    ):
        value = DASH if positions is None else str(len(positions.moved(measure, direction)))
        meaning = say("Both in the number and in the order, among partners who are still there.")
        yield Figure(label, value, meaning=meaning)


def _whole(found: Comparison, before: Map, after: Map) -> Iterator[Figure]:
    then, now = counted(before), counted(after)
    one, other = composition(before), composition(after)
    for setting, count in one.setting_counts.items():
        yield _counts(phrases.setting_label(setting), count, other.setting_counts[setting])
    without = (sum(p.setting is None for p in people) for people in (then, now))
    yield _counts(phrases.setting_label(None), *without)
    for measure, change, meaning in (
        (
            "ei_heads",
            found.ei_change,
            say("−1: all partners inside the school; +1: all outside."),
        ),
        (
            "iqv",
            found.iqv_change,
            say("0: all partners in one area; 1: as many in each."),
        ),
    ):
        was, now_is = (_shown(getattr(who, measure)) for who in (one, other))
        yield Figure(wording(measure).text, _signed(change), was, now_is, meaning)
    yield Figure(
        say("Change in areas"),
        _shown(found.bray_curtis_settings),
        meaning=say("0: as many partners in every area; 1: no area in common (Bray-Curtis)."),
    )
    yield Figure(
        say("Change in pattern of contact"),
        _shown(found.signature_jsd),
        meaning=say(
            "How differently contact is spread, regardless of who the people are: 0 is the same "
            "pattern, 1 is completely different (Jensen-Shannon).",
        ),
    )


def _counts(label: str, then: int, now: int) -> Figure:
    change = now - then
    shown = "0" if not change else f"+{change}" if change > 0 else f"−{-change}"
    return Figure(label, shown, str(then), str(now))


def _part(value: float | None, some: int, everybody: int) -> str:
    """Return a part in numbers of people, with the figure behind it."""
    if value is None:
        return DASH
    text = say("{n} of {all}")
    text = filled(text, n=some, all=everybody)
    return f"{text} ({_shown(value)})"


def _shown(value: float | None) -> str:
    return DASH if value is None else shown_number(value, 2)


def _signed(value: float | None) -> str:
    shown = _shown(value)
    return f"+{shown}" if value is not None and value > 0 and shown.strip("0.,") else shown
