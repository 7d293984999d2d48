"""``probatum disclose``: give items to somebody in a package that they can verify."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import leaks, passphrases
from probatum.cli.add import require_free
from probatum.cli.calls import Call
from probatum.cli.wording import facts, many, shown, size, wrapped
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.disclose_items import Disclosed
    from probatum.cli.calls import Json

APART = """Tell the recipient the fingerprint and the SHA-256 of verify.pyz by another way than this
package: by telephone, on paper, on your website. Who takes both from the package can be given a
forged one."""


def disclose(
    call: Call,
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="Who receives it.")],
    purpose: Annotated[str, typer.Option("--purpose", metavar="TEXT", help="What for.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="P.zip", help="A new file to write.")
    ],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="More items, as after --item.")
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option("--item", metavar="ID", help="An item to disclose; may be repeated."),
    ] = None,
    all_cleared: Annotated[
        bool, typer.Option("--all-cleared", help="Disclose every item that is cleared.")
    ] = False,
    withhold: Annotated[
        list[str] | None,
        typer.Option(
            "--withhold",
            metavar="FIELD=CODE:BASIS",
            help="Keep a field back, with its reason; ID.FIELD=... for one item only, "
            "CODE@PERSON: who approved it, if not you.",
        ),
    ] = None,
    without_originals: Annotated[
        bool, typer.Option("--without-originals", help="Only what the log says, no files.")
    ] = False,
    complete: Annotated[
        bool,
        typer.Option("--complete", help="Add all leaves, so that a missing later entry shows."),
    ] = False,
    encrypt_to: Annotated[
        list[str] | None,
        typer.Option("--encrypt-to", metavar="RECIPIENT", help="An age1... line; repeatable."),
    ] = None,
    package_passphrase_file: Annotated[
        Path | None,
        typer.Option(
            "--package-passphrase-file",
            metavar="FILE",
            help="Encrypt with a passphrase. --passphrase-file after `disclose` means the same, "
            "unless --encrypt-to or --plain is given.",
        ),
    ] = None,
    use: Annotated[
        str | None,
        typer.Option(
            "--use",
            metavar="CODE",
            help="What it is given for, in the words of consent: `record terms use` lists them.",
        ),
    ] = None,
    confidentiality: Annotated[
        str | None,
        typer.Option(
            "--confidentiality",
            metavar="CODE",
            help="How far they may pass it on: `record terms confidentiality`.",
        ),
    ] = None,
    disclosure_type: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="CODE",
            help="Under which duty it is given: `record terms disclosure-type`.",
        ),
    ] = None,
    original_despite_redaction: Annotated[
        list[str] | None,
        typer.Option(
            "--original-despite-redaction",
            metavar="ID=SECOND_PERSON:REASON",
            help="Give the original although there is a redacted copy; two people decide that.",
        ),
    ] = None,
    resolve: leaks.Resolve = None,
    leaks_from: leaks.LeaksFrom = None,
    leaks_to: leaks.LeaksTo = None,
    approve_unchecked: Annotated[
        str | None,
        typer.Option(
            "--approve-unchecked",
            metavar="NAME:REASON",
            help="Who approves that what cannot be searched for protected people leaves.",
        ),
    ] = None,
    show_leaks: leaks.ShowLeaks = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Do not encrypt: whoever gets it can read it.")
    ] = False,
) -> None:
    """Give cleared items to somebody, verifiably.

    Nothing that is withheld leaves; the package says what is withheld, why, and who approved.
    """
    wanted = [*(item or []), *(more or [])]
    if bool(wanted) == all_cleared:
        raise UseError(
            "wrong-use", item="disclose", expected="either --item ID or --all-cleared",
            found="both" if wanted else "neither",
            remedy="name items, or let all go that are cleared",
        )  # fmt: skip
    require_free(output)
    call.folder  # noqa: B018 - a wrong folder is said before a passphrase is asked for
    case_file, package_file = _whose_passphrase(
        call, package_passphrase_file, otherwise_protected=bool(encrypt_to) or plain
    )
    secret = passphrases.existing(case_file)
    package_secret = None if package_file is None else passphrases.from_file(package_file)
    if package_secret is not None and package_secret == secret:
        raise UseError(
            "wrong-use", item="the passphrase of the package", expected="one of its own",
            found="the passphrase of the case",
            remedy="the recipient would hold the key to everything: choose another one",
        )  # fmt: skip
    with call.session(secret) as session:
        from probatum.acts.disclose_items import (
            Decisions,
            Handling,
            Protection,
            parse_approval,
            parse_despite,
            parse_withholding,
        )
        from probatum.acts.disclose_items import disclose as disclose_items
        from probatum.cli.progress import bytes_bar

        protection = Protection(tuple(encrypt_to or ()), package_secret, plain)
        decisions = Decisions(
            leaks.resolutions(resolve, leaks_from),
            None if approve_unchecked is None else parse_approval(approve_unchecked),
            show_leaks,
        )
        with leaks.listed(leaks_to), bytes_bar("Disclosing") as update:
            given = disclose_items(
                session, to=to, purpose=purpose, items=None if all_cleared else wanted,
                withhold=[parse_withholding(text) for text in withhold or []],
                despite=[parse_despite(text) for text in original_despite_redaction or []],
                use=use, handling=Handling(confidentiality, disclosure_type),
                with_originals=not without_originals, complete=complete, target=output,
                protection=protection, decisions=decisions, on_progress=update,
            )  # fmt: skip
    if call.as_json:
        call.answer(_json(given))
    else:
        print(_text(given, protection.opened_with))


def _whose_passphrase(
    call: Call, package_file: Path | None, *, otherwise_protected: bool
) -> tuple[Path | None, Path | None]:
    """Say which file opens the case and which one protects the package."""
    here = call.passphrase_file_here
    if package_file is not None or otherwise_protected or here is None:
        return call.passphrase_file, package_file
    return call.passphrase_file_before, here


def _text(given: Disclosed, opened_with: str | None) -> str:
    known = [
        ("File", f"{shown(str(given.path))}, {size(given.size_bytes)}"),
        ("SHA-256", given.sha256),
        ("To", shown(given.to)),
        ("Kind", given.kind_of_disclosure),
        ("Items", ", ".join(given.refs)),
        ("Contains", f"{many(given.entries, 'log entry', 'log entries')}, "
                     f"{many(given.originals, 'original')}"),
        ("Withheld", many(given.withheld, "field")),
        *([("Redacted", ", ".join(given.redacted) + ": the copy goes, not the original")]
          if given.redacted else []),
        ("Recorded", f"entry {given.index}; checkpoint of {given.checkpoint_size} entries"),
        ("Encrypted", "NO: whoever gets the file can read it" if opened_with is None
                      else f"yes; the recipient opens it with: {opened_with}"),
        ("Fingerprint", given.fingerprint),
        ("Key", given.vkey),
        ("verify.pyz", given.verifier_sha256),
    ]  # fmt: skip
    parts = ["Disclosed", "", facts(known), ""]
    for ref, name in given.pseudonyms:
        parts += [f"{ref} is protected: this recipient knows it as {shown(name)}", ""]
    if given.not_checked:
        said = "Not searched for protected people, as approved: " + "; ".join(given.not_checked)
        parts += [wrapped(said), ""]
    if given.not_searched:
        parts.append(
            wrapped(
                "Not searched for what is withheld, because no program can look into them: "
                + ", ".join(given.not_searched)
                + ". Look yourself before you send this."
            )
        )
        parts.append("")
    parts.append(wrapped(APART))
    return "\n".join(parts)


def _json(given: Disclosed) -> Json:
    return {
        "file": str(given.path),
        "size_bytes": given.size_bytes,
        "sha256": given.sha256,
        "entry": given.index,
        "kind_of_disclosure": given.kind_of_disclosure,
        "to": given.to,
        "refs": list(given.refs),
        "entries": given.entries,
        "originals": given.originals,
        "withheld": given.withheld,
        "pseudonyms": [{"ref": ref, "name": name} for ref, name in given.pseudonyms],
        "redacted": list(given.redacted),
        "not_searched": list(given.not_searched),
        "not_checked": list(given.not_checked),
        "checkpoint_size": given.checkpoint_size,
        "vkey": given.vkey,
        "fingerprint": given.fingerprint,
        "verifier_sha256": given.verifier_sha256,
    }
