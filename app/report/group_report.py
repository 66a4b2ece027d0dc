"""The report of a group: its sentences and tables as a document, or the tables alone."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from app.report.content import Block, Bullets, Report, Section, Table, Text, Words
from app.report.group import GroupTable, as_csv, cited, sentences, tables
from app.words import current_language, say

KINDS: Final = (".csv", ".pdf", ".docx")


def written(shown: Mapping[str, Any], name: str, kind: str) -> bytes:
    """Return figures that may leave the building as a file of a kind of `KINDS`."""
    if kind == ".csv":
        return as_csv(tables(shown))
    report = composed(shown, name)
    if kind == ".pdf":
        from app.report.pdf import pdf

        return pdf(report, {})
    from app.report.word import word

    return word(report, {})


def composed(shown: Mapping[str, Any], name: str) -> Report:
    """Return the report as data."""
    note = say(
        "Small numbers are ranges, so that no one can be picked out. This is no sample: it says "
        "nothing about others."
    )
    return Report(
        language=current_language(),
        title=name or say("Our group"),
        subtitle=say("What our maps say together"),
        facts=((say("People"), str(shown["respondents"])),),
        note=note + " " + say("Made with Kring."),
        sections=tuple(_sections(shown)),
        words=Words(contents=say("Contents"), page=say("{page} of {pages}")),
    )


def _sections(shown: Mapping[str, Any]) -> Iterator[Section]:
    said = tuple(text for _, text in sentences(shown))
    if said:
        yield Section(say("What stands out"), (Bullets(said),))
    for table in tables(shown):
        yield Section(table.title, tuple(_blocks(table)), new_page=len(table.rows) > 12)


def _blocks(table: GroupTable) -> Iterator[Block]:
    columns = len(table.heads)
    yield Table(table.heads, table.rows, shares=(2.4, *[1.2] * (columns - 1)))
    for one in table.beside:
        yield Text(cited(one), soft=True)
