"""What Kring is made of: the parts that came along, their versions and their licences.

Read from what is installed, so that a bundle, a wheel and an environment each say what is in them.
"""

import re
import sys
from importlib import metadata
from typing import NamedTuple

from app import VERSION


class Part(NamedTuple):
    """One part, and what it may be used under."""

    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """Return Kring, Python, and every package that Kring needs, by name."""
    found = {one.name.lower(): one for name in _needed() for one in [_distribution(name)] if one}
    return [
        Part("Kring", VERSION, "MIT"),
        Part("Python", sys.version.split()[0], "PSF-2.0"),
        *(found[name] for name in sorted(found)),
    ]


def _needed() -> set[str]:
    """Return the packages Kring needs, and those that they need; in a bundle all that are there."""
    try:
        queue = [*(metadata.requires("kring") or ())]
    except metadata.PackageNotFoundError:
        return {one.metadata["Name"] for one in metadata.distributions()}
    needed: set[str] = set()
    while queue:
        wanted = queue.pop()
        name = re.split(r"[^\w.-]", wanted, maxsplit=1)[0]
        if name in needed or "extra ==" in wanted:
            continue
        needed.add(name)
        try:
            queue += metadata.requires(name) or ()
        except metadata.PackageNotFoundError:
            continue  # for another system
    return needed


def _distribution(name: str) -> Part | None:
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    return Part(said["Name"], said["Version"], _licence(said))


def _licence(said: "metadata.PackageMetadata") -> str:
    """Return a licence as a package names it: in short, by a class, or by the text's first line."""
    if "License-Expression" in said:
        return said["License-Expression"]
    classes = [one for one in said.get_all("Classifier") or () if one.startswith("License ::")]
    if classes:
        return ", ".join(str(one).rpartition(" :: ")[2] for one in classes)
    return said["License"].partition("\n")[0] if "License" in said else ""
