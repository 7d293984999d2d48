"""``probatum up``: open the desk, the case in a browser."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from probatum.cli import passphrases
from probatum.cli.calls import Call
from probatum.errors import UseError, WorldError


def up(
    call: Call,
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, help="Where it listens on this machine.")
    ] = 8484,
    only_try: Annotated[
        bool, typer.Option("--try", help="See that it answers, say so, and end.")
    ] = False,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Whether to open it in a browser.")
    ] = True,
) -> None:
    """Open the case in a browser: the desk.

    It listens on this machine alone (127.0.0.1). Without a passphrase file the browser asks for
    the passphrase; without a case it helps you to make one. Ctrl-C ends it.
    """
    try:
        from probatum.desk.serving import require_free, serve
    except ModuleNotFoundError as error:
        raise WorldError(
            "missing-library", item="the desk", expected="the libraries of the extra [desk]",
            found="not installed", remedy="pip install 'probatum[desk]'",
        ) from error  # fmt: skip
    require_free(port)
    folder = _folder(call)
    secret = None
    if folder is not None and _given(call.passphrase_file):
        secret = passphrases.existing(call.passphrase_file)
        with call.session(secret):
            pass  # errors belong into this terminal; what was interrupted is finished here

    def ready(address: str) -> bool:
        if only_try:
            print(f"The desk answered at {address.partition('?')[0]} and was ended again.")
            return False
        print(f"The desk: {address}\nCtrl-C ends it.", flush=True)
        if browser and _has_display():
            typer.launch(address)
        return True

    serve(folder, secret, call.person, port, ready)


def _folder(call: Call) -> Path | None:
    try:
        return call.folder
    except UseError as error:
        if error.code == "no-case":
            return None
        raise


def _given(file: Path | None) -> bool:
    return file is not None or bool(os.environ.get(passphrases.VARIABLE))


def _has_display() -> bool:
    shown = ("DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in ("darwin", "win32") or any(os.environ.get(name) for name in shown)
