"""The command ``python3 -I -S verify.pyz``: arguments in, a printed report and an exit code out."""

from __future__ import annotations

import argparse
import io
import sys
from typing import BinaryIO, Optional, Sequence

from probatum.errors import UseError
from probatum.verify.checking import verify_package
from probatum.verify.package import open_file
from probatum.verify.trust import Trust

CANNOT_READ = 3

_ABOUT = """Check a disclosure package, offline. Nothing is written, nothing leaves this machine.

The key or policy must reach you by another way than the package; without one, whose log this is
stays "not checked". Compare the SHA-256 of this program, too, with one obtained separately.

exit codes: 0 verified, 1 something failed, 2 wrong use, 3 the file cannot be read, 4 nothing
failed but whose log this is was not checked"""


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run the verifier; ``arguments`` are those of the command line unless given."""
    parser = argparse.ArgumentParser(
        prog="verify.pyz",
        description=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("package", metavar="PACKAGE", help="the zip file to check")
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--key", metavar="VKEY", help="verifier key of the log, or its fingerprint (64 hex digits)"
    )
    group.add_argument("--policy", metavar="FILE", help="C2SP tlog-policy naming one or more logs")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # A report in Arabic on a terminal that cannot show it is escaped, not lost.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        trust = _trust(options.key, options.policy)
        with open_file(options.package) as package:
            progress = _Progress(package) if sys.stderr.isatty() else None
            report = verify_package(package, trust, progress=progress)
    except UseError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except OSError as error:
        print(f"cannot read {error.filename or options.package}: {error.strerror}", file=sys.stderr)
        return CANNOT_READ
    if progress is not None:
        print(file=sys.stderr)
    print(report.as_json() if options.json else report.as_text())
    return report.exit_code


class _Progress:
    """Writes on a terminal how much was read; a package of 100 GB takes minutes."""

    def __init__(self, package: BinaryIO) -> None:
        self._total = package.seek(0, io.SEEK_END)
        self._read = 0
        self._shown = -1

    def __call__(self, count: int) -> None:
        self._read += count
        percent = 100 * self._read // max(self._total, 1)
        if percent != self._shown:
            self._shown = percent
            print(f"\r{percent} % read", end="", flush=True, file=sys.stderr)


def _trust(key: Optional[str], policy: Optional[str]) -> Trust:
    """What the reader named. Raises wrong-use, too-large; OSError for what cannot be read."""
    if key is not None:
        return Trust.from_key(key)
    if policy is None:
        return Trust()
    return Trust.read_policy(policy)
