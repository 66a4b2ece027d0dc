"""The map for assistive technology: a list with one entry for every person, and what is said.

See docs/decisions/0008-qt.md for what of Qt's accessibility can be used from Python.
"""

import weakref
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QGraphicsView, QWidget

from app.document import Document
from app.models.network import Changes, Partner
from app.views.map.accessible_drawn import DrawnAccessible, DrawnThing
from app.views.map.accessible_entry import Entry, Found, living
from app.views.map.people_items import PartnerItem
from app.views.map.scene import MapScene
from app.views.map.spoken import placement
from app.views.widgets.heard_as import ComboAccessible, heard_as
from app.views.widgets.speech import announce
from app.words import joined, phrases

_said_of = attrgetter(
    "x", "y", "angle", "importance", "frequency", "setting", "named_important", "takes_part"
)
"""The fields of a partner that make up their placement."""


_BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class MapVoice(QObject):
    """Says every new placement, and tells assistive technology who came, went or was renamed.

    A child of the view of a map: the first thing the view makes, for the view is known as a map
    by it. What it says is on the screen, as it follows the document after the view (`follow`).
    """

    said = Signal(str)
    pressed = Signal(str)
    """Somebody was pressed who has the keyboard now: the tool in hand does what it does."""

    def __init__(self, document: Document, view: QGraphicsView) -> None:
        super().__init__(view)
        self._document = document
        self._people: tuple[str, ...] = ()
        self._drawn: dict[str, DrawnThing] = {}
        self._is_hushed = False
        install()

    def follow(self) -> None:
        """Go along with the document from now on."""
        self._document.changed.connect(self._follow)
        self._document.opened.connect(self._tell_people)
        self._document.selection_changed.connect(self._tell_selection)

    @property
    def view(self) -> QGraphicsView:
        """Return the view; asked for every time, see docs/decisions/0008-qt.md."""
        view = self.parent()
        assert isinstance(view, QGraphicsView)
        return view

    @property
    def scene(self) -> MapScene | None:
        """Return the scene of the view; there is none while the view is being made."""
        scene = self.view.scene()
        return scene if isinstance(scene, MapScene) else None

    def tell(self, text: str) -> None:
        """Let a screen reader say something."""
        if text:
            announce(self.view, text)
            self.said.emit(text)

    def hush(self) -> None:
        """Leave new placements to who says what is done, until it is."""
        self._is_hushed = True

    def speak(self) -> None:
        """Say new placements from now on."""
        self._is_hushed = False

    def say_person(self, key: str) -> None:
        """Say a partner's name, kind and place on the map."""
        scene = self.scene
        if scene is not None:
            self.tell(scene.spoken(key))

    def take_keyboard(self, reason: Qt.FocusReason) -> None:
        """Say who the keyboard is at, unless a hand brought it."""
        current = self.current()
        if current is not None and reason not in _BY_HAND:
            self.say_person(current.partner.id)

    def people(self) -> list[PartnerItem]:
        """Return the people on the map, in the order in which they came."""
        scene = self.scene
        if scene is None or scene.map is None:
            return []
        partners = scene.map.partners
        return [scene.people[partner.id] for partner in partners if partner.id in scene.people]

    def drawn(self) -> list[DrawnThing]:
        """Return the entries for the outlines and texts that are seen."""
        keys = self.scene.drawing.keys if self.scene is not None else ()
        for key in self._drawn.keys() - set(keys):
            self._drawn.pop(key).deleteLater()
        for key in keys:
            if key not in self._drawn:
                self._drawn[key] = DrawnThing(key, self)
        return [self._drawn[key] for key in keys]

    def entries(self) -> list[QObject]:
        """Return all that stands in the list: people, then what is drawn."""
        return [*self.people(), *self.drawn()]

    def toggle(self, key: str) -> None:
        """Add somebody to the selection, or take them out of it."""
        selection = self._document.selection
        others = [other for other in selection if other != key]
        self._document.select(others if key in selection else [*selection, key])
        self.reach(key)

    def press(self, key: str) -> None:
        """Put the keyboard on somebody, and let the tool in hand do with them what Enter does."""
        self.reach(key)
        self.pressed.emit(key)

    def reach(self, key: str) -> None:
        """Put the keyboard on somebody."""
        if self.scene is not None:
            self.scene.show_selection(self._document.selection, key)
        self.view.setFocus()

    def current(self) -> PartnerItem | None:
        """Return the person with the keyboard focus, while the map has it."""
        scene = self.scene
        if scene is None or not self.view.hasFocus():
            return None
        return scene.people.get(scene.current or "")

    def is_selected(self, key: str) -> bool:
        """Tell whether somebody is selected."""
        return key in self._document.selection

    def _follow(self, before: Changes, after: Changes) -> None:
        self._tell_people()
        placed: list[Partner] = []
        for key, record in after.items():
            earlier = before.get(key)
            if not isinstance(record, Partner) or not isinstance(earlier, Partner):
                continue
            if _said_of(record) != _said_of(earlier):
                placed.append(record)
            if record != earlier and QAccessible.isActive():
                self._tell_name(key)
        if placed and self.view.isVisible() and not self._is_hushed:
            self._say_placed(placed)

    def _say_placed(self, placed: list[Partner]) -> None:
        scene = self.scene
        if len(placed) == 1 or scene is None:
            self.say_person(placed[0].id)
            return
        ids = {partner.id for partner in placed}
        shown = [p for p in self._document.shown.partners if p.id in ids]
        said = {placement(partner, scene.lens) for partner in shown}
        count = phrases.people_count(placed)
        self.tell(joined((count, said.pop())) if len(said) == 1 else count)

    def _tell_name(self, key: str) -> None:
        item = self.scene.people.get(key) if self.scene is not None else None
        if item is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.NameChanged))

    def _tell_people(self) -> None:
        if not QAccessible.isActive():
            return
        people = self.people()
        here = (*(item.partner.id for item in people), *(one.key for one in self.drawn()))
        if here == self._people:
            return
        known, self._people = set(self._people), here
        for item in people:
            if item.partner.id not in known:
                event = QAccessibleEvent(item, QAccessible.Event.ObjectCreated)
                QAccessible.updateAccessibility(event)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self.view, QAccessible.Event.ObjectReorder)
        )

    def _tell_selection(self) -> None:
        if QAccessible.isActive():
            event = QAccessibleEvent(self.view, QAccessible.Event.SelectionWithin)
            QAccessible.updateAccessibility(event)


