"""What a form asks a field with, by what the field is measured on."""

from app.models.rules import Rule
from app.models.vocabulary import vocabulary
from app.views.widgets.answer_segments import Option
from app.views.widgets.date_field import DateField
from app.views.widgets.fields import (
    ChoiceField,
    Field,
    ListField,
    SeveralField,
    SwitchField,
    choice_field,
    scale_field,
    steps_field,
)
from app.views.widgets.open_list import OpenListField
from app.views.widgets.text_fields import LineField, NameField, NumberField, TextField
from app.words import current_language, fields, say

_MOST_DIGITS = 5
"""Steps of a scale that are shown as digits; more are shown in words, and always how often."""


def editor(name: str, rule: Rule, caption: str = "") -> Field:
    """Return the editor of the field `name`; `caption` replaces its label."""
    known = vocabulary()
    match rule.kind:
        case "scale" if not rule.listed:
            texts = enumerate(fields.steps(name), rule.least)
            steps = [Option(code, str(code), text, str(code)) for code, text in texts]
            return ChoiceField(name, steps, caption, worded=True)
        case "scale":
            scale = fields.scale_of(rule)
            is_wide = len(scale.steps) > _MOST_DIGITS or rule.listed == "frequency"
            make = steps_field if is_wide else scale_field
            return make(name, scale, caption)
        case "choice" if rule.listed == "settings":
            return ListField(name, list(known.settings.values()))
        case "choice":
            return choice_field(name, rule.listed, caption)
        case "several":
            return SeveralField(name, rule.listed, caption)
        case "words":
            return OpenListField(name, _kinds(), empty=None, whole=True, known=_kind_of)
        case "text":
            explained = fields.explained(name)
            return TextField(name, 4 if name == "notes" else 2, explained, caption)
        case "star" | "switch":
            return SwitchField(
                name, caption, star=rule.kind == "star", explained=fields.explained(name)
            )
        case "number":
            return NumberField(name, rule.least, rule.most, caption)
        case "name":
            return NameField()
        case "line" if offered := fields.suggested(name):
            return OpenListField(name, [("", [(word, word) for word in offered])], empty="")
        case "line":
            return LineField(name, caption, hint=fields.hint(name))
        case "day":
            return DateField(name, say("Pick a date"))
    raise AssertionError(f"no form asks for {name}")


def _kind_of(typed: str) -> str | None:
    """Return the kind that a word typed for one certainly means."""
    kind = vocabulary().certain(typed, current_language())
    return kind.id if kind is not None else None


def _kinds() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the kinds with their words, below the setting in which they usually are."""
    known, tongue = vocabulary(), current_language()
    return [
        (
            setting.label(tongue),
            [(k.id, k.label(tongue)) for k in known.kinds.values() if k.setting == setting.id],
        )
        for setting in known.settings.values()
    ]
