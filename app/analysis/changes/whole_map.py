"""What changed in the map as a whole, in words: its settings, who knows whom, who stands where."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from app.analysis.changes.chapters import ARROW, Change
from app.analysis.composition import Composition, composition, counted, without_family
from app.analysis.study import Study
from app.models.network import Map, Network, Partner, rules_of
from app.models.rules import Rule
from app.models.vocabulary import vocabulary
from app.words import fields, filled, joined, phrases, say
from app.words.field_names import field_label
from app.words.measures import wording

if TYPE_CHECKING:
    from app.analysis.standings import Standing, Standings


def can_be_placed(before: Map, after: Map) -> bool:
    """Tell whether at both moments it is known where people stand among the others."""
    return all(Study(whole).has_structure for whole in (before, after))


def places(before: Map, after: Map) -> "Standings | None":
    """Return positions among the others then and now, or None where they are not known."""
    if not can_be_placed(before, after):
        return None
    from app.analysis.standings import standings  # networkx: only where ties are asked about

    return standings(before, after)


def settings(before: Map, after: Map) -> Iterable[Change]:
    """Yield in which settings there are more or fewer than then."""
    then, now = (composition(whole).setting_counts for whole in (before, after))
    for setting in then:
        if then[setting] != now[setting]:
            here = tuple(p.id for p in counted(after) if p.setting == setting)
            numbers = f"{then[setting]}{ARROW}{now[setting]}"
            yield Change(here, phrases.setting_label(setting), numbers)


def outside(before: Map, after: Map) -> Iterable[Change]:
    """Yield the share outside the school, where it changed.

    Pupil and family stand on neither side.
    """
    everybody = without_family(counted(after))
    then, now = Composition(without_family(counted(before))), Composition(everybody)
    if not then.with_setting or not now.with_setting or then.external_share == now.external_share:
        return
    text = say("{n} of {all}")
    parts = [filled(text, n=people.external, all=people.with_setting) for people in (then, now)]
    inside = vocabulary().is_inside
    here = tuple(p.id for p in everybody if p.setting and not inside(p.setting))
    yield Change(here, wording("outside_share").text, ARROW.join(parts))


def overall(before: Network, after: Network) -> Iterable[Change]:
    """Yield the answers about the whole that changed.

    The three words stand there also where they stayed the same: they are to be read together.
    """
    for name, rule in rules_of(Network).items():
        if not rule.anew:
            continue
        then, now = (getattr(network, name) for network in (before, after))
        if (then or now) and (then != now or rule.kind == "line"):
            parts = (_answer(name, rule, value) for value in (then, now))
            yield Change((), field_label(name), ARROW.join(parts))


def _answer(name: str, rule: Rule, value: Any) -> str:
    if isinstance(value, int) and not rule.listed:
        return fields.steps(name)[value - rule.least]
    return fields.said(rule, value) or phrases.not_filled_in()


def standing(before: Map, after: Map) -> Iterable[Change]:
    """Yield the partners whose position changed, where both maps have their lines drawn."""
    found = places(before, after)
    if found is None:
        return
    told = [(one, _told(one, found)) for one in found.kept]
    told.sort(
        key=lambda row: -max(abs(c.rank_change or 0) for c in (row[0].degree, row[0].betweenness))
    )
    for one, text in told:
        if text:
            yield Change((one.partner.id,), one.partner.name, text)


def _told(one: "Standing", found: "Standings") -> str:
    """Return one or two lines about a partner's position; none where it stayed the same."""
    knows = {
        0: "",
        1: say("knows more of the others: {then} of {all} → {now} of {others}"),
        -1: say("knows fewer of the others: {then} of {all} → {now} of {others}"),
    }[one.degree.direction]
    for name, number in (
        ("then", one.degree.before),
        ("all", found.size_before - 1),
        ("now", one.degree.after),
        ("others", found.size_after - 1),
    ):
        knows = knows.replace(f"{{{name}}}", str(number))
    between = {
        0: "",
        1: say("stands between more of the others than then"),
        -1: say("stands between fewer of the others than then"),
    }[one.betweenness.direction]
    return "\n".join(line for line in (knows, between) if line)


def ties(pairs: Sequence[tuple[Partner, Partner]], what: str) -> Iterable[Change]:
    """Yield the change of the line between each pair."""
    for one, other in pairs:
        yield Change((one.id, other.id), joined((one.name, other.name), between=" – "), what)
