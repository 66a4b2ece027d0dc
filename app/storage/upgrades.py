"""The versions of the library file: telling which one it is, and the steps to the newest."""

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from app.models.problem import Problem
from app.storage import schema, sealed_library
from app.storage.disk import APPLICATION_ID, explained, explained_as
from app.storage.long_upgrades import OF_MAP, taken_off, the_course


def _findings_and_moments(connection: sqlite3.Connection) -> None:
    """Version 2: lines drawn by hand, what is said of a finding, moments, talks, intentions."""
    connection.execute(
        "CREATE TABLE stroke (network_id TEXT NOT NULL, id TEXT NOT NULL, points TEXT NOT NULL,"
        " PRIMARY KEY (network_id, id), FOREIGN KEY(network_id) REFERENCES map (id)"
        " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)"
    )
    connection.execute(
        "CREATE TABLE verdict (network_id TEXT NOT NULL, id TEXT NOT NULL, finding TEXT NOT NULL,"
        " partner TEXT, agrees INTEGER NOT NULL, PRIMARY KEY (network_id, id),"
        " FOREIGN KEY(network_id, partner) REFERENCES partner (network_id, id)"
        " DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(network_id) REFERENCES map (id)"
        " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)"
    )
    connection.execute("ALTER TABLE partner ADD COLUMN successor_of TEXT")
    connection.execute(
        "CREATE TABLE departure (network_id TEXT NOT NULL, id TEXT NOT NULL, partner TEXT NOT NULL,"
        " reason TEXT, PRIMARY KEY (network_id, id), FOREIGN KEY(network_id) REFERENCES map (id)"
        " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)"
    )
    connection.execute(
        "CREATE TABLE hindsight (network_id TEXT NOT NULL, id TEXT NOT NULL, partner TEXT NOT NULL,"
        " frequency INTEGER, importance INTEGER, PRIMARY KEY (network_id, id),"
        " FOREIGN KEY(network_id, partner) REFERENCES partner (network_id, id)"
        " DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(network_id) REFERENCES map (id)"
        " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)"
    )
    for column in (
        "partner ADD COLUMN before_talk TEXT NOT NULL DEFAULT ''",
        "partner ADD COLUMN after_talk TEXT NOT NULL DEFAULT ''",
        "partner ADD COLUMN my_hands TEXT NOT NULL DEFAULT ''",
        "answer ADD COLUMN discuss INTEGER NOT NULL DEFAULT 0",
        "intention ADD COLUMN first_step TEXT NOT NULL DEFAULT ''",
        "intention ADD COLUMN sign TEXT NOT NULL DEFAULT ''",
        "intention ADD COLUMN let_go INTEGER NOT NULL DEFAULT 0",
    ):
        connection.execute(f"ALTER TABLE {column}")


def _a_clock(connection: sqlite3.Connection) -> None:
    """Version 3: when the clock was last looked at."""
    connection.execute("CREATE TABLE clock (seen TEXT NOT NULL)")


def _no_and_whose(connection: sqlite3.Connection) -> None:
    """Version 4: *no* is a state of a tie, and whether a map was made to hand on is a field.

    Of *no* nothing changes in a library: two partners without a tie got one or were never asked,
    and which of the two was not kept. Whose a map is the digits of its series told before.
    """
    connection.execute("ALTER TABLE network ADD COLUMN theirs INTEGER NOT NULL DEFAULT 0")
    connection.execute(
        "UPDATE network SET theirs = 1 WHERE length(series) = 32 AND substr(series, 13, 1) = '8'"
    )
    steps = connection.execute(
        "SELECT edit.rowid, before, after FROM edit JOIN network USING (network_id) WHERE theirs"
    ).fetchall()
    for row, *sides in steps:
        written = [_said_to_be_theirs(side) for side in sides]
        connection.execute("UPDATE edit SET before = ?, after = ? WHERE rowid = ?", (*written, row))


