"""Make the pictures of the README and of `docs/` anew: `python -m tests.doc_pictures`."""

from pathlib import Path

from app import RESOURCES
from app.exchange.kring_file import read_kring
from app.models.network import Map
from app.words.catalog import LANGUAGES
from tests.pictures import application, opened, settle

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SMALL, LARGE = (1000, 640), (1440, 900)


def example_in(tongue: str) -> Map:
    """Return the example of the app."""
    return read_kring(RESOURCES / "examples" / f"example_{tongue}.kring")


def take() -> None:
    """Write every picture that a page of `docs/` or the README shows."""
    application()
    for tongue in LANGUAGES:
        with opened([example_in(tongue)], tongue, "light", SMALL, "importance") as (window, _):
            window.screens.actions_by_id["new_map"].trigger()
            settle()
            window.grab().save(str(FOLDER / f"first_{tongue}.png"))
            window.screens.show_screen("maps")
            settle()
            window.grab().save(str(FOLDER / f"maps_{tongue}.png"))
    with opened([example_in("en")], "en", "light", LARGE, "importance") as (window, _):
        window.screens.actions_by_id["insight"].trigger()
        settle()
        window.grab().save(str(FOLDER / "insight.png"))


if __name__ == "__main__":
    take()
