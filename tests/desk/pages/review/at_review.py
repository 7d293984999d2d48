"""A person at a review: what the pages show of a step, and what they press."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

PART = {"HX-Request": "true"}


@dataclass
class AtReview:
    """One person's browser at the review of one item."""

    client: Any
    ref: str

    @property
    def address(self) -> str:
        """The address of the review."""
        return f"/review/{self.ref}/"

    def page(self, **asked: str) -> str:
        """The whole page."""
        answer = self.client.get(self.address, asked)
        assert answer.status_code == 200
        return str(answer.content.decode())

    def body(self, name: str) -> str:
        """What is shown when a step is opened."""
        answer = self.client.get(f"{self.address}step/{name}/", headers=PART)
        assert answer.status_code == 200
        return str(answer.content.decode())

    def seen(self, name: str) -> str:
        """What stands for the decisions that the page shows."""
        return re.findall(r'name="seen" value="([^"]+)"', self.body(name))[0]

    def falls(self, name: str) -> str:
        """The names of what falls with a step, as its form has them."""
        return re.findall(r'name="falls" value="([^"]*)"', self.body(name))[0]

    def decide(self, name: str, act: str, *, whole: bool = False, **said: str) -> Any:
        """Press a button of a step."""
        said.setdefault("seen", self.seen(name))
        return self.client.post(
            f"{self.address}step/{name}/decide/", {"act": act, **said},
            headers={} if whole else {**PART, "HX-Target": f"s-{name}"},
        )  # fmt: skip

    def state(self, name: str) -> str:
        """The state of a step, as the page says it."""
        found = re.search(rf'id="s-{name}" data-step="{name}" data-state="([a-z]+)"', self.page())
        assert found is not None, name
        return found[1]

    def named(self, words: str) -> str:
        """The name of the step whose line on the page has these words."""
        for found in re.finditer(r'data-step="([a-z0-9-]+)".*?</summary>', self.page(), re.DOTALL):
            plain = " ".join(html.unescape(re.sub(r"<[^>]+>", "", found[0])).split())
            if words in plain:
                return found[1]
        raise AssertionError("no step says: " + words)
