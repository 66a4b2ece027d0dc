"""Make pictures of every screen: `python -m tests.pictures FOLDER [PART-OF-A-NAME ...]`.

Both languages, light, dark and high contrast, three window sizes, maps of several sizes. To be
looked at.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path

from app.words import current_language
from tests.sure import sure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app import language
from app.analysis.lens import LENSES
from app.document import Document
from app.exchange.share import HAND_IN, shared
from app.models.moments import RATINGS
from app.models.network import Map, Network, Partner, Tie
from app.models.vocabulary import vocabulary
from app.settings import Settings
from app.storage.library import Library
from app.views.exchange.guest import Guest
from app.views.exchange.page import PAGES
from app.views.frame.window import MainWindow
from app.views.insight.findings import FindingsPage
from app.views.report.preview import Preview
from app.views.widgets import theme

SIZES = ((1024, 768), (1366, 768), (1440, 900))
COUNTS = (0, 1, 8, 18, 25, 40, 60)
INSIGHT = ("insight", *(f"insight-{page}" for page in ("list", "table", "figures", "people")))
MOMENTS = (
    "compare-alone",
    "compare-side",
    "compare-one",
    "compare-table",
    "compare-numbers",
    "again",
    "again-end",
)
SHARED = ("share", *(f"exchange-{page}" for page in PAGES))
"""What goes to somebody else, and what came from them."""
REFLECT = ("reflect-questions", "reflect-intentions", "reflect-card")
DIALOGS = ("picture", "report", "help")
PAIRS = ("pairs", "pairs-begin", "pairs-end")
SCREENS = (
    *(f"draw-{lens}" for lens in LENSES),
    "selected",
    "hover",
    "table",
    "rate",
    *PAIRS,
    *INSIGHT,
    "maps",
    "replay",
    *MOMENTS,
    *SHARED,
    *REFLECT,
    *DIALOGS,
)

# name, kind, frequency, importance, wished, star
PEOPLE = (
    ("Ouders Sam", "parents", 2, 5, 3, True),
    ("Directeur", "leadership", 4, 2, None, False),
    ("Ib'er", "internal_support_coordinator", 5, 3, 4, False),
    ("Duo-collega", "job_share_colleague", 6, 4, None, True),
    ("Ambulant begeleider", "outreach_support_teacher", 3, 4, None, False),
    ("Schoolmaatschappelijk werk", "school_social_work", 3, 3, None, False),
    ("Jeugdhulp in de klas", "youth_care", 2, 4, 3, False),
    ("Museum", "cultural_institution", 2, 2, None, False),
    ("Ouders Noor", "parents", 2, 5, 4, True),
    ("Noor", "pupil", 6, 5, None, True),
    ("Onderwijsassistent", "teaching_assistant", 6, 4, None, False),
    ("Logopedist", "speech_therapist", 4, 4, None, False),
    ("Leerplichtambtenaar", "attendance_officer", 1, 1, None, False),
    ("Wijkteam", "neighbourhood_team", 2, 3, None, False),
    ("Samenwerkingsverband", "inclusive_education_partnership", 2, 2, None, False),
    ("Bibliotheek", "library", 2, 2, None, False),
    ("Teamleider", "leadership", 4, 1, 4, False),
    ("Conciërge", None, 6, 2, None, False),
    ("Huisarts", "doctor", 0, 3, 2, False),
    ("Orthopedagoog", "educational_psychologist", 3, 4, None, False),
    ("Jeugdarts GGD", "public_health", 1, None, None, False),
    ("Sportclub", "sports_club", None, None, None, False),
    ("Grootouders van Sam", "family", 2, 4, None, False),
    ("Begeleider passend onderwijs", "inclusive_education_adviser", 3, 3, None, False),
    ("Medestudenten leerkring", "fellow_students", 4, 4, 4, False),
)


def example(count: int) -> Map:
    """Return a map of the first `count` people, with a few ties."""
    kinds = vocabulary().kinds
    partners = []
    for number in range(count):
        name, kind, frequency, importance, wished, star = PEOPLE[number % len(PEOPLE)]
        if number >= len(PEOPLE):
            name, importance = f"{name} {number // len(PEOPLE) + 1}", number % 5 + 1
        known = kinds.get(kind or "")
        partners.append(
            Partner(
                id=f"p{number}",
                name=name,
                kind=kind,
                setting=known.setting if known else "in_school",
                entity=known.entity if known else None,
                frequency=frequency,
                importance=importance,
                wished_frequency=wished,
                named_important=star,
                satisfaction=2 if number in (5, 6) else None,
            )
        )
    pairs = [(1, 2), (1, 3), (2, 3), (2, 4), (2, 5), (5, 6), (0, 6)]
    ties = [
        Tie(id=f"t{a}-{b}", a=f"p{a}", b=f"p{b}") for a, b in pairs if max(a, b) < len(partners)
    ]
    title = "Mijn ecologie" if count != 1 else "Een kaart met een heel lange titel voor boven"
    network = Network(id=f"map{count}", series="s", title=title, lines_drawn=bool(ties))
    return Map.of([network, *partners, *ties])


def spread(window: MainWindow, document: Document) -> None:
    """Give everybody a free place, as the quick add does."""
    scene = window.screens.map.view.map_scene
    for partner in document.map.partners:
        place = scene.place_for(partner.kind, partner.setting)
        if place is not None:
            document.place({partner.id: {"x": place[0], "y": place[1]}})


def walk_pairs(window: MainWindow, document: Document, screen: str) -> None:
    """Go through pairs of partners: not at all, some of them, or all."""
    document.set_network(lines_drawn=False)
    window.screens.actions_by_id["pairs"].trigger()
    pairs = window.screens.pairs
    if screen == "pairs-begin":
        return
    pairs.page.buttons[0].click()
    number = 0
    while pairs.current is not None and (screen == "pairs-end" or number < 60):
        pairs.answers[(1, 0, 1, 1, 2)[number % 5] if number < 60 else 1].click()
        number += 1


def half_a_year_later(window: MainWindow, document: Document, screen: str) -> None:
    """Compare with a next moment in which some things changed, or go through everybody."""
    begin = document.map
    document.set_network(moment=date(2026, 9, 1), moment_label="begin")
    if screen == "compare-alone":
        window.screens.show_screen("compare")
        return
    clear = RATINGS if screen.startswith("again") else ()
    document.continue_map(begin.network.id, "eind", date(2027, 6, 18), clear=clear)
    if screen.startswith("again"):
        window.screens.show_screen("again")
        again = window.screens.again
        again.start()
        number = 0
        while again.current is not None and (screen == "again-end" or number < 8):
            again.answers[(0, 0, 1, 0, 2, 3)[number % 6]].click()
            number += 1
        return
    for number, partner in enumerate(begin.partners):
        if number % 6 == 1:
            document.set_partners([partner.id], frequency=(partner.frequency or 0) % 6 + 1)
        elif number % 6 == 2:
            document.set_partners([partner.id], importance=5)
        elif number % 9 == 5:
            document.depart(partner.id, "finished")
    for name in ("Schaakclub", "Kinderpsycholoog"):
        key = document.add_partner(name, setting="community")
        document.set_partners([sure(key)], frequency=3, importance=3)
    if document.map.ties:
        document.set_tie("p0", "p2", "yes")
        document.set_tie("p1", "p2", None)
        document.set_network(lines_drawn=True)
    window.screens.show_screen("compare")
    window.screens.compare.show_as(screen.removeprefix("compare-"))


def share(window: MainWindow, screen: str) -> None:
    """Make the open map ready to leave, or look at somebody else's beside it."""
    if screen == "share":
        window.screens.actions_by_id["share"].trigger()
        return
    window.screens.look_at(Guest("ruil", shared(example(8), HAND_IN, current_language())))
    window.screens.exchange.show_page(screen.removeprefix("exchange-"))


