"""Composes the report of a map: which parts it has, and what each of them says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

from app.analysis import readings
from app.analysis.columns import DASH
from app.analysis.findings import told
from app.analysis.lens import LENSES, Lens
from app.analysis.measures import measures
from app.analysis.study import study
from app.exchange.naming import names_in
from app.exchange.pseudonyms import pseudonymous, pseudonyms
from app.models.network import (
    Answer,
    Evidence,
    Intention,
    Map,
    Network,
    Partner,
    Task,
    rules_of,
    shown_in,
)
from app.models.rules import Rule
from app.models.vocabulary import vocabulary
from app.report import competences, method, own_words
from app.report.captions import described
from app.report.content import Block, Bullets, Entries, Entry, Picture, Report, Section, Table, Text
from app.report.content import Words as WritersWords
from app.report.parts import PARTS, Wanted, part_name
from app.words import current_language, fields, filled, joined, phrases, say
from app.words.listing import together
from app.words.measures import wording

if TYPE_CHECKING:
    from app.analysis.findings import Finding
    from app.analysis.measures import Reading

_WIDTHS: Final = {"name": 3.0, "words": 2.4, "choice": 2.0}
"""How wide a column of the table of partners is, by what its field is measured on."""
_USUAL_WIDTH: Final = 1.9

COVER: Final = "cover"
"""What the key of the picture on the cover begins with."""

_FEW: Final = 4
"""A column is there where at least one in so many partners has an answer in it."""


def names_on_cover(wanted: Wanted, whole: Map, before: Map | None) -> tuple[str, ...]:
    """Return whose names stand in the line for the cover, of who is on a map or what it is about.

    Nothing else that was typed is in a report without names.
    """
    shown = (whole,) if before is None else (before, whole)
    names = [partner.name for one in shown for partner in one.partners]
    return names_in([wanted.cover], [*names, *(one.network.subject for one in shown)])


def compose(whole: Map, before: Map | None, wanted: Wanted) -> "Composed":
    """Return the report of a map; `before` is an earlier moment to compare with.

    Needs a QApplication, for the words; paints nothing.
    """
    if wanted.anonymous:
        whole, before = _hidden(whole, before)
    return Composed(whole, before, wanted)


def usual_lenses(whole: Map) -> tuple[str, ...]:
    """Return through which lenses a map is shown where nobody chose."""
    free = ("free",) if any(p.x is not None for p in whole.partners) else ()
    return (*free, "importance", "gap")


def _hidden(whole: Map, before: Map | None) -> tuple[Map, Map | None]:
    """Return both maps without names; who is on both is called the same on both."""
    tongue = current_language()
    earlier = () if before is None else before.partners
    # Who was there first has the lower number; the kind is that of now.
    there = [whole.partner(partner.id) or partner for partner in earlier]
    new = [partner for partner in whole.partners if partner not in there]
    names = pseudonyms((*there, *new), tongue)

    def hidden(shown: Map) -> Map:
        bare = pseudonymous(shown, tongue)
        return bare.after({p.id: replace(p, name=names[p.id]) for p in bare.partners})

    return hidden(whole), None if before is None else hidden(before)


class Composed:
    """The report as data, and the maps its pictures are of."""

    def __init__(self, whole: Map, before: Map | None, wanted: Wanted) -> None:
        self.whole, self.before, self._wanted = whole, before, wanted
        self._known = study(whole)

    @cached_property
    def report(self) -> Report:
        """The report."""
        network = self.whole.network
        title = network.title or say("The people around my pupils")
        names = (
            say(
                "This report uses types and numbers instead of names, and a general title.",
            )
            if self._wanted.anonymous
            else say("This report contains people's names. Handle it with care.")
            if self.whole.partners
            else ""
        )
        return Report(
            language=current_language(),
            title=title,
            subtitle=_moment(network) if network.moment_label or network.moment else "",
            facts=tuple(self._facts(network)),
            note=joined((part for part in (names, say("Made with Kring.")) if part), between=" "),
            sections=tuple(self._sections()),
            words=WritersWords(
                contents=say("Contents"),
                page=say("{page} of {pages}"),
            ),
            bare=self._wanted.bare,
            cover=None if self._wanted.bare else self._on_cover(),
        )

    def _on_cover(self) -> Picture | None:
        """Return the map for the cover: by importance, or through the first lens there is."""
        chosen = self._lenses if "maps" in self._wanted.parts else ()
        lens = "importance" if "importance" in chosen else next(iter(chosen), "")
        pictures = (
            block
            for block in (self._picture(COVER, self.whole, LENSES[lens]) if lens else ())
            if isinstance(block, Picture)
        )
        return next(pictures, None)

    @property
    def _lenses(self) -> tuple[str, ...]:
        wanted = self._wanted.lenses
        return usual_lenses(self.whole) if wanted is None else wanted

    def pictured(self, key: str) -> tuple[Map, str]:
        """Return the map and the lens of a picture of the report."""
        which, _, lens = key.partition("-")
        if which == "before":
            assert self.before is not None
            return self.before, lens
        return self.whole, lens

    @property
    def with_photo(self) -> bool:
        """Tell whether a photo under the map was asked for in its picture."""
        return self._wanted.photo

    def _facts(self, network: Network) -> Iterator[tuple[str, str]]:
        known = vocabulary().choices["about"]
        about = known[network.about].label(current_language()) if network.about else ""
        count = phrases.people_count(self.whole.partners)
        for name, value in (
            (say("Made by"), self._wanted.cover),
            (phrases.field_label("role"), network.role),
            (phrases.field_label("about"), about),
            (phrases.field_label("subject"), network.subject),
            (say("On the map"), count),
            (
                say("Compared with an earlier moment"),
                "" if self.before is None else _moment(self.before.network),
            ),
        ):
            if value:
                yield name, value

    def _sections(self) -> Iterator[Section]:
        written: dict[str, Callable[[], Iterator[Section]]] = {
            "maps": self._maps,
            "findings": self._findings,
            "figures": self._figures,
            "partners": self._partners,
            "tasks": partial(own_words.tasks, self.whole),
            "cards": partial(own_words.cards, self.whole),
            "comparison": self._comparison,
            "answers": partial(own_words.answers, self.whole),
            "intentions": partial(own_words.intentions, self.whole),
            "competences": partial(competences.sections, self.whole),
            "method": self._method,
        }
        for part in PARTS:
            if part in self._wanted.parts:
                yield from written[part]()

    # The map.

    def _maps(self) -> Iterator[Section]:
        if not self.whole.partners:
            nobody = Text(say("There is no one on the map yet."))
            yield Section(part_name("maps"), (nobody,), new_page=True)
            return
        heading = part_name("maps")
        for number, lens in enumerate(self._lenses):
            if number == 0:
                yield Section(heading, (), new_page=True)
            blocks = tuple(self._picture("now", self.whole, LENSES[lens]))
            yield Section(LENSES[lens].name(), blocks, level=2, new_page=number > 0)

    def _picture(self, which: str, whole: Map, lens: Lens, share: float = 1.0) -> Iterator[Block]:
        # A picture of the free lens finds a place for everybody.
        shown = [p for p in whole.partners if lens.field is None or lens.holds(p)]
        missing = [p.name for p in whole.partners if p not in shown]
        if shown:
            yield Picture(f"{which}-{lens.id}", described(lens, shown), lens.caption(), share)
        if missing:
            text = say("Not answered, so not shown here: {names}.")
            yield Text(filled(text, names=together(missing)), soft=True)

    # What it says.

    def _findings(self) -> Iterator[Section]:
        said: dict[str, list[str]] = {}
        for finding in told(self._known):
            if finding.verdict is not False:
                said.setdefault(finding.title, []).append(self._sentence(finding))
        entries = tuple(Entry(title, tuple(lines)) for title, lines in said.items())
        advice = say(
            "This is how Kring says it, which calls me “you”. These are not judgements: only I "
            "can say whether a difference is right for me. I left out anything I marked as not "
            "right.",
        )
        blocks = Text(advice, soft=True), Entries(entries)
        # Below a picture there is room for little of it.
        yield Section(part_name("findings"), blocks, new_page=bool(self.whole.partners))

    def _sentence(self, finding: "Finding") -> str:
        text = finding.on_paper
        if finding.verdict and finding.claim.is_to_judge:
            text += " " + say("I agree.")
        return text

    def _readings(self) -> list["Reading"]:
        found = [r for r in measures(self.whole) if r.tier < 3 and r.value is not None]
        return sorted(found, key=lambda r: (r.tier, r.id != "size", not r.id.startswith("setting")))

    def _figures(self) -> Iterator[Section]:
        if not self.whole.partners:
            return
        rows = [
            (f"– {said.text}" if reading.id.startswith("setting") else said.text, shown)
            for reading in self._readings()
            for said, shown in ((wording(reading.id), readings.shown(reading)),)
        ]
        rows += [
            (phrases.field_label(field), said)
            for field, rule in rules_of(Network).items()
            if "report" in rule.shown
            and (said := _overall(rule, getattr(self.whole.network, field)))
        ]
        heads = say("What"), say("Value")
        table = Table(heads, tuple(rows), (4.0, 1.0), numeric=frozenset({1}))
        advice = say("None of these numbers has a target.")
        yield Section(part_name("figures"), (table, Text(advice, soft=True)))

    # The partners.

    def _partners(self) -> Iterator[Section]:
        partners = sorted(
            self.whole.partners,
            key=lambda p: (-(p.importance or 0), -(p.frequency or 0), p.name.casefold()),
        )
        if not partners:
            return
        columns = [
            (
                phrases.field_label(field),
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
        yield Section(part_name("partners"), tuple(blocks))

    # What changed.

    def _comparison(self) -> Iterator[Section]:
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
        yield Section(part_name("comparison"), tuple(intro), new_page=True)
        # First what takes a page of its own: after it all goes on without gaps.
        lens = LENSES["importance"]
        picture = tuple(self._picture("before", before, lens, 0.8))
        if picture:
            heading = say("The map of {then}: {lens}", then=then)
            yield Section(filled(heading, lens=lens.name()), picture, level=2)
        yield from changed.sections(found, before, self.whole)

    # How it was measured.

    def _method(self) -> Iterator[Section]:
        blocks: list[Block] = [Text(text) for text in method.paragraphs(self.whole.network)]
        yield Section(part_name("method"), tuple(blocks))
        # Before the details, that few need: a last page of its own would hold little else.
        heading = say("Sources")
        yield Section(heading, (Bullets(method.sources()),), level=2)
        if "figures" in self._wanted.parts and self.whole.partners:
            rows = tuple(
                (said.text, f"{said.definition} {readings.stands_on(reading)}".rstrip())
                for reading in self._readings()
                if not reading.id.startswith("setting")
                for said in (wording(reading.id),)
            )
            heads = say("What"), say("How it is worked out")
            heading = say("The numbers in detail")
            who = say("For anyone who wants the details. You do not need this to read the map.")
            table = Table(heads, rows, (2.0, 4.0))
            yield Section(heading, (Text(who, soft=True), table), level=2)


def _moment(network: Network) -> str:
    """Return what a moment is called and its date, as far as they are known."""
    name, day = phrases.moment_name(network), phrases.shown_date(network.moment)
    return joined((name, day), between=" · ") if day and day != name else name


def _overall(rule: Rule, value: Any) -> str:
    """Return what was answered of the whole map: a step by its number, words as they are."""
    if isinstance(value, int):
        return say("{n} of {most}", n=value, most=rule.most)
    return fields.said(rule, value)


def _cell(partner: Partner, field: str) -> str:
    """Return an answer as it stands in the table; nothing where there is none."""
    said = fields.said(rules_of(Partner)[field], getattr(partner, field))
    return f"★ {said}" if field == "name" and partner.named_important else said


def contents(whole: Map, before: Map | None, wanted: Wanted) -> Mapping[str, int]:
    """Return how much there is to say in each part; 0 where it would not be in the report."""
    people = len(whole.partners)
    answers = sum(bool(a.text.strip()) or a.discuss for a in whole.all_of(Answer))
    intentions = len(whole.all_of(Intention))
    shown = not wanted.anonymous
    return dict.fromkeys(PARTS, 1) | {
        "figures": people,
        "partners": people,
        "comparison": int(before is not None),
        "cards": len(own_words.filled_in(whole)) if shown else 0,
        "answers": answers if shown else 0,
        "intentions": intentions if shown else 0,
        "tasks": len(whole.all_of(Task)) if shown else 0,
        "competences": len(whole.all_of(Evidence)) if shown else 0,
    }
