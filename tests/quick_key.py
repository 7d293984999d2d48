"""A case of another process that is opened often: its passphrase is tried at once.

The command line stretches every passphrase with 64 MiB, a third of a second at each command, and
has no option to do less. How much it takes is written in the key slot of a case; so a test that is
about something else gives the case another slot for the same passphrase. What is made in the
process of a test is quick from the beginning (``conftest.py``).
"""

from __future__ import annotations

from pathlib import Path

from probatum.preserve import slots


def make_quick(case: Path, passphrase: str) -> None:
    """Wrap the root key anew under the same passphrase, stretched with 8 KiB."""
    path = case / "keys" / "slots.json"
    kept = slots.parse(path.read_bytes())
    root, opened = slots.unlock(kept, passphrase)
    assert opened == "passphrase"
    quick = slots.passphrase_slot(root, passphrase, memory_kib=8)
    path.write_bytes(slots.encode(slots.with_slot(kept, root, quick)))
