"""HTML: the article as trafilatura finds it, else all visible text; and what the page states.

What an article leaves out is counted, never hidden: ``characters_left_out`` is how many visible
characters of the page are not in the text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from probatum.derive.text.extracted import Limits, RefusedError
from probatum.derive.text.page_facts import facts_of
from probatum.derive.text.passages import Passages, clean, fact
from probatum.derive.text.readable import Readable

# A larger page is a list or a dump and no article; looking for one would take minutes.
_LARGEST_ARTICLE = 4 << 20
_SHORTEST_ARTICLE = 200
_SPACE = re.compile(r"\s+")
_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option "
    "p pre section summary table tbody td tfoot th thead title tr ul video".split()
)
_UNSEEN = frozenset(
    "script style template noscript head iframe object svg math canvas select datalist".split()
)


def read(text: str, limits: Limits) -> Readable:
    """Return the article of a page with the page's own facts."""
    page = parse(text)
    metadata = facts_of(page)
    visible = list(_visible(page))
    if not visible and not metadata:
        raise RefusedError("no-text", "a page without visible text")
    article = _article(text) if len(text) <= _LARGEST_ARTICLE else []
    chosen, how = (article, "article") if article else (visible, "whole-page")
    passages = Passages(limits)
    for number, paragraph in enumerate(chosen, start=1):
        passages.piece("paragraph", paragraph, str(number), between="\n")
    left_out = max(0, _solid(visible) - _solid(chosen))
    metadata += fact("characters_left_out", str(left_out))
    return Readable.of(passages, metadata=metadata, parameters=f"reader=web-page text={how}")


def whole_text(text: str, limits: Limits) -> Passages:
    """Return all visible text of a page, block by block (for the bodies of messages)."""
    passages = Passages(limits)
    for number, paragraph in enumerate(_visible(parse(text)), start=1):
        passages.piece("paragraph", paragraph, str(number), between="\n")
    return passages


def parse(text: str) -> HtmlElement:
    """Return the tree of a page. Nothing is fetched, and entities of its own are not known."""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        tree = lxml.html.document_fromstring(clean(text).encode(), parser=parser)
    except lxml.etree.LxmlError as error:
        _require_whole(parser)
        raise RefusedError("no-text", "a page without elements") from error
    _require_whole(parser)
    assert isinstance(tree, HtmlElement)
    return tree


def _require_whole(parser: lxml.html.HTMLParser) -> None:
    # Where libxml2 stops, it gives what it has so far, or nothing, and does not call that an error:
    # words behind that place would be missing without anybody being told.
    for said in parser.error_log:
        if said.type_name == "ERR_NO_MEMORY":
            raise MemoryError
        if said.type_name == "ERR_RESOURCE_LIMIT":
            raise RefusedError("too-large", "a page with more elements in each other than are read")


def _article(text: str) -> list[str]:
    import trafilatura

    logging.disable()  # it would tell standard error about the page
    try:
        found = trafilatura.extract(
            text, favor_recall=True, include_comments=False, include_tables=True,
            deduplicate=False, with_metadata=False, output_format="txt",
        )  # fmt: skip
    except (RecursionError, lxml.etree.LxmlError, ValueError):
        return []  # too deep or too odd to have an article; the visible text is there
    lines = [line for line in clean(found or "").split("\n") if line.strip()]
    return lines if sum(map(len, lines)) >= _SHORTEST_ARTICLE else []


def _solid(lines: list[str]) -> int:
    return sum(len("".join(line.split())) for line in lines)


def _visible(page: HtmlElement) -> Iterator[str]:
    """Yield the visible text, a block at a time, white space as a browser shows it.

    Walks without recursion: a page may nest deeper than Python may.
    """
    gathered: list[str] = []

    def block() -> Iterator[str]:
        line = _SPACE.sub(" ", "".join(gathered)).strip()
        gathered.clear()
        if line:
            yield line

    skipped: HtmlElement | None = None
    for event, element in lxml.etree.iterwalk(page, events=("start", "end", "comment", "pi")):
        if event == "start":
            if skipped is None and (element.tag in _UNSEEN or "hidden" in element.attrib):
                skipped = element
            if element.tag in _BLOCKS:
                yield from block()
            if skipped is None:
                gathered.append(element.text or "")
            continue
        if event == "end" and element.tag in _BLOCKS:
            yield from block()
        if skipped is element:
            skipped = None
        if skipped is None and element is not page:
            gathered.append(element.tail or "")
    yield from block()
