"""Who is on the map: how many partners, from where, and how the contact is spread.

The functions take the partners that count (`counted`). Those who lack an answer a measure
needs are left out of that measure. Contact is in estimated contacts in a school year of 40 weeks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log
from typing import Final, NamedTuple

from app.models.network import Map, Partner
from app.models.vocabulary import vocabulary

WEEKLY: Final = vocabulary().weekly
"""The frequency from which contact is weekly, whatever the map's own cut."""

FAMILY: Final = "pupil_and_family"
"""The setting that is neither in the school nor a partner outside it: contact with one's own pupils
is the job, and the surveys asked after parents and pupil apart."""


HAS_SAY: Final = frozenset({"asked", "thinks_along", "decides_along"})
"""How a pupil takes part who is more than told: they are listened to before it is decided."""


class Composition(NamedTuple):
    """Who is on the map. The `with_...` fields say on how many partners the figures stand."""

    size: int
    with_setting: int
    """Stands under all from `external` to `entropy`, but `ei_contact`."""
    with_frequency: int
    """Stands under `weekly` and all that is about contact, but `ei_contact`."""
    with_both: int
    """Partners of whom setting and frequency are known; stands under `ei_contact`."""
    with_setting_external: int
    with_both_external: int
    """The same two without pupil and family; stand under `outside_share`,
    `ei_heads_external` and `ei_contact_external`."""
    with_forms: int
    """Stands under `mean_forms` and `share_several_forms`."""
    external: int
    external_share: float | None
    setting_counts: Mapping[str, int]
    """Partners in each of the settings, in the order of the vocabulary, zeros included."""
    empty_settings: tuple[str, ...]
    ei_heads: float | None
    ei_contact: float | None
    outside_share: float | None
    ei_heads_external: float | None
    ei_contact_external: float | None
    blau: float | None
    iqv: float | None
    entropy: float | None
    weekly: int
    weekly_share: float | None
    named: int
    named_share: float | None
    contacts: int
    hhi: float | None
    effective_contacts: float | None
    top_share: float | None
    mean_forms: float | None
    share_several_forms: float | None


def composition(whole: Map) -> Composition:
    """Return the composition of a map: the partners by setting, kind and contact."""
    partners = counted(whole)
    others = without_family(partners)
    return Composition(
        size=len(partners),
        with_setting=sum(p.setting is not None for p in partners),
        with_frequency=sum(p.frequency is not None for p in partners),
        with_both=sum(p.setting is not None and p.frequency is not None for p in partners),
        with_setting_external=_with_setting(others),
        with_both_external=sum(p.setting is not None and p.frequency is not None for p in others),
        with_forms=sum(bool(p.forms) for p in partners),
        external=external(partners),
        external_share=external_share(partners),
        setting_counts=setting_counts(partners),
        empty_settings=empty_settings(partners),
        ei_heads=ei_heads(partners),
        ei_contact=ei_contact(partners),
        outside_share=external_share(others),
        ei_heads_external=ei_heads(others),
        ei_contact_external=ei_contact(others),
        blau=blau(partners),
        iqv=iqv(partners),
        entropy=entropy(partners),
        weekly=weekly(partners),
        weekly_share=weekly_share(partners),
        named=named(partners),
        named_share=named_share(partners),
        contacts=sum(contacts(partners).values()),
        hhi=hhi(partners),
        effective_contacts=effective_contacts(partners),
        top_share=top_share(partners),
        mean_forms=mean_forms(partners),
        share_several_forms=share_several_forms(partners),
    )


def only_wished(whole: Map) -> tuple[Partner, ...]:
    """Return the partners with whom there is no contact yet (frequency 0): they do not count."""
    return tuple(partner for partner in whole.partners if partner.frequency == 0)


def counted(whole: Map) -> tuple[Partner, ...]:
    """Return the partners that count: all but the wished ones (frequency 0).

    A partner whose frequency is not answered counts.
    """
    return tuple(partner for partner in whole.partners if partner.frequency != 0)


