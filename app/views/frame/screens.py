"""The screens of the window around one document, and how it goes from one to the other."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app import trail
from app.analysis.lens import lens_for
from app.document import Document
from app.models.network import Changes, Network
from app.settings import Settings
from app.views.frame import carried, folding, partner_actions, screen_list
from app.views.frame.actions import make_actions
from app.views.frame.bar import TopBar
from app.views.frame.built_ahead import Ahead, BuiltAhead
from app.views.frame.command_list import commands
from app.views.frame.page import Page, Part
from app.views.frame.place import Place
from app.views.frame.screen_list import SCREENS, part_of
from app.views.frame.screen_row import Screen
from app.views.frame.window_layout import SidePanels
from app.views.widgets import drafts
from app.views.widgets.memory import KeptValue

if TYPE_CHECKING:
    from app.views.exchange.guest import Guest

_AHEAD: Final = (
    Ahead(screen_list.form, beside=True),
    Ahead(screen_list.map_form, beside=True),
    *(Ahead(row.build, made=False) for row in SCREENS.values() if row.at_rest),
)
"""What is got ready while nobody is at work; screens are only imported, as made they take 10 MB."""


class Screens(Page):
    """Wires the views to the document and to each other; holds no state but what is shown.

    The map comes first. The other parts are built when they are asked for, or a moment later.
    """

    form = Part(screen_list.form, beside=True)
    map_form = Part(screen_list.map_form, beside=True)
    table = Part(screen_list.table)
    insight = Part(screen_list.insight, beside=True)
    reflect = Part(screen_list.reflect, beside=True)
    rating = Part(screen_list.rating)
    pairs = Part(screen_list.pairs)
    again = Part(screen_list.again)
    look_back = Part(screen_list.look_back)
    maps = Part(screen_list.maps)
    compare = Part(screen_list.compare)
    share = Part(screen_list.share)
    exchange = Part(screen_list.exchange)

    def __init__(
        self,
        document: Document,
        settings: Settings,
        parent: QWidget | None,
        *,
        is_live: bool = False,
        place: Place | None = None,
    ) -> None:
        """Show the map; where there is a place to go on at, nothing until `go_on_at`."""
        super().__init__(document, settings, parent, is_live=is_live)
        self.memory.left.update(place.left if place is not None else {})
        self._takes_names = False
        """The left side came for a name, where it is not always there."""
        self._tells_about = False
        """What is said of the map stands at the right, until somebody is selected."""
        actions = self.actions_by_id = make_actions(self)
        self.bar = TopBar(document, settings, actions, self)
        self.room.fill(document, self.bar, self.quick_add, self.notice, actions)
        self.status = self.room.status
        self.room.centre.addWidget(self.map)
        self.ahead = BuiltAhead(self, _AHEAD)
        self._listen_to_parts()
        self._listen_to_document()
        self._show_lens()
        if place is None:
            self.show_screen("draw")
            self._show_map()
        self.ahead.rest.start()

    # Building.

    def _listen_to_parts(self) -> None:
        self.edits.said.connect(self.status.tell)
        for one in (self.exports, self.clipboard, self.file_opening, self.photo_in):
            one.failed.connect(self.notices.problem)
        for step in (self.edits.merged, self.clipboard.pasted, self.file_opening.taken_over):
            step.connect(self.notices.tell_step)
        self.photo_in.settled.connect(self.notices.settled)
        self.clipboard.told.connect(self.notice.tell)
        self.file_opening.look_requested.connect(self.look_at)
        self.file_opening.group_requested.connect(self._lay_together)
        self.file_opening.opened.connect(self._draw_opened)
        self.file_opening.told.connect(self.notice.tell)
        self.map.view.menu_requested.connect(self._open_menu)
        self.map.example_requested.connect(self.open_example)
        for asks in (self.map.view, self.quick_add.tray):
            asks.rename_requested.connect(lambda: partner_actions.rename_or_find(self))
        self.names_requested.connect(self._take_names)
        for asked in (self.about_requested, self.room.nobody.asked, self.bar.moment.asked):
            asked.connect(self._go_to_about)
        self.side_requested.connect(lambda: self._tell_about(wanted=not self._tells_about))
        self.room_requested.connect(self._give_room)
        self.map.view.name_begun.connect(self._begin_name)
        self.quick_add.list_pasted.connect(self.clipboard.paste)
        self.quick_add.left_for_map.connect(self._leave_names)
        self.quick_add.rate_requested.connect(self.start_rating)
        self.quick_add.unknown_requested.connect(lambda: partner_actions.give_each(self))
        self.quick_add.tray.take_from(self.map.view)
        self.map.view.hovered.connect(self._light)
        for leads in (self.notices.intention_led, self.plans_requested):
            leads.connect(self._show_intention)
        self.help_requested.connect(self._show_help)
        self.screen_requested.connect(self._go_to)
        self.people_requested.connect(self._go_to_people)
        self.menu_requested.connect(self._open_menu)
        self.field_requested.connect(lambda name: partner_actions.answer(self, name))
        self.brought_forward.connect(self._bring_forward)

    def _listen_to_document(self) -> None:
        self.document.opened.connect(self._show_map)
        self.document.changed.connect(self._follow)
        self.document.selection_changed.connect(self._follow_selection)
        self.document.refused.connect(self.notices.problem)
        self.document.noticed.connect(self.notices.problem)
        self.document.settling.connect(self._settle)
        self.document.leaving.connect(self._keep_drafts)
        self.settings.map_view_changed.connect(self._show_lens)

    def part_of(self, screen: str) -> Any:
        """Return the widget of a screen, made when it is first asked for."""
        return part_of(self, SCREENS[screen])

    def let_go(self) -> None:
        """Stop listening: a new set of screens takes over."""
        self.ahead.stop()
        self.notices.stop()
        self.file_opening.stop()
        for action in self.actions():
            self.removeAction(action)
        self.deleteLater()

    # Showing.

    def _go_to(self, screen: str) -> None:
        """Show a screen and give it the keyboard; who walks along the tabs keeps it there."""
        if not (walks := self.bar.tabs.is_walked):
            self.room.let_go_of_keyboard()
        self.show_screen(screen)
        row = SCREENS[screen]
        if not walks and (not row.needs_map or self.document.is_open):
            if row.focuses_names:
                self._rest()
            elif row.focus:
                getattr(self.part_of(screen), row.focus)()
        self.room.keep_keyboard()

    def show_screen(self, screen: str) -> None:
        """Show a screen by its id; without a map only one that needs none.

        What was being typed is kept first; a screen that asks begins to, however it is reached.
        A name that is half typed is nobody yet: it waits in its field, and only who asks takes it.
        """
        row = self._to_show(screen)
        trail.note("screen", row.id)
        if row.id != self.shown:
            drafts.keep(self, but=None if row.asks else self.quick_add)
            if row.tab != SCREENS[self.shown].tab:
                self.memory.keep("back", "" if row.tab else self.shown)  # where Esc leads
        self.shown = row.id
        if not row.needs_map:
            self.notices.withdraw_finished()
        self._show_live()
        self.settings.look_through(self.memory.get(f"{row.id} lens", default=row.lens))
        self.room.centre.setCurrentWidget(self.map if row.beside else self.part_of(row.id))
        if self.has(screen_list.insight):
            self._bring_forward()
        self.announcements.be_quiet(quiet=row.asks)
        self.bar.show_tab(row.id)
        self.status.be_about_map(is_about_map=row.needs_map and not row.asks)  # it counts itself
        self._give_room()
        self._show_side()
        if self.document.is_open and row.begin:
            getattr(self.part_of(row.id), row.begin)()
        if row.stays:
            self._take_place()

    def _to_show(self, screen: str) -> Screen:
        row = SCREENS[screen]
        if row.needs_map and not self.document.is_open:
            return SCREENS["maps"]
        return SCREENS["draw"] if row.needs_guest and self.guest is None else row

    @property
    def place(self) -> Place:
        """Return the place the person is at, to go on there when all is built anew."""
        left = dict(self.memory.left)
        for key, row in SCREENS.items():
            stands = key == self.shown or (row.stays and self.has(row.build) and key not in left)
            if row.goes_on and stands and (self.document.is_open or not row.needs_map):
                left[key] = KeptValue(self.part_of(key).place, row.needs_map)
        return Place(
            screen=self.shown,
            map=self.map.view.place,
            typed=self.quick_add.field.text(),
            guest=self.guest,
            waiting=self.file_opening.waiting,
            unread=self.file_opening.unread,
            about=self._tells_about,
            left=left,
            carried=carried.carry(self),
        )

    def go_on_at(self, place: Place) -> None:
        """Show what was on the screen before the screens were built anew."""
        self.guest, self._tells_about = place.guest, place.about
        self.file_opening.wait_again(place.waiting, place.unread)
        self.shown = place.screen  # nobody came there from another
        self.show_screen(place.screen)
        self.room.settle()
        self.map.view.go_on_at(place.map)
        self.go_on_typing(place.typed)
        self._take_place()
        partner_actions.find_again(self)
        carried.carry_on(self, place.carried)

    def go_on_typing(self, typed: str) -> None:
        """Take a name that is half typed, or rest."""
        self.quick_add.field.setText(typed)
        (self._take_names if typed and SCREENS[self.shown].names else self._rest)()

    def _go_to_about(self, field: str = "") -> None:
        """Show what is said about the map, at a field or from the top, also where it is folded."""
        self.document.select(())
        self._go_to("draw")
        folding.unfold(self, "right")
        self._tell_about(wanted=True)
        self.map_form.lead_to(field)

    def _take_names(self) -> None:
        """Give the keyboard to the field for a name; in live mode the left side comes with it."""
        self._takes_names = True
        self._give_room()
        self.quick_add.field.setFocus()

    def _rest(self) -> None:
        """Give the keyboard to the field for a name where that is to be seen, else to the map."""
        (self.quick_add.field if self.room.has_names else self.map.view).setFocus()

    def _begin_name(self, text: str) -> None:
        if SCREENS[self.shown].names:  # elsewhere it would be typed unseen
            self._take_names()
            self.quick_add.begin_name(text)

    def _leave_names(self) -> None:
        self.map.view.setFocus()  # first: the keyboard does not go along with what folds away
        self._takes_names = False
        self._give_room()

    def _take_place(self) -> None:
        if self.shown in self.memory.left:
            self.part_of(self.shown).go_on_at(self.memory.left.pop(self.shown).value)

    def _settle(self) -> None:
        drafts.pending.settle()

    def _keep_drafts(self) -> None:
        drafts.keep(self)

    def _show_live(self) -> None:
        """In live mode, leave out what is not the map, the names or the rating."""
        for bar in (self.bar, self.status):
            bar.setVisible(not self.is_live)
        for command in commands():
            if not command.live:
                self.actions_by_id[command.id].setEnabled(not self.is_live)
        self.actions_by_id["live"].setChecked(self.is_live)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sides less room in a narrow window."""
        super().resizeEvent(event)
        self._give_room()

    def _light(self, partner_id: str) -> None:
        """Let the views of insight follow the pointer on the map."""
        if self.shown == "insight":
            self.insight.highlight.light(partner_id)

    def _bring_forward(self) -> None:
        """Let the map follow the pointer and the filter of insight, as long as that is shown."""
        scene, highlight = self.map.view.map_scene, self.insight.highlight
        if self.shown != "insight" or not self.document.is_open:
            scene.bring_forward("")
            return
        partners = self.document.map.partners
        scene.bring_forward(highlight.lit, (p.id for p in partners if highlight.is_dim(p)))

    def _give_room(self, at_once: bool = False) -> None:
        document, row, view = self.document, SCREENS[self.shown], self.map.view
        if self.room.is_narrow(self.width()) and view.is_held and not at_once:
            return  # it will tell
        if document.is_open and not document.map.partners and not self.is_live:
            self._takes_names = True  # a map begins with names
        wants = SidePanels(self._takes_names, self._tells_about or bool(document.selection))
        lent = self.room.give(row, self.width(), wants, self.settings.folds, is_live=self.is_live)
        self.map.stand(takes_names=row.names, has_field=self.room.has_names, lent=lent)

    def _show_side(self) -> None:
        """Show the side that belongs to the screen and the selection, once it is built."""
        partner_actions.allow(self, on_people=SCREENS[self.shown].names)
        if SCREENS[self.shown].beside:
            shown = self.part_of(self.shown)
        elif self.document.selection:
            shown = self.form
        else:
            shown = self.map_form if self._tells_about else self.room.nobody
        self.room.sides.setCurrentWidget(shown)

    def _follow_selection(self) -> None:
        self._takes_names &= not self.document.selection or self.room.keeps_names(self.width())
        self._tell_about(wanted=self._tells_about and not self.document.selection)

    def _tell_about(self, *, wanted: bool) -> None:
        self._tells_about = wanted
        self._give_room()
        self._show_side()

    def _show_map(self) -> None:
        self.notices.withdraw_finished()
        if self.document.is_open:
            self.settings.last_map = self.document.map.network.id
            wanted = lens_for(self.document.shown.partners, self.settings.lens)
            if wanted != self.settings.lens:
                self.settings.lens = wanted
        else:
            self.show_screen("maps")
        self._give_room()

    def _follow(self, _before: Changes, after: Changes) -> None:
        if not self.document.map.partners:  # else selecting says what is beside the map
            self._give_room()
        if Network in map(type, after.values()):
            self.notices.withdraw_finished()
        if self.shown == "insight":
            self._bring_forward()
        if self.ahead.left:
            self.ahead.rest.start()  # not while somebody is at work

    def _show_lens(self) -> None:
        row, lens = SCREENS[self.shown], self.settings.lens
        if row.lens and lens != self.memory.get(f"{row.id} lens", default=row.lens):
            self.memory.keep(f"{row.id} lens", lens, of_map=True)  # it was chosen by hand
        self.quick_add.tray.set_lens(lens)
        self.actions_by_id["sectors"].setChecked(self.settings.sectors)

    # Where other things lead.

    def _draw_opened(self) -> None:
        """Show a map that was just added, through a lens in which people have a place."""
        self.settings.lens = lens_for(self.document.map.partners, self.settings.lens)
        self.show_screen("draw")

    def look_at(self, guest: "Guest") -> None:
        """Lay the map of somebody else beside the open one."""
        self.guest = guest
        self.exchange.receive(guest)
        self.go_to("exchange")
        if not self.document.is_open:
            self.notices.open_first()

    def _lay_together(self, paths: Any) -> None:
        self.go_to("group")
        self.part(screen_list.group).add_anew(paths)

    def _show_intention(self, intention_id: str = "") -> None:
        self.go_to("reflect")
        self.reflect.show_intention(intention_id)

    def _go_to_people(self) -> None:
        partner_actions.go_to_people(self)

    def _open_menu(self, where: QPoint) -> None:
        partner_actions.open_menu(self, where)

    def _show_help(self) -> None:
        from app.views.frame.help import Help

        Help(self).open()
