"""What a finding is, and what is declared of one: its rule, its words and what follows from it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from app.analysis.alignment import FEWEST_RATED
from app.analysis.findings.basis import Base
from app.analysis.findings.shared_words import lead, quadrant_name, wish_of
from app.analysis.gaps import DISSATISFIED_UP_TO, Gap
from app.analysis.study import Study
from app.models.network import Partner
from app.models.text_form import isolated
from app.models.vocabulary import vocabulary
from app.words import current_language, filled, joined, say
from app.words.listing import first_few
from app.words.phrases import lowered, scale_label

Values: TypeAlias = Mapping[str, float | str | None]

Chapter: TypeAlias = Literal[
    "wishes", "no_contact", "stands_out", "filled_in", "whole", "described"
]
"""The part of `docs/findings.md` in which a finding is described."""

FIRST_KINDS: Final = ("parents", "leadership")
"""The kinds of partner the research speaks of: theirs comes before another group of notable
partners. The other groups stand by their largest gap."""


@dataclass(frozen=True, slots=True)
class Match:
    """What the rule of a finding finds on a map: whom, and the numbers to be said of them."""

    people: tuple[str, ...]
    values: Values
    base: Base | None = None
    notable: bool = False
    verdict: bool | None = None


Leads: TypeAlias = Callable[["Sequence[Finding]", "Look"], Iterable[str] | None]
"""Returns whom a question is about that the findings lead to, or None where they do not."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claim:
    """What Kring can say of a map, declared once; it is a `Finding` where it holds.

    The first paragraph below is the rule, the second the words, the third what follows from it,
    the last what `docs/findings.md` says.
    """

    code: str
    """Kept with the owner's verdict, and printed by `kring analyse --json`."""
    rule: Callable[[Study], Iterator[Match]]
    stands_on: str = ""
    """What has to be known of everybody (`Base.by`), where it speaks of more than its people."""
    per_partner: bool = False
    """The owner says *so* or *not so* of each partner apart, and there is a finding for each kind
    of partner; of any other it is said of the whole, in a verdict without a partner."""

    title: Callable[[], str] | None = None
    """What it is about in a few words; None where its quadrant has the name."""
    neutral: "Callable[[Finding], str] | None" = None
    """The title where it does not hold of everybody, of one that speaks of everybody."""
    says: "Callable[[Finding], str]"
    """The sentence."""
    reported: "Callable[[Finding], str] | None" = None
    """The sentence on paper, where the one on the screen says what to press."""
    why: Callable[[], str]
    """The rule in words, with places for the cuts of the map."""
    why_few: Callable[[], str] | None = None
    """The rule in words with fewer than five rated partners, where it is another one then."""
    printed: Callable[[], str] | None = None
    """What `kring analyse` calls it; None where its quadrant has the name."""
    figures: Callable[[Values], str] | None = None
    """What `kring analyse` prints behind it; None for the names of the people."""

    quadrant: str = ""
    """The id of the quadrant whose name, colour and question it has."""
    asks: Callable[[], str] | None = None
    """The question on its card; None for that of its quadrant."""
    leads_to: Mapping[str, Leads] = field(default_factory=dict)
    """By question for reflection: whom it is then about."""
    way: str | None = None
    """Which way an intention goes that comes of it, where it says so."""
    is_apart: bool = False
    """Who is in it is not said again in the finding of a quadrant."""
    is_figure: bool = False
    """A measure says it: it is no card and no sentence of the report."""
    of_the_whole: bool = False
    """Its people are counted out of all, so that it says nothing of a part of the map."""
    is_to_judge: bool = True
    """There is something to agree with: not where it says how far the map is filled in."""

    chapter: Chapter
    shown_when: str
    about: str
    """Who its people are, in their order."""
    values: str

    @property
    def name(self) -> str:
        """What `kring analyse` calls it."""
        name = quadrant_name(self.quadrant) if self.quadrant else ""
        if self.printed is None:
            return name
        return joined((self.printed(), name.lower()), between=": ") if name else self.printed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a map says, as data. `docs/findings.md` has the rule and the values by code."""

    claim: Claim = field(repr=False)
    people: tuple[str, ...]
    """The ids of the partners it is about, the strongest first; empty where it is about nobody
    in particular."""
    values: Values
    """Numbers, ids of the vocabulary and the owner's own words, by name; None is undefined."""
    notable: bool = False
    """The people are notable partners, and the owner did not say that it is not so."""
    base: Base | None = None
    """What it stands on, where it speaks of more than `people`."""
    verdict: bool | None = None
    """What the owner said: it is so; it is not so, and then it comes last; or nothing."""
    known: Study = field(repr=False, compare=False)
    """The map of which it is said."""

    @property
    def code(self) -> str:
        """The code of what it says."""
        return self.claim.code

    @property
    def is_partial(self) -> bool:
        """Tell whether it must name whom it stands on."""
        return self.base is not None and not self.base.is_everybody

    # What it says.

    @property
    def title(self) -> str:
        """What it is about, in a few words."""
        claim = self.claim
        if claim.quadrant:
            name = quadrant_name(claim.quadrant)
            # Who stands out is another matter than who stands in a quadrant.
            return name if claim.title is None else filled(claim.title(), what=lowered(name))
        if claim.neutral is not None and self.is_partial:
            return claim.neutral(self)
        assert claim.title is not None
        return claim.title()

    @property
    def sentence(self) -> str:
        """What it says on the screen."""
        return self.claim.says(self)

    @property
    def on_paper(self) -> str:
        """What it says in a report."""
        return (self.claim.reported or self.claim.says)(self)

    @property
    def reason(self) -> str:
        """The rule by which it is shown, with the cuts of the map in it."""
        claim, network = self.claim, self.known.whole.network
        few = claim.why_few if self.known.gaps.valid < FEWEST_RATED else None
        return filled(
            (few or claim.why)(),
            important=scale_label("importance", network.importance_cut),
            often=scale_label("frequency", network.frequency_cut),
            dissatisfied=scale_label("satisfaction", DISSATISFIED_UP_TO),
        )

    @property
    def question(self) -> str:
        """The question it asks: its own, or that of its quadrant; or nothing."""
        claim = self.claim
        if claim.asks is not None:
            return claim.asks()
        known = vocabulary().quadrants
        return known[claim.quadrant].prompt(current_language()) if claim.quadrant else ""

    # What goes into its words.

    @property
    def rows(self) -> list[Gap]:
        """Its people, with where contact and importance differ."""
        rows = self.known.rows
        return [rows[key] for key in self.people if key in rows]

    @property
    def names(self) -> str:
        """Up to three of their names, and how many others there are."""
        return first_few([row.partner.name for row in self.rows])

    @property
    def cut(self) -> str:
        """From which contact on it is often, on this map."""
        return scale_label("frequency", self.known.whole.network.frequency_cut)

    @property
    def lead(self) -> str:
        """Of how many partners it speaks, as a sentence to begin with; where that is not all."""
        return lead(self.base)

    @property
    def important(self) -> str:
        """The importance all of them have."""
        return self._shared("importance")

    @property
    def often(self) -> str:
        """The contact there is with all of them."""
        return self._shared("frequency")

    def _shared(self, scale: str) -> str:
        answer = self.values.get(scale)
        return scale_label(scale, answer) if isinstance(answer, int) else ""

    @property
    def differ(self) -> bool:
        """Tell whether they have different answers, to be said of each."""
        return None in (self.values.get("importance"), self.values.get("frequency"))

    def each(self, *scales: str) -> str:
        """Return the names with the answers of each behind them."""
        found = []
        for row in self.rows:
            said = [scale_label(scale, getattr(row.partner, scale)) for scale in scales]
            found.append(joined((isolated(row.partner.name), joined(said)), between=": "))
        return first_few(found, between="; ")  # an answer may hold a comma, and brackets

    def with_wish(self, text: str) -> str:
        """Return a sentence with what the owner would like with all of them, where it is one."""
        wishes = {wish_of(row) for row in self.rows}
        return f"{text} {wishes.pop()}".rstrip() if len(wishes) == 1 else text

    def with_bounds(self, text: str) -> str:
        """Return a sentence with between which numbers its value lies, where lines are unsure."""
        low, high = self.values.get("low"), self.values.get("high")
        if low is None or high is None:
            return text
        unsure = say(
            "({low} to {high}, depending on the links you are not sure about)", low=low, high=high
        )
        return f"{text} {unsure}"


