"""The findings about what the owner would like: wishes, satisfaction, and who is only wished."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.analysis.findings.finding import Claim, Match, Values, counted, everybody, ids
from app.analysis.findings.shared_counts import shared
from app.analysis.gaps import Gap
from app.analysis.study import Study
from app.words import phrases, say


def _found(rows: Sequence[Gap], values: Values) -> Match:
    people = ids(row.partner for row in rows)
    return Match(people, counted(values, people))


def _wished(known: Study, sign: int) -> Iterator[Match]:
    """Find the partners the owner wants to see more (1) or less (-1), most steps first."""
    rows = [row for row in known.gaps.rows if row.wish_steps is not None]
    found = [row for row in rows if sign * (row.wish_steps or 0) > 0]
    found.sort(key=lambda row: -abs(row.wish_steps or 0))
    contacts = sum(row.wish_contacts or 0 for row in found)
    if found:
        yield _found(
            found, {"known": len(rows), "size": len(known.gaps.rows), "contacts": contacts}
        )


def _as_wished(known: Study) -> Iterator[Match]:
    rows = [row for row in known.gaps.rows if row.wish_steps is not None]
    same = [row for row in rows if row.wish_steps == 0]
    if same:
        yield _found(same, {"known": len(rows), "size": len(known.gaps.rows)})


def _dissatisfied(known: Study) -> Iterator[Match]:
    """Find the important partners the owner is not satisfied with, the least satisfied first."""
    important = [
        row
        for row in known.gaps.rows
        if row.quadrant is not None
        and (row.partner.importance or 0) >= known.whole.network.importance_cut
        and row.partner.satisfaction is not None
    ]
    found = sorted(
        known.gaps.dissatisfied,
        key=lambda row: (row.partner.satisfaction or 0, -(row.partner.importance or 0)),
    )
    if found:
        yield _found(found, {"known": len(important)})


def _without_contact(known: Study) -> tuple[list[Gap], list[Gap]]:
    """Return the partners without contact yet: the important ones, most first, and the others."""
    strangers = [row for row in known.gaps.rows if row.quadrant is None]
    important = [row for row in strangers if row.partner.id in known.important_unmet]
    important.sort(key=lambda row: -(row.partner.importance or 0))
    return important, [row for row in strangers if row not in important]


def _important_no_contact(known: Study) -> Iterator[Match]:
    important, _ = _without_contact(known)
    if important:
        yield _found(important, {"importance": shared([r.partner.importance for r in important])})


def _no_contact_yet(known: Study) -> Iterator[Match]:
    _, others = _without_contact(known)
    if others:
        yield _found(others, {})


def why_wish() -> str:
    """Return why a wish is a finding."""
    return say(
        "The contact you would like beside the contact you have now. What you would like comes "
        "first."
    )


_VALUES: Final = (
    "`count`; `known` partners of whom both are known; `size` all partners, wished ones included"
)

MORE: Final = Claim(
    code="wish_more",
    rule=lambda known: _wished(known, 1),
    title=lambda: say("You would like more contact"),
    says=lambda about: say("With {names}.", names=about.names),
    why=why_wish,
    printed=lambda: say("Would like more contact"),
    way="strengthen",
    chapter="wishes",
    shown_when="a partner's wished frequency is higher than the frequency",
    about="those, most steps first, wished partners included",
    values=f"{_VALUES}; `contacts` more in a school year, estimated (above 0)",
)

LESS: Final = Claim(
    code="wish_less",
    rule=lambda known: _wished(known, -1),
    title=lambda: say("You would like less contact"),
    says=lambda about: say("With {names}.", names=about.names),
    why=why_wish,
    printed=lambda: say("Would like less contact"),
    way="loosen",
    chapter="wishes",
    shown_when="lower",
    about="those, most steps first",
    values="the same; `contacts` is below 0",
)

SAME: Final = Claim(
    code="wish_same",
    rule=_as_wished,
    title=lambda: say("Contact is how you want it"),
    says=lambda about: say("With {names}.", names=about.names),
    why=why_wish,
    printed=lambda: say("As often as you would like"),
    chapter="wishes",
    shown_when="equal",
    about="those",
    values="`count`, `known`, `size`",
)

DISSATISFIED: Final = Claim(
    code="important_and_dissatisfied",
    rule=_dissatisfied,
    title=lambda: say("Important, and not satisfied"),
    says=lambda about: say(
        "{names}: important to you, and it is not going as you would like yet.", names=about.names
    ),
    why=lambda: say(
        "Importance is “{important}” or more, and satisfaction is “{dissatisfied}” or lower."
    ),
    printed=lambda: say("Important and not satisfied"),
    leads_to={"R08": everybody, "R19": everybody},
    chapter="wishes",
    shown_when=(
        "importance at the map's cut or above, satisfaction below the middle; not for wished "
        "partners"
    ),
    about="the least satisfied first, then the most important",
    values="`count`; `known` important partners with a satisfaction",
)

IMPORTANT_NO_CONTACT: Final = Claim(
    code="important_no_contact",
    rule=_important_no_contact,
    title=lambda: say("Important, and no contact yet"),
    says=lambda about: about.with_wish(
        say(
            "{names}: {first}, {then}.",
            names=about.names,
            first=about.important or say("important"),
            then=phrases.scale_label("frequency", 0),
        )
    ),
    why=lambda: say(
        "Partners with “no contact yet” whose importance is “{important}” or more. They are not "
        "counted anywhere else.",
    ),
    printed=phrases.important_unmet,
    asks=lambda: say("What would be a first step?"),
    way="new",
    chapter="no_contact",
    shown_when=(
        "a wished partner's importance is the map's cut or above, and the wished frequency is not 0"
    ),
    about="those, the most important first",
    values="`count`; `importance` where all have the same, else null",
)

NO_CONTACT_YET: Final = Claim(
    code="no_contact_yet",
    rule=_no_contact_yet,
    title=lambda: say("No contact yet"),
    says=lambda about: say("On the map, without contact: {names}.", names=about.names),
    why=lambda: say(
        "Partners with “no contact yet”. They are not counted anywhere else.",
    ),
    printed=lambda: say("No contact yet"),
    chapter="no_contact",
    shown_when="there are other wished partners; a description, and the last of all",
    about="those",
    values="`count`",
)
