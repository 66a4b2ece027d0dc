"""What is to be drawn, and what draws it: the views do, of which this room knows nothing."""

from dataclasses import dataclass
from typing import Any, Protocol

from app.models.network import Map
from app.report.compose import ComposedReport
from app.report.content import Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRequest:
    """How a picture of a map is to be drawn."""

    lens: str
    size: tuple[int, int]
    """In pixels at scale 1."""
    text: float
    """Size of the text in percent."""
    title: bool
    legend: bool
    sectors: bool
    dark: bool
    grey: bool
    """For paper without colours: they differ in how dark they are."""


class DrawnMap(Protocol):
    """A map as it was drawn."""

    @property
    def shown(self) -> int:
        """How many partners are in the picture."""

    def png(self, scale: float) -> bytes:
        """Return it as pixels."""

    def svg(self) -> bytes:
        """Return it as a drawing."""

    def pdf(self) -> bytes:
        """Return it as a page."""

    def geometry(self) -> dict[str, Any]:
        """Return the place of every person and label, in pixels at scale 1."""


class MapPainters(Protocol):
    """What draws. Needs a QApplication."""

    def drawn(self, whole: Map, asked: PictureRequest) -> DrawnMap:
        """Draw a map."""

    def pictures(self, composed: ComposedReport, kind: str, *, grey: bool = False) -> Pictures:
        """Draw the pictures of a report of a kind."""
