"""Reminders as a file that every calendar reads (`.ics`, RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from app import VERSION

SUFFIX: Final = ".ics"

LONGEST: Final = 75
"""Most octets on a line, its end left out; what is longer goes on in the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something for a whole day."""

    id: str
    """Stays the same when it is written again, so that a calendar replaces it."""
    day: date
    title: str
    text: str = ""


def calendar(entries: Iterable[Entry], now: datetime) -> bytes:
    """Return the content of a calendar file; `now` is when it is made, with a time zone.

    Each entry takes its whole day, leaves the person free, and reminds at nine in the morning.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Kring//Kring {_escaped(VERSION)}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for entry in entries:
        lines += _event(entry, now)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: Entry, now: datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(entry.id)}@kring",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{_day(entry.day)}",
    ]
    if entry.day < date.max:  # without an end, a date lasts for its day
        lines.append(f"DTEND;VALUE=DATE:{_day(entry.day + timedelta(days=1))}")
    lines.append(f"SUMMARY:{_escaped(entry.title)}")
    if entry.text:
        lines.append(f"DESCRIPTION:{_escaped(entry.text)}")
    return [*lines, "TRANSP:TRANSPARENT", *_alarm(entry), "END:VEVENT"]


def _alarm(entry: Entry) -> list[str]:
    """Return the alarm on the day itself, by the clock of whoever has the calendar."""
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(entry.title)}",
        "TRIGGER;RELATED=START:PT9H",
        "END:VALARM",
    ]


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")  # strftime leaves out the zeros of early years


def _escaped(text: str) -> str:
    """Return a text as the format wants it: no bare separators, line breaks as letters."""
    for mark in "\\;,":
        text = text.replace(mark, "\\" + mark)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(c for c in text if c == "\t" or c.isprintable() or ord(c) > 0x9F)


def _folded(line: str) -> bytes:
    """Return a line with its end, broken so that no part has more than `LONGEST` octets.

    A break stands between characters, never within one; the next part begins with a space.
    """
    parts: list[bytes] = []
    part = b""
    for character in line:
        octets = character.encode()
        if len(part) + len(octets) > LONGEST:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"
