"""Groups in the library: kept without anything personal, removed with thirty days."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.models.coded_map import coded
from app.models.consent import Consent, sealed
from app.models.groups import Group, TakenMaps, new_group, taken, without
from app.models.network import Map, Network, Note, Partner, Tie
from app.storage.library import Library
from tests.sure import sure

SECRETS = (
    "Wilhelmina",
    "Tante Sjaan",
    "geheim",
    "netid-17",
    "series-17",
    "partner-17",
    "De Regenboog",
)


def take(group: Group, maps: list[Map], consent: Consent | None = None) -> tuple[Group, TakenMaps]:
    """Return a group with maps that were handed in, all with the same consent."""
    salt = bytes.fromhex(group.salt)
    return taken(group, [coded(one, salt, consent) for one in maps])


def personal() -> Map:
    return Map.of(
        [
            Network(id="netid-17", series="series-17", title="De Regenboog", lines_drawn=True),
            Partner(
                id="partner-17", name="Wilhelmina", kind="Tante Sjaan", notes="geheim", frequency=3
            ),
            Partner(id="other", name="Wilhelmina 2", kind="parents", setting="pupil_and_family"),
            Tie(id="t", a="partner-17", b="other"),
            Note(id="n", text="geheim"),
        ]
    )


def test_a_group_comes_back_as_it_was_and_nothing_personal_is_in_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "kring.library"
    group, counted = take(new_group("Groep 7"), [personal()])
    assert counted.added == 1
    with closing(Library.open(path)) as library:
        library.store_group(group)
        assert library.groups()[0] == [group]
    with closing(Library.open(path)) as library:
        assert library.groups()[0] == [group]
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for secret in SECRETS:
        assert secret.encode() not in kept
        assert secret.encode("utf-16-le") not in kept


def test_a_removed_group_is_out_of_sight_comes_back_and_goes_after_thirty_days(
    tmp_path: Path,
) -> None:
    path = tmp_path / "kring.library"
    group, _ = take(new_group("Groep 7"), [personal()])
    with closing(Library.open(path)) as library:
        library.store_group(group)
        assert library.has_groups()
        library.remove_group(group.id)
        assert library.groups()[0] == []
        assert not library.has_groups()
        library.restore_group(group.id)
        assert library.groups()[0] == [group]
        library.remove_group(group.id)
        library.purge(timedelta(days=30))
        library.restore_group(group.id)
        library.remove_group(group.id)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE class_group SET deleted = '2020-01-01T00:00:00.000000+00:00'")
        raw.commit()
    with closing(Library.open(path)) as library:
        library.purge(timedelta(days=30))
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM class_group").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM handed_in").fetchone() == (0,)


_CODED = "UPDATE handed_in SET coded = {} WHERE number = 1 AND group_id = ?"
_ABOUT = "UPDATE class_group SET {} WHERE id = ?"
DAMAGE = {
    "a map cut short": _CODED.format("substr(coded, 1, 40)"),
    "an answer there is not": _CODED.format("replace(coded, 'cy\": 3', 'cy\": 9')"),
    "no text": _CODED.format("CAST(x'ff7b' AS TEXT)"),
    "no name": _ABOUT.format("about = '{}'"),
    "no salt": _ABOUT.format("salt = 'x'"),
    "another key in what was shown": _ABOUT.format(
        "about = replace(about, 'contacts', 'contact5')"
    ),
    "another answer": _CODED.format("replace(coded, 'cy\": 3', 'cy\": 4')"),
}


def damage(path: Path, groups: dict[str, Group]) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for what, sql in DAMAGE.items():
            raw.execute(sql, (groups[what].id,))
        raw.commit()


def test_damaged_groups_are_told_and_come_back_from_a_backup_or_as_far_as_can_be_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "kring.library"
    second = Map.of([Network(id="2", series="2"), Partner(id="q", name="q", frequency=1)])
    sound, _ = take(new_group("sound"), [personal()])
    shown = {"respondents": 5, "contacts": {"mean": 4.5}}
    groups = {
        what: replace(take(new_group(what), [second, personal()])[0], shown=shown)
        for what in DAMAGE
    }
    with closing(Library.open(path)) as library:
        for group in (sound, *groups.values()):
            library.store_group(group)
        assert sure(library.back_up()).sound
    damage(path, groups)
    with closing(Library.open(path)) as library:
        assert not sure(library.back_up()).sound  # which is kept until there is one that is
        found, damaged = library.groups()
        assert found == [sound]
        assert set(damaged) == {group.id for group in groups.values()}
        library.store_group(sound)  # whatever else is done, what is damaged stays as it is
        for group in groups.values():
            assert library.mend_group(group.id, "Our group") == (group, 0)
        assert list(tmp_path.glob("*damaged*"))
        assert library.groups()[1] == ()
    damage(path, groups)
    for backup in (tmp_path / "backups").iterdir():
        backup.unlink()
    with closing(Library.open(path)) as library:
        for what, group in groups.items():
            mended, lost = library.mend_group(group.id, "Our group")
            is_map = "handed_in" in DAMAGE[what]
            assert lost == is_map, what
            assert mended.name == (what if is_map else "Our group")
            assert mended.begin == (group.begin[:1] if is_map else group.begin), what
        assert library.groups()[1] == ()


def test_what_was_taken_out_by_its_code_does_not_come_back_from_its_file(tmp_path: Path) -> None:
    consent = Consent(withdrawal=sealed("ABCD"))
    group, _ = take(new_group("g"), [personal()], consent)
    assert without(group, "WXYZ") is group
    less = without(group, "abcd")
    assert (less.begin, less.has_news) == ((), True)
    with closing(Library.open(tmp_path / "kring.library")) as library:
        library.store_group(less)
        [less] = library.groups()[0]
    again, counted = take(less, [personal()], consent)
    assert again == less
    assert counted == TakenMaps(withdrawn=1)


def test_maps_of_a_person_take_their_place_and_a_second_moment_is_the_end() -> None:
    begin = personal()
    group, _ = take(new_group("g"), [begin])
    newer = begin.after({"netid-17": replace(begin.network, confidence=4)})
    group, counted = take(group, [newer, newer])
    assert (counted.replaced, counted.same) == (1, 1)
    assert [one.confidence for one in group.begin] == [4]
    end = Map.of([replace(begin.network, id="another"), *begin.partners])
    group, counted = take(group, [end])
    assert (counted.paired, len(group.begin), len(group.end)) == (1, 1, 1)
    assert group.end[0].respondent == group.begin[0].respondent
    assert group.end[0].partners[0].mark == group.begin[0].partners[0].mark
    stranger, _ = take(new_group("other"), [begin])
    assert stranger.begin[0].respondent != group.begin[0].respondent
