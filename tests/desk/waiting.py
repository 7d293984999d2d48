"""A page that looks again by itself while a job is at work: what it says in the end."""

from __future__ import annotations

import time
from typing import Any


def settled(client: Any, answer: Any, words: str = "Stop it") -> Any:
    """Follow an answer to the page of its job, and look until the job has ended.

    ``words`` stand on the page as long as it works.
    """
    if answer.status_code != 302:
        return answer
    for _ in range(600):
        page = client.get(answer.headers["Location"])
        if words not in page.content.decode():
            return page
        time.sleep(0.05)
    raise AssertionError(page.content.decode())
