"""What Qt leaves out of a PDF: the language its text is in, for who has it read aloud."""

import re
from typing import Final

_ROOT: Final = re.compile(rb"/Root (\d+) 0 R")
_SIZE: Final = re.compile(rb"/Size (\d+)")
_REST: Final = re.compile(rb"/(?:Info \d+ 0 R|ID \[[^\]]*\])")
_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


def with_language(pdf: bytes, tongue: str) -> bytes:
    """Return a PDF of Qt that says its language, and shows its title above the window.

    A new version of the catalogue is written behind the file, as the format provides for. A
    file that is not built as expected is returned as it is.
    """
    start = _START.search(pdf)
    trailer = pdf[pdf.rfind(b"trailer") :] if start else b""
    root, size = _ROOT.search(trailer), _SIZE.search(trailer)
    if start is None or root is None or size is None:
        return pdf
    catalogue = re.search(rb"\n%b 0 obj\n<<(.*?)>>\nendobj" % root[1], pdf, re.DOTALL)
    if catalogue is None:
        return pdf
    said = b"/Lang (%b)\n/ViewerPreferences << /DisplayDocTitle true >>\n" % tongue.encode()
    added = b"%b 0 obj\n<<%b%b>>\nendobj\n" % (root[1], catalogue[1], said)
    behind = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    table = b"xref\n%b 1\n%010d 00000 n \n" % (root[1], len(behind))
    rest = b"\n".join(found[0] for found in _REST.finditer(trailer))
    last = b"trailer\n<<\n/Size %b\n/Root %b 0 R\n%b\n/Prev %b\n>>\nstartxref\n%d\n%%%%EOF\n" % (
        size[1],
        root[1],
        rest,
        start[1],
        len(behind) + len(added),
    )
    return behind + added + table + last
