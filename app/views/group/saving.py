"""A group as a file: a report or tables, by the rule for what leaves the building."""

from pathlib import Path

from app.models.groups import Group


def save(group: Group, path: Path) -> None:
    """Write a group to a file, whose ending says as what. Raises `Problem`."""
    from app.analysis.group.result import Moments, result
    from app.analysis.group.rule import OUTSIDE
    from app.exchange.files import write_file
    from app.exchange.results import remembered
    from app.report.group_report import written

    moments = Moments(group.begin, group.end or None)
    found = result(moments, OUTSIDE)
    content = written(found, group.name, path.suffix.lower())
    if not group.invented:
        remembered(moments.contributions(), OUTSIDE)
    write_file(path, content)