def reflect(window: MainWindow, document: Document, screen: str) -> None:
    """Ask a question, or look at what is intended, or at the talk with somebody."""
    if document.map.partners:
        due = date(2027, 1, 15)
        document.intend("Elke maand bellen", partner="p0", first_step="Vrijdag vragen", due=due)
        document.set_partners(["p0"], goal="Samen weten wat thuis en op school helpt")
    window.screens.actions_by_id["reflect"].trigger()
    document.select(["p0"] if screen == "reflect-card" else [])
    window.screens.reflect.show_page(screen.removeprefix("reflect-"))


def lead_to(window: MainWindow, document: Document, screen: str, count: int) -> None:
    """Lead a window with a map of `count` people to a screen of `SCREENS`."""
    if screen == "draw-free":
        spread(window, document)
    if screen == "selected" and count:
        document.select(["p0"] if count < 20 else ["p0", "p6", "p8"])
    elif screen == "hover" and count:
        window.screens.map.card.show_person("p0")
    elif screen == "rate":
        document.set_partners(["p2", "p3"], frequency=None)
        window.screens.actions_by_id["rate"].trigger()
    elif screen in PAIRS:
        walk_pairs(window, document, screen)
    elif screen in INSIGHT:
        window.screens.actions_by_id["insight"].trigger()
        if screen != "insight":
            window.screens.insight.show_page(screen.removeprefix("insight-"))
        if screen == "insight-people" and count:
            document.select(["p0"])
    elif screen in MOMENTS:
        half_a_year_later(window, document, screen)
    elif screen in SHARED:
        share(window, screen)
    elif screen in REFLECT:
        reflect(window, document, screen)
    elif screen in DIALOGS:
        window.screens.actions_by_id["about" if screen == "help" else screen].trigger()
    elif screen in ("table", "maps", "replay"):
        window.screens.show_screen(screen)


