"""People out of a text: a list from a mail or a document, or cells from a spreadsheet."""

import csv
import re
from contextlib import suppress
from typing import Final, NamedTuple

from app.exchange.answers import answer_code, is_in_words, is_starred
from app.exchange.cells import unguarded
from app.exchange.list_headings import (
    SAMPLE,
    SCALES,
    WIDEST,
    Row,
    fields_of,
    heading_of,
    names_somebody,
)
from app.models.network import MOST_PARTNERS, Partner, new_id
from app.models.rules import cleaned, cleaned_text
from app.models.vocabulary import Kind, vocabulary
from app.models.word_forms import key_of

_LONGEST: Final = 1_000_000
"""Most characters of a text that are looked at."""
_MOST_ROWS: Final = 20_000
"""Most lines, or names on one line, that are looked at: forty times what a map holds."""
_LOOKED_AT: Final = 1_000
"""Rows by which it is told what the columns of a table hold that has no headings."""

_BULLET: Final = re.compile(
    r"\s*(?:[-–—*•·▪▫◦‣⁃●○■□➢➤→✓✔☐☑\uf0a7\uf0b7\uf0d8>]+|\[[ xX]?\]|o(?=\t)"
    r"|\(?\d{1,3}(?:\.\d{1,2})*[.):]|\(?[a-zA-Z]\))\s+"
)
"""What stands before the entries of a list: a dash, a dot, a box, a number."""
_NUMBER: Final = re.compile(r"(\d{1,3})\s+(?=\D)")
"""A number that counts the lines, without anything behind it."""
_ADDRESS: Final = re.compile(r"\s{0,9}[<(]?(?:mailto:)?[^\s<>(),;@]{1,64}@[^\s<>(),;]{1,255}[>)]?")
"""No longer than an address can be: a text without end is not looked through again and again."""
_SUM: Final = re.compile(
    r"(?:(?:sub|eind|grand )?tota(?:al|l)(?: aantal)?|gemiddelde?|average)\b[\s:=]*[\d.,]*", re.I
)
"""What stands before a row in which the others are counted."""
_REMARK: Final = re.compile(
    r"\W*(?:toelichting|legenda?|bron|opmerking(?:en)?|noot|let op|notes?|sources?|remarks?|key)"
    r"\s?:.*",
    re.I | re.S,
)
"""What is written below a table, about the table."""
_COURTESY: Final = re.compile(
    r"(?:(?:beste|lieve|geachte|hallo|hoi|dag|goede(?:morgen|middag|navond)|dear|hi|hello|hey)\s+"
    r"(?:allemaal|allen|iedereen|mensen|collega['’]?s|team|all|everyone|everybody|colleagues)"
    r"|(?:met\s+)?(?:(?:vriendelijke|hartelijke|lieve)\s+)?groet(?:en|jes)?|(?-i:mvg|m\.v\.g)"
    r"|(?:alvast\s+)?bedankt|dank\s?je\s?wel|thanks|thank\s+you"
    r"|(?:(?:kind|best|warm)\s+)?regards|best\s+wishes)\W*",
    re.I,
)
"""With what a mail begins and ends, around its list."""
_CLASS: Final = re.compile(
    r"(?:groep(?:en)?|klas(?:sen)?|leerjaar|unit|group|class|year|grade)"
    r"(?:(?:\s+|\s*(?:[/&+-]|en|and)\s*)\d{1,2}\s?[a-z]?)+",
    re.I,
)
"""Of which class a teacher is, as it stands behind the name."""
_NAME: Final = ("first_name", "infix", "name")


class People(NamedTuple):
    """What a text says: partners, and what of it is in none of them."""

    partners: tuple[Partner, ...]
    unused: tuple[str, ...] = ()
    """Cells that were not understood, as they are written, each once."""
    more: tuple[str, ...] = ()
    """Names for which no map has room."""
    is_cut: bool = False
    """The text was longer than what is looked at."""


