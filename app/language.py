"""The language of the app: which one, for the words of the app and for Qt's own."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.words import marked, say, speak
from app.words.catalog import LANGUAGES

_LOCALES: Final = {"nl": "nl_NL", "en": "en_GB"}
_installed: list[QTranslator] = []  # Qt keeps no reference: a translator we drop stops translating


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
    """
    language = chosen if chosen in LANGUAGES else system_language()
    speak(language)
    QLocale.setDefault(QLocale(_LOCALES[language]))
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    missing = _Missing()
    if language != "en":
        QCoreApplication.installTranslator(missing)
        _installed.append(missing)
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