def without_family(partners: Sequence[Partner]) -> tuple[Partner, ...]:
    """Return the partners who are not in the setting of pupil and family."""
    return tuple(partner for partner in partners if partner.setting != FAMILY)


def outside(partners: Iterable[Partner]) -> list[Partner]:
    """Return the partners outside the school: neither in it, nor pupil or family."""
    is_inside = vocabulary().is_inside
    return [p for p in partners if p.setting not in (None, FAMILY) and not is_inside(p.setting)]


def known_partners(whole: Map) -> dict[str, int]:
    """Count for everybody on a map the partners they know, of those that count.

    Empty where the lines were not asked: then it is not known of anybody.
    """
    if not whole.network.lines_drawn:
        return {}
    those = {partner.id for partner in counted(whole)}
    found = {partner.id: 0 for partner in whole.partners}
    for tie in whole.ties:
        if tie.state == "yes":
            found[tie.a] += tie.b in those
            found[tie.b] += tie.a in those
    return found


def acquaintances(whole: Map, partner_id: str) -> tuple[Partner, ...]:
    """Return the partners whom somebody on a map knows, in the order of the map."""
    known = {
        tie.b if tie.a == partner_id else tie.a
        for tie in whole.ties
        if tie.state == "yes" and partner_id in (tie.a, tie.b)
    }
    return tuple(partner for partner in whole.partners if partner.id in known)


def setting_counts(partners: Sequence[Partner]) -> dict[str, int]:
    """Count the partners in each of the settings, zeros included."""
    found = Counter(partner.setting for partner in partners)
    return {setting: found[setting] for setting in vocabulary().settings}


def empty_settings(partners: Sequence[Partner]) -> tuple[str, ...]:
    """Return the settings in which there is nobody."""
    return tuple(setting for setting, count in setting_counts(partners).items() if not count)


def external(partners: Sequence[Partner]) -> int:
    """Return e, the number of partners outside the school."""
    is_inside = vocabulary().is_inside
    found = Counter(partner.setting for partner in partners)
    return sum(n for setting, n in found.items() if setting is not None and not is_inside(setting))


def external_share(partners: Sequence[Partner]) -> float | None:
    """Return e over the partners whose setting is known: 0 to 1, None where there are none."""
    return _share(external(partners), _with_setting(partners))


def ei_heads(partners: Sequence[Partner]) -> float | None:
    """Return (E - I)/(E + I) over partners (Krackhardt and Stern 1988).

    E are those outside the school, I those inside. -1 (all inside) to +1 (all outside); None
    where no setting is known.
    """
    outside = external(partners)
    known = _with_setting(partners)
    return _share(outside - (known - outside), known)


def ei_contact(partners: Sequence[Partner]) -> float | None:
    """Return (E - I)/(E + I) over contact: the E-I index with contacts in place of partners.

    -1 (all contact inside the school) to +1 (all outside). Partners without a known setting or
    frequency are in neither sum; None where nobody is left.
    """
    inside = outside = 0
    amounts = contacts(partners)
    for partner in partners:
        if partner.setting is not None and partner.id in amounts:
            if _is_inside(partner):
                inside += amounts[partner.id]
            else:
                outside += amounts[partner.id]
    return _share(outside - inside, outside + inside)


def blau(partners: Sequence[Partner]) -> float | None:
    """Return 1 - sum of p^2 over the settings (Blau 1977; also Simpson, Gini).

    The chance that two drawn with replacement come from different settings: 0 (all in one) to
    1 - 1/K, K = 6. None where no setting is known.
    """
    counts = setting_counts(partners).values()
    known = sum(counts)
    return _share(known**2 - sum(count**2 for count in counts), known**2)


def iqv(partners: Sequence[Partner]) -> float | None:
    """Return Blau times K/(K - 1): the index of qualitative variation (Gibbs and Poston 1975).

    0 (all in one setting) to 1 (spread evenly over all six). K is always six, also where
    settings are empty, so that maps can be compared; with fewer than six partners 1 is out of
    reach. None where no setting is known.
    """
    spread = blau(partners)
    most = len(vocabulary().settings)
    return None if spread is None else spread * most / (most - 1)


