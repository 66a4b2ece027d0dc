"""What is said in the fields of records, by what each is measured on; and how a form asks for it.

What a field is called stands in `field_names.py`.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from app.models.rules import Rule
from app.models.vocabulary import Scale, Setting, Term, vocabulary
from app.words import current_language, phrases, say, say_in
from app.words.dates_and_numbers import shown_date
from app.words.field_names import field_label


def group_titles() -> Mapping[str, str]:
    """Return the groups of the form that fold away, in their order, and what each is called."""
    return {
        "who": say("Who"),
        "voice": say("Having a say"),
        "leads": say("What leadership does"),
        "how": say("How we work together"),
        "what": say("What we do"),
        "beneath": say("Language, power and trust"),
        "helps": say("What helps and what gets in the way"),
        "notes": say("Notes"),
    }


def heading(name: str) -> str:
    """Return the heading above a field that begins a part of a group, or ""."""
    return {
        "shared_language": say("Language"),
        "equality": say("Power"),
        "trust": say("Trust"),
    }.get(name, "")


def question(name: str, role: str = "") -> str:
    """Return the question of a form for a field: its label, where there is no better one.

    `role` is that of whom it is asked about (`Vocabulary.role_of`): nobody asks about the
    professional language of a pupil or a parent.
    """
    choices, tongue = vocabulary().choices, current_language()
    for listed in (f"mechanisms_{role}", "mechanisms"):
        if name in choices.get(listed, {}):
            return choices[listed][name].label(tongue)
    return _asked(tongue).get(name) or field_label(name)


@cache
def _asked(language: str) -> dict[str, str]:
    return {
        "frequency": vocabulary().scales["frequency"].label(language),
        "importance": say("How important is this contact for your pupils?"),
        "wished_frequency": say("How often would you like to be in contact?"),
        "satisfaction": say("How satisfied are you with how you work together?"),
        "initiative": say("Who usually makes contact?"),
        "contact_way": say("By appointment or in passing?"),
        "since": say("Since when do you work together?"),
        "takes_part": say("How does the pupil take part?"),
        "own_words": say("What does the pupil want?"),
        "decides": say("Do you decide together?"),
        "their_decision": say("What did they decide themselves, and what did you do with it?"),
        "leadership_does": say("What does leadership do for working together?"),
        "ask_leadership": say("What do you ask of leadership?"),
        "power_words": say("I experienced them as"),
        "my_power_words": say("Perhaps I was like that too"),
        "focus": say("Who is it for?"),
        "reason": say("Why?"),
        "task_role_agreed": say("Have you agreed who does what?"),
        "forms": say("How do you work together?"),
        "importance_overall": say("How important is working with others to you?"),
        "satisfaction_overall": say("How satisfied are you with working together overall?"),
        "confidence": say("How confident do you feel in working together?"),
        "own_expertise": say("How well do you know what you yourself bring?"),
        "three_words": say("Three words: what does working together make you think of?"),
        "lines_drawn": say_in("MapForm", "I have drawn the links between my partners"),
        "finished": say("This map is finished"),
    }


def explained(name: str) -> str:
    """Return the explanation below a field of a form, or ""."""
    return {
        "notes": say("This stays on your own computer."),
        "they_heard": say("An estimate: did you ask?"),
        "own_words": say("In the pupil's own words."),
        "lines_drawn": say("Two partners without a link then do not know each other."),
        "finished": say(
            "You can look at a finished map but not change it. Untick this to continue with it."
        ),
    }.get(name, "")


def hint(name: str) -> str:
    """Return the hint in an empty line of a form, or ""."""
    return {
        "title": say("Untitled map"),
        "ego_label": say("Me"),
        "subject": say("Initials or an invented name will do"),
        "three_words": say("Before you draw, and again at the end"),
        "since": say("A year will do"),
    }.get(name, "")


def suggested(name: str) -> tuple[str, ...]:
    """Return the words that a form offers for a line; usually none."""
    return {"moment_label": (say("start"), say("end"))}.get(name, ())


def steps(name: str) -> tuple[str, ...]:
    """Return the steps of a scale of one field alone, which the vocabulary does not have."""
    return {
        "confidence": (
            say("not sure at all"),
            say("not so sure"),
            say("fairly sure"),
            say("sure"),
            say("very sure"),
        ),
        "own_expertise": (
            say("hardly"),
            say("a little"),
            say("partly"),
            say("well"),
            say("very well"),
        ),
    }[name]


def lines(rule: Rule, value: Any) -> tuple[str, ...]:
    """Return the lines of a field in full, one for each choice or line."""
    if value is None or value in ("", ()) or (value is False and rule.kind != "star"):
        return ()
    tongue = current_language()
    if rule.kind in ("choice", "several"):
        terms = terms_of(rule.listed)
        several = value if isinstance(value, tuple) else (value,)
        return tuple(_name(terms[one]) for one in several)
    match rule.kind:
        case "star":
            return ("★" if value else say("no star"),)
        case "switch":
            return (say("yes"),)
        case "words":
            return (vocabulary().kind_label(value, tongue),)
        case "scale" if rule.listed:
            return (scale_of(rule).step(value).label(tongue),)
        case "scale":
            return (say("{n} of {most}", n=value, most=rule.most),)
        case "day":
            return (shown_date(value) if isinstance(value, date) else "",)
        case "text":
            return tuple(value.split("\n")) if value.strip() else ()
    return (str(value),)


def scale_of(rule: Rule) -> Scale:
    """Return the scale of a field of the vocabulary's scales, worded as a wish where it is one."""
    known = vocabulary()
    return known.wished if rule.part == "wishes" else known.scales[rule.listed]


