"""How long it would take to guess a passphrase, by zxcvbn (Wheeler 2016, USENIX Security).

Argon2id with 64 MiB makes one guess cost some tenths of a second of one core, so that the offline
case of a slow hash is the one that counts.

>>> of("password1").enough, of("mill road under seven lanterns").enough
(False, True)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

ENOUGH_BITS = 40.0  # of guesses: 2^40 guesses of 0.1 s on 1,000 cores take three years
LONGEST = 100  # characters that are looked at: its cost grows with the square


@dataclass(frozen=True, slots=True)
class Strength:
    """``bits`` is the logarithm of the guesses needed, ``share`` of the meter in percent."""

    bits: float
    share: int
    words: str

    @property
    def enough(self) -> bool:
        """Whether a case may be opened by it."""
        return self.bits >= ENOUGH_BITS


def of(passphrase: str, about: Sequence[str] = ()) -> Strength:
    """Return the strength; ``about`` are words that somebody who knows the person tries first."""
    if not passphrase:
        return Strength(0.0, 0, "")
    found = zxcvbn(passphrase[:LONGEST], user_inputs=[word for word in about if word])
    bits = float(found["guesses_log10"]) * 3.3219281
    share = min(100, round(bits / 80 * 100))
    if bits < ENOUGH_BITS:
        return Strength(bits, share, _("Too weak: guessed too soon"))
    if bits < 60:
        return Strength(bits, share, _("Good"))
    return Strength(bits, share, _("Very good"))
