"""A folder of maps is written whole or not at all."""

from pathlib import Path
from typing import Any

import pytest

from app.exchange.csv_table import Row
from app.exchange.kring_file import read_kring, to_json
from app.exchange.map_folder import write_maps
from app.exchange.three_files import ConvertedMap
from app.models.network import Map, Network
from app.models.problem import Problem


def converted(*egos: str) -> list[ConvertedMap]:
    return [
        ConvertedMap(
            Map.of([Network(id=f"n{line}", series="s", title=ego[:100])]),
            Row(Path("egos.csv"), line, {"ego_id": ego}),
        )
        for line, ego in enumerate(egos, start=2)
    ]


def test_each_map_is_in_a_file_named_after_its_ego(tmp_path: Path) -> None:
    maps = converted("SYN-01", "Noor é", "a.b")
    folder = tmp_path / "new" / "folder"
    paths = write_maps(maps, folder)
    assert [path.name for path in paths] == ["SYN-01.kring", "Noor é.kring", "a.b.kring"]
    assert sorted(folder.iterdir()) == sorted(paths)
    assert [read_kring(path) for path in paths] == [one.map for one in maps]


@pytest.mark.parametrize(
    "ego",
    [
        *("a/b", "a\\b", "..", ".hidden", "a:b", "what?", "a*", 'a"b', "<a>", "a|b"),
        *("con", "NUL", "Com1", "lpt9.txt", "aux ", "COM¹", "é" * 130),
    ],
)
def test_an_ego_that_no_file_can_be_named_after_is_refused(tmp_path: Path, ego: str) -> None:
    with pytest.raises(Problem) as caught:
        write_maps(converted("good", ego), tmp_path / "out")
    assert caught.value.code == "csv_bad_file_name"
    assert (caught.value.values["line"], caught.value.values["column"]) == (3, "ego_id")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("pair", [("SYN-01", "syn-01"), ("é", "e\u0301"), ("STRASSE", "straße")])
def test_egos_that_some_system_takes_for_the_same_file_are_refused(
    tmp_path: Path, pair: tuple[Any, Any]
) -> None:
    with pytest.raises(Problem, match="csv_same_file_name") as caught:
        write_maps(converted(*pair), tmp_path)
    assert (caught.value.values["line"], caught.value.values["other"]) == (3, pair[0])
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_already_is_left_alone_and_what_differs_is_not_replaced(
    tmp_path: Path,
) -> None:
    maps = converted("a", "b")
    write_maps(maps[1:], tmp_path)
    before = (tmp_path / "b.kring").stat().st_mtime_ns
    write_maps(maps, tmp_path)
    assert (tmp_path / "b.kring").stat().st_mtime_ns == before

    (tmp_path / "b.kring").write_text("mine", encoding="utf-8")
    (tmp_path / "a.kring").unlink()
    with pytest.raises(Problem, match="file_differs"):
        write_maps(maps, tmp_path)
    assert (tmp_path / "b.kring").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "a.kring").exists()

    write_maps(maps, tmp_path, overwrite=True)
    assert (tmp_path / "b.kring").read_bytes() == to_json(maps[1].map)


def test_a_full_disk_halfway_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.exchange import files

    written = []

    def third_fails(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) == 3:
            path.write_bytes(content[:10])
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr(files, "_write_through", third_fails)
    with pytest.raises(Problem, match="file_not_written"):
        write_maps(converted("a", "b", "c", "d"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be_or_a_folder_where_a_file_should_be(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(Problem, match="file_not_written"):
        write_maps(converted("a"), tmp_path / "file")
    (tmp_path / "a.kring").mkdir()
    with pytest.raises(Problem, match="file_not_written"):
        write_maps(converted("a"), tmp_path, overwrite=True)
