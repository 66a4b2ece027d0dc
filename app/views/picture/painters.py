"""What the commands have drawn, by the same painters as the window."""

from typing import Any, Final

from app.models.network import Map
from app.report.compose import COVER, ComposedReport
from app.report.content import Pictures
from app.report.painters import DrawnMap, PictureRequest

ON_A_PAGE: Final[dict[str, Any]] = {"width": 900, "height": None, "text_size": 145, "title": False}
"""The map takes the whole width, however long its legend: the page has room below it."""
_ON_THE_COVER: Final[dict[str, Any]] = {**ON_A_PAGE, "legend": False}
"""The marks are explained further on."""
_SCALE: Final = 2


class Painters:
    """Draws maps for files (`app.report.painters.MapPainters`)."""

    def drawn(self, whole: Map, asked: PictureRequest) -> DrawnMap:
        """Draw a map."""
        from app.views.map.lens_and_layers import look_of
        from app.views.picture.portrait import PictureOptions, Portrait

        width, height = asked.size
        options = PictureOptions(
            width=width,
            height=height,
            text_size=round(asked.text),
            dark=asked.dark,
            grey=asked.grey,
            title=asked.title,
            legend=asked.legend,
        )
        return Portrait(whole, look_of(whole, asked.lens, {}, sectors=asked.sectors), options)

    def pictures(self, composed: ComposedReport, kind: str, *, grey: bool = False) -> Pictures:
        """Draw the pictures of a report: as drawings for a PDF, as pixels for Word."""
        from app.views.map.lens_and_layers import look_of
        from app.views.picture.portrait import PictureOptions, Portrait

        options = PictureOptions(**ON_A_PAGE, grey=grey, photo=composed.with_photo)
        explained: set[str] = set()
        found: dict[str, bytes] = {}
        for key in composed.report.pictures:
            whole, lens = composed.pictured(key)
            # The pages beside it count the lines between partners: they are seen, however many.
            look = look_of(whole, lens, {"ties": True} if lens == "free" else {}, sectors=True)
            if key.startswith(COVER):
                portrait = Portrait(whole, look, PictureOptions(**_ON_THE_COVER, grey=grey))
            else:
                # A mark is explained once: at the first picture it is on.
                portrait = Portrait(whole, look, options, explained)
                explained |= set(portrait.explained)
            found[key] = portrait.svg() if kind == ".pdf" else portrait.png(_SCALE)
        return found