def entropy(partners: Sequence[Partner]) -> float | None:
    """Return -(sum of p ln p)/ln K over the settings (Shannon 1948), K = 6.

    0 (all in one setting) to 1 (spread evenly over all six); None where no setting is known.
    """
    counts = setting_counts(partners)
    known = sum(counts.values())
    if not known:
        return None
    shares = [count / known for count in counts.values() if count]
    return fsum(share * -log(share) for share in shares) / log(len(counts))


def weekly(partners: Sequence[Partner]) -> int:
    """Return the number of partners met every week or more often."""
    return sum(
        partner.frequency is not None and partner.frequency >= WEEKLY for partner in partners
    )


def weekly_share(partners: Sequence[Partner]) -> float | None:
    """Return the weekly partners over those whose frequency is known: 0 to 1, or None."""
    return _share(weekly(partners), len(contacts(partners)))


def named(partners: Sequence[Partner]) -> int:
    """Return the number of partners with the star *one of my most important*."""
    return sum(bool(partner.named_important) for partner in partners)


def star_asked(partners: Sequence[Partner]) -> list[Partner]:
    """Return the partners of whom it is said whether they have the star."""
    return [partner for partner in partners if partner.named_important is not None]


def named_share(partners: Sequence[Partner]) -> float | None:
    """Return the starred partners over those asked about: 0 to 1, None where nobody was."""
    return _share(named(partners), len(star_asked(partners)))


def contacts(partners: Sequence[Partner]) -> dict[str, int]:
    """Return per partner the estimated contacts in a school year, where the frequency is known."""
    a_year = vocabulary().contacts
    return {
        partner.id: a_year(partner.frequency)
        for partner in partners
        if partner.frequency is not None
    }


def contact_shares(partners: Sequence[Partner]) -> dict[str, float]:
    """Return per partner the share of all contact, where the frequency is known (sums to 1)."""
    amounts = contacts(partners)
    total = sum(amounts.values())
    return {partner: amount / total for partner, amount in amounts.items()} if total else {}


def hhi(partners: Sequence[Partner]) -> float | None:
    """Return the sum of squared contact shares, the Herfindahl-Hirschman index.

    1/n (contact spread evenly) to 1 (all with one partner); None where no frequency is known.
    """
    amounts = contacts(partners).values()
    return _share(sum(amount**2 for amount in amounts), sum(amounts) ** 2)


def effective_contacts(partners: Sequence[Partner]) -> float | None:
    """Return 1/HHI: with how many equal partners contact would be as concentrated (1 to n)."""
    concentration = hhi(partners)
    return None if concentration is None else 1 / concentration


def top_share(partners: Sequence[Partner]) -> float | None:
    """Return the share of contact that goes to the partner met most: 1/n to 1, or None."""
    return max(contact_shares(partners).values(), default=None)


def mean_forms(partners: Sequence[Partner]) -> float | None:
    """Return the mean number of forms of co-operation per partner: multiplexity.

    1 to 6, over the partners with at least one form: none ticked is not answered. None where
    nobody has one.
    """
    return _share(sum(len(p.forms) for p in partners), sum(bool(p.forms) for p in partners))


def share_several_forms(partners: Sequence[Partner]) -> float | None:
    """Return the share with two forms or more among the partners with any: 0 to 1, or None."""
    return _share(sum(len(p.forms) >= 2 for p in partners), sum(bool(p.forms) for p in partners))


def _is_inside(partner: Partner) -> bool:
    return vocabulary().is_inside(partner.setting)


def _with_setting(partners: Sequence[Partner]) -> int:
    return sum(partner.setting is not None for partner in partners)


def _share(part: int, total: int) -> float | None:
    return part / total if total else None


def has_say(partner: Partner) -> bool:
    """Tell whether somebody is a pupil who is asked, thinks along or decides along."""
    return partner.takes_part in HAS_SAY
