"""How well maps are laid out, counted over seeded maps: run `python -m benchmarks.quality`.

Maps of 1, 18 and 60 partners, in Dutch and English, through four lenses, in the room of two sizes
of window, with text of 100 and 150 percent. Nothing is timed: `benchmarks.layout` does that.

    whole      names that are written in full, of a hundred
    other's    names that stand nearer to another disc than to their own
    on a line  names with a line, or a tail of the gap lens, running through them
    own tail   names on the tail that comes from their own disc
    ends       ends of tails under a disc, a name or a word of the ground
    overlaps   discs, names and words of the ground that lie on each other
    one ray    people whose disc lies on the line from somebody else to the middle
    letters    height of the initials in pixels, where they are smallest
    disc       diameter of the discs in pixels, as they are seen
    larger     how much larger than the room the picture is, of a hundred
    moved      how far people go from *importance* to *gap*, in pixels
    used       the part of the room that discs and names reach over, of a hundred
"""

import math
import os
import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtWidgets import QApplication

from app import language
from app.models.network import Map, Network, Partner
from app.models.vocabulary import vocabulary
from app.views.map.ground import rect_of
from app.views.map.lens_and_layers import look_of
from app.views.map.scene import MapScene
from app.views.map.zoom_view import smallest
from app.views.widgets import theme

COUNTS = (1, 18, 60)
ROOMS = (QSize(528, 680), QSize(872, 782))
"""Of the map in a window of 1024x768 and of 1440x900, with both sides open."""
TEXTS = (100, 150)
LENSES = ("importance", "gap", "contact", "free")
SEEDS = 4
NAMES = ("Sam", "Noor", "Van der Meulen", "Elif", "Sanne", "Youssef", "Vanderstraeten", "Jo")

Faults = Counter[str]


def seeded(count: int, seed: int, tongue: str) -> Map:
    """Return a map of partners called by their kind, some with a name behind it."""
    chance = Random(1000 * seed + count)
    kinds = [kind for kind in vocabulary().kinds.values() if kind.id != "other"]
    partners = []
    for number in range(count):
        kind = chance.choice(kinds)
        name = kind.label(tongue).split("/")[0].split("(")[0].strip()
        if chance.random() < 0.25:
            name = f"{name} {chance.choice(NAMES)}"
        partners.append(
            Partner(
                id=f"p{number}",
                name=name,
                kind=kind.id,
                setting=kind.setting,
                entity=kind.entity,
                frequency=chance.choice((1, 2, 2, 3, 3, 4, 4, 5, 6)),
                importance=chance.choice((1, 2, 3, 3, 4, 4, 4, 5, 5)),
                named_important=chance.random() < 0.2,
            )
        )
    return Map.of([Network(id=f"m{seed}", series="s", title="m"), *partners])


def placed(scene: MapScene, whole: Map) -> Map:
    """Return the map with a free place for everybody, given one after another as names come."""
    for partner in whole.partners:
        scene.show_map(whole, look_of(whole, "free", {}, sectors=True))
        x, y = scene.place_for(partner.kind, partner.setting) or (None, None)
        whole = whole.after({partner.id: replace(partner, x=x, y=y)})
    return whole


def distance(box: QRectF, disc: QRectF) -> float:
    """Return how far a name is from a disc, from edge to edge."""
    at, radius = disc.center(), disc.width() / 2
    x = min(max(at.x(), box.left()), box.right())
    y = min(max(at.y(), box.top()), box.bottom())
    return math.hypot(at.x() - x, at.y() - y) - radius


def crosses(line: QLineF, box: QRectF) -> bool:
    """Tell whether a line goes through a box."""
    corners = [box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()]
    bounded = QLineF.IntersectionType.BoundedIntersection
    return (
        box.contains(line.p1())
        or box.contains(line.p2())
        or any(
            line.intersects(QLineF(one, other))[0] == bounded
            for one, other in zip(corners, corners[1:] + corners[:1], strict=True)
        )
    )


def off_line(point: QPointF, line: QLineF) -> float:
    """Return how far a point is from a line."""
    length = line.length() or 1.0
    along = QPointF.dotProduct(point - line.p1(), line.p2() - line.p1()) / length
    along = min(max(along, 0.0), length)
    nearest = line.pointAt(along / length) - point
    return math.hypot(nearest.x(), nearest.y())


