"""The report of a group: its sentences and tables as a document, or the tables alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from app.report.content import (
    Block,
    Bullets,
    Picture,
    Pictures,
    Report,
    Section,
    Table,
    Text,
    Words,
)
from app.report.group_tables import as_csv, cited, sentences, tables
from app.report.group_words import GroupTable, how_to_read, picture_names
from app.report.group_workbook import as_xlsx
from app.words import current_language, say

KINDS: Final = (".csv", ".xlsx", ".pdf", ".docx")

PICTURES: Final = ("group-ecology", "group-plane", "group-clusters", "group-numbers")
"""The pictures of a group by their key, in the order in which they stand in the report."""


def written(
    shown: Mapping[str, Any], name: str, kind: str, pictures: Pictures | None = None
) -> bytes:
    """Return figures that may leave the building as a file of a kind of `KINDS`.

    `pictures` are SVG for a PDF and PNG for Word; those that are not there are left out.
    """
    given = pictures or {}
    if kind == ".csv":
        return as_csv(tables(shown))
    if kind == ".xlsx":
        said = [text for _, text in sentences(shown)]
        return as_xlsx(shown, tables(shown), said, name or say("Our group"))
    report = composed(shown, name, tuple(given))
    if kind == ".pdf":
        from app.report.pdf import pdf

        return pdf(report, given)
    from app.report.word import word

    return word(report, given)


def composed(shown: Mapping[str, Any], name: str, pictures: Sequence[str] = ()) -> Report:
    """Return the report as data."""
    note = say(
        "Small numbers are ranges, so that no one can be picked out. This is not a sample: it "
        "says nothing about others."
    )
    return Report(
        language=current_language(),
        title=name or say("Our group"),
        subtitle=say("What our maps say together"),
        facts=((say("People"), str(shown["respondents"])),),
        note=note + " " + say("Made with Kring."),
        sections=tuple(_sections(shown, pictures)),
        words=Words(contents=say("Contents"), page=say("{page} of {pages}")),
    )


def _sections(shown: Mapping[str, Any], pictures: Sequence[str]) -> Iterator[Section]:
    said = tuple(text for _, text in sentences(shown))
    if said:
        yield Section(say("What stands out"), (Bullets(said),))
    made = {table.title: tuple(_blocks(table)) for table in tables(shown)}
    for key in PICTURES:
        if key in pictures:
            about = key.removeprefix("group-")
            alt = " ".join(said) or say("The tables say what it shows.")
            drawn = Picture(key, alt, how_to_read(about))
            heading = picture_names()[about]
            yield Section(heading, (drawn, *made.pop(heading, ())))
    for heading, blocks in made.items():
        yield Section(heading, blocks)


def _blocks(table: GroupTable) -> Iterator[Block]:
    is_ranked = all(row[0].isdigit() for row in table.rows)
    shares = (0.2 if is_ranked else 2.4, *[1.2] * (len(table.heads) - 1))
    yield Table(table.heads, table.rows, shares)
    for text in table.notes:
        yield Text(text, soft=True)
    for one in table.beside:
        yield Text(cited(one), soft=True)
