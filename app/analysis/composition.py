"""Who is on the map: how many partners, from where, and how the contact is spread.

It is asked of the partners that count (`counted`). Those who lack an answer a measure needs are
left out of that measure. Contact is in estimated contacts in a school year of 40 weeks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import fsum, log
from typing import Final

from app.models.network import Map, Partner
from app.models.vocabulary import vocabulary

WEEKLY: Final = vocabulary().weekly
"""The frequency from which contact is weekly, whatever the map's own cut."""

FAMILY: Final = "pupil_and_family"
"""The setting that is neither in the school nor a partner outside it: contact with one's own pupils
is the job, and the surveys asked after parents and pupil apart."""


HAS_SAY: Final = frozenset({"asked", "thinks_along", "decides_along"})
"""How a pupil takes part who is more than told: they are listened to before it is decided."""


class Composition:
    """Who some partners are, each figure counted when it is first asked for.

    The `with_...` say on how many partners the figures stand.
    """

    def __init__(self, partners: Sequence[Partner]) -> None:
        self._partners = partners

    @cached_property
    def _others(self) -> "Composition":
        """The same without pupil and family."""
        return Composition(without_family(self._partners))

    @property
    def size(self) -> int:
        """How many partners there are."""
        return len(self._partners)

    # From where they are.

    @cached_property
    def setting_counts(self) -> Mapping[str, int]:
        """Partners in each of the settings, in the order of the vocabulary, zeros included."""
        found = Counter([partner.setting for partner in self._partners])
        return {setting: found[setting] for setting in vocabulary().settings}

    @property
    def empty_settings(self) -> tuple[str, ...]:
        """The settings in which there is nobody."""
        return tuple(setting for setting, count in self.setting_counts.items() if not count)

    @cached_property
    def with_setting(self) -> int:
        """Stands under all of where they are but `ei_contact`."""
        return sum(self.setting_counts.values())

    @property
    def with_setting_external(self) -> int:
        """Stands under `outside_share` and `ei_heads_external`."""
        return self._others.with_setting

    @cached_property
    def external(self) -> int:
        """The number e of partners outside the school."""
        inside = vocabulary().is_inside
        return sum(n for setting, n in self.setting_counts.items() if not inside(setting))

    @property
    def external_share(self) -> float | None:
        """The number e over the partners whose setting is known: 0 to 1, None without any."""
        return _share(self.external, self.with_setting)

    @property
    def outside_share(self) -> float | None:
        """The same without pupil and family."""
        return self._others.external_share

    @property
    def ei_heads(self) -> float | None:
        """(E - I)/(E + I) over partners (Krackhardt and Stern 1988).

        E are those outside the school, I those inside. -1 (all inside) to +1 (all outside); None
        where no setting is known.
        """
        return _share(2 * self.external - self.with_setting, self.with_setting)

    @property
    def ei_heads_external(self) -> float | None:
        """The same without pupil and family."""
        return self._others.ei_heads

    @property
    def blau(self) -> float | None:
        """1 - sum of p^2 over the settings (Blau 1977; also Simpson, Gini).

        The chance that two drawn with replacement come from different settings: 0 (all in one) to
        1 - 1/K, K = 6. None where no setting is known.
        """
        known = self.with_setting
        return _share(known**2 - sum(n**2 for n in self.setting_counts.values()), known**2)

    @property
    def iqv(self) -> float | None:
        """Blau times K/(K - 1): the index of qualitative variation (Gibbs and Poston 1975).

        0 (all in one setting) to 1 (spread evenly over all six). K is always six, also where
        settings are empty, so that maps can be compared; with fewer than six partners 1 is out of
        reach. None where no setting is known.
        """
        spread, most = self.blau, len(self.setting_counts)
        return None if spread is None else spread * most / (most - 1)

    @property
    def entropy(self) -> float | None:
        """-(sum of p ln p)/ln K over the settings (Shannon 1948), K = 6.

        0 (all in one setting) to 1 (spread evenly over all six); None where no setting is known.
        """
        counts, known = self.setting_counts.values(), self.with_setting
        if not known:
            return None
        shares = [count / known for count in counts if count]
        return fsum(share * -log(share) for share in shares) / log(len(counts))

    # How the contact is spread.

    @cached_property
    def amounts(self) -> Mapping[str, int]:
        """Per partner the estimated contacts in a school year, where the frequency is known."""
        a_year = vocabulary().contacts
        known = [p for p in self._partners if p.frequency is not None]
        return {partner.id: a_year(partner.frequency or 0) for partner in known}

    @property
    def contacts(self) -> int:
        """The estimated contacts in a school year with all of them."""
        return sum(self.amounts.values())

    @property
    def contact_shares(self) -> dict[str, float]:
        """Per partner the share of all contact, where the frequency is known (sums to 1)."""
        total = self.contacts
        return {key: amount / total for key, amount in self.amounts.items()} if total else {}

    @property
    def with_frequency(self) -> int:
        """Stands under all that is about contact but `ei_contact`."""
        return len(self.amounts)

    @cached_property
    def with_both(self) -> int:
        """Stands under `ei_contact`: setting and frequency are known."""
        return sum(p.setting is not None and p.frequency is not None for p in self._partners)

    @property
    def with_both_external(self) -> int:
        """Stands under `ei_contact_external`."""
        return self._others.with_both

    @property
    def ei_contact(self) -> float | None:
        """(E - I)/(E + I) over contact: the E-I index with contacts in place of partners.

        -1 (all contact inside the school) to +1 (all outside). Partners without a known setting or
        frequency are in neither sum; None where nobody is left.
        """
        is_inside, sums = vocabulary().is_inside, {True: 0, False: 0}
        for partner in self._partners:
            if partner.setting is not None and partner.id in self.amounts:
                sums[is_inside(partner.setting)] += self.amounts[partner.id]
        return _share(sums[False] - sums[True], sums[False] + sums[True])

    @property
    def ei_contact_external(self) -> float | None:
        """The same without pupil and family."""
        return self._others.ei_contact

    @property
    def weekly(self) -> int:
        """The number of partners met every week or more often."""
        return sum(p.frequency is not None and p.frequency >= WEEKLY for p in self._partners)

    @property
    def weekly_share(self) -> float | None:
        """The weekly partners over those whose frequency is known: 0 to 1, or None."""
        return _share(self.weekly, self.with_frequency)

    @cached_property
    def hhi(self) -> float | None:
        """The sum of squared contact shares, the Herfindahl-Hirschman index.

        1/n (contact spread evenly) to 1 (all with one partner); None where no frequency is known.
        """
        return _share(sum(amount**2 for amount in self.amounts.values()), self.contacts**2)

    @property
    def effective_contacts(self) -> float | None:
        """1/HHI: with how many equal partners contact would be as concentrated (1 to n)."""
        return None if self.hhi is None else 1 / self.hhi

    @property
    def top_share(self) -> float | None:
        """The share of contact that goes to the partner met most: 1/n to 1, or None."""
        return max(self.contact_shares.values(), default=None)

    # What else was said of them.

    @property
    def named(self) -> int:
        """The number of partners with the star *one of my most important*."""
        return sum(bool(partner.named_important) for partner in self._partners)

    @property
    def named_share(self) -> float | None:
        """The starred partners over those asked about: 0 to 1, None where nobody was."""
        return _share(self.named, len(star_asked(self._partners)))

    @cached_property
    def with_forms(self) -> int:
        """Stands under `mean_forms` and `share_several_forms`: none ticked is not answered."""
        return sum(bool(partner.forms) for partner in self._partners)

    @property
    def mean_forms(self) -> float | None:
        """The mean number of forms of co-operation per partner with any, 1 to 6: multiplexity."""
        return _share(sum(len(partner.forms) for partner in self._partners), self.with_forms)

    @property
    def share_several_forms(self) -> float | None:
        """The share with two forms or more among the partners with any: 0 to 1, or None."""
        return _share(sum(len(p.forms) >= 2 for p in self._partners), self.with_forms)


def composition(whole: Map) -> Composition:
    """Return who the partners that count on a map are."""
    return Composition(counted(whole))


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


def star_asked(partners: Sequence[Partner]) -> list[Partner]:
    """Return the partners of whom it is said whether they have the star."""
    return [partner for partner in partners if partner.named_important is not None]


def _share(part: int, total: int) -> float | None:
    return part / total if total else None


def has_say(partner: Partner) -> bool:
    """Tell whether somebody is a pupil who is asked, thinks along or decides along."""
    return partner.takes_part in HAS_SAY
