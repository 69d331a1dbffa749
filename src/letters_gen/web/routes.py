"""The page's addresses, its table of contents.

A page's module is imported when it is first asked for: the first page need not wait for what reads
a spreadsheet (Flask, "Lazily Loading Views").
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from flask import Flask

from letters_gen.web.guards import csrf

# method, address, the endpoint's name, its function: GET changes nothing.
_ROUTES = (
    ("GET", "/enter", "enter", "entering.enter"),
    ("GET", "/alive", "alive", "entering.alive"),
    ("POST", "/secret", "fresh_secret", "entering.fresh_secret"),
    ("GET", "/leave", "ask_leave", "entering.ask_leave"),
    ("POST", "/leave", "leave", "entering.leave"),
    ("GET", "/office", "ask_office", "founding_page.ask"),
    ("POST", "/office", "found_office", "founding_page.found"),
    ("GET", "/", "week", "week_page.week"),
    ("POST", "/sheets", "upload", "week_page.upload"),
    ("GET", "/sheets/<sheet>", "sheet", "sheet_page.show"),
    ("POST", "/sheets/<sheet>/answers", "answer", "sheet_page.answer"),
    ("GET", "/sheets/<sheet>/basis", "basis", "basis_page.basis"),
    ("POST", "/sheets/<sheet>/basis", "keep_basis", "basis_page.keep"),
    ("GET", "/sheets/<sheet>/<kind>", "plan", "plan_page.show"),
    ("POST", "/sheets/<sheet>/<kind>", "issue", "plan_page.issue"),
    ("POST", "/sheets/<sheet>/<kind>/schools", "choose", "plan_page.choose"),
    ("POST", "/sheets/<sheet>/<kind>/answers", "answer_plan", "plan_page.answer"),
    ("GET", "/sheets/<sheet>/<kind>/change", "ask_change", "change_page.ask"),
    ("POST", "/sheets/<sheet>/<kind>/change", "change", "change_page.change"),
    ("GET", "/sheets/<sheet>/<kind>/about", "ask_about", "about_page.ask"),
    ("POST", "/sheets/<sheet>/<kind>/about", "say_about", "about_page.say"),
    ("GET", "/sheets/<sheet>/<kind>/remake", "ask_remake", "remake_page.ask"),
    ("POST", "/sheets/<sheet>/<kind>/remake", "remake", "remake_page.choose"),
    ("GET", "/sheets/<sheet>/<kind>/<int:position>", "draft", "draft_page.show"),
    ("POST", "/sheets/<sheet>/<kind>/preview", "make_preview", "preview_page.make"),
    ("GET", "/preview/<of>/<int:place>.png", "picture", "preview_page.picture"),
    ("GET", "/preview/<of>/<int:place>.docx", "word", "preview_page.word"),
    ("GET", "/issued", "issued", "issued_page.show"),
    ("GET", "/issued/progress", "progress", "issued_page.progress"),
    ("POST", "/issued/print", "print_", "issued_page.print_"),
    ("POST", "/issued/open", "open_", "issued_page.open_"),
    ("GET", "/issued/file", "file", "issued_page.file"),
    ("GET", "/journal", "journal", "journal_page.show"),
    ("GET", "/journal/entry", "entry", "entry_page.show"),
    ("GET", "/journal/entry/file", "entry_file", "entry_page.file"),
    ("POST", "/journal/entry/open", "open_entry", "entry_page.open_"),
    ("GET", "/journal/entry/<act>", "ask_act", "act_page.ask"),
    ("POST", "/journal/entry/<act>", "act", "act_page.do"),
    ("GET", "/journal/reserve", "ask_number", "reserve_page.ask"),
    ("POST", "/journal/reserve", "reserve", "reserve_page.take"),
    ("GET", "/journal/scans", "ask_scans", "scans_page.ask"),
    ("POST", "/journal/scans", "file_scans", "scans_page.take"),
    ("GET", "/journal/scans/<bundle>", "scans", "scans_page.show"),
    ("POST", "/journal/scans/<bundle>", "file_scan", "scans_page.give"),
    ("GET", "/journal/scans/<bundle>/progress", "scans_progress", "scans_page.progress"),
    ("POST", "/journal/scans/<bundle>/again", "file_again", "scans_page.again"),
    ("POST", "/journal/scans/<bundle>/drop", "drop_scans", "scans_page.drop"),
    ("GET", "/journal/export", "export", "export_page.show"),
    ("GET", "/journal/export/file", "export_file", "export_page.file"),
    ("GET", "/journal/verify", "verify", "verify_page.show"),
    ("GET", "/control", "control", "control_page.show"),
    ("GET", "/control/file", "control_file", "control_page.file"),
    ("GET", "/incoming", "ask_incoming", "incoming_page.ask"),
    ("GET", "/incoming/letter", "incoming", "incoming_page.letter"),
    ("POST", "/incoming/letter", "enter_incoming", "incoming_page.enter"),
    ("GET", "/history", "history", "history_page.show"),
    ("GET", "/history/file", "history_file", "history_page.file"),
    ("GET", "/schools", "schools", "schools_page.show"),
    ("GET", "/schools/new", "new_school", "school_page.ask_new"),
    ("POST", "/schools/new", "add_school", "school_page.add"),
    ("GET", "/schools/school", "school", "school_page.ask"),
    ("POST", "/schools/school", "change_school", "school_page.change"),
    ("GET", "/schools/remove", "ask_removal", "school_page.ask_removal"),
    ("POST", "/schools/remove", "remove_school", "school_page.remove"),
    ("GET", "/templates", "templates", "templates_page.show"),
    ("GET", "/templates/template", "ask_template", "templates_page.ask"),
    ("POST", "/templates/open", "open_template", "templates_page.open_template"),
    ("GET", "/templates/file", "template_file", "templates_page.file"),
    ("POST", "/templates/shipped", "shipped_template", "templates_page.put_back"),
    ("GET", "/copies", "copies", "copies_page.show"),
    ("POST", "/copies", "copy_now", "copies_page.copy_now"),
    ("GET", "/copies/restore", "ask_restore", "copies_page.ask_restore"),
    ("POST", "/copies/restore", "put_back", "copies_page.put_back"),
    ("GET", "/settings", "settings", "settings_page.show"),
    ("GET", "/settings/<part>", "ask_settings", "settings_page.ask"),
    ("POST", "/settings/<part>", "keep_settings", "settings_page.keep"),
    ("GET", "/settings/people/<table>/<key>", "ask_person", "settings_page.ask_person"),
    ("POST", "/settings/people/<table>/<key>", "keep_person", "settings_page.keep_person"),
    (
        "POST",
        "/settings/people/<table>/<key>/remove",
        "remove_person",
        "settings_page.remove_person",
    ),
)


def lay_routes(app: Flask) -> None:
    """Let `app` answer at every address."""
    for method, address, endpoint, function in _ROUTES:
        view = _Later(function)
        app.add_url_rule(address, endpoint, view, methods=[method])
    csrf.exempt(app.view_functions["fresh_secret"])


class _Later:
    """A function of one of the page's modules, by its name."""

    def __init__(self, name: str) -> None:
        self._module, _, self._function = name.partition(".")
        # What Flask and Flask-WTF call a view.
        self.__module__, self.__name__ = f"{__package__}.{self._module}", self._function

    def __call__(self, **arguments: Any) -> Any:
        """Answer the request."""
        module = import_module(f"{__package__}.{self._module}")
        return getattr(module, self._function)(**arguments)
