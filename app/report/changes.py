"""What changed between two moments, as it stands in a report: in sentences and in figures."""

from collections.abc import Iterator

from app.analysis.changes import figures, sentences
from app.analysis.changes.chapters import CHAPTERS, Change, Group, chapter_heading
from app.analysis.changes.sentences import quadrant_name
from app.analysis.comparison import Comparison
from app.models.network import Map
from app.report.content import Block, Entries, Entry, Section, Table, Text
from app.words import say, say_in
from app.words.listing import together


def sections(found: Comparison, before: Map, after: Map) -> Iterator[Section]:
    """Yield a section for each of the four kinds of change, and what the owner did with it."""
    groups = sentences.groups(found, before, after)
    counted = figures.figures(found, before, after)
    for chapter in CHAPTERS:
        blocks: list[Block] = [*_staying(found)] if chapter == "members" else []
        for group in groups:
            if group.chapter == chapter:
                blocks += _told(group)
        blocks += _tables(counted[chapter])
        if chapter == "contact" and found.kept_rated:
            blocks += _quadrants(found)
        if chapter == "contact" and (alike := sentences.same_answers(found, before, after)):
            blocks.append(Text(alike, soft=True))
        if chapter == "ties" and (reason := figures.why_not(before, after)):
            blocks.append(Text(reason, soft=True))
        yield Section(chapter_heading(chapter), tuple(blocks), level=2)
    hindsight = sentences.hindsight(found)
    for group in (*groups, *([hindsight] if hindsight else [])):
        if not group.chapter:
            yield Section(group.heading, (Entries(_entries(group)),), level=2)


def _staying(found: Comparison) -> Iterator[Block]:
    if found.kept:
        heading = say_in("Changes", "Still here")
        yield Entries((Entry(heading, (together([s.after.name for s in found.kept]),)),))


def _told(group: Group) -> Iterator[Block]:
    # Of whom the same is said, it is said once.
    people: dict[str, list[str]] = {}
    for change in group.changes:
        people.setdefault(change.detail, []).append(change.name)
    lines = (Change((), together(names), detail).spoken for detail, names in people.items())
    yield Entries((Entry(group.heading, tuple(lines)),))
    if group.note:
        yield Text(group.note, soft=True)


def _entries(group: Group) -> tuple[Entry, ...]:
    return tuple(Entry(change.name, tuple(change.detail.split("\n"))) for change in group.changes)


def _tables(rows: tuple[figures.Figure, ...]) -> Iterator[Table]:
    """Yield the tables of each moment, and then those of both together."""
    what = say("What")
    each = [row for row in rows if row.then]
    both = [row for row in rows if not row.then]
    if each:
        then, now = say("Then"), say("Now")
        yield Table(
            (what, then, now, say("Change")),
            tuple((row.label, row.then, row.now, row.change) for row in each),
            (4.0, 1.0, 1.0, 1.0),
            numeric=frozenset({1, 2, 3}),
        )
    if both:
        yield Table(
            (what, say("Between the two moments")),
            tuple((row.label, row.change) for row in both),
            (4.0, 3.0),
            numeric=frozenset({1}),
        )


def _quadrants(found: Comparison) -> Iterator[Block]:
    yield Text(sentences.rated_twice(found), soft=True)
    heads = tuple(quadrant_name(key) for key in found.quadrant_table)
    corner = say("from ↓   to →")
    rows = tuple(
        (quadrant_name(start), *(str(number) if number else "·" for number in row.values()))
        for start, row in found.quadrant_table.items()
    )
    yield Table((corner, *heads), rows, (2.0, 1.5, 1.5, 1.5, 1.5), numeric=frozenset({1, 2, 3, 4}))
