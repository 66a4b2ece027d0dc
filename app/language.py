"""The language of the app: which one, for the words of the app and for Qt's own."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.words import speak
from app.words.catalog import LANGUAGES

_LOCALES: Final = {"nl": "nl_NL", "en": "en_GB"}
_installed: list[QTranslator] = []  # Qt keeps no reference: a translator we drop stops translating


def system_language() -> str:
    """Return `nl` where the system speaks Dutch, else `en`."""
    return "nl" if QLocale.system().language() == QLocale.Language.Dutch else "en"


def install(chosen: str | None) -> str:
    """Make the app speak `chosen` (`nl`, `en`; anything else follows the system).

    Needs a QCoreApplication. Widgets made before keep their old words. Returns the language.
    """
    language = chosen if chosen in LANGUAGES else system_language()
    speak(language)
    QLocale.setDefault(QLocale(_LOCALES[language]))
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
    return language


def install_for_commands(chosen: str | None) -> str:
    """Make a command without a window speak `chosen`, as `install`."""
    application = QCoreApplication.instance() or QCoreApplication(["kring"])
    _kept.append(application)
    return install(chosen)


_kept: list[QCoreApplication] = []
