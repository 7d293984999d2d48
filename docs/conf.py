"""Sphinx: the pages of the repository as they are, and the docstrings of the code.

The source folder is the repository itself (``sphinx -c docs . build/docs``), so that a link between
two pages works the same on a code host and here. Warnings are errors.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.path[:0] = [str(ROOT / "src"), str(DOCS)]

from docstrings import as_rst  # noqa: E402

import probatum  # noqa: E402
from probatum.desk import settings as settings_of_the_desk  # noqa: E402

settings_of_the_desk.configure()  # Django's models can be looked at only then

project = "Probatum"
author = "the Probatum authors"
project_copyright = "the Probatum authors, Apache-2.0"
release = probatum.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
root_doc = "docs/index"
include_patterns = ["*.md", "docs/*.md", "docs/api/*.rst", "spec/*.md", "decisions/*.md",
                    "changelog.d/*.md", "eval/*.md", "vectors/*.md",
                    "coverage-study/*.md"]  # fmt: skip
exclude_patterns = ["build", ".venv", "dist", "tests"]
html_theme = "furo"
html_title = f"Probatum {release}"
html_copy_source = False
# The navigation is worked out anew for every page; with each function in it, that took most of
# the build.
toc_object_entries = False
templates_path: list[str] = []
nitpicky = False  # types of libraries have no pages here
myst_heading_anchors = 4
myst_enable_extensions = ["deflist"]
autodoc_default_options = {
    "members": True,
    "member-order": "bysource",
    "show-inheritance": True,
    "ignore-module-all": True,  # what a room hands on is described where it is made
}
autodoc_typehints = "signature"


def write_api(app: Sphinx) -> None:
    """Write one page per room below ``docs/api``, and the list of them, for autodoc to fill."""
    folder = DOCS / "api"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    source = ROOT / "src"
    rooms: dict[str, list[str]] = {}
    for path in sorted((source / "probatum").rglob("*.py")):
        parts = list(path.relative_to(source).with_suffix("").parts)
        if parts[-1] == "__init__":
            parts.pop()
        if len(parts) > 1:
            rooms.setdefault(parts[1], []).append(".".join(parts))
    for room, modules in rooms.items():
        lines = [room, "=" * len(room), ""]
        for name in modules:
            if name != f"probatum.{room}":
                lines += [name, "-" * len(name), ""]
            lines += [f".. automodule:: {name}", ""]
        (folder / f"{room}.rst").write_text("\n".join(lines), "utf-8")
    lines = ["The rooms of the code", "=====================", "", ".. toctree::", ""]
    lines += [f"   {room}" for room in rooms]
    (folder / "rooms.rst").write_text("\n".join(lines) + "\n", "utf-8")


def as_written(
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Hand docstrings, which are written for a reader of the code, to Sphinx as valid markup."""
    lines[:] = as_rst(lines)


def link_to_a_file(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.Node | None:
    """Show a link to a folder or source file of the repository, which has no page here, as text.

    A target that does not exist stays a warning, and so an error.
    """
    target = str(node.get("reftarget", "")).split("#")[0]
    page = ROOT / str(node.get("refdoc", ""))
    if target and any((base / target).exists() for base in (page.parent, ROOT)):
        return nodes.inline("", "", *content.children)
    return None


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("builder-inited", write_api)
    app.connect("autodoc-process-docstring", as_written)
    app.connect("missing-reference", link_to_a_file, priority=400)


# Rooms have values of the same name (a `Mark` of a text, a `Mark` of a page). In annotations each
# is the one that its module imports; which of them a link leads to matters little.
suppress_warnings = ["ref.python"]