def judged(scene: MapScene, whole: Map, room: QSize) -> Faults:
    """Return how often each fault is in a picture, and what else is counted."""
    found: Faults = Counter()
    picture = scene.picture
    fit = min(room.width() / picture.width, room.height() / picture.height, 1.0)
    shown = fit if fit >= smallest() else 1.0  # where that is too small to read, a part is seen
    middle = QPointF(picture.cx, picture.cy)
    ego = QRectF(0, 0, picture.ego, picture.ego)
    ego.moveCenter(middle)
    discs = {key: rect_of(spot.disc) for key, spot in picture.spots.items()}
    names = {key: rect_of(s.box) for key, s in picture.spots.items() if s.box is not None}
    words = [rect_of(box) for box in picture.words]
    tails = scene.tails() if scene.lens.id == "gap" else {}
    lines = tails or {
        key: QLineF(disc.center(), middle) for key, disc in discs.items() if not tails
    }
    for partner in whole.partners:
        spot = picture.spots.get(partner.id)
        found["people"] += spot is not None
        found["whole"] += spot is not None and "".join(spot.lines).replace(
            " ", ""
        ) == partner.name.replace(" ", "")
    for key, name in names.items():
        own = distance(name, discs[key])
        found["other's"] += any(
            distance(name, disc) < own for other, disc in discs.items() if other != key
        )
        inner = name.adjusted(1, 2, -1, -2)
        found["on a line"] += any(
            crosses(line, inner) for other, line in lines.items() if other != key
        )
        if key in tails and tails[key].length() > discs[key].width() / 2:
            found["own tail"] += crosses(tails[key], inner)
    for key, tail in tails.items():
        if tail.length() <= discs[key].width() / 2:
            continue  # it begins where it ends: there is no tail to be seen
        end = QRectF(0, 0, 9, 9)
        end.moveCenter(tail.p2())
        others = [disc for other, disc in discs.items() if other != key]
        covered = [*others, *names.values(), *words, ego]
        found["ends"] += any(box.intersects(end) for box in covered)
    things = [ego, *discs.values(), *names.values()]
    pairs = (*combinations(things, 2), *product(things, words))  # words of the ground by itself
    found["overlaps"] = sum(
        one.intersected(other).width() > 0.5 and one.intersected(other).height() > 0.5
        for one, other in pairs
    )
    for one, disc in discs.items():
        ray = QLineF(disc.center(), middle)
        found["one ray"] += any(
            off_line(other.center(), ray) < other.width() / 2
            for key, other in discs.items()
            if key != one
        )
    if discs:
        reached = QRectF()
        for box in (*discs.values(), *names.values()):
            reached = reached.united(box)
        size = reached.size() * fit
        found["used"] = round(100 * size.width() * size.height() / room.width() / room.height())
        widths = [disc.width() * shown for disc in discs.values()]
        found["disc"] = round(statistics.fmean(widths))
        found["larger"] = round(100 / fit - 100)
        found["letters"] = round(min(item.letters for item in scene.people.values()) * shown)
    return found


def pictures() -> Iterator[tuple[str, int, Faults]]:
    """Yield the lens, the number of partners and the faults of every picture."""
    for tongue, count, room, seed in product(("nl", "en"), COUNTS, ROOMS, range(SEEDS)):
        language.install(tongue)
        whole = seeded(count, seed, tongue)
        scene = MapScene()
        scene.set_size(room)
        stood: dict[str, QPointF] = {}
        for lens in LENSES:
            if lens == "free":
                whole = placed(scene, whole)
            scene.show_map(whole, look_of(whole, lens, {}, sectors=True))
            found = judged(scene, whole, room)
            if lens == "gap":
                away = [
                    QLineF(stood[key], item.pos()).length() for key, item in scene.people.items()
                ]
                found["moved"] = round(statistics.fmean(away))
            stood = {key: item.pos() for key, item in scene.people.items()}
            yield lens, count, found


SUMMED = ("other's", "on a line", "own tail", "ends", "overlaps", "one ray")
MEANT = ("disc", "letters", "larger", "moved", "used")


def main() -> None:
    """Count and print."""
    app = QApplication.instance() or QApplication(["kring", "-style", "fusion"])
    assert app is not None
    print("text lens       people  whole" + "".join(f"{k:>10}" for k in (*SUMMED, *MEANT)))
    for text in TEXTS:
        theme.wear("light", text)
        found: dict[tuple[str, int], list[Faults]] = {}
        for lens, count, faults in pictures():
            found.setdefault((lens, count), []).append(faults)
        for (lens, count), each in sorted(found.items()):
            whole = sum((one for one in each), Counter())
            share = 100 * whole["whole"] / max(1, whole["people"])
            summed = "".join(f"{whole[key]:10}" for key in SUMMED)
            meant = "".join(f"{statistics.fmean(f[k] for f in each):10.1f}" for k in MEANT)
            print(f"{text:4} {lens:10} {count:6} {share:6.1f}{summed}{meant}")


if __name__ == "__main__":
    main()
