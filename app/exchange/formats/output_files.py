"""What is written of maps: how each is called, and where the files go."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from app.exchange.files import check_outputs, safe_name, write_files
from app.models.network import Map
from app.models.problem import Problem, why


def named(maps: Iterable[tuple[Path, Map]]) -> list[tuple[str, Map]]:
    """Return maps with a name of their own: that of their file, numbered where two have it."""
    taken: set[str] = set()
    found = []
    for path, whole in maps:
        plain = safe_name(path.stem)
        name, number = plain, 2
        while name.casefold() in taken:
            name = f"{plain} {number}"
            number += 1
        taken.add(name.casefold())
        found.append((name, whole))
    return found


def places(files: Mapping[str, bytes], output: Path) -> dict[Path, bytes]:
    """Return the place of each file: in the folder, or as named where there is only one.

    `OUT` is a file where there is only one to write and its ending says so.
    """
    if len(files) == 1:
        ((name, content),) = files.items()
        if output.suffix.casefold() == Path(name).suffix and not output.is_dir():
            return {output: content}
    return {output / name: content for name, content in files.items()}


def put(files: Mapping[str, bytes], output: Path, inputs: Iterable[Path] = ()) -> list[Path]:
    """Write all files or none, and return where they are; folders are made where they lack."""
    contents = places(files, output)
    check_outputs(contents, inputs)
    try:
        for folder in {path.parent for path in contents}:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem("file_not_written", file=output, why=why(error)) from error
    write_files(contents.items())
    return list(contents)
