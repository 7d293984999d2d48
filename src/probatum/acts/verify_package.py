"""Check a package that somebody gave us; needs no case, no passphrase and no network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from probatum.acts.session import no_progress
from probatum.errors import UseError
from probatum.preserve import files
from probatum.verify import Report, Trust
from probatum.verify import verify_package as check_package

__all__ = ["Report", "Trust", "trust_of", "verify", "verify_stream"]

_MOST_POLICY_BYTES = 1 << 20


def trust_of(key: str | None, policy: str | Path | None) -> Trust:
    """Return what was named: a verifier key or fingerprint, or the path of a C2SP tlog-policy.

    Raises UseError ``wrong-use``, WorldError.
    """
    if key is not None and policy is not None:
        raise UseError("wrong-use", item="verify", expected="--key or --policy", found="both",
                       remedy="leave one of them out")  # fmt: skip
    if key is not None:
        return Trust.from_key(key)
    if policy is None:
        return Trust()
    with files.reported("the policy"), open(policy, "rb") as stream:
        data = stream.read(_MOST_POLICY_BYTES)
    try:
        return Trust.from_policy(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UseError(
            "wrong-use", item="--policy", expected="a text in UTF-8", found="bytes",
            remedy="name a C2SP tlog-policy",
        ) from error  # fmt: skip


def verify(
    path: str | Path,
    key: str | None = None,
    policy: str | Path | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Report:
    """Return the numbered findings about a package; whatever its bytes are, there is a report.

    Raises UseError ``wrong-use`` for a key or policy that is none, WorldError for a file that
    cannot be read.
    """
    trust = trust_of(key, policy)
    with files.reported("the package"), open(path, "rb") as stream:
        return verify_stream(stream, trust, on_progress)


def verify_stream(
    stream: BinaryIO, trust: Trust, on_progress: Callable[[int, int], None] = no_progress
) -> Report:
    """Return the findings about a package in a stream that can seek."""
    total, done = stream.seek(0, 2), 0

    def tell(count: int) -> None:
        nonlocal done
        done += count
        on_progress(done, total)

    return check_package(stream, trust, progress=tell)
