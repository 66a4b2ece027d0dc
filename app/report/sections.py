"""The parts of a report that say what is on the map, and what comes of it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from app.analysis import written_measures as written
from app.analysis.columns import DASH
from app.analysis.findings import told
from app.analysis.ladder import ladder, to_try
from app.analysis.lens import LENSES, Lens
from app.analysis.measures import measures
from app.analysis.study import study
from app.models.network import Map, Network, Partner, rules_of, shown_in
from app.models.rules import Rule
from app.models.vocabulary import vocabulary
from app.report import method
from app.report.captions import described
from app.report.content import Block, Bullets, Entries, Entry, Picture, Section, Table, Text
from app.report.wanted import ReportChoices
from app.words import current_language, fields, filled, joined, phrases, say
from app.words.field_names import field_label
from app.words.listing import together
from app.words.measures import wording

if TYPE_CHECKING:
    from app.analysis.findings import Finding
    from app.analysis.measures import Reading

_WIDTHS: Final = {"name": 3.0, "words": 2.4, "choice": 2.0}
"""How wide a column of the table of partners is, by what its field is measured on."""
_USUAL_WIDTH: Final = 1.9

_FEW: Final = 4
"""A column is there where at least one in so many partners has an answer in it."""


def usual_lenses(whole: Map) -> tuple[str, ...]:
    """Return through which lenses a map is shown where nobody chose.

    Those in which somebody stands; in a picture of the free lens everybody does.
    """
    free = ("free",) if any(p.x is not None for p in whole.partners) else ()
    rated = (key for key in ("importance", "gap") if LENSES[key].held(whole.partners))
    return (*free, *rated) or ("free",)


class Sections:
    """What a report says of one map; `before` is an earlier moment to compare with."""

    def __init__(self, whole: Map, before: Map | None, wanted: ReportChoices) -> None:
        self.whole, self.before, self._wanted = whole, before, wanted
        self._known = study(whole)

    @property
    def lenses(self) -> tuple[str, ...]:
        """Return the lenses of the pictures."""
        wanted = self._wanted.lenses
        return usual_lenses(self.whole) if wanted is None else wanted

    # The map.

    def maps(self, heading: str) -> Iterator[Section]:
        """Yield the map through each lens."""
        if not self.whole.partners:
            nobody = Text(say("There is no one on the map yet."))
            yield Section(heading, (nobody,), new_page=True)
            return
        for number, lens in enumerate(self.lenses):
            if number == 0:
                yield Section(heading, (), new_page=True)
            blocks = tuple(self.picture("now", self.whole, LENSES[lens]))
            is_seen = any(isinstance(block, Picture) for block in blocks)
            yield Section(LENSES[lens].name(), blocks, level=2, new_page=is_seen and number > 0)

    def picture(self, which: str, whole: Map, lens: Lens, share: float = 1.0) -> Iterator[Block]:
        """Yield a map through a lens, and who is not in it; its key begins with `which`."""
        # A picture of the free lens finds a place for everybody.
        shown = [p for p in whole.partners if lens.field is None or lens.holds(p)]
        missing = [p.name for p in whole.partners if p not in shown]
        if shown:
            yield Picture(f"{which}-{lens.id}", described(lens, shown), lens.caption(), share)
        elif whole.partners:
            yield Text(say("This has not been answered for anyone yet, so there is no map here."))
            return
        if missing:
            text = say("Not answered, so not shown here: {names}.")
            yield Text(filled(text, names=together(missing)), soft=True)

    # What it says.

    def findings(self, heading: str) -> Iterator[Section]:
        """Yield the findings."""
        right = [one for one in told(self._known) if one.verdict is not False]
        notable = self._entries(one for one in right if one.notable)
        others = self._entries(one for one in right if not one.notable)
        advice = say(
            "These are Kring's words; “you” is me. They are not judgements: only I can say "
            "whether a difference is right for me. I left out anything I marked as not right.",
        )
        blocks = Text(advice, soft=True), Entries(notable, "large"), Entries(others, "beside")
        # Below a picture there is room for little of it.
        yield Section(heading, blocks, new_page=bool(self.whole.partners))

    def _entries(self, found: Iterable["Finding"]) -> tuple[Entry, ...]:
        said: dict[str, list[str]] = {}
        for finding in found:
            said.setdefault(finding.title, []).append(self._sentence(finding))
        return tuple(Entry(title, tuple(lines)) for title, lines in said.items())

    def _sentence(self, finding: "Finding") -> str:
        text = finding.on_paper
        if finding.verdict and finding.claim.is_to_judge:
            text += " " + say("I agree.")
        return text

    def _readings(self) -> list["Reading"]:
        found = [r for r in measures(self.whole) if r.tier < 3 and r.value is not None]
        return sorted(found, key=lambda r: (r.tier, r.id != "size", not r.id.startswith("setting")))

    def figures(self, heading: str) -> Iterator[Section]:
        """Yield the map in numbers."""
        if not self.whole.partners:
            return
        rows = [
            (f"– {said.text}" if reading.id.startswith("setting") else said.text, shown)
            for reading in self._readings()
            for said, shown in ((wording(reading.id), written.shown(reading)),)
        ]
        rows += [
            (field_label(field), said)
            for field, rule in rules_of(Network).items()
            if "report" in rule.shown
            and (said := _overall(rule, getattr(self.whole.network, field)))
        ]
        heads = say("What"), say("Value")
        table = Table(heads, tuple(rows), (4.0, 1.0), numeric=frozenset({1}))
        advice = say("None of these numbers has a target.")
        yield Section(heading, (table, Text(advice, soft=True)))

    # The partners.

    def partners(self, heading: str) -> Iterator[Section]:
        """Yield the table of partners."""
        partners = sorted(
            self.whole.partners,
            key=lambda p: (-(p.importance or 0), -(p.frequency or 0), p.name.casefold()),
        )
        if not partners:
            return
        columns = [
            (
                field_label(field),
                _WIDTHS.get(rules_of(Partner)[field].kind, _USUAL_WIDTH),
                [_cell(partner, field) for partner in partners],
            )
            for field in shown_in("report")
        ]
        # What few answered would be a column of dashes; it stands below the table.
        answered = [(column, sum(map(bool, column[2]))) for column in columns]
        wide = [column for column, count in answered if count >= len(partners) / _FEW]
        table = Table(
            tuple(name for name, _, _ in wide),
            tuple(zip(*([cell or DASH for cell in cells] for _, _, cells in wide), strict=True)),
            tuple(share for _, share, _ in wide),
        )
        blocks: list[Block] = [table]
        for label, _, cells in (
            column for column, count in answered if count and column not in wide
        ):
            told = zip(partners, cells, strict=True)
            each = (say("{name} ({said})", name=p.name, said=cell) for p, cell in told if cell)
            said = joined(each, between="; ")
            blocks.append(Text(joined((label, said), between=": ")))
        if any(partner.named_important for partner in partners):
            star = say("★ one of my most important partners.")
            blocks.append(Text(star, soft=True))
        yield Section(heading, tuple(blocks))

    def ladder(self, heading: str) -> Iterator[Section]:
        """Yield the steps from doing together to informing, and who stands on each."""
        tongue, known = current_language(), vocabulary().choices["ladder"]
        steps, trying = ladder(self.whole), to_try(self.whole)
        if not any(there for step, there in steps.items() if step):
            return

        def said(partner: Partner) -> str:
            tried = trying.get(partner.id)
            if tried is None or tried.step is None:
                return partner.name
            text = say("{name} (to try: {step})", name=partner.name)
            return filled(text, step=known[tried.step].label(tongue))

        none = say("not said yet what you do together")
        rows = tuple(
            Entry(
                phrases.raised(known[step].label(tongue) if step else none),
                (joined(map(said, there)) or DASH,),
            )
            for step, there in steps.items()
            if step or there
        )
        about = Text(say("Partners outside the school, by what you do together."), soft=True)
        yield Section(heading, (about, Entries(rows, "beside")))

    # What changed.

    def comparison(self, heading: str) -> Iterator[Section]:
        """Yield the changes since an earlier moment."""
        before = self.before
        if before is None:
            return
        from app.analysis.changes import sentences as changes
        from app.analysis.comparison import comparison
        from app.report import changes as changed

        found = comparison(before, self.whole)
        then, now = (phrases.moment_name(one.network) for one in (before, self.whole))
        between = say("From {then} to {now}.")
        between = filled(between, now=now, then=then)
        texts = [between + " " + changes.summary(found, before), changes.unrated(found)]
        intro: list[Block] = [Text(text) for text in texts if text]
        intro.append(Text(changes.caution(), soft=True))
        yield Section(heading, tuple(intro), new_page=True)
        # First what takes a page of its own: after it all goes on without gaps.
        lens = LENSES["importance"]
        picture = tuple(self.picture("before", before, lens, 0.8))
        if picture:
            heading = say("The map of {then}: {lens}", then=then)
            yield Section(filled(heading, lens=lens.name()), picture, level=2)
        yield from changed.sections(found, before, self.whole)

    # How it was measured.

    def method(self, heading: str) -> Iterator[Section]:
        """Yield the paragraphs on the method."""
        blocks: list[Block] = [Text(text) for text in method.paragraphs(self.whole.network)]
        yield Section(heading, tuple(blocks))
        # Before the details, that few need: a last page of its own would hold little else.
        heading = say("Sources")
        yield Section(heading, (Bullets(method.sources()),), level=2)
        if self._wanted.has("figures") and self.whole.partners:
            rows = tuple(
                (said.text, f"{said.definition} {written.stands_on(reading)}".rstrip())
                for reading in self._readings()
                if not reading.id.startswith("setting")
                for said in (wording(reading.id),)
            )
            heads = say("What"), say("How it is worked out")
            heading = say("The numbers in detail")
            who = say("For anyone who wants the details. You do not need this to read the map.")
            table = Table(heads, rows, (2.0, 4.0))
            yield Section(heading, (Text(who, soft=True), table), level=2)


def _overall(rule: Rule, value: Any) -> str:
    """Return the answer to a question on the whole map: a step by its number, words as they are."""
    if isinstance(value, int):
        return say("{n} of {most}", n=value, most=rule.most)
    return fields.said(rule, value)


def _cell(partner: Partner, field: str) -> str:
    """Return an answer as it stands in the table; nothing where there is none."""
    said = fields.short(rules_of(Partner)[field], getattr(partner, field))
    return f"★ {said}" if field == "name" and partner.named_important else said
