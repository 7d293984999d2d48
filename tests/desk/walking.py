"""A walk over the desk: from link to link, until every kind of address was looked at."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from urllib.parse import urlsplit

from desk.browser import Visit

_LINKS = """
() => [...document.querySelectorAll("a[href], [hx-get], form[method=get][action]")]
  .map(each => each.getAttribute("href") ?? each.getAttribute("hx-get")
    ?? each.getAttribute("action"))
  .map(said => { try { return new URL(said, location.href) } catch { return null } })
  .filter(url => url && url.origin === location.origin).map(url => url.pathname + url.search)
"""
# Not looked at as pages: what ends the walk, and what a browser keeps as a file or plays.
_NOT_WALKED = {"account_logout", "sign-out", "package", "item_original", "evidence",
               "incident_paper_file", "log_checkpoint", "log_qr", "upload_picture"}  # fmt: skip


def walk(
    visit: Visit, look: Callable[[str, str], None], *, most: int = 1,
    start: tuple[str, ...] = ("/",),
) -> set[str]:  # fmt: skip
    """Look at pages (``look(address, name)``), at most so many of a name; return all their names.

    The name is that of the desk's address; the parts of a search count as another page.
    """
    from django.urls import Resolver404, resolve

    coming, seen, counted = deque(start), set(start), Counter[str]()
    while coming:
        address = coming.popleft()
        parts = urlsplit(address)
        try:
            name = resolve(parts.path).url_name or ""
        except Resolver404:
            assert address.startswith("/static/"), f"a link leads nowhere: {address}"
            continue
        kind = f"{name}?" if parts.query else name
        if name in _NOT_WALKED or counted[kind] >= most:
            continue
        counted[kind] += 1
        answer = visit.page.goto(visit.address + address)
        assert answer is not None
        assert answer.status < 500, address
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        look(address, name)
        for link in visit.page.evaluate(_LINKS):
            if link not in seen:
                seen.add(link)
                coming.append(link)
    return {kind.rstrip("?") for kind in counted}
