"""``probatum receive``: take a package of somebody else into custody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import answers, passphrases
from probatum.cli.add import receipt_text, require_free
from probatum.cli.calls import Call
from probatum.cli.wording import many, wrapped

if TYPE_CHECKING:
    from probatum.acts.receive_package import Received

NOT_TRUSTED = """Whose log the sender's is was NOT CHECKED: anybody can make a package that agrees
with itself. Ask the sender for the fingerprint by another way, then compare: probatum verify P.zip
--key FINGERPRINT"""


def receive(
    call: Call,
    package: Annotated[
        Path,
        typer.Argument(metavar="P.zip", exists=True, dir_okay=False, help="The package."),
    ],
    key: Annotated[
        str | None,
        typer.Option("--key", metavar="VKEY", help="Key of the sender's log, or its fingerprint."),
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
    identity: Annotated[
        Path | None,
        typer.Option(
            "--identity",
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Your age key file, if it is encrypted.",
        ),
    ] = None,
    package_passphrase_file: Annotated[
        Path | None,
        typer.Option(
            "--package-passphrase-file", metavar="FILE", help="The passphrase of the package."
        ),
    ] = None,
    given_by: Annotated[
        str | None, typer.Option("--given-by", metavar="WHO", help="Who handed it over.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where it was handed over.")] = None,
    conditions: Annotated[
        str | None, typer.Option("--conditions", help="In what state, on what terms.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help="Why it was asked for.")] = None,
    receipt: Annotated[
        Path | None,
        typer.Option("--receipt", metavar="FILE.html", help="Also write a receipt for paper."),
    ] = None,
) -> None:
    """Take a package that was disclosed to you into custody.

    The sender's proofs are kept, and go along when you disclose onward. A package in which
    something fails is refused.
    """
    if receipt is not None:
        require_free(receipt)
    secret = (
        None if package_passphrase_file is None else passphrases.from_file(package_passphrase_file)
    )
    with call.session() as session:
        from probatum.acts.checkpoint_out import checkpoint_line
        from probatum.acts.receive_package import receive as receive_package
        from probatum.cli.progress import bytes_bar

        with bytes_bar("Receiving") as update:
            received = receive_package(
                session, package, key=key, policy=policy, identity_file=identity,
                passphrase=secret, given_by=given_by, place=place, conditions=conditions, why=why,
                on_progress=update,
            )  # fmt: skip
        line = checkpoint_line(session).line
    if receipt is not None:
        from probatum.cli.receipt_page import page

        with receipt.open("x", encoding="utf-8") as file:
            file.write(page(received.receipt, line))
    if call.as_json:
        call.answer(
            {
                **answers.receipt(received.receipt, line),
                "sender_trusted": received.trusted,
                "without_original": list(received.without_original),
            }
        )
    else:
        print(_text(received))


def _text(received: Received) -> str:
    parts = [receipt_text(received.receipt, "Receipt of a copy")]
    if received.without_original:
        parts.append(f"{many(len(received.without_original), 'item')} came without a file.")
    if received.trusted:
        parts.append("Verified against the key that you named; the sender's proofs are kept.")
    else:
        parts.append("\n" + wrapped(NOT_TRUSTED))
    return "\n".join(parts)
