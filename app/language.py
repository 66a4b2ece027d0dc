"""The language of the app: which one, and Qt's translators for it."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app import RESOURCES

_TRANSLATIONS: Final = RESOURCES / "translations"
_installed: list[QTranslator] = []  # Qt keeps no reference: a translator we drop stops translating


def system_language() -> str:
    """Return `nl` where the system speaks Dutch, else `en`."""
    return "nl" if QLocale.system().language() == QLocale.Language.Dutch else "en"


def install(chosen: str | None) -> str:
    """Make the app speak `chosen` (`nl`, `en`; anything else follows the system).

    Needs a QCoreApplication. Widgets made before keep their old words. Returns the language.
    """
    language = chosen if chosen in ("nl", "en") else system_language()
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale("nl_NL" if language == "nl" else "en_GB"))
    if language == "nl":  # what stands in the code is English
        _add("kring_nl", str(_TRANSLATIONS))
        _add("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return language


def current() -> str:
    """Return the language the app speaks now: `nl` or `en`."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"


def install_for_commands(chosen: str | None) -> str:
    """Make a command without a window speak `chosen`, as `install`."""
    application = QCoreApplication.instance() or QCoreApplication(["kring"])
    _kept.append(application)
    return install(chosen)


_kept: list[QCoreApplication] = []


def _add(name: str, folder: str) -> None:
    translator = QTranslator()
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
