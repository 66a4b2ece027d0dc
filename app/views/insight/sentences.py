"""What a finding says in everyday words: a title of a few words, and a sentence."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from app.models.vocabulary import vocabulary
from app.models.writing import isolated
from app.views.insight.rows import wish_of
from app.views.insight.seen import Seen
from app.words import current_language, filled, joined, phrases, say, say_in, say_n

if TYPE_CHECKING:
    from app.analysis.findings import Base, Finding

_NAMED: Final = 3
"""More people than this are counted, not named."""


def sentence(finding: "Finding", seen: Seen) -> str:
    """Return what a finding says."""
    return _fill(_text(finding), _places(finding, seen)).rstrip()


def title(finding: "Finding") -> str:
    """Return in a few words what a finding is about."""
    quadrant = quadrant_of(finding)
    if quadrant:
        name = vocabulary().quadrants[quadrant].label(current_language())
        if finding.code == quadrant:
            return name
        # Who stands out is another matter than who stands in a quadrant.
        return say("Stands out: {what}", what=phrases.lowered(name))
    if _is_partial(finding) and finding.code in _OF_EVERYBODY:
        return _neutral(finding)
    return _titles()[finding.code]


def _neutral(finding: "Finding") -> str:
    """Return a title that does not speak of everybody, for a finding that cannot."""
    base = finding.base
    if finding.code == "everybody_tied":
        return say("Who knows whom")
    if finding.code == "no_notable_differences" and base and base.known == base.of:
        return _titles()[finding.code]  # with whom there is no contact, nobody can stand out
    return say("Contact and importance")


def _titles() -> dict[str, str]:
    return {
        "no_partners": say("Your map"),
        "wish_more": say("You would like more contact"),
        "wish_less": say("You would like less contact"),
        "wish_same": say("Contact is as you want it"),
        "important_and_dissatisfied": say("Important, and not satisfied"),
        "important_no_contact": say("Important, and no contact yet"),
        "no_notable_differences": say("Nobody stands out"),
        "notable_as_wished": say("Different, and as you want it"),
        "few_rated": say("Still few answers"),
        "inside_outside": say("Inside and outside the school"),
        "alignment": say("Contact and importance"),
        "all_equally_important": say_in("Findings", "All equally important"),
        "all_equally_often": say_in("Findings", "All equally often"),
        "isolates": say("Tied to nobody but you"),
        "pairs_only_through_me": say("Only through you"),
        "hinge_partners": say("Who connects others"),
        "everybody_tied": say("Everybody knows each other"),
        "empty_settings": say("Empty settings"),
        "named_important": say("Your most important partners"),
        "focus": say("What it is aimed at"),
        "do_together": say_in("Findings", "Doing together"),
        "consult": say("Consulting"),
        "no_contact_yet": say("No contact yet"),
    }


_OF_EVERYBODY: Final = (
    "no_notable_differences",
    "all_equally_important",
    "all_equally_often",
    "everybody_tied",
)
"""The findings whose title speaks of everybody, where they do."""


def quadrant_of(finding: "Finding") -> str:
    """Return the id of the quadrant a finding is about, or nothing."""
    return _AS_QUADRANT.get(finding.code, "")


_AS_QUADRANT: Final = {
    "notable_less_often": "important_less_often",
    "notable_less_named": "often_less_important",
    "important_less_often": "important_less_often",
    "often_less_important": "often_less_important",
    "important_often": "important_often",
    "background": "background",
    "not_filled_in": "not_filled_in",
}


def names(ids: Iterable[str], seen: Seen) -> str:
    """Return up to three names, and how many others there are."""
    return _counted([row.partner.name for key in ids if (row := seen.rows.get(key))])


def _counted(found: list[str]) -> str:
    shown = found if len(found) == _NAMED + 1 else found[:_NAMED]  # never "and 1 other"
    rest = len(found) - len(shown)
    if rest:
        text = say("{names} and {n} others")
        return filled(text, n=rest, names=joined(shown))
    return listed(shown)


def listed(texts: list[str]) -> str:
    """Return texts as people list them: *a, b and c*."""
    shown = [isolated(text) for text in texts]
    if len(shown) < 2:
        return "".join(shown)
    text = say("{first} and {last}")
    return filled(text, first=joined(shown[:-1]), last=shown[-1])


def _text(finding: "Finding") -> str:
    """Return the sentence of a finding with places for its values."""
    values = finding.values
    match finding.code:
        case "no_partners" if values.get("wished"):
            return say(
                "You have no contact yet with anybody on the map. Add who you do have contact "
                "with.",
            )
        case "no_partners":
            return say("Nobody is on the map yet. Begin with who you saw this week.")
        case "wish_more" | "wish_less" | "wish_same":
            return say("With {names}.")
        case "important_and_dissatisfied":
            return say("{names}: important to you, and it does not go as you would like yet.")
        case "notable_less_often" | "notable_less_named" if _differ(finding):
            return "{each}. {wish}"
        case "important_no_contact" | "notable_less_often" | "notable_less_named":
            return say("{names}: {first}, {then}.") + " {wish}"
        case "no_notable_differences":
            return say("Contact and importance are not far apart with {those}.")
        case "notable_as_wished":
            return say("{names}: contact and importance differ, and that suits you.")
        case "few_rated" if not values.get("rated"):
            return say(
                "Nobody you have contact with has an answer on both contact and importance yet. "
                "Begin with “Rate”.",
            )
        case "few_rated":
            return say(
                "Contact and importance filled in: {rated}. From {fewest} partners on, Kring "
                "compares them with each other.",
            )
        case "not_filled_in":
            return say("{names}: contact or importance is still open.")
        case "inside_outside" if _is_partial(finding):
            return say(
                "Of {those}, outside the school: {outside}. An estimated {percent} % of your "
                "contact with them goes there.",
            )
        case "inside_outside":
            return say(
                "Outside the school: {outside} of {all} partners. An estimated {percent} % of your "
                "contact goes there.",
            )
        case "alignment" if _is_partial(finding):
            return say(
                "Of {those}, every two who differ in both: more contact with the more important "
                "one in {concordant} of {pairs}.",
            )
        case "alignment":
            return say(
                "Of every two partners who differ in both: more contact with the more important "
                "one in {concordant} of {pairs}.",
            )
        case "all_equally_important" if _is_partial(finding):
            return say(
                "You find {those} all {important}, so there is nothing to compare contact with.",
            )
        case "all_equally_important":
            return say(
                "You find everybody {important}, so there is nothing to compare contact with.",
            )
        case "all_equally_often" if _is_partial(finding):
            return say(
                "Contact is {often} with all of {those}, so there is nothing to compare "
                "importance with.",
            )
        case "all_equally_often":
            return say(
                "Contact is {often} with everybody, so there is nothing to compare importance "
                "with.",
            )
        case "empty_settings":
            return say("Nobody on your map from: {settings}.")
        case "named_important" if values["known"] != values["size"]:
            said = say("With a star: {count}. Whether they have one is said of {known} of {size}.")
            if not values.get("less_often"):
                return said
            return said + " " + say("Of those with a star, less contact than {cut}: {less_often}.")
        case "named_important" if values.get("less_often") and _is_partial(finding):
            return say(
                "With a star: {count} of the {size} partners you have contact with. Of those, "
                "less contact than {cut}: {less_often}.",
            )
        case "named_important" if _is_partial(finding):
            return say("With a star: {count} of the {size} partners you have contact with.")
        case "named_important" if values.get("less_often"):
            return say(
                "With a star: {count} of {size} partners. Of those, less contact than {cut}: "
                "{less_often}.",
            )
        case "named_important":
            return say("With a star: {count} of {size} partners.")
        case "focus":
            return say("Filled in with {known} of {size} partners: {parts}.")
        case "do_together" if not finding.people:
            return say(
                "What you do is filled in for {known} of {size}: “doing together” is not among it.",
            )
        case "do_together":
            return say("You do something together with {names}.")
        case "consult" if not finding.people:
            return say(
                "What you do is filled in for {known} of {size}: “consulting” is not among it.",
            )
        case "consult":
            return say("You consult with {names}.")
        case "no_contact_yet":
            return say("On the map, without contact: {names}.")
        case "important_less_often":
            return say(
                "{names}: less contact than {cut}, but beside your other partners the difference "
                "is small.",
            )
        case "often_less_important":
            return say(
                "{names}: contact {cut} or more, but beside your other partners the difference "
                "is small.",
            )
        case code if code in _AS_QUADRANT:
            return "{names}."
    return _text_about_lines(finding) + " {between}"


def _is_partial(finding: "Finding") -> bool:
    """Tell whether a finding must name whom it stands on."""
    return finding.base is not None and not finding.base.is_everybody


def those(base: "Base | None") -> str:
    """Return whom a finding stands on."""
    if base is None or base.known == base.of:
        return say("the partners you have contact with")
    if base.by == "rated":
        return say_n(
            "the one of {of} partners with both answers",
            "the {n} of {of} partners with both answers",
            base.known,
            of=base.of,
        )
    if base.by == "placed":
        return say_n(
            "the one of {of} partners whose setting and contact are filled in",
            "the {n} of {of} partners whose setting and contact are filled in",
            base.known,
            of=base.of,
        )
    return ""


def _text_about_lines(finding: "Finding") -> str:
    """Return the sentence of a finding about who knows whom.

    Somebody wished counts in no number, and may still be on a line: then it is said without whom.
    """
    around = finding.base.wished if finding.base is not None else 0
    match finding.code:
        case "isolates":
            return say("{names}: on your map a line to you only.")
        case "pairs_only_through_me" if around:
            return say(
                "Pairs of the partners you have contact with who, leaving out whom you have no "
                "contact with yet, reach each other only through you on your map: {pairs} of "
                "{all_pairs}.",
            )
        case "hinge_partners" if around:
            return say(
                "Leaving out whom you have no contact with yet, some of your partners are tied to "
                "others on your map only by way of {names}, or you.",
            )
        case "everybody_tied" if around:
            return say("On your map all partners you have contact with know each other.")
        case "pairs_only_through_me":
            return say(
                "Pairs of partners who reach each other only through you on your map: {pairs} of "
                "{all_pairs}.",
            )
        case "hinge_partners":
            return say(
                "Some of your partners are tied to others on your map only by way of {names}, or "
                "you.",
            )
        case "everybody_tied":
            return say("On your map all your partners know each other.")
    raise KeyError(finding.code)


def _places(finding: "Finding", seen: Seen) -> Mapping[str, object]:
    """Return what goes in the places of a sentence."""
    values = finding.values
    places: dict[str, object] = {**values, "names": names(finding.people, seen)}
    places["cut"] = phrases.scale_label("frequency", seen.whole.network.frequency_cut)
    places["each"] = _each(finding, seen) if _differ(finding) else ""
    important, often = values.get("importance"), values.get("frequency")
    if isinstance(important, int):
        places["important"] = phrases.scale_label("importance", important)
    if isinstance(often, int):
        places["often"] = phrases.scale_label("frequency", often)
    match finding.code:
        case "important_no_contact":
            places["first"] = places.get("important") or say("important")
            places["then"] = phrases.scale_label("frequency", 0)
        case "notable_less_often":
            places["first"], places["then"] = places.get("important"), places.get("often")
        case "notable_less_named":
            places["first"], places["then"] = places.get("often"), places.get("important")
        case "inside_outside":
            far, near = _amount(values, "contacts_outside"), _amount(values, "contacts_inside")
            places["all"] = round(_amount(values, "outside") + _amount(values, "inside"))
            places["percent"] = round(100 * far / (far + near)) if far + near else 0
        case "empty_settings":
            settings = vocabulary().settings.items()
            empty = [term.label(current_language()) for key, term in settings if not values[key]]
            places["settings"] = listed(empty)
        case "focus":
            choices = vocabulary().choices["focus"].items()
            places["parts"] = joined(
                f"{term.label(current_language())} {values[key]}"
                for key, term in choices
                if values.get(key)
            )
    places["those"] = those(finding.base)
    places["wish"] = _shared_wish(finding, seen)
    places["between"] = _between(finding)
    return places


def _differ(finding: "Finding") -> bool:
    """Tell whether the people of a finding gave different answers, to be said of each."""
    return None in (finding.values.get("importance"), finding.values.get("frequency"))


def _each(finding: "Finding", seen: Seen) -> str:
    """Return the names with the answers of each behind them."""
    by = ("importance", "frequency")
    found = []
    for row in (seen.rows[key] for key in finding.people if key in seen.rows):
        said = [phrases.scale_label(scale, getattr(row.partner, scale)) for scale in by]
        if finding.code == "notable_less_named":
            said.reverse()
        found.append(f"{isolated(row.partner.name)} ({joined(said)})")
    return _counted(found)


def _shared_wish(finding: "Finding", seen: Seen) -> str:
    """Return what the owner would like with all of these people, where that is the same."""
    wishes = {wish_of(row) for key in finding.people if (row := seen.rows.get(key))}
    return wishes.pop() if len(wishes) == 1 else ""


def _between(finding: "Finding") -> str:
    low, high = finding.values.get("low"), finding.values.get("high")
    if low is None or high is None:
        return ""
    text = say("({low} to {high}, as you are not sure of every line)")
    return _fill(text, finding.values)


def _amount(values: Mapping[str, object], key: str) -> float:
    value = values.get(key)
    return value if isinstance(value, int | float) else 0


def _fill(text: str, places: Mapping[str, object]) -> str:
    """Put values in their places, all at once: a name may look like a place."""
    return re.sub(r"\{(\w+)\}", lambda place: str(places.get(place[1], place[0])), text)