def read_people(text: str, language: str) -> People:
    """Return a new partner for every line, or row of cells, that names somebody.

    What the columns hold is told by their heading, else by what is in them. A role becomes a
    kind by the same words as in the field for names; words that are no kind stay as they are.
    Digits are answers only under a heading that says of what.
    """
    lines = text[:_LONGEST].splitlines()
    rows = rows_of("\n".join(lines[:_MOST_ROWS]))
    is_cut = len(text) > _LONGEST or max(len(lines), len(rows)) > _MOST_ROWS
    heading, rows = _headed(rows)
    columns = heading or _columns(rows, language)
    partners: list[Partner] = []
    unused: dict[str, None] = {}
    more: list[str] = []
    for row in rows[:_MOST_ROWS]:
        name, said, left = _said(row, columns)
        if name and len(partners) == MOST_PARTNERS:
            more.append(name)
            continue
        if name:
            partner, unclear = _partner(name, said, language)
            partners.append(partner)
            left += unclear
        unused |= dict.fromkeys(left)
    return People(tuple(partners), tuple(unused), tuple(more), is_cut)


def is_headed(rows: list[Row]) -> bool:
    """Tell whether the first row says what the columns hold."""
    return bool(_headed(rows)[0])


class ListedPerson(NamedTuple):
    """Somebody in a table: the name, the words for what they are, and the cells by heading."""

    name: str
    kind: str
    said: dict[str, str]


def listed(rows: list[Row]) -> list[tuple[int, ListedPerson]]:
    """Return the people in the rows of a table, each with the number of the row.

    A cell is called as its heading; without headings as the field that its column can only be.
    Of more people than a map and its middle can hold, it is only told that there are more.
    """
    names, above = heading_of([[unguarded(cell) for cell in row] for row in rows[:SAMPLE]])
    columns = fields_of(names) or _columns(
        [[unguarded(cell) for cell in row] for row in rows[:_LOOKED_AT]], "nl"
    )
    found: list[tuple[int, ListedPerson]] = []
    for at, guarded in enumerate(rows[above:], start=above):
        if len(found) > MOST_PARTNERS + 1:
            break
        row = [unguarded(cell) for cell in guarded]
        name, said, _ = _said(list(row), columns)
        if not name:
            continue
        cells = {
            (names[n] if n < len(names) and names[n] else columns.get(n, f"#{n + 1}")): cell
            for n, cell in enumerate(row)
            if cell and columns.get(n) not in (*_NAME, "numbering", "kind")
        }
        found.append((at, ListedPerson(name, said.get("kind", ""), cells)))
    return found


# What a text is made of.


def rows_of(text: str) -> list[Row]:
    """Return the cells of every line; a line is one cell unless something divides it."""
    if "\t" in text:
        lines = [
            _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
            for line in text.splitlines()
        ]
        rows = [[unguarded(cell.strip()) for cell in row] for row in _split(lines, "\t")]
    elif barred := _between_bars(text.splitlines()):
        rows = barred
    else:
        lines = _without_title([line for line in text.splitlines() if line.strip()])
        lines = [bare for line in lines if (bare := _unmarked(line))]
        rows = _divided(_unnumbered(lines))
    rows = [row for row in rows if any(row)]
    wide = [row for row in rows if len(row) > WIDEST]
    if wide and len(rows) == 1:
        return [[cell] for cell in wide[0] if cell]
    return rows


def _without_title(lines: list[str]) -> list[str]:
    """Leave out what a list is called: the first line, where all others alone have a mark."""
    below = lines[1:]
    if len(below) < 2 or _BULLET.match(lines[0]):
        return lines
    return below if all(map(_BULLET.match, below)) or _are_counted(below) else lines


def _unnumbered(lines: list[str]) -> list[str]:
    """Leave out the numbers of a list that counts its lines: *1 An*, *2 Bo*."""
    return [_NUMBER.sub("", line) for line in lines] if _are_counted(lines) else lines


