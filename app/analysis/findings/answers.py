"""The findings about what the owner ticked: the star, what it is aimed at, what is done."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.analysis.alignment import FEWEST_RATED
from app.analysis.composition import outside, star_asked
from app.analysis.findings.basis import Base
from app.analysis.findings.finding import Claim, Finding, Look, Match, Values, counted, ids
from app.analysis.study import Study
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.words import current_language, joined, say, say_n
from app.words.listing import first_few

PREVENTIVE: Final = frozenset({"group", "both"})
TOGETHER: Final = frozenset({"teach_together", "act_together"})
CONSULTING: Final = frozenset({"consult_pupil", "consult_other", "consult_practice"})


def _named(known: Study) -> Iterator[Match]:
    """Find the partners with the star, where it is given to some and denied to others."""
    asked = star_asked(known.partners)
    people = [partner for partner in asked if partner.named_important]
    if len(asked) < FEWEST_RATED or not 0 < len(people) < len(asked):
        return
    cut = known.whole.network.frequency_cut
    seen = [partner.frequency for partner in people if partner.frequency is not None]
    often = sum(frequency >= cut for frequency in seen)
    values: Values = {
        "count": len(people),
        "known": len(asked),
        "size": len(known.partners),
        "often": often,
        "less_often": len(seen) - often,
    }
    base = Base("told", len(asked), len(known.partners), len(known.wished))
    yield Match(ids(people), values, base)


def _focus(known: Study) -> Iterator[Match]:
    """Find the partners the work with whom is for the whole group, not for single pupils."""
    told = [partner for partner in known.partners if partner.focus is not None]
    if len(told) < FEWEST_RATED:
        return
    people = [partner for partner in told if partner.focus in PREVENTIVE]
    counts = {
        choice: sum(partner.focus == choice for partner in told)
        for choice in vocabulary().choices["focus"]
    }
    values: Values = {
        "count": len(people),
        "known": len(told),
        "size": len(known.partners),
        **counts,
    }
    yield Match(ids(people), values, Base("told", len(told), len(known.partners)))


def _samen_doen(known: Study) -> Iterator[Match]:
    """Find the partners from outside with whom the owner acts for the group: samen-DOEN."""
    others = outside(known.partners)
    told = [partner for partner in others if partner.forms]
    if sum(bool(partner.forms) for partner in known.partners) < FEWEST_RATED or len(told) < 2:
        return
    people = ids(partner for partner in told if TOGETHER.intersection(partner.forms))
    values = {"count": len(people), "known": len(told), "size": len(others)}
    yield Match(people, values, None if people else Base("told", len(told), len(others)))


def _in_team(known: Study) -> Iterator[Match]:
    """Find the partners in the school with whom the owner acts: that is no samen-DOEN."""
    is_inside = vocabulary().is_inside
    people = ids(
        partner
        for partner in known.partners
        if is_inside(partner.setting) and TOGETHER.intersection(partner.forms)
    )
    if people:
        yield Match(people, counted({}, people))


def _forms(known: Study, ticked: frozenset[str]) -> Iterator[Match]:
    """Find the partners with whom the owner does one of these, where enough is known."""
    told = [partner for partner in known.partners if partner.forms]
    if len(told) < FEWEST_RATED:
        return
    people = ids(partner for partner in told if ticked.intersection(partner.forms))
    values = {"count": len(people), "known": len(told), "size": len(known.partners)}
    base = None if people else Base("told", len(told), len(known.partners))
    yield Match(people, values, base)


# The words.


def _says_named(about: Finding) -> str:
    values = about.values
    places = {name: values.get(name) for name in ("count", "known", "size", "less_often")}
    if values["known"] != values["size"]:
        told = say(
            "With a star: {count}. This is answered for {known} of {size} partners.", **places
        )
        if not values.get("less_often"):
            return told
        less = say(
            "Of those with a star, less contact than {cut}: {less_often}.",
            cut=about.cut,
            **places,
        )
        return f"{told} {less}"
    if values.get("less_often") and about.is_partial:
        return say(
            "With a star: {count} of the {size} partners you have contact with. Of those, "
            "less contact than {cut}: {less_often}.",
            cut=about.cut,
            **places,
        )
    if about.is_partial:
        return say("With a star: {count} of the {size} partners you have contact with.", **places)
    if values.get("less_often"):
        return say(
            "With a star: {count} of {size} partners. Of those, less contact than {cut}: "
            "{less_often}.",
            cut=about.cut,
            **places,
        )
    return say("With a star: {count} of {size} partners.", **places)


def _says_focus(about: Finding) -> str:
    values, choices = about.values, vocabulary().choices["focus"].items()
    parts = (
        f"{term.label(current_language())} {values[key]}"
        for key, term in choices
        if values.get(key)
    )
    return say(
        "Answered for {known} of {size} partners: {parts}.",
        known=values.get("known"),
        size=values.get("size"),
        parts=joined(parts, between="; "),  # an answer may hold a comma
    )


def _by_class(people: Sequence[Partner]) -> tuple[list[Partner], list[Partner]]:
    """Return those with whom it is in front of the class, and those with whom only outside."""
    in_class = [p for p in people if "teach_together" in p.forms]
    return in_class, [p for p in people if p not in in_class]


def _says_samen_doen(about: Finding) -> str:
    values = about.values
    if not about.people:
        return say(
            "What you do is answered for {known} of {size} partners outside the school. Doing "
            "it together for the class is not one of the answers.",
            known=values.get("known"),
            size=values.get("size"),
        )
    # Also outside lessons it is samen-DOEN, and then not for the class.
    in_class, besides = (
        first_few([p.name for p in people])
        for people in _by_class([row.partner for row in about.rows])
    )
    together = " ".join(
        part
        for part in (
            in_class and say("Doing it together for the class: {names}.", names=in_class),
            besides and say("Doing it together outside lessons: {names}.", names=besides),
        )
        if part
    )
    others = int(values.get("known") or 0) - len(about.people)
    if others < 1:
        return together
    rest = say_n(
        "With one other partner outside the school you consult, share information or work "
        "separately.",
        "With {n} other partners outside the school you consult, share information or work "
        "separately.",
        others,
    )
    return f"{together} {rest}"


def _says_consult(about: Finding) -> str:
    if about.people:
        return say("You consult {names}.", names=about.names)
    return say(
        "What you do is answered for {known} of {size} partners. “Consulting” is not one of the "
        "answers.",
        known=about.values.get("known"),
        size=about.values.get("size"),
    )


def _why_forms() -> str:
    return say("From what you ticked under “what we do” for each partner.")


# What follows.


def _single_pupils_mostly(_findings: Sequence[Finding], look: Look) -> tuple[str, ...] | None:
    """Return the partners outside with whom it is for single pupils; None unless most are so."""
    told = [partner for partner in outside(look.partners) if partner.focus is not None]
    single = [partner for partner in told if partner.focus == "pupil"]
    if len(told) < 2 or 2 * len(single) <= len(told):
        return None
    # The survey found it most of all with youth care.
    return ids(sorted(single, key=lambda partner: partner.kind != "youth_care"))


def _not_in_the_group(_: Sequence[Finding], look: Look) -> tuple[str, ...] | None:
    others = outside(look.partners)
    if any("teach_together" in partner.forms for partner in others):
        return None
    cut = look.network.importance_cut
    return ids(p for p in others if (p.importance or 0) >= cut) or None


def _nothing_together(findings: Sequence[Finding], look: Look) -> tuple[str, ...] | None:
    (together, *_) = look.of(DO_TOGETHER) or (None,)
    if together is None or together.people:
        return None
    return findings[0].people or None


def _own_practice(findings: Sequence[Finding], look: Look) -> tuple[str, ...] | None:
    if any("consult_practice" in p.forms for p in look.partners):
        return None
    people = ids(p for p in look.partners if "consult_pupil" in p.forms)
    return people if people and 2 * len(people) >= int(findings[0].values["known"] or 0) else None


_FORMS: Final = "`count`, `known` partners with a form, `size` n"

NAMED: Final = Claim(
    code="named_important",
    rule=_named,
    stands_on="told",
    title=lambda: say("Your most important partners"),
    says=_says_named,
    why=lambda: say("From the stars you gave. Less contact means less than “{often}”."),
    printed=lambda: say("Most important"),
    of_the_whole=True,
    chapter="described",
    shown_when=(
        "it is said of 5 partners or more whether they have the star, of some yes and of some no"
    ),
    about="those with the star",
    values=(
        "`count`; `known` of how many it is said; `size` n; `often` (from the map's cut for "
        "frequency on) and `less_often`, where it is known"
    ),
)

FOCUS: Final = Claim(
    code="focus",
    rule=_focus,
    stands_on="told",
    title=lambda: say("Who it is for"),
    says=_says_focus,
    why=lambda: say("From what you chose under “aimed at” for each partner."),
    printed=lambda: say("For the whole group"),
    leads_to={"R13": _single_pupils_mostly},
    of_the_whole=True,
    chapter="described",
    shown_when="5 partners or more have a focus",
    about="those aimed at the whole group (`group` or `both`)",
    values=(
        "`count`; `known` partners with a focus; `size` n; and how many have each: `pupil`, "
        "`group`, `both`, `organisation`"
    ),
)

DO_TOGETHER: Final = Claim(
    code="do_together",
    rule=_samen_doen,
    stands_on="told",
    title=lambda: say("Doing it together"),
    says=_says_samen_doen,
    why=lambda: say(
        "From what you ticked under “what we do” for each partner outside the school. Doing it "
        "together (samen-DOEN in the research) is what you do together for the class, each from "
        "your own profession. Consulting is not, and teaching with a colleague is counted "
        "separately.",
    ),
    printed=lambda: say("Doing it together"),
    leads_to={"R15": _not_in_the_group},
    of_the_whole=True,
    chapter="described",
    shown_when=(
        "5 partners or more have a form, two or more of them outside the school; also when nobody "
        "is in it"
    ),
    about=(
        "those with *teach together* or *act together* who are outside the school, without pupil "
        "and family"
    ),
    values="`count`, `known` partners outside with a form, `size` partners outside",
)

IN_TEAM: Final = Claim(
    code="together_in_team",
    rule=_in_team,
    title=lambda: say("In your team"),
    says=lambda about: say("In school, you do things together with {names}.", names=about.names),
    why=_why_forms,
    printed=lambda: say("Together in the team"),
    chapter="described",
    shown_when="somebody in the school has *teach together* or *act together*",
    about="those",
    values="`count`",
)

CONSULT: Final = Claim(
    code="consult",
    rule=lambda known: _forms(known, CONSULTING),
    stands_on="told",
    title=lambda: say("Consulting"),
    says=_says_consult,
    why=_why_forms,
    printed=lambda: say("Consulting"),
    leads_to={"R14": _nothing_together, "R20": _own_practice},
    chapter="described",
    shown_when="the same",
    about="those with one of the two forms of consultation",
    values=_FORMS,
)
