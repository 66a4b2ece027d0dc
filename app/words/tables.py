"""The words of tables that are written to files."""

from app.exchange.formats.wording import Wording
from app.words import current_language, fields, say
from app.words.field_names import field_label


def wording() -> Wording:
    """Return the words of a table in the language that is spoken now."""
    return Wording(
        language=current_language(),
        field=field_label,
        answer=fields.said,
        map=say("Map"),
        partners=say("Partners"),
        links=say("Links"),
        analysis=say("Analysis"),
        ends=(say("Partner 1"), say("Partner 2")),
    )
