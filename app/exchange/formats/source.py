"""Files from anywhere, held in memory: named one by one, in a folder, or in an archive."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.exchange.files import LARGEST, read_file
from app.exchange.formats import text
from app.exchange.formats.text import Sheet
from app.models.network import MOST_PARTNERS
from app.models.problem import Problem, why
from app.models.search import natural

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from app.exchange.formats.workbook import Book

MOST_FILES: Final = 20_000
MOST_BYTES: Final = 100_000_000
"""What is unpacked of one archive or read of one folder, at most."""
NOT_UNPACKED: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError, ValueError,
)  # fmt: skip
"""How an archive that is broken, encrypted or packed in an unknown way says so."""
_MOST_TAGS: Final = 700_000
"""Of an XML file: what 500 people have who all know each other. In memory each is a lot more."""
_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OF_DOCUMENTS: Final = frozenset(("protocol.json", "[Content_Types].xml", "mimetype"))
_OF_THE_SYSTEM: Final = re.compile(
    r"(^|/)(\.(?!\.?/)|__MACOSX/|Thumbs\.db$|desktop\.ini$|~\$)", re.I
)


@dataclass(eq=False)
class Source:
    """One file with what is in it; what it is, is told by that and not by its ending."""

    path: Path
    content: bytes = field(repr=False)

    @property
    def stem(self) -> str:
        """Return the name without its ending."""
        return self.path.stem

    @cached_property
    def parts(self) -> frozenset[str]:
        """Return the names of what is inside, where it is an archive."""
        return _names_in(self.content)

    @property
    def is_workbook(self) -> bool:
        """Tell whether it is a workbook of Excel or LibreOffice."""
        if self.content.startswith(_OLE):
            return True
        return "xl/workbook.xml" in self.parts or (
            "content.xml" in self.parts
            and b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in self.content[:200]
        )

    @property
    def is_binary(self) -> bool:
        """Tell whether it is no text: an archive or a workbook."""
        return self.content.startswith((_ZIP, _EMPTY_ZIP, _OLE))

    @cached_property
    def text(self) -> str:
        """Return the text of the file; "" where it is none that can be read."""
        return "" if self.is_binary else text.read_text(self.content)

    @property
    def book(self) -> "Book | None":
        """Return the workbook that it is; None where it is none; raises `Problem` where broken."""
        if isinstance(self._opened, Problem):
            raise self._opened
        return self._opened

    @cached_property
    def _opened(self) -> "Book | Problem | None":
        """Return the workbook, or what is wrong with it: whoever asks again need not wait."""
        if not self.is_workbook:
            return None
        from app.exchange.formats.workbook import book_of

        try:
            return book_of(self.path, self.content)
        except Problem as problem:
            return problem

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the tables in it, none where there are none; raises `Problem` where broken."""
        if self.book is not None:
            return self.book.sheets
        if not self.text or self.text.lstrip()[:1] in ("<", "{"):
            return ()
        return (text.read_sheet(self.path, self.text),)

    @cached_property
    def sheet(self) -> Sheet | None:
        """Return its one table; None where it has none that can be read."""
        try:
            return self.sheets[0] if len(self.sheets) == 1 and not self.is_workbook else None
        except Problem:
            return None

    @cached_property
    def tables(self) -> tuple[Sheet, ...]:
        """Return the tables in it, also those of a workbook; none where they cannot be read."""
        try:
            return self.sheets
        except Problem:
            return ()

    @cached_property
    def xml(self) -> "Element":
        """Return the root of the XML in it.

        Raises `Problem`: `import_damaged`, `import_too_many`.
        """
        from xml.etree.ElementTree import ParseError

        from defusedxml import ElementTree
        from defusedxml.common import DefusedXmlException

        if self.content.count(b"<") > _MOST_TAGS:
            raise Problem("import_too_many", file=self.path, most=MOST_PARTNERS)
        try:
            root: Element = ElementTree.fromstring(self.content)
        except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
            raise Problem("import_damaged", file=self.path) from error
        return root


def gather(paths: Iterable[Path]) -> tuple[list[Source], list[Problem]]:
    """Return the files named, in these folders and in these archives; and why some stay out."""
    found: list[Source] = []
    left: list[Problem] = []
    total = 0
    for path in _files(paths):
        if path.is_dir():
            left.append(Problem("import_empty", file=path))
            continue
        try:
            content = read_file(path, MOST_BYTES if path.suffix.casefold() == ".zip" else LARGEST)
            sources = list(opened(Source(path, content)))
        except Problem as problem:
            left.append(problem)
            continue
        if not sources:
            left.append(Problem("import_empty", file=path))
        total += sum(len(source.content) for source in sources)
        if total > MOST_BYTES or len(found) + len(sources) > MOST_FILES:
            raise Problem("import_too_much", file=path, most=MOST_BYTES // 1_000_000)
        found += sources
    return found, left


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files, of a folder those in it; a folder with nothing in it is there itself."""
    for path in sorted(paths, key=_in_order):
        try:
            if not path.is_dir():
                yield path
                continue
            inside = [
                one
                for one in sorted(path.rglob("*"), key=_in_order)
                if one.is_file() and not _OF_THE_SYSTEM.search(one.relative_to(path).as_posix())
            ]
            yield from inside or [path]
        except OSError as error:
            raise Problem("file_unreadable", file=path, why=why(error)) from error


def _in_order(path: Path) -> list[str | tuple[int, str]]:
    """Return by what files stand in order: by their folder and name, as people count."""
    return natural(path.as_posix())


def opened(source: Source) -> Iterator[Source]:
    """Yield what is in an archive, each file under its bare name; any other file as it is."""
    if source.content.startswith(_EMPTY_ZIP):
        return
    parts = source.parts
    if not parts or source.is_workbook or _is_document(parts):
        if len(source.content) > LARGEST:
            raise Problem("file_too_large", file=source.path, most=LARGEST // 1_000_000)
        yield source
        return
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            entries = [
                entry
                for entry in sorted(archive.infolist(), key=lambda one: natural(one.filename))
                if not entry.is_dir() and not _OF_THE_SYSTEM.search(entry.filename)
            ]
            if len(entries) > MOST_FILES:
                raise Problem("import_too_much", file=source.path, most=MOST_BYTES // 1_000_000)
            for entry in entries:
                with archive.open(entry) as packed:  # what it says of its size may be a lie
                    content = packed.read(LARGEST + 1)
                total += len(content)
                if len(content) > LARGEST or total > MOST_BYTES:
                    raise Problem("import_too_much", file=source.path, most=MOST_BYTES // 1_000_000)
                bare = re.split(r"[/\\]", entry.filename)[-1] or source.stem
                yield Source(source.path / bare.replace("\0", ""), content)
    except NOT_UNPACKED as error:
        raise Problem("import_damaged", file=source.path) from error


def _is_document(parts: frozenset[str]) -> bool:
    """Tell whether an archive is one file of a program, such as Word, Numbers or Network Canvas."""
    return bool(parts & _OF_DOCUMENTS) or any(name.endswith(".iwa") for name in parts)


def _names_in(content: bytes) -> frozenset[str]:
    if not content.startswith((_ZIP, _EMPTY_ZIP)):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist()[:MOST_FILES])
    except NOT_UNPACKED:
        return frozenset()
