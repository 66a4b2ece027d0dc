"""A folder of `.kring` files, named after what they hold and written all or none."""

import errno
from collections.abc import Iterable
from pathlib import Path

from app import private
from app.exchange.files import RESERVED, check_outputs, read_file, safe_name, write_files
from app.exchange.kring_file import SUFFIX, to_json
from app.exchange.three_files import ConvertedMap
from app.models.network import Map
from app.models.problem import Problem, why
from app.models.text_form import in_form


def write_maps(
    converted: Iterable[ConvertedMap],
    folder: Path,
    *,
    overwrite: bool = False,
    inputs: Iterable[Path] = (),
) -> tuple[Path, ...]:
    """Write each map to `folder` as `<ego_id>.kring` and return the paths, in order.

    A file that already holds the same map is left alone. Everything is checked before anything
    is written. Raises `Problem`: `csv_bad_file_name` and `csv_same_file_name` with file, line
    and column; `file_differs` where another file is in the way and `overwrite` is off;
    `file_is_read` for one of `inputs`; those of `write_files` and of `read_file`.
    """
    contents: dict[Path, bytes] = {}
    taken: dict[str, str] = {}
    for one in converted:
        if not _is_file_name(one.ego):
            raise one.row.problem("csv_bad_file_name", "ego_id")
        key = _same_everywhere(one.ego)
        if key in taken:
            raise one.row.problem("csv_same_file_name", "ego_id", other=taken[key])
        taken[key] = one.ego
        contents[folder / f"{one.ego}{SUFFIX}"] = to_json(one.map)
    return _written(contents, folder, overwrite=overwrite, inputs=inputs)


def write_named(
    maps: Iterable[tuple[str, Map]],
    folder: Path,
    *,
    overwrite: bool = False,
    inputs: Iterable[Path] = (),
) -> tuple[Path, ...]:
    """Write each map to `folder` under its name, made fit for every system; as `write_maps`."""
    contents: dict[Path, bytes] = {}
    taken: set[str] = set()
    for name, whole in maps:
        plain = name if _is_file_name(name) else safe_name(name)
        stem, number = plain, 2
        while _same_everywhere(stem) in taken:
            stem = f"{plain} {number}"
            number += 1
        taken.add(_same_everywhere(stem))
        contents[folder / f"{stem}{SUFFIX}"] = to_json(whole)
    return _written(contents, folder, overwrite=overwrite, inputs=inputs)


def _written(
    contents: dict[Path, bytes], folder: Path, *, overwrite: bool, inputs: Iterable[Path]
) -> tuple[Path, ...]:
    check_outputs(contents, inputs)
    try:
        private.make_folder(folder)
    except (OSError, ValueError) as error:
        raise Problem("file_not_written", file=folder, why=why(error)) from error
    write_files(
        [
            (path, content)
            for path, content in contents.items()
            if not _is_there(path, content, overwrite=overwrite)
        ]
    )
    return tuple(contents)


def _is_there(path: Path, content: bytes, *, overwrite: bool) -> bool:
    """Tell whether the file holds `content` already; refuse one that may not be replaced."""
    try:
        occupied = path.exists()
        if occupied and not path.is_file():
            raise Problem("file_not_written", file=path, why=errno.EEXIST)
    except OSError as error:
        raise Problem("file_not_written", file=path, why=why(error)) from error
    if not occupied:
        return False
    try:
        same = read_file(path) == content
    except Problem:
        same = False
    if not same and not overwrite:
        raise Problem("file_differs", file=path)
    return same


def _is_file_name(stem: str) -> bool:
    """Tell whether Windows, macOS and Linux all take `stem` as the name of a file."""
    return (
        not stem.startswith(".")
        and not any(character in '<>:"/\\|?*' for character in stem)
        and stem.split(".")[0].rstrip().casefold() not in RESERVED
        and len(f"{stem}{SUFFIX}".encode()) <= 255
    )


def _same_everywhere(stem: str) -> str:
    """Return a key that is the same for two names that some system takes for the same file."""
    return in_form("NFC", in_form("NFD", stem).casefold())
