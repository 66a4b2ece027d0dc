"""What answers say beside others: the pupil's part, leadership's time, expertise and its use."""

from collections.abc import Iterator
from typing import Final

from app.analysis.findings.finding import Claim, Finding, Match, everybody, ids
from app.analysis.study import Study
from app.words import filled, say, say_n

FEWEST_ABOUT: Final = 2
"""With so many partners there has to be talk of pupils before their own part is asked after."""


def _pupil_part(known: Study) -> Iterator[Match]:
    """Yield the pupils of whom others talk while their own part is not answered, or not yet."""
    about = [p for p in known.partners if p.kind != "pupil" and "consult_pupil" in p.forms]
    silent = [p for p in known.partners if p.kind == "pupil" and p.takes_part in (None, "not_yet")]
    if silent and len(about) >= FEWEST_ABOUT:
        yield Match(ids(silent), {"count": len(silent), "known": len(about)})


def _time(known: Study) -> Iterator[Match]:
    """Find the partners there is no time for, where leadership helps but gives no time."""
    hindered = [p for p in known.partners if "no_briefing" in p.hurdles]
    leaders = [p for p in known.partners if p.kind == "leadership" and p.leadership_does]
    if hindered and leaders and not any("gives_time" in p.leadership_does for p in leaders):
        yield Match(ids(hindered), {"count": len(hindered)})


def _unused(known: Study) -> Iterator[Match]:
    """Find the partners with an expertise of their own whom the owner does nothing but inform."""
    told = [
        partner
        for partner in known.partners
        if partner.kind != "pupil"
        and partner.forms
        and (partner.their_craft or partner.their_expertise.strip())
    ]
    people = [partner for partner in told if set(partner.forms) == {"inform"}]
    if people:
        yield Match(ids(people), {"count": len(people), "known": len(told)})


def _says_pupil_part(about: Finding) -> str:
    talk = say_n(
        "You talk about pupils with {n} partner.",
        "You talk about pupils with {n} partners.",
        int(about.values["known"] or 0),
    )
    part = filled(
        say("Taking part themselves: not answered, or not yet, for {names}."), names=about.names
    )
    return f"{talk} {part}"


def _says_time(about: Finding) -> str:
    return say(
        "There is no time to prepare or look back with {names}. You have not ticked that "
        "leadership gives time for it.",
        names=about.names,
    )


PUPIL_PART: Final = Claim(
    code="pupil_part",
    rule=_pupil_part,
    title=lambda: say("The pupil's own part"),
    says=_says_pupil_part,
    why=lambda: say(
        "From what you ticked under “what we do” with your partners, and under “having a say” "
        "with the pupil."
    ),
    printed=lambda: say("The pupil's own part"),
    leads_to={"R05": everybody},
    chapter="described",
    shown_when=(
        "a pupil is on the map whose part is not answered or *not yet*, and two other partners "
        "or more are consulted about pupils"
    ),
    about="those pupils",
    values="`count`; `known` how many partners there is consultation about pupils",
)

TIME: Final = Claim(
    code="time_from_leadership",
    rule=_time,
    title=lambda: say("Time to talk before and after"),
    says=_says_time,
    why=lambda: say(
        "From what you ticked under “what makes it hard”, and under “what leadership does” with "
        "your leadership."
    ),
    printed=lambda: say("No time, and none from leadership"),
    leads_to={"R21": lambda _findings, look: look.who(lambda p: p.kind == "leadership")},
    chapter="described",
    shown_when=(
        "somebody has the hurdle *no briefing*, and leadership has something ticked, but not "
        "*gives time*"
    ),
    about="those with the hurdle",
    values="`count`",
)

UNUSED: Final = Claim(
    code="expertise_unused",
    rule=_unused,
    title=lambda: say("What they bring"),
    says=lambda about: say(
        "You described the expertise of {names}. Under “what we do” there is only “sharing "
        "information”.",
        names=about.names,
    ),
    why=lambda: say(
        "From the expertise you described, and what you ticked under “what we do”, for each "
        "partner. Whether more can be done with it than sharing information is for you to say."
    ),
    printed=lambda: say("Expertise described, only sharing information"),
    leads_to={"R44": everybody},
    chapter="described",
    shown_when=(
        "somebody's expertise is described (*their craft* or *their expertise*), pupils left out, "
        "and *sharing information* is all that is ticked under what we do"
    ),
    about="those",
    values="`count`; `known` of how many both are answered",
)