def between(rule: Rule) -> str:
    """Return the separator between the choices of a field in one text."""
    return "\n" if rule.kind == "text" else "; "


def said(rule: Rule, value: Any) -> str:
    """Return a field in full as one text; "" where there is no answer."""
    return between(rule).join(lines(rule, value))


def short(rule: Rule, value: Any) -> str:
    """Return a field as a cell of a table shows it: a step of a scale in a word or two."""
    if rule.kind == "scale" and rule.listed and value is not None:
        return scale_of(rule).step(value).short(current_language())
    if rule.kind == "star" and not value:
        return ""
    return said(rule, value)


def ring(rule: Rule, value: Any) -> str:
    """Return the name of the ring of the map for an answer."""
    if rule.kind == "scale" and rule.listed and value is not None:
        return vocabulary().scales[rule.listed].step(value).ring(current_language())
    return full(rule, value)


def full(rule: Rule, value: Any) -> str:
    """Return a field with nothing cut short, or the words for no answer."""
    if rule.listed == "settings" and value is not None:
        return vocabulary().settings[value].label(current_language())
    return said(rule, value) or phrases.not_filled_in()


def sort_key(rule: Rule, value: Any) -> Any:
    """Return the sort key of an answer: its place in the scale or list; None goes last."""
    if value is None or value in ("", ()) or (value is False and rule.kind != "star"):
        return None
    match rule.kind:
        case "choice":
            return list(terms_of(rule.listed)).index(value)
        case "several":
            return len(value)
        case "words":
            kinds = list(vocabulary().kinds)
            # Own words come after the kinds of the list, by the alphabet.
            return kinds.index(value) if value in kinds else value
        case "star" | "switch":
            return int(not value)
        case "day":
            return value.toordinal()
    return value


def answers(rule: Rule) -> list[str]:
    """Return all that can stand in a cell; none where that is without end."""
    match rule.kind:
        case "scale" if rule.listed:
            steps = scale_of(rule).steps
            return [step.short(current_language()) for step in steps]
        case "choice":
            return [_name(term) for term in terms_of(rule.listed).values()]
        case "number":
            return [str(rule.most)]
        case "star":
            return ["★"]
    return []


def values(rule: Rule) -> list[int | str]:
    """Return the answers of a scale or a list of the vocabulary, as they are kept."""
    if rule.kind == "scale":
        return [step.code for step in scale_of(rule).steps]
    return list(terms_of(rule.listed))


def terms_of(listed: str) -> Mapping[str, Term]:
    """Return the answers of a list of the vocabulary, by id."""
    known = vocabulary()
    return known.settings if listed == "settings" else known.choices[listed]


def _name(term: Term) -> str:
    """Return an answer as it stands in a list: a setting as on the rim of the map."""
    tongue = current_language()
    return term.short(tongue) if isinstance(term, Setting) else term.label(tongue)
