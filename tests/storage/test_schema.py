"""The tables of the library stay those of its version."""

from pathlib import Path

from app.storage.schema import statements
from app.storage.upgrades import newest

DATA = Path(__file__).parent / "data"


def words(sql: str) -> list[str]:
    return sql.replace(";", " ").split()


def test_the_tables_are_those_that_were_released_as_this_version() -> None:
    """A record that changes needs an upgrade and a `version_N.sql` of its own beside this one.

    A file of a version that was released is never edited.
    """
    pinned = DATA / f"version_{newest()}.sql"
    assert words("\n".join(statements())) == words(pinned.read_text("utf-8"))
