"""The step of the library to version 9: who was taken out of the free lens says so."""

import json
import sqlite3
from typing import Any


def taken_off(connection: sqlite3.Connection) -> None:
    """Bring a library to version 9: that somebody was taken out of the free lens is said of them.

    Until then it followed from the steps, as far back as those went: who had a place in one and
    none after it.
    """
    connection.execute("ALTER TABLE partner ADD COLUMN taken_off INTEGER")
    for network, position in connection.execute("SELECT id, position FROM map").fetchall():
        for partner in _steps_of_who_is_off(connection, network, position):
            connection.execute(
                "UPDATE partner SET taken_off = 1 WHERE network_id = ? AND id = ? AND x IS NULL",
                (network, partner),
            )


def _steps_of_who_is_off(connection: sqlite3.Connection, network: str, position: int) -> set[str]:
    """Bring the steps of a map to version 9; returns who was taken off at a position of them.

    A step that is damaged stays as it is.
    """
    off: set[str] = set()
    at_position: set[str] = set()
    steps = connection.execute(
        "SELECT rowid, number, before, after FROM edit WHERE network_id = ? ORDER BY number",
        (network,),
    ).fetchall()
    for row, number, *sides in steps:
        try:
            before, after = map(json.loads, sides)
            _write_taken_off(before, off)
            for key, record in after.items():
                if not _waits(record):
                    off.discard(key)
                elif before[key] is not None and not _waits(before[key]):
                    off.add(key)
            _write_taken_off(after, off)
        except (ValueError, AttributeError, TypeError, KeyError):
            continue
        written = [json.dumps(side, ensure_ascii=False) for side in (before, after)]
        connection.execute("UPDATE edit SET before = ?, after = ? WHERE rowid = ?", (*written, row))
        if number <= position:
            at_position = set(off)
    return at_position


def _waits(record: Any) -> bool:
    """Tell whether what a step holds is a partner without a place of their own."""
    return record is not None and record.get("type") == "partner" and record.get("x") is None


def _write_taken_off(records: dict[str, Any], off: set[str]) -> None:
    for key in off & records.keys():
        if _waits(records[key]):
            records[key]["taken_off"] = True
