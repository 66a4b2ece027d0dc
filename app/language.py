"""The language of the app: which one, for the words of the app and for Qt's own."""

import itertools
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.words import marked, say, speak
from app.words.catalog import LANGUAGES

_TRANSLATIONS: Final = QLibraryInfo.LibraryPath.TranslationsPath
_LOCALES: Final = {"nl": "nl_NL", "en": "en_GB"}
_installed: dict[str, list[QTranslator]] = {}
"""By the language that is spoken. Qt keeps no reference: what we drop stops translating."""

_OF_QT: Final = frozenset(
    (marked("&Look in:"), marked("Files of &type:"), marked("Folder"), marked("Drive"))
)
"""What Qt itself says and has no Dutch for: in the window that asks for a file."""


class _Missing(QTranslator):
    """Says what the words of Qt lack; it is asked after them."""

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        """Tell that there are words."""
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002 (Qt's signature)
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        """Return a text in the language that is spoken; None where Qt is to say its own.

        An empty text would be taken for the translation, and shown.
        """
        return say(source) if source in _OF_QT else None


def system_language() -> str:
    """Return `nl` where the system speaks Dutch, else `en`."""
    return "nl" if QLocale.system().language() == QLocale.Language.Dutch else "en"


def install(chosen: str | None) -> str:
    """Make the app speak `chosen` (`nl`, `en`; anything else follows the system).

    Needs a QCoreApplication. Widgets made before keep their old words. Returns the language.
    Where it is spoken already nobody is told: Qt would tell every widget there is.
    """
    language = chosen if chosen in LANGUAGES else system_language()
    speak(language)
    QLocale.setDefault(QLocale(_LOCALES[language]))
    if language in _installed:
        return language
    for translator in itertools.chain(*_installed.values()):
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    translators = _installed[language] = list(_translators(language))
    for translator in translators:
        QCoreApplication.installTranslator(translator)
    return language


def _translators(language: str) -> Iterator[QTranslator]:
    if language != "en":
        yield _Missing()
        of_qt = QTranslator()
        if of_qt.load(f"qtbase_{language}", QLibraryInfo.path(_TRANSLATIONS)):
            yield of_qt


def install_for_commands(chosen: str | None) -> str:
    """Make a command without a window speak `chosen`, as `install`."""
    application = QCoreApplication.instance() or QCoreApplication(["kring"])
    _kept.append(application)
    return install(chosen)


_kept: list[QCoreApplication] = []