class Look:
    """What the rules of the questions ask of a map."""

    def __init__(self, known: Study, findings: "Iterable[Finding]") -> None:
        self.network = known.whole.network
        self.study = known
        self.partners: tuple[Partner, ...] = known.partners
        self._findings: dict[Claim, list[Finding]] = {}
        for finding in findings:
            if finding.verdict is not False:
                self._findings.setdefault(finding.claim, []).append(finding)

    def of(self, claim: Claim) -> list[Finding]:
        """Return the findings that say this of the map, without what the owner says is not so."""
        return self._findings.get(claim, [])

    def partner(self, key: str) -> Partner:
        """Return somebody on the map by id."""
        return self.study.rows[key].partner

    def people(self, claim: Claim) -> list[Partner]:
        """Return the partners of whom this is said."""
        return [self.partner(key) for finding in self.of(claim) for key in finding.people]

    def who(self, holds: Callable[[Partner], bool]) -> tuple[str, ...]:
        """Return the ids of the partners of whom something holds by the owner's own answers."""
        return ids(partner for partner in self.partners if holds(partner))


def ids(people: Iterable[Partner]) -> tuple[str, ...]:
    """Return the ids of partners."""
    return tuple(partner.id for partner in people)


def counted(values: Values, people: tuple[str, ...]) -> Values:
    """Return values with the number of people first."""
    return {"count": len(people), **values}


def everybody(findings: Sequence[Finding], _look: "Look") -> tuple[str, ...] | None:
    """Return that a question is about all who are in the findings; None where nobody is."""
    return tuple(key for finding in findings for key in finding.people) or None


def whom(holds: Callable[[Partner], bool]) -> Leads:
    """Return that a question is about those in the findings of whom something holds."""

    def about(findings: Sequence[Finding], look: "Look") -> tuple[str, ...] | None:
        people = (look.partner(key) for finding in findings for key in finding.people)
        return ids(partner for partner in people if holds(partner)) or None

    return about