def _are_counted(lines: list[str]) -> bool:
    found = [one[1] for line in lines if (one := _NUMBER.match(line))]
    return len(found) > 1 and found == [str(n) for n, _ in enumerate(lines, start=1)]


def _between_bars(lines: list[str]) -> list[Row]:
    """Return the cells of a table drawn with bars, as assistants write it; none where it is not."""
    lines = [line.strip() for line in lines if line.strip()]
    if not all(line[0] == line[-1] == "|" and len(line) > 1 for line in lines):
        return []
    cells = [[unguarded(cell.strip()) for cell in line[1:-1].split("|")] for line in lines]
    return [row for row in cells if "".join(row).strip(":- ")]


def _unmarked(line: str) -> str:
    """Return a line without its bullet, its number, and the address of a mail."""
    match = _BULLET.match(line)
    bare = line[match.end() :] if match else line
    if "@" not in bare:
        return bare.strip()
    parts = re.split(r"([;,])", bare)
    of_mails = all("@" in part for part in parts[::2] if part.strip())
    return "".join(
        _called(part) if of_mails or "<" in part else _ADDRESS.sub("", part) for part in parts
    ).strip()


def _called(part: str) -> str:
    """Return the name in an address of a mail; the address itself where there is no name in it."""
    address = _ADDRESS.search(part)
    name = _ADDRESS.sub("", part)
    return name if name.strip(" '\"") or not address else address[0].strip(" <>()'")


def _divided(lines: list[str]) -> list[Row]:
    """Divide lines at semicolons or commas: into columns, or into one name after the other."""
    for mark in (";", ","):
        if not any(mark in line for line in lines):
            continue
        rows = [[unguarded(cell.strip()) for cell in _split([line], mark)[0]] for line in lines]
        if mark == "," and not _headed(rows)[0]:
            rows = [
                [one] if _is_of_class(row) else row for row, one in zip(rows, lines, strict=True)
            ]
        if _is_table(rows):
            return rows
        if mark == ";" or len(lines) == 1:
            return [[_unmarked(cell)] for row in rows for cell in row if cell]
        if all(len(row) != 2 or _says_what(row) is None for row in rows):
            return [[cell] for row in rows for cell in row if cell]
        return [row if _says_what(row) else [line] for row, line in zip(rows, lines, strict=True)]
    return [[line] for line in lines]


def _split(lines: list[str], mark: str) -> list[Row]:
    """Divide lines at a mark that does not stand between quotes."""
    if any('"' in line for line in lines):
        with suppress(csv.Error):  # a quote that is never closed makes a cell of what follows
            return list(csv.reader(lines, delimiter=mark, skipinitialspace=mark != "\t"))
    return [line.split(mark) for line in lines]


def _is_table(rows: list[Row]) -> bool:
    if _headed(rows)[0]:
        return True
    width = len(rows[0])
    if not 1 < width <= WIDEST or any(len(row) != width for row in rows):
        return False
    said = [_says_what(row[:2]) is not None for row in rows[:SAMPLE]]
    return 2 * sum(said) > len(said) or _repeat(rows)


def _repeat(rows: list[Row]) -> bool:
    """Tell whether another column than the first says the same of several: it has no names."""
    first, *others = ({*column} for column in zip(*rows, strict=True))
    return len(rows) > 2 and len(first) == len(rows) > min(map(len, others))


def _is_of_class(row: Row) -> bool:
    """Tell whether the second of two cells is the class of the first: *juf Petra, groep 4*."""
    return len(row) == 2 and bool(_CLASS.fullmatch(row[1])) and not _CLASS.fullmatch(row[0])


def _says_what(row: Row) -> Kind | None:
    """Return the kind that the second of two cells names, where the first is a name."""
    if len(row) != 2 or vocabulary().certain(row[0], "nl") is not None:
        return None
    return vocabulary().certain(row[1], "nl") or vocabulary().certain(row[1], "en")


# What the columns hold.


