"""Makes a report: paints the pictures of what was composed, and writes it as PDF or Word."""

from typing import Final

from app.report.content import Pictures
from app.views.map.look import look_of
from app.views.picture.portrait import Framing, Portrait
from app.views.report.compose import Composed

KINDS: Final = (".pdf", ".docx")

_FRAMING: Final = Framing(width=900, height=1060, text_size=145, title=False)
"""Higher than wide, as a page is, so that the names are large enough to read."""
_SCALE: Final = 2


def painted(composed: Composed, kind: str) -> Pictures:
    """Return the pictures of a report: as drawings for a PDF, as pixels for Word.

    Needs a QApplication.
    """
    found: dict[str, bytes] = {}
    for key in composed.report.pictures:
        whole, lens = composed.pictured(key)
        # The pages beside it count the lines between partners: they are seen, however many.
        look = look_of(whole, lens, {"ties": True} if lens == "free" else {}, sectors=True)
        portrait = Portrait(whole, look, _FRAMING)
        found[key] = portrait.svg() if kind == ".pdf" else portrait.png(_SCALE)
    return found


def written(composed: Composed, pictures: Pictures, kind: str) -> bytes:
    """Return the report as a file of a kind of `KINDS`."""
    if kind == ".pdf":
        from app.report.pdf import pdf

        return pdf(composed.report, pictures)
    from app.report.word import word

    return word(composed.report, pictures)