def states() -> Iterator[tuple[str, str, tuple[int, int], int, str]]:
    """Yield language, theme, size, number of partners and screen of every picture.

    The map in every number, also in grey as a printer makes it; the other screens in a few. The
    size between is seen in high contrast.
    """
    drawn = [f"draw-{lens}" for lens in LENSES]
    for tongue, size, count, screen in product(("nl", "en"), SIZES, COUNTS, SCREENS):
        if size == SIZES[1]:
            looks: tuple[str, ...] = ("contrast",) if count in (0, 1, 18, 60) else ()
        elif screen in drawn:
            looks = ("light", "dark", "grey")
        elif count in (0, 1, 18, 25) or (count == 60 and screen in (*INSIGHT, *MOMENTS)):
            looks = ("light", "dark")
        else:
            looks = ()
        for look in looks:
            yield tongue, look, size, count, screen


def application() -> QApplication:
    """Return the application, made at the first call."""
    app = QApplication.instance() or QApplication(["kring"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    return app


def settle() -> None:
    """Let windows do what they left for later, also what they make once they were painted."""
    for window in QApplication.topLevelWidgets():
        for page in window.findChildren(FindingsPage):
            assert page.cards is not None  # who asks for them has them all made
    for _ in range(5):
        QApplication.processEvents()


@contextmanager
def opened(
    maps: Sequence[Map], tongue: str, look: str, size: tuple[int, int], lens: str
) -> Iterator[tuple[MainWindow, Document]]:
    """Show a window with these maps in a library, the last of them open, while the block runs."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(Path(place) / "settings.ini")
        settings.language, settings.theme, settings.lens = tongue, look, lens
        settings.motion, settings.text_size = False, int(os.environ.get("KRING_TEXT", "100"))
        language.install(tongue)
        theme.wear(look, settings.text_size)
        (Path(place) / "Kring").mkdir()
        library = Library.open(Path(place) / "Kring" / "library")
        for whole in maps:
            library.add(whole)
        document = Document(library)
        document.open(maps[-1].network.id)
        window = MainWindow(settings)
        window.resize(*size)
        window.show()
        window.show_document(document)
        QApplication.processEvents()
        try:
            yield window, document
        finally:
            window.close()
            window.deleteLater()
            library.close()
            QApplication.processEvents()


def take(folder: Path, wanted: list[str]) -> int:
    """Write the pictures whose name contains one of `wanted` (all where none is given)."""
    app = application()
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    for tongue, look, size, count, screen in states():
        name = f"{screen}-{count}-{tongue}-{look}-{size[0]}"
        if wanted and not any(part in name for part in wanted):
            continue
        lens = screen.removeprefix("draw-")
        lens = lens if lens in LENSES else "importance"
        worn = "light" if look == "grey" else look
        with opened([example(count)], tongue, worn, size, lens) as (window, document):
            if screen == "draw-free":  # a map opens in a lens in which somebody stands
                window.screens.settings.lens = "free"
            lead_to(window, document, screen, count)
            settle()
            if screen == "report":  # the pages come from a process of their own
                until = time.monotonic() + 10
                preview = sure(app.activeModalWidget()).findChild(Preview)
                while (
                    not sure(preview).pages or sure(preview).is_busy
                ) and time.monotonic() < until:
                    app.processEvents()
            shown = app.activeModalWidget() if screen in DIALOGS else window
            picture = sure(shown).grab().toImage()
            if look == "grey":
                picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
            picture.save(str(folder / f"{name}.png"))
            taken += 1
    return taken


if __name__ == "__main__":
    print(take(Path(sys.argv[1]), sys.argv[2:]), "pictures")
