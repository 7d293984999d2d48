"""``probatum key``: passphrase, back-up of the key files, recovery."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from probatum.cli import passphrases
from probatum.cli.calls import Call
from probatum.cli.wording import shown, size, wrapped

OLD_COPIES = """A copy of the old key files, in a back-up for example, still opens with the old
passphrase. Make a new back-up (probatum key backup) and let the old ones go."""

_New = Annotated[
    Path | None,
    typer.Option(
        "--new-passphrase-file", metavar="FILE", help="The new passphrase; else you are asked."
    ),
]


def change_passphrase(call: Call, new: _New = None) -> None:
    """Change the passphrase; the recovery key stays."""
    with call.session() as session:
        from probatum.acts.key_slots import change_passphrase as change

        change(session, _fresh(new))
    _changed(call)


def recover(
    call: Call,
    recovery_key_file: Annotated[
        Path | None,
        typer.Option(
            "--recovery-key-file", metavar="FILE", help="The recovery key; else you are asked."
        ),
    ] = None,
    new: _New = None,
) -> None:
    """Set a new passphrase with the recovery key; logged."""
    folder = call.folder
    if recovery_key_file is not None:
        recovery_key = passphrases.from_file(recovery_key_file).strip()
    else:
        recovery_key = passphrases.prompted("Recovery key").strip()
    from probatum.acts.key_slots import change_passphrase as change
    from probatum.acts.open_case import open_session

    with open_session(folder, recovery_key, call.person) as session:
        change(session, _fresh(new))
    _changed(call)


def backup(
    call: Call,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="A new file to write.")
    ],
) -> None:
    """Write a back-up of the key files.

    It is useless without the passphrase or the recovery key.
    """
    with call.session() as session:
        from probatum.acts.key_slots import back_up

        size_bytes = back_up(session, output)
    if call.as_json:
        call.answer({"file": str(output), "size_bytes": size_bytes})
    else:
        print(f"Key files backed up to {shown(str(output))} ({size(size_bytes)}).")
        print("Keep it apart from this machine. Make a new one after every erasure.")


def restore(
    call: Call,
    source: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", exists=True, dir_okay=False, help="A file that `key backup` wrote."
        ),
    ],
) -> None:
    """Put backed-up key files in place of damaged ones.

    Needs the passphrase or recovery key that was valid when the back-up was made. A back-up from
    before an erasure is refused. Recorded in the log if the case can be opened with them.
    """
    folder = call.folder
    secret = passphrases.existing(call.passphrase_file, "Passphrase or recovery key")
    from probatum.acts.key_slots import restore as restore_keys

    done = restore_keys(folder, source, secret, call.person)
    why_not = done.unrecorded
    if call.as_json:
        call.answer(
            {
                "set_aside": None if done.aside is None else str(done.aside),
                "recorded": why_not is None,
                "unrecorded_because": None if why_not is None else why_not.as_dict(),
            }
        )
        return
    print("Key files restored. Now: probatum check")
    if done.aside is not None:
        print(f"What was there before lies in {shown(str(done.aside))}")
    if why_not is not None:
        print(wrapped(f"It is NOT recorded in the log, which cannot be written: {why_not}"))


def _fresh(new: Path | None) -> str:
    if new is not None:
        return passphrases.from_file(new)
    return passphrases.prompted_twice("New passphrase")


def _changed(call: Call) -> None:
    if call.as_json:
        call.answer({"changed": True})
    else:
        print("The passphrase was changed.")
        print(wrapped(OLD_COPIES))
