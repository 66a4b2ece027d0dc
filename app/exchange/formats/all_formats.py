"""All formats, in the order in which they are tried: the surest to know first, lists last."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from app.exchange.formats import (
    dl,
    easynwk,
    egonet,
    egor,
    egoweb,
    gdf,
    gexf,
    gml,
    graphml,
    json_graph,
    kring,
    link_lists,
    network_canvas,
    node_tables,
    pajek,
    people_list,
    spreadsheet_out,
    three_files_out,
    unread,
    vennmaker,
    vna,
)
from app.exchange.formats.draft import Draft, Format
from app.exchange.formats.source import Source, gather
from app.models.problem import Problem

FORMATS: Final[tuple[Format, ...]] = (
    kring.FORMAT,
    network_canvas.FORMAT,
    graphml.FORMAT,
    gdf.FORMAT,
    gexf.FORMAT,
    easynwk.FORMAT,
    pajek.FORMAT,
    dl.FORMAT,
    vna.FORMAT,
    egonet.FORMAT,
    egoweb.FORMAT,
    vennmaker.FORMAT,
    egor.FORMAT,
    three_files_out.FORMAT,
    spreadsheet_out.CSV,
    spreadsheet_out.XLSX,
    node_tables.FORMAT,
    gml.FORMAT,
    json_graph.FORMAT,
    unread.FORMAT,
    link_lists.FORMAT,
    people_list.FORMAT,
)


def written() -> dict[str, Format]:
    """Return the formats that can be written, by their id."""
    return {one.id: one for one in FORMATS if one.write is not None}


def read_all(paths: Iterable[Path]) -> Iterator[Draft | Problem]:
    """Yield a draft for each map in files, folders and archives, or why something stays out."""
    sources, left = gather(paths)
    yield from left
    yield from read_sources(sources)


def read_sources(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    """Yield the drafts in these files, of whichever format each is."""
    beside = {id(source) for one in FORMATS for source in one.beside(sources)}
    waiting = [source for source in sources if id(source) not in beside]
    if not waiting:
        yield from (Problem("import_no_alters", file=source.path) for source in sources)
    for one in FORMATS:
        taken = one.takes(waiting)
        if taken:
            yield from _told_of_books(one.read(taken), taken)
            of_it = set(map(id, taken))
            waiting = [source for source in waiting if id(source) not in of_it]
    for source in waiting:
        yield Problem("import_unknown", file=source.path)


def _told_of_books(
    found: Iterable[Draft | Problem], sources: Sequence[Source]
) -> Iterator[Draft | Problem]:
    """Yield what was found; the first map of a workbook tells what of that is not seen in it."""
    books = {source.path: source for source in sources if source.is_workbook}
    for one in found:
        if isinstance(one, Draft) and (source := books.pop(one.file, None)):
            one.notices += _of_book(source)
        yield one
    for source in books.values():
        yield from _of_book(source)


def _of_book(source: Source) -> Iterator[Problem]:
    try:
        book = source.book
    except Problem:
        return  # that it is broken is said already
    if book and book.unreckoned:
        yield Problem("import_formulas", file=source.path, count=book.unreckoned)
    if book and any(book.hidden.values()):
        yield Problem("import_hidden", file=source.path, **book.hidden)
