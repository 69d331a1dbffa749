"""The audit in words: the register held against itself and its files; nothing is written."""

from __future__ import annotations

from flask import render_template, request

from letters_gen.records.audit import audited
from letters_gen.web.desk import desk, register, settings
from letters_gen.web.told import page_oddities
from letters_gen.wording.audits import run_line, verdict


def show() -> str:
    """Ask for the head that was written down, or tell what was found."""
    if "head" not in request.args:
        return render_template("verify.html", found=None)
    head = "".join(request.args["head"].split())
    found = audited(desk().workspace, settings(), register(), head or None)
    return render_template(
        "verify.html",
        found=found,
        verdict=verdict(found),
        runs=[run_line(run) for run in found.runs],
        faults=page_oddities(found.faults),
        notes=page_oddities(found.notes),
    )