def _said_to_be_theirs(side: str) -> str:
    """Return the records before or after an edit, its network marked; damage stays as it is."""
    try:
        records = json.loads(side)
    except ValueError:
        return side
    for record in records.values() if isinstance(records, dict) else ():
        if isinstance(record, dict) and record.get("type") == "network":
            record["theirs"] = True
    return json.dumps(records, ensure_ascii=False)


def _star_asked_and_still_there(connection: sqlite3.Connection) -> None:
    """Version 5: no star is an answer or none, and that somebody is still there is said.

    Whoever had no star got a *no* in a pass or was never asked, and which of the two was not kept:
    they count as not asked. Only where the owner took a star away is a *no* known, and it stands
    in the steps: there it is written too, as those took no star for what needs no writing.
    How strong or good a tie is nobody was ever asked; what another program wrote of it goes.
    """
    connection.execute("ALTER TABLE partner ADD COLUMN still_there INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE partner ADD COLUMN starred INTEGER")
    connection.execute("UPDATE partner SET starred = 1 WHERE named_important")
    for network, position in connection.execute("SELECT id, position FROM map").fetchall():
        for partner in _steps_with_no_star(connection, network, position):
            connection.execute(
                "UPDATE partner SET starred = 0"
                " WHERE network_id = ? AND id = ? AND starred IS NULL",
                (network, partner),
            )
    connection.execute("ALTER TABLE partner DROP COLUMN named_important")
    connection.execute("ALTER TABLE partner RENAME COLUMN starred TO named_important")
    connection.execute("ALTER TABLE tie DROP COLUMN strength")
    connection.execute("ALTER TABLE tie DROP COLUMN quality")


def _steps_with_no_star(connection: sqlite3.Connection, network: str, position: int) -> set[str]:
    """Bring the steps of a map to version 5: *no* from where a star was taken away by hand.

    Returns whose star was gone in that way at a position of the history. A step that is damaged
    stays as it is.
    """
    steps = connection.execute(
        "SELECT rowid, number, action, before, after FROM edit WHERE network_id = ?"
        " ORDER BY number",
        (network,),
    ).fetchall()
    said: set[str] = set()
    at_position: set[str] = set()
    for row, number, action, *sides in steps:
        try:
            before, after = map(json.loads, sides)
            _write_no_star(before, said)
            if action == "set_named_important":
                said |= before.keys() & after.keys() - said
            said -= {key for key, record in after.items() if _has_star(record)}
            _write_no_star(after, said)
            for record in (*before.values(), *after.values()):
                if isinstance(record, dict) and record.get("type") == "tie":
                    record.pop("strength", None)
                    record.pop("quality", None)
        except (ValueError, AttributeError, TypeError):
            continue
        written = [json.dumps(side, ensure_ascii=False) for side in (before, after)]
        connection.execute("UPDATE edit SET before = ?, after = ? WHERE rowid = ?", (*written, row))
        if number <= position:
            at_position = set(said)
    return at_position


def _has_star(record: object) -> bool:
    return isinstance(record, dict) and record.get("named_important") is True


def _write_no_star(records: dict[str, Any], said: set[str]) -> None:
    for key in said & records.keys():
        record = records[key]
        if isinstance(record, dict) and record.get("type") == "partner" and not _has_star(record):
            record["named_important"] = False


def _groups(connection: sqlite3.Connection) -> None:
    """Version 7: groups, and what was handed in."""
    connection.execute(
        "CREATE TABLE class_group (id TEXT NOT NULL, salt TEXT NOT NULL, about TEXT NOT NULL,"
        " changed TEXT NOT NULL, deleted TEXT, PRIMARY KEY (id))"
    )
    connection.execute(
        "CREATE TABLE handed_in (group_id TEXT NOT NULL, stage TEXT NOT NULL,"
        " number INTEGER NOT NULL, coded TEXT NOT NULL, PRIMARY KEY (group_id, stage, number),"
        " FOREIGN KEY(group_id) REFERENCES class_group (id)"
        " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)"
    )


