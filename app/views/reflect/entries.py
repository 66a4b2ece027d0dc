"""What the intentions of a map are as entries of a calendar, in the words of the screen."""

from app.exchange.calendar import Entry
from app.models.network import Intention, Map
from app.words import joined, phrases


def entries(whole: Map) -> list[Entry]:
    """Return an entry for every open intention with a date, in the order of the dates."""
    found = []
    for intention in whole.all_of(Intention):
        if not intention.is_open or intention.due is None:
            continue
        about = {
            "first_step": intention.first_step,
            "sign": intention.sign,
        }
        lines = [
            joined((phrases.field_label(k), text), between=": ")
            for k, text in about.items()
            if text.strip()
        ]
        partner = whole.partner(intention.partner or "")
        if partner is not None:
            lines.insert(0, joined((phrases.field_label("partner"), partner.name), between=": "))
        found.append(
            Entry(
                id=intention.id,
                day=intention.due,
                title=" ".join(intention.what.split()),
                text="\n".join(lines),
            )
        )
    return sorted(found, key=lambda entry: entry.day)
