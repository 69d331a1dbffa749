"""The application: its pages, its guards, its words."""

from __future__ import annotations

from flask import Flask

from letters_gen.russian.dates import numeric
from letters_gen.web.compiled_pages import CompiledPages
from letters_gen.web.desk import NAME, Desk, let_go, office_name
from letters_gen.web.failing import answer_failures
from letters_gen.web.fault_log import keep_log
from letters_gen.web.guards import guard
from letters_gen.web.linking import home, page_address, problem_links
from letters_gen.web.routes import lay_routes
from letters_gen.web.sections import sections
from letters_gen.wording.language import gettext, ngettext, spoken


def application(desk: Desk) -> Flask:
    """The page of one workspace, as a WSGI application."""
    app = Flask(__name__)
    app.extensions[NAME] = desk
    app.url_map.merge_slashes = False
    guard(app, desk.entrance.key)
    answer_failures(app)
    lay_routes(app)
    app.teardown_appcontext(let_go)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.bytecode_cache = CompiledPages(desk.log.parent / "pages")
    app.jinja_env.globals.update(
        _=gettext,
        ngettext=ngettext,
        language=spoken,
        office_name=office_name,
        home=home,
        is_whole_page=lambda: not desk.reads_only,
        page_address=page_address,
        problem_links=problem_links,
        sections=sections,
    )
    app.jinja_env.filters["numeric"] = numeric
    keep_log(desk.log)
    return app
