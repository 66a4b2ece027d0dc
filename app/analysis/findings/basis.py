"""What a finding stands on."""

from typing import NamedTuple


class Base(NamedTuple):
    """What a finding stands on that speaks of everybody, nobody, all or the pairs.

    Whoever puts it into words names the base where it is not everybody; and where less than half
    is known, there is no such finding.
    """

    by: str
    """What has to be known: `rated` both contact and importance, `placed` both setting and
    contact, `settled` the setting of everybody on the map, `lines` who knows whom of each pair,
    `told` what was asked of each partner."""
    known: int
    """Of how many partners (or pairs) it is known; `of` is how many count."""
    of: int
    wished: int = 0
    """How many wished partners, who do not count, could make it look otherwise on the map."""

    @property
    def is_everybody(self) -> bool:
        """Tell whether it is based on everybody on the map, so that the base need not be shown."""
        return self.known == self.of and not self.wished

    @property
    def is_enough(self) -> bool:
        """Tell whether at least half of the answers are known."""
        return 2 * self.known >= self.of
