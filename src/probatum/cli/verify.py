"""``probatum verify``: check a disclosure package, without a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from probatum.cli.calls import Call


def verify(
    call: Call,
    package: Annotated[
        Path,
        typer.Argument(metavar="P.zip", exists=True, dir_okay=False, help="The package."),
    ],
    key: Annotated[
        str | None,
        typer.Option("--key", metavar="VKEY", help="Verifier key of the log, or its fingerprint."),
    ] = None,
    policy: Annotated[
        Path | None,
        typer.Option(
            "--policy",
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="C2SP tlog-policy that names trusted logs.",
        ),
    ] = None,
) -> None:
    """Check a disclosure package; needs no case.

    The key must reach you by another way than the package. Without it, whose log this is stays
    "not checked" and the exit code is 4. Exit code 1: something failed.
    """
    from probatum.acts.verify_package import verify as verify_package
    from probatum.cli.progress import bytes_bar

    with bytes_bar("Verifying") as update:
        report = verify_package(package, key, policy, update)
    print(report.as_json() if call.as_json else report.as_text())
    if report.exit_code:
        raise typer.Exit(report.exit_code)
