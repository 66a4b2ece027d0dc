"""The longest steps of the library: to version 6 (the course) and to 9 (who was taken off)."""

import json
import sqlite3
from typing import Any, Final

from app.models.digest import blake2s

_COLUMNS_OF_6: Final = (
    "network ADD COLUMN own_expertise INTEGER",
    "network ADD COLUMN three_words TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN contact_way TEXT",
    "partner ADD COLUMN since TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN takes_part TEXT",
    "partner ADD COLUMN own_words TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN decides TEXT",
    "partner ADD COLUMN their_decision TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN leadership_does TEXT NOT NULL DEFAULT '[]'",
    "partner ADD COLUMN ask_leadership TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN listening INTEGER",
    "partner ADD COLUMN they_heard INTEGER",
    "partner ADD COLUMN speaking_up INTEGER",
    "partner ADD COLUMN my_reading TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN other_reading TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN power_words TEXT NOT NULL DEFAULT '[]'",
    "partner ADD COLUMN my_power_words TEXT NOT NULL DEFAULT '[]'",
    "partner ADD COLUMN uncertainty INTEGER",
    "partner ADD COLUMN reason TEXT",
    "partner ADD COLUMN ideal TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN my_expectation TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN their_expectation TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN my_craft TEXT NOT NULL DEFAULT '[]'",
    "partner ADD COLUMN their_craft TEXT NOT NULL DEFAULT '[]'",
    "partner ADD COLUMN limits TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN agreements TEXT NOT NULL DEFAULT ''",
    "partner ADD COLUMN steps_taken TEXT NOT NULL DEFAULT '[]'",
    "intention ADD COLUMN step TEXT",
)
OF_MAP: Final = (
    " PRIMARY KEY (network_id, id), FOREIGN KEY(network_id) REFERENCES map (id)"
    " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED"
)
_OF_PARTNER: Final = (
    ", FOREIGN KEY(network_id, partner) REFERENCES partner (network_id, id)"
    " DEFERRABLE INITIALLY DEFERRED"
)
_TABLES_OF_6: Final = (
    "activity (network_id TEXT NOT NULL, id TEXT NOT NULL, partner TEXT NOT NULL,"
    " day TEXT, what TEXT NOT NULL, agreed TEXT NOT NULL, talked_over TEXT,"
    " talk TEXT NOT NULL, time_made TEXT, theirs TEXT NOT NULL, mine TEXT NOT NULL,"
    f"{OF_MAP}{_OF_PARTNER})",
    "task (network_id TEXT NOT NULL, id TEXT NOT NULL, what TEXT NOT NULL,"
    " partner TEXT, mine INTEGER NOT NULL, role TEXT NOT NULL, responsible TEXT,"
    f" answerable INTEGER NOT NULL, agreed_with TEXT NOT NULL,{OF_MAP}{_OF_PARTNER},"
    " FOREIGN KEY(network_id, responsible) REFERENCES partner (network_id, id)"
    " DEFERRABLE INITIALLY DEFERRED)",
    "evidence (network_id TEXT NOT NULL, id TEXT NOT NULL, line TEXT NOT NULL,"
    " partners TEXT NOT NULL, sources TEXT NOT NULL, text TEXT NOT NULL, stage TEXT,"
    f"{OF_MAP})",
)


def the_course(connection: sqlite3.Connection) -> None:
    """Bring a library to version 6: voice, language, power, the talk, activities, tasks, evidence.

    What was written before and after a talk becomes a first activity with that partner, in the
    steps that can be undone as well. Two hurdles that held two things each are offered no more
    and stay where they were ticked: which of the two was meant is not known.
    """
    for column in _COLUMNS_OF_6:
        connection.execute(f"ALTER TABLE {column}")
    for table in _TABLES_OF_6:
        connection.execute(f"CREATE TABLE {table}")
    talks = connection.execute(
        "SELECT network_id, id, before_talk, after_talk FROM partner"
        " WHERE before_talk <> '' OR after_talk <> '' ORDER BY rowid"
    ).fetchall()
    connection.executemany(
        "INSERT INTO activity VALUES (?, ?, ?, NULL, '', ?, NULL, ?, NULL, '', '')",
        [(network, _talk_id(key), key, *texts) for network, key, *texts in talks],
    )
    connection.execute("ALTER TABLE partner DROP COLUMN before_talk")
    connection.execute("ALTER TABLE partner DROP COLUMN after_talk")
    for row, *sides in connection.execute("SELECT rowid, before, after FROM edit").fetchall():
        try:
            before, after = _talks_of_a_step(*map(json.loads, sides))
        except (ValueError, AttributeError, TypeError):
            continue  # damaged: it stays as it is
        written = [json.dumps(side, ensure_ascii=False) for side in (before, after)]
        connection.execute("UPDATE edit SET before = ?, after = ? WHERE rowid = ?", (*written, row))


def _talk_id(partner: str) -> str:
    """Return the id of the activity that the texts of a partner became: always the same."""
    return blake2s(b"kring talk:" + partner.encode(), size=16).hex()


def _talks_of_a_step(
    before: dict[str, Any], after: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return both sides of a step, what was written of talks in records of its own."""
    for key in list(before | after):
        was, is_ = (_talk(side.get(key), key) for side in (before, after))
        if was != is_:
            before[_talk_id(key)], after[_talk_id(key)] = was, is_
    return before, after


def _talk(record: Any, partner: str) -> dict[str, Any] | None:
    """Take the texts of a talk out of a partner; returns the activity they become, if any."""
    if not isinstance(record, dict) or record.get("type") != "partner":
        return None
    texts = {"agreed": record.pop("before_talk", ""), "talk": record.pop("after_talk", "")}
    written = {name: text for name, text in texts.items() if text}
    return {"type": "activity", "partner": partner, **written} if written else None


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