def _headed(rows: list[Row]) -> tuple[dict[int, str], list[Row]]:
    """Return the meaning of the columns by their heading, and the rows below it."""
    names, above = heading_of(rows)
    return fields_of(names), rows[above:]


def _columns(rows: list[Row], language: str) -> dict[int, str]:
    """Return the meaning of the columns by their cells, where no heading tells it."""
    columns: dict[int, str] = {}
    texts: list[int] = []
    if len(rows) > 1 and [row[0] for row in rows] == [str(n) for n, _ in enumerate(rows, 1)]:
        columns[0] = "numbering"
    for n in range(min(max(map(len, rows), default=0), SAMPLE)):
        cells = [row[n] for row in rows[: 4 * SAMPLE] if n < len(row) and row[n]]
        if not any(map(names_somebody, cells)):
            continue
        for scale in SCALES:
            if 2 * sum(is_in_words(scale, cell) for cell in cells) > len(cells):
                columns[n] = scale
        if n not in columns:
            texts.append(n)
    for n in reversed(texts[:4]) if len(texts) > 1 else ():
        cells = [row[n] for row in rows[:SAMPLE] if n < len(row) and row[n]]
        known = sum(vocabulary().certain(cell, language) is not None for cell in cells)
        if 2 * known > len(cells):
            columns[n] = "kind"
            break
    names = [n for n in texts if n not in columns]
    if names:
        columns[names[0]] = "name"
    return columns


# What a row says.


def _said(row: Row, columns: dict[int, str]) -> tuple[str, dict[str, str], list[str]]:
    """Return the name in a row ("" for none), its cells by what they say, and the others."""
    said: dict[str, str] = {}
    left = []
    for n, cell in enumerate(row):
        field = columns.get(n, "")
        if cell and field and field != "other_scale":
            said[field] = f"{said[field]} {cell}" if field in said else cell
        elif cell:
            left.append(cell)
    said.pop("numbering", None)
    name = cleaned(" ".join(said[part] for part in _NAME if part in said))
    if not names_somebody(name):
        left += [said.pop(part) for part in _NAME if part in said]
        free = next((cell for cell in left if names_somebody(cell)), "")
        left = [cell for cell in left if cell != free]
        name = cleaned(free or said.get("kind", ""))
    is_alone = sum(map(bool, row)) == 1
    is_head = is_alone and (
        name.endswith(":") or any(one.fullmatch(name) for one in (_REMARK, _COURTESY))
    )
    is_sum = _SUM.fullmatch(name) and not said.get("kind")
    if name and names_somebody(name) and not is_head and not is_sum:
        return name, said, left
    return "", {}, [*left, *said.values()]


def _partner(name: str, said: dict[str, str], language: str) -> tuple[Partner, list[str]]:
    """Return a partner of this name, and the cells that say nothing we know."""
    role = said.get("kind", "")
    known = vocabulary()
    said_kind = known.certain(role, language) if role else None
    kind = said_kind or known.certain(f"{name}, {role}" if role else name, language)
    answers = {scale: answer_code(scale, said.get(scale, "")) for scale in SCALES}
    setting = _setting(said.get("setting", ""))
    star = is_starred(said.get("named_important", "")) or None
    partner = Partner(
        id=new_id(),
        name=name,
        kind=kind.id if kind else cleaned(role) or None,
        setting=setting or (kind.setting if kind else None),
        entity=known.entity(f"{name}, {role}", kind) if kind else None,
        notes=cleaned_text(said.get("notes", "")),
        frequency=answers["frequency"],
        importance=answers["importance"],
        named_important=star,
    )
    clear = {**answers, "setting": setting, "kind": said_kind or not kind or None}
    clear |= {"named_important": star}
    return partner, [said[part] for part in clear if part in said and clear[part] is None]


def _setting(cell: str) -> str | None:
    labels = {
        key_of(text): setting.id
        for setting in vocabulary().settings.values()
        for text in (setting.nl, setting.en, setting.short_nl, setting.short_en)
    }
    return labels.get(key_of(cell))
