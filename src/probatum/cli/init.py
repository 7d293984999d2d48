"""``probatum init``: make a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from probatum.cli import passphrases, remembered
from probatum.cli.calls import Call
from probatum.cli.wording import facts, wrapped
from probatum.errors import UseError

KEEP = """Write the recovery key down on paper now and lock it away from this machine. It is shown
this once and stored nowhere. It opens the case if the passphrase is lost; without both, nobody can
open it."""
SHARE = """Give the fingerprint to whoever will check your packages, by another way than the
packages: on paper, by telephone, on your website."""


def init(
    call: Call,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    name: Annotated[str, typer.Option("--name", help="What the case is called; stays inside it.")],
    prefix: Annotated[
        str | None,
        typer.Option("--prefix", help="1 to 6 letters that begin each item's reference."),
    ] = None,
) -> None:
    """Make a case; print its recovery key, once.

    The passphrase is asked for twice, or read from --passphrase-file or PROBATUM_PASSPHRASE.
    """
    if call.person is None:
        raise UseError(
            "wrong-use", item="init", expected="who makes the case", found="nobody",
            remedy="name yourself: --by PERSON (or PROBATUM_BY)",
        )  # fmt: skip
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UseError(
            "case-exists", item="the folder", expected="a new or empty folder",
            found="files in it", remedy="choose another folder",
        )  # fmt: skip
    passphrase = passphrases.chosen(call.passphrase_file)
    from probatum.acts.init_case import init_case

    made = init_case(folder, passphrase, name=name, by=call.person, prefix=prefix)
    if call.as_json:
        call.answer(
            {
                "case": str(folder.absolute()),
                "recovery_key": made.recovery_key,
                "fingerprint": made.fingerprint,
                "vkey": made.vkey,
            }
        )
    else:
        print("A new case. Commands mean it from now on, unless you name another.\n")
        print(f"Recovery key\n  {made.recovery_key}\n")
        print(wrapped(KEEP) + "\n")
        print(facts([("Fingerprint", made.fingerprint), ("Verifier key", made.vkey)]) + "\n")
        print(wrapped(SHARE) + "\n")
        print("Next: probatum add FILE-OR-FOLDER")
    # Last: a configuration folder that cannot be written must not cost the recovery key.
    remembered.remember(folder)
