"""What the modules of attacks share: the register of named cases, and edits of the example."""

from __future__ import annotations

import json
from collections.abc import Callable

from forger import Forger, example, zipped
from probatum.proof import canonical
from probatum.proof.canonical import Json

ACQUIRED, STATED = "entries/000000000001.json", "entries/000000000003.json"
FIRST_PROOF, SECOND_PROOF = "proofs/000000000001.tlog-proof", "proofs/000000000003.tlog-proof"

Attack = Callable[[], bytes]
Case = tuple[Attack, int, str]
"""How to make the package, the step that must fail, words that its finding must contain."""


def register(attacks: dict[str, Case]) -> Callable[[int, str], Callable[[Attack], Attack]]:
    """Give a decorator that files a case under the name of its function."""

    def attack(step: int, words: str) -> Callable[[Attack], Attack]:
        def file(make: Attack) -> Attack:
            attacks[make.__name__] = (make, step, words)
            return make

        return file

    return attack


def changed(name: str, data: bytes) -> bytes:
    """The example with other content in one member, CRC and size right."""
    return zipped({**example().seal(), name: data})


def edited(data: bytes, **changes: Json) -> bytes:
    return canonical.encode({**json.loads(data), **changes})


def sealed_with(name: str, data: bytes, forger: Forger | None = None) -> bytes:
    """The example with other content in one member, and everything sealed over it."""
    forger = forger or example()
    return zipped(forger.seal(bound={**forger.bound(), name: data}))


def resealed_by_a_stranger(name: str, data: bytes) -> bytes:
    """The example with other content in one member, and a manifest that fits it."""
    forger = example()
    members = forger.seal()
    bound = {**forger.bound(), name: data}
    return zipped({**members, **bound, "manifest.json": forger.manifest(bound)})


def with_opened(name: str, change: Callable[[list[str]], list[str]]) -> bytes:
    data = example().bound()[name]
    return sealed_with(name, edited(data, opened=sorted(change(json.loads(data)["opened"]))))


def with_withheld(change: Callable[[dict[str, Json]], None]) -> bytes:
    forger = example()
    line = dict(forger.withheld()["fields"][0])  # type: ignore[arg-type,index,call-overload]
    change(line)
    return zipped(forger.seal(bound=forger.bound({"v": 1, "fields": [line], "items": []})))