def _photo(connection: sqlite3.Connection) -> None:
    """Version 8: a photo of a drawing on paper, under the map."""
    connection.execute(
        "CREATE TABLE photo (network_id TEXT NOT NULL, id TEXT NOT NULL, jpeg TEXT NOT NULL,"
        f"{OF_MAP})"
    )
    connection.execute(
        "CREATE TABLE ground (network_id TEXT NOT NULL, id TEXT NOT NULL, photo TEXT NOT NULL,"
        f" x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL,{OF_MAP})"
    )
    connection.execute("ALTER TABLE stroke ADD COLUMN pressures TEXT NOT NULL DEFAULT '[]'")


UPGRADES: Final[list[Callable[[sqlite3.Connection], None]]] = [
    _findings_and_moments,
    _a_clock,
    _no_and_whose,
    _star_asked_and_still_there,
    the_course,
    _groups,
    _photo,
    taken_off,
]
"""The step at index n - 1 takes a file from version n to n + 1.

Each is written out in SQL of its own and never changed again: tables and records of today say
nothing about a file of then. It runs within a transaction, so it uses `execute` alone (never
`executescript`, which commits). A field that is new and has a default needs a column; the
records inside the edits (JSON) take the default by themselves. A field that goes or gets another
meaning needs the edits rewritten too.
"""


def newest() -> int:
    """Return the version this Kring writes."""
    return 1 + len(UPGRADES)


def make(connection: sqlite3.Connection) -> None:
    """Make the tables of the newest version in an empty file."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in schema.statements():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={newest()}")
    connection.execute("COMMIT")


def examine(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of a file, after looking whether it is sound; changes nothing.

    For a sealed library that is `sealed_library.SEALED`; what is in it has a version of its own.

    Raises `Problem`: `library_foreign`, `library_newer`, `library_damaged`, and
    `library_not_read` where the disk did not give all of it.
    """
    with explained(path):
        if _pragma(connection, "page_count") == 0:
            raise Problem("library_damaged", path=path)
        if _pragma(connection, "application_id") != APPLICATION_ID:
            raise Problem("library_foreign", path=path)
        version: int = _pragma(connection, "user_version")
        if version > newest() and version != sealed_library.SEALED:
            raise Problem("library_newer", path=path)
        said = _pragma(connection, "quick_check(1)")
        if _was_not_read(str(said)):
            raise Problem("library_not_read", path=path)
        tables = {newest(): schema.fits, sealed_library.SEALED: sealed_library.fits}.get(version)
        if version < 1 or said != "ok" or (tables is not None and not tables(connection)):
            raise Problem("library_damaged", path=path)
        return version


def upgrade(
    connection: sqlite3.Connection, path: Path, version: int, back_up: Callable[[int], object]
) -> None:
    """Take a file from `version` to the newest, one transaction a step.

    `back_up` is called before each step with the version the file has then. A step that fails
    leaves the file at the version before it. Raises `Problem` as `examine` and `explained`.
    """
    for number in range(version, newest()):
        back_up(number)
        with explained(path):
            # A table is changed by making it anew, which must not take along what refers to it;
            # the references are looked at before the commit instead.
            connection.execute("PRAGMA foreign_keys=OFF")
            connection.execute("BEGIN IMMEDIATE")
            try:
                UPGRADES[number - 1](connection)
                connection.execute(f"PRAGMA user_version={number + 1}")
                dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
                if dangling or (number + 1 == newest() and not schema.fits(connection)):
                    raise Problem("library_damaged", path=path)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")


def _was_not_read(said: str) -> bool:
    """Tell whether a finding of `quick_check` is only a page that the disk did not give."""
    codes = map(int, re.findall(r"error code[ =](\d+)", said))
    return any(explained_as(code) == "library_not_read" for code in codes)


def _pragma(connection: sqlite3.Connection, name: str) -> Any:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return row and row[0]
