"""What is said in the pass of somebody, of an answer, and of how it stands at the end."""

from app.analysis.composition import counted
from app.models.moments import reasons
from app.models.network import Partner
from app.models.text_form import isolated
from app.passes.still_here import KEPT, SUCCEEDED, StillThere
from app.words import current_language, filled, phrases, say, say_in


def answers() -> list[tuple[str, str]]:
    """Return the answers in their order, each with what stands on its button."""
    tongue = current_language()
    others = [(reason.id, phrases.raised(reason.label(tongue))) for reason in reasons()]
    return [(KEPT, say_in("AgainPass", "In contact")), *others]


def question(partner: Partner, name: str) -> str:
    """Ask whether there still is contact with a partner, who is called `name` now."""
    asked = say("Do you still have contact with {name}?")
    if partner.frequency == 0:
        asked = say("There was no contact with {name} yet. How is that now?")
    return filled(asked, name=isolated(name))


def note(asked: StillThere, partner: Partner) -> str:
    """Return the last line of the card: what is said of a partner, or who they were."""
    now, answer = asked.called(partner), asked.answer_of(partner)
    if answer == SUCCEEDED and (other := asked.successor_of(partner)):
        return say("now: {name} in this role", name=other.name)
    if now.name != partner.name:
        return say("was: {name}", name=partner.name)
    if now is partner and answer is None:
        return say("no longer on this map")
    was_wished = partner.frequency == 0 and answer is None
    return say_in("AgainPass", "no contact yet") if was_wished else ""


def meaning(answer: str, partner: Partner) -> str:
    """Return an answer about a partner in a few words."""
    going_on = say("the contact goes on")
    if partner.frequency == 0:
        going_on = say("there is contact now")
    return {
        KEPT: going_on,
        "finished": say("what you did together is finished"),
        "out_of_sight": say("we lost touch"),
        "wished": say("no contact now, but you would like it"),
    }.get(answer, "")


def stands(asked: StillThere) -> str:
    """Count the partners of the moment before who are still there, and those wished for."""
    text = say("Still here: {here} of the {all} from {moment}.")
    assert asked.earlier is not None
    text = filled(text, all=len(counted(asked.earlier)))
    text = filled(text, here=asked.here)
    text = filled(text, moment=phrases.moment_name(asked.earlier.network))
    if asked.wished:
        more = say("No contact yet: {n}.", n=asked.wished)
        text = f"{text} {more}"
    return text
