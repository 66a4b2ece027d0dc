"""What is planned on a map as entries of a calendar, in the words of the screen."""

from collections.abc import Mapping

from app.exchange.calendar import Entry
from app.models.network import Activity, Intention, Map
from app.words import filled, joined, say
from app.words.field_names import field_label


def entries(whole: Map) -> list[Entry]:
    """Return an entry for all that is still open and has a date, in the order of the dates.

    That is what is planned, and what is or was done together and is still to be talked over.
    """
    found = [_planned(whole, one) for one in whole.all_of(Intention) if one.is_open]
    found += [_together(whole, o) for o in whole.all_of(Activity) if o.talked_over != "yes"]
    return sorted((one for one in found if one is not None), key=lambda entry: entry.day)


def _planned(whole: Map, intention: Intention) -> Entry | None:
    if intention.due is None:
        return None
    about = {"first_step": intention.first_step, "sign": intention.sign}
    return Entry(
        id=intention.id,
        day=intention.due,
        title=" ".join(intention.what.split()),
        text=_described(whole, intention.partner, about),
    )


def _together(whole: Map, activity: Activity) -> Entry | None:
    if activity.day is None:
        return None
    partner = whole.partner(activity.partner)
    what = " ".join(activity.what.split()) or say("Something done together")
    with_whom = filled(say("{what}, with {name}"), what=what, name=partner.name if partner else "")
    return Entry(
        id=activity.id,
        day=activity.day,
        title=with_whom if partner else what,
        text=joined(
            (
                _described(whole, None, {"agreed": activity.agreed}),
                say("Make time to talk it over afterwards."),
            ),
            between="\n",
        ).strip(),
    )


def _described(whole: Map, who: str | None, about: Mapping[str, str]) -> str:
    """Return the description: with whom, and what else is said, a line each."""
    partner = whole.partner(who or "")
    said = {"partner": partner.name if partner else "", **about}
    return "\n".join(
        joined((field_label(field), text), between=": ")
        for field, text in said.items()
        if text.strip()
    )
