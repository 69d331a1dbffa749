"""Школы: the directory, searched and paged."""

from __future__ import annotations

from flask import render_template, request

from letters_gen.facts.schools import read_directory
from letters_gen.model.folding import folded
from letters_gen.model.school import School
from letters_gen.web.desk import desk
from letters_gen.web.paging import paged
from letters_gen.web.told import page_oddities


def show() -> str:
    """The schools that are looked for, all without a search."""
    directory = read_directory(desk().workspace.directory)
    sought = " ".join(request.args.get("q", "").split())
    headless = [one for one in directory.schools if not (one.head or one.post or one.is_vacant)]
    of = headless if request.args.get("headless") else directory.schools
    found = [school for school in of if _says(school, folded(sought))]
    return render_template(
        "schools.html",
        schools=paged(found, "schools"),
        total=len(directory.schools),
        headless=len(headless),
        is_headless=bool(request.args.get("headless")),
        sought=sought,
        warnings=page_oddities(directory.oddities),
    )


def _says(school: School, sought: str) -> bool:
    """Whether a school's names, ИНН, head or e-mail hold what is looked for."""
    return sought in folded(" ".join((*school.names, school.inn, school.head, school.email)))
