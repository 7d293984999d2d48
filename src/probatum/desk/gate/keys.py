"""Words that let a browser in before anybody can sign in: the gate key and the entry key.

Any program of this machine reaches its loopback. The terminal that started the desk tells its own
browser a *gate key*, without which the gate answers nothing; whoever then opened the case gets an
*entry key*, which makes one browser that of the case's owner, once.
"""

from __future__ import annotations

import hmac
import secrets

COOKIE = "probatum_gate"


class Keys:
    """The two keys of this process; ``None`` where there is none to give."""

    def __init__(self) -> None:
        self.gate: str = secrets.token_urlsafe(24)
        self._entry: str | None = None

    def fits_gate(self, said: str) -> bool:
        """Say whether this is the gate key."""
        return hmac.compare_digest(said.encode(), self.gate.encode())

    def new_entry(self, key: str | None = None) -> str:
        """Make, or take over, the key with which the next browser enters; the last one ends."""
        self._entry = key or secrets.token_urlsafe(24)
        return self._entry

    def fits_entry(self, said: str) -> bool:
        """Say whether this is the entry key, which still counts afterwards."""
        entry = self._entry
        return entry is not None and hmac.compare_digest(said.encode(), entry.encode())

    def take_entry(self, said: str) -> bool:
        """Use the entry key up; say whether it was the right one."""
        if not self.fits_entry(said):
            return False
        self._entry = None
        return True


KEYS = Keys()
