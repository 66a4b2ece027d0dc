"""Out: tables as a person sees them, and for analysis; as a workbook and as CSV."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from app.exchange.cells import guarded
from app.exchange.formats import tables_in_words
from app.exchange.formats.draft import Format
from app.exchange.formats.rows_out import Row, code, csv_text, fields_of
from app.exchange.formats.source import Source
from app.exchange.formats.text import cell
from app.exchange.formats.wording import Wording
from app.models.network import Map, Network, Partner, Tie, rules_of
from app.models.text_form import in_xml
from app.models.vocabulary import vocabulary

_LEFT: Final = ("id", "x", "y", "taken_off", "angle", "successor_of", "still_there")
_ALWAYS: Final = ("name", "kind", "setting", "frequency", "importance")
"""What a table of partners in words is about, also where nobody answered it."""
_OWN_HEADINGS: Final = {"setting": "group", "wished_frequency": "frequency_wish",
                        "forms": "form", "kind": "type", "name": "label",
                        "importance_overall": "importance_of_cooperation"}  # fmt: skip
"""What fields are called in the three files of before, which `kring convert` reads."""
_LONGEST: Final = 32_000
"""Characters that a cell of a workbook holds."""
_LEFT_OF_MAP: Final = ("id", "series", "example", "theirs")


def partners(maps: Sequence[tuple[str, Map]], wording: Wording) -> Iterator[Row]:
    """Yield a heading and a row a partner, in words; what nobody answered has no column."""
    rules, people = rules_of(Partner), [p for _, whole in maps for p in whole.partners]
    fields = [
        name
        for name in fields_of(Partner, _LEFT)
        if name in _ALWAYS
        or any(_said(wording, rules[name], getattr(p, name)) not in (None, "") for p in people)
    ]
    yield [wording.map, *(wording.field(name) for name in fields)]
    for title, whole in maps:
        for partner in whole.partners:
            yield [title, *(_said(wording, rules[f], getattr(partner, f)) for f in fields)]


def _said(wording: Wording, rule: Any, value: Any) -> Any:
    """Return an answer in words; one that is a number by itself stays one."""
    if value is None or value in ("", ()):
        return None
    return value if rule.kind == "number" else wording.answer(rule, value)


def links(maps: Sequence[tuple[str, Map]], wording: Wording) -> Iterator[Row]:
    """Yield a heading and a row a pair that was asked about, in words."""
    rule = rules_of(Tie)["state"]
    yield [wording.map, *wording.ends, wording.links]
    for title, whole in maps:
        names = {p.id: p.name for p in whole.partners}
        for tie in whole.asked_pairs:
            yield [title, names[tie.a], names[tie.b], _state(wording, rule.listed, tie.state)]


def _state(wording: Wording, listed: str, state: str) -> str:
    term = vocabulary().choices.get(listed, {}).get(state)
    return term.label(wording.language) if term else state


def three(maps: Sequence[tuple[str, Map]]) -> dict[str, list[Row]]:
    """Return the three tables that `kring convert --egos --alters --ties` reads, in codes."""
    fields = fields_of(Partner, ("id",))
    about = fields_of(Network, _LEFT_OF_MAP)
    egos: list[Row] = [["ego_id", *(_OWN_HEADINGS.get(f, f) for f in about)]]
    people: list[Row] = [["ego_id", "alter_id", *(_OWN_HEADINGS.get(f, f) for f in fields)]]
    ties: list[Row] = [["ego_id", "alter_a", "alter_b", "state"]]
    for title, whole in maps:
        network = whole.network
        egos.append([title, *(code(getattr(network, name)) for name in about)])
        people += [
            [title, p.id, *(code(getattr(p, name)) for name in fields)] for p in whole.partners
        ]
        ties += [[title, tie.a, tie.b, tie.state] for tie in whole.asked_pairs]
    return {"egos": egos, "alters": people, "ties": ties}


def _write_csv(maps: Sequence[tuple[str, Map]], wording: Wording) -> dict[str, bytes]:
    """Return tables for a spreadsheet in the language of the person, and three for analysis."""
    separator, point = (";", ",") if wording.has_decimal_comma else (",", ".")
    files = {
        f"{name}.csv": csv_text(rows, separator, point=point).encode("utf-8-sig")
        for name, rows in (
            (wording.partners, partners(maps, wording)),
            (wording.links, links(maps, wording)),
        )
    }
    return files | {f"{name}.csv": csv_text(rows).encode() for name, rows in three(maps).items()}


def _write_xlsx(maps: Sequence[tuple[str, Map]], wording: Wording) -> dict[str, bytes]:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _fill(book, wording.partners, partners(maps, wording))
    _fill(book, wording.links, links(maps, wording))
    for name, rows in three(maps).items():
        _fill(book, f"{wording.analysis} {name}", iter(rows))
    made = io.BytesIO()
    book.save(made)
    return {"kring.xlsx": made.getvalue()}


def _fill(book: Any, title: str, rows: Iterator[Row]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title[:31])
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, at)
            if isinstance(value, int | float):
                cell.value = value
            else:
                cell.value = in_xml(guarded(str(value)))[:_LONGEST]
                cell.data_type = "s"  # text, whatever it begins with
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "C2"
    for at in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(at)].width = 22 if at < 3 else 16


def _beside(sources: Sequence[Source]) -> list[Source]:
    """Return tables in words that lie beside those in codes, of the same maps."""
    titles: dict[Path, set[str]] = {}
    for source in sources:
        if (sheet := source.sheet) and sheet.has("egoid", "linesdrawn"):
            titles.setdefault(source.path.parent, set()).update(
                cell(line, sheet.keys["egoid"]) for line in sheet.lines
            )
    return [
        source
        for source in sources
        if (known := titles.get(source.path.parent))
        and (sheet := source.sheet)
        and "egoid" not in sheet.keys
        and len(sheet.heading) > 3
        and all(cell(line, 0) in known for line in sheet.lines)
    ]


def _takes(_sources: Sequence[Source]) -> list[Source]:
    return []


XLSX: Final = Format(
    "xlsx", "Excel", _takes, lambda _: iter(()), _write_xlsx, "Excel, LibreOffice, Numbers"
)
CSV: Final = Format(
    "csv",
    "CSV",
    tables_in_words.takes,
    tables_in_words.read,
    _write_csv,
    "Excel, SPSS, R, Python",
    _beside,
)