class MapAccessible(QAccessibleWidget):
    """The map as a list."""

    def __init__(self, voice: MapVoice) -> None:
        super().__init__(voice.view, QAccessible.Role.List)
        self._voice = weakref.ref(voice)

    def _entries(self) -> list[QObject]:
        voice = living(self._voice)
        return voice.entries() if voice is not None else []

    def state(self) -> QAccessible.State:
        """Return the state of the widget, in which several may be selected."""
        state = super().state()
        state.multiSelectable = True
        return state

    def childCount(self) -> int:
        """Return the number of people, outlines and texts on the map."""
        return len(self._entries())

    def child(self, index: int) -> Found:
        """Return a person, an outline or a text."""
        entries = self._entries()
        if not 0 <= index < len(entries):
            return None
        return QAccessible.queryAccessibleInterface(entries[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the index of an entry, or -1."""
        asked = child.object()
        return next((n for n, item in enumerate(self._entries()) if item is asked), -1)

    def childAt(self, x: int, y: int) -> Found:
        """Return the person at a point of the screen."""
        for item in self._entries():
            found = QAccessible.queryAccessibleInterface(item)
            if found is not None and found.rect().contains(x, y):
                return found
        return None

    def focusChild(self) -> Found:
        """Return the person with the keyboard focus."""
        voice = living(self._voice)
        item = voice.current() if voice is not None else None
        return QAccessible.queryAccessibleInterface(item) if item is not None else None


class PersonAccessible(Entry):
    """Somebody on the map, as an entry of the list; its object is the item, with which it goes."""

    def __init__(self, item: PartnerItem, voice: MapVoice) -> None:
        super().__init__(voice)
        self._item = weakref.ref(item)

    def object(self) -> Any:
        """Return the item."""
        return self._item()

    def isValid(self) -> bool:
        """Tell whether the person is still on the map."""
        item = self._item()
        return item is not None and living(self._voice) is not None and item.scene() is not None

    def text(self, kind: QAccessible.Text) -> str:
        """Return the placement as the name."""
        item, voice = self._item(), living(self._voice)
        if kind != QAccessible.Text.Name or item is None or voice is None or voice.scene is None:
            return ""
        return str(voice.scene.spoken(item.partner.id))

    def rect(self) -> QRect:
        """Return the disc and the label on the screen."""
        item = self._item()
        return _box(item) if item is not None else QRect()

    def state(self) -> QAccessible.State:
        """Return the state of the person: selected, focused, visible."""
        state = QAccessible.State()
        item, voice = self._item(), living(self._voice)
        if item is None or voice is None:
            state.invalid = True
            return state
        view = voice.view
        state.focusable = state.selectable = state.extSelectable = state.multiSelectable = True
        state.selected = voice.is_selected(item.partner.id)
        state.focused = voice.current() is item
        state.invisible = not view.isVisible()
        shown = view.viewport().rect().translated(view.viewport().mapToGlobal(QPoint(0, 0)))
        state.offscreen = not shown.intersects(_box(item))
        return state

    def actionNames(self) -> list[str]:
        """Return: what the tool does (usually select), to select with others, and to go there."""
        actions = QAccessibleActionInterface
        return [actions.pressAction(), actions.toggleAction(), actions.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Do with the person what a click does, or put the keyboard on them."""
        item, voice = self._item(), living(self._voice)
        if item is None or voice is None:
            return
        actions = QAccessibleActionInterface
        if name == actions.setFocusAction():
            voice.reach(item.partner.id)
        elif name == actions.pressAction():
            voice.press(item.partner.id)
        elif name == actions.toggleAction():
            voice.toggle(item.partner.id)


def _box(item: PartnerItem) -> QRect:
    """Return the disc and the label of somebody, on the screen."""
    views = item.scene().views() if item.scene() is not None else []
    if not views:
        return QRect()
    view = views[0]
    box = view.mapFromScene(item.mapRectToScene(item.boundingRect())).boundingRect()
    return box.translated(view.viewport().mapToGlobal(QPoint(0, 0)))


def install() -> None:
    """Let Qt ask us for the map and its people; once is enough for the whole app."""
    if not _installed:
        QAccessible.installFactory(_accessible_for)
        _installed.append(True)


_installed: list[bool] = []


def _accessible_for(_: str, thing: QObject) -> Found:
    if isinstance(thing, QWidget) and (found := heard_as(thing)) is not None:
        return found
    if isinstance(thing, QComboBox) and thing.accessibleName():
        return ComboAccessible(thing)
    if isinstance(thing, QGraphicsView):
        voice = _voice_of(thing)
        return MapAccessible(voice) if voice is not None else None
    if isinstance(thing, DrawnThing):
        above = thing.parent()
        return DrawnAccessible(thing, above) if isinstance(above, MapVoice) else None
    if isinstance(thing, PartnerItem) and thing.scene() is not None:
        voices = (_voice_of(view) for view in thing.scene().views())
        voice = next((one for one in voices if one is not None), None)
        return PersonAccessible(thing, voice) if voice is not None else None
    return None


def _voice_of(view: QGraphicsView) -> MapVoice | None:
    only = Qt.FindChildOption.FindDirectChildrenOnly
    found = view.findChild(MapVoice, "", only)
    return found if isinstance(found, MapVoice) else None
