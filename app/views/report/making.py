"""Makes a report: composes it, paints its pictures and writes it down as PDF or Word."""

from typing import Final

from app.models.network import Map
from app.report.content import Pictures
from app.views.map.look import look_of
from app.views.picture.portrait import Framing, Portrait
from app.views.report.compose import Composed, Wanted, compose

KINDS: Final = (".pdf", ".docx")

_FRAMING: Final = Framing(width=900, height=1060, title=False)
"""Higher than wide, as a page is, so that the names are large enough to read."""
_SCALE: Final = 2


def made(whole: Map, before: Map | None, wanted: Wanted, kind: str) -> bytes:
    """Return the report of a map as a file of a kind of `KINDS`. Needs a QApplication.

    Raises `Problem` `picture_too_large`.
    """
    composed = compose(whole, before, wanted)
    if kind == ".pdf":
        from app.report.pdf import pdf

        return pdf(composed.report, pictures(composed, kind))
    from app.report.word import word

    return word(composed.report, pictures(composed, kind))


def previewed(whole: Map, before: Map | None, wanted: Wanted) -> list[bytes]:
    """Return the pages of the report as PNG files. Needs a QApplication."""
    from app.report.pdf import pages

    composed = compose(whole, before, wanted)
    return pages(composed.report, pictures(composed, ".pdf"))


def pictures(composed: Composed, kind: str) -> Pictures:
    """Return the pictures of a report: as drawings for a PDF, else as pixels."""
    found: dict[str, bytes] = {}
    for key in composed.report.pictures:
        whole, lens = composed.pictured(key)
        portrait = Portrait(whole, look_of(whole, lens, {}, sectors=True), _FRAMING)
        found[key] = portrait.svg() if kind == ".pdf" else portrait.png(_SCALE)
    return found
