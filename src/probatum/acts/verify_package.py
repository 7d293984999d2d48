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
from probatum.verify.package import open_file

__all__ = ["Report", "Trust", "trust_of", "verify", "verify_stream"]


def trust_of(key: str | None, policy: str | Path | None) -> Trust:
    """Return what was named: a verifier key or fingerprint, or the path of a C2SP tlog-policy.

    Raises UseError ``wrong-use``, ``too-large``; WorldError.
    """
    if key is not None and policy is not None:
        raise UseError("wrong-use", item="verify", expected="--key or --policy", found="both",
                       remedy="leave one of them out")  # fmt: skip
    if key is not None:
        return Trust.from_key(key)
    if policy is None:
        return Trust()
    with files.reported("the policy"):
        return Trust.read_policy(policy)


def verify(
    path: str | Path,
    key: str | None = None,
    policy: str | Path | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Report:
    """Return the numbered findings about a package; whatever its bytes are, there is a report.

    Raises UseError ``wrong-use`` for a key or policy that is none and for a pipe or device,
    WorldError for a file that cannot be read.
    """
    trust = trust_of(key, policy)
    with files.reported("the package"), open_file(path) as stream:
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
