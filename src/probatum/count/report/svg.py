"""Drawing by matplotlib, as SVG inside a page: the same bytes each time, in the page's colours.

Colours are names. Each is drawn in a value of its own that nothing else uses and is then replaced
by a variable of the page, so that one picture serves light and dark; paper gets fixed colours
(:func:`for_paper`). Ids get the name of the picture in front: several stand in one page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# name -> what is drawn, light, dark
COLOURS: Mapping[str, tuple[str, str, str]] = {
    "ink": ("#010203", "#17202b", "#e4e9f0"),
    "muted": ("#020304", "#4b5766", "#a7b3c2"),
    "grid": ("#030405", "#d8dce3", "#2b3643"),
    "faint": ("#040506", "#c3c9d2", "#3a4656"),
    "documented": ("#050607", "#0b6064", "#74cdd0"),
    "documented-weak": ("#060708", "#a9d6d6", "#1d4a4c"),
    "one": ("#070809", "#5b3a94", "#c5aef2"),
    "two": ("#08090a", "#8a3d0b", "#f0aa7c"),
    "three": ("#090a0b", "#1a4f8f", "#8fbcf5"),
    "four": ("#0a0b0c", "#7d2a63", "#eaa3d0"),
    "five": ("#0b0c0d", "#6a5300", "#d9c56f"),
}
MODELS: Mapping[str, tuple[str, str]] = {
    "latent-class": ("one", "o"),
    "graphs": ("two", "s"),
    "loglinear": ("three", "D"),
    "chao": ("four", ">"),
    "independence": ("five", "x"),
}
"""Each model has a colour and a mark of its own: none is told by its colour alone."""

_ID = re.compile(r'(\sid="|url\(#|href="#)([^")]+)')
_HEAD = re.compile(r"^.*?(<svg)", re.DOTALL)
_SIZE = re.compile(r' (?:width|height)="[0-9.]+pt"')


def colour(name: str) -> str:
    """Return the value in which a colour is drawn."""
    return COLOURS[name][0]


@contextmanager
def drawing(name: str, width: float, height: float) -> Iterator[Figure]:
    """Give a figure of this size, in inches of 72 points."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure as Blank

    settings: Any = {
        "svg.hashsalt": name, "svg.fonttype": "none", "font.family": ["DejaVu Sans"],
        "font.size": 9, "axes.edgecolor": colour("faint"), "axes.labelcolor": colour("muted"),
        "text.color": colour("ink"), "xtick.color": colour("muted"),
        "ytick.color": colour("muted"), "grid.color": colour("grid"), "axes.linewidth": 0.8,
        "axes.spines.top": False, "axes.spines.right": False, "axes.axisbelow": True,
        "text.parse_math": False, "axes.unicode_minus": False,
    }  # fmt: skip
    with rc_context(settings):
        yield Blank(figsize=(width, height), layout="constrained")


def as_svg(figure: Figure, name: str, title: str, described: str) -> str:
    """Return a figure as an SVG element that a screen reader names and describes."""
    from matplotlib import rc_context

    out = io.StringIO()
    with rc_context({"svg.hashsalt": name, "svg.fonttype": "none"}):
        figure.savefig(
            out, format="svg", transparent=True,
            metadata={"Date": None, "Creator": None, "Format": None, "Type": None},
        )  # fmt: skip
    text = _HEAD.sub(r"\1", out.getvalue(), count=1)
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->\s*", "", text, flags=re.DOTALL)
    text = _ID.sub(rf"\g<1>{name}-\g<2>", text)
    head, _, rest = text.partition(">")
    head = _SIZE.sub("", head)
    labelled = f'{head} role="img" aria-labelledby="{name}-title {name}-text">'
    said = f'<title id="{name}-title">{escape(title)}</title>'
    said += f'<desc id="{name}-text">{escape(described)}</desc>'
    for known, (drawn, _, _) in COLOURS.items():
        rest = rest.replace(drawn, f"var(--{known})")
    return labelled + said + rest.strip()


def variables(which: int) -> str:
    """Return the page's variables: 1 for light, 2 for dark."""
    return "".join(f"--{name}:{values[which]};" for name, values in COLOURS.items())


def for_paper(page: bytes) -> bytes:
    """Return a page with the light colours written out, for programs that know no variables."""
    text = page.decode()
    for name, (_, light, _) in COLOURS.items():
        text = text.replace(f"var(--{name})", light)
    return text.encode()
