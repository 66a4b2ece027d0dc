"""Reminders in a file that keeps to RFC 5545."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.exchange.calendar import LONGEST, Entry, calendar

NOW = datetime(2026, 11, 22, 9, 5, 7, tzinfo=UTC)
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


def one(**values: Any) -> bytes:
    fields = {"id": "a1", "day": date(2027, 1, 31), "title": "Bellen", **values}
    return calendar([Entry(**fields)], NOW)


def unfolded(content: bytes) -> list[Any]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_an_entry_takes_its_whole_day_and_reminds_in_the_morning() -> None:
    assert unfolded(one(text="Eerst mailen"))[5:-2] == [
        "BEGIN:VEVENT",
        "UID:a1@kring",
        "DTSTAMP:20261122T090507Z",
        "DTSTART;VALUE=DATE:20270131",
        "DTEND;VALUE=DATE:20270201",
        "SUMMARY:Bellen",
        "DESCRIPTION:Eerst mailen",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Bellen",
        "TRIGGER;RELATED=START:PT9H",
        "END:VALARM",
        "END:VEVENT",
    ]


def test_the_moment_of_making_is_in_world_time() -> None:
    there = NOW.astimezone(timezone(timedelta(hours=5)))
    assert calendar([], there) == calendar([], NOW)
    entry = Entry(id="a", day=date(2027, 1, 1), title="x")
    assert calendar([entry], there) == calendar([entry], NOW)


def test_separators_and_line_breaks_are_escaped() -> None:
    lines = unfolded(one(title="a, b; c\\d\r\ne\nf\x07"))
    assert "SUMMARY:a\\, b\\; c\\\\d\\ne\\nf" in lines


def test_years_have_four_digits_and_the_last_day_of_all_has_no_end() -> None:
    assert b"DATE:08000102" in one(day=date(800, 1, 2))
    assert b"DTEND" not in one(day=date.max)


def test_a_line_is_folded_between_characters_after_75_octets() -> None:
    content = one(title="é" * 40)
    line = next(n for n, part in enumerate(content.split(b"\r\n")) if part.startswith(b"SUMM"))
    first, second = content.split(b"\r\n")[line : line + 2]
    assert first.decode() == "SUMMARY:" + "é" * 33  # 8 + 66 octets: one more é would be 76
    assert second.decode() == " " + "é" * 7


@given(title=text, more=text)
def test_any_text_comes_back_and_no_line_is_too_long(title: str, more: str) -> None:
    content = one(title=title, text=more)
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= LONGEST and b"\n" not in line and b"\r" not in line for line in lines)
    begun = [line for line in unfolded(content) if line.startswith("BEGIN:")]
    assert begun == ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VALARM"]
    summary = next(line for line in unfolded(content) if line.startswith("SUMMARY:"))
    plain = summary.removeprefix("SUMMARY:").replace("\\\\", "\0").replace("\\n", "\n")
    plain = plain.replace("\\,", ",").replace("\\;", ";").replace("\0", "\\")
    kept = title.replace("\r\n", "\n").replace("\r", "\n")
    assert plain == "".join(c for c in kept if c in "\t\n" or c.isprintable() or ord(c) > 0x9F)
