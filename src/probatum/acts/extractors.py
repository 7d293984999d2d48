"""Which program reads: the built-in one, or one that a person names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from probatum.acts.gazetteer import SILENT, Preparing, gazetteer
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.read.extractor import Extractor
from probatum.read.transports.answers import failed

BUILTIN = "builtin"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choice of a person, at most one of: a name, a program with arguments, a model server.

    ``key`` is what the server wants to see; it is kept nowhere.
    """

    name: str | None = None
    program: Sequence[str] = ()
    endpoint: str | None = None
    model: str | None = None
    allowed_hosts: Sequence[str] = ()
    key: str | None = None


def readers() -> tuple[str, ...]:
    """Return the names of the readers that can be asked here: the built-in one, then packages'."""
    from probatum.read.transports.entry_points import installed

    return (BUILTIN, *sorted(installed()))


@contextmanager
def opened(
    chosen: Chosen, session: Session | None = None, preparing: Preparing = SILENT
) -> Iterator[Extractor]:
    """Yield the extractor that is meant; a program ends with the block.

    The built-in one looks into the case's own places first, where there is a session.

    Raises UseError ``wrong-use``; InputError ``extractor-failed``.
    """
    named = [bool(chosen.name), bool(chosen.program), bool(chosen.endpoint)]
    if sum(named) > 1:
        raise UseError("wrong-use", item="read", found="several",
                       expected="one of --extractor, --program, --endpoint")  # fmt: skip
    if bool(chosen.endpoint) != bool(chosen.model):
        raise UseError("wrong-use", item="read", expected="--endpoint together with --model",
                       found="one of them")  # fmt: skip
    if chosen.program:
        from probatum.read.transports.json_lines import Program

        with Program(chosen.program) as program:
            yield _another(program)
    elif chosen.endpoint and chosen.model:
        from probatum.read.transports.endpoint import Endpoint

        yield Endpoint(chosen.endpoint, chosen.model, tuple(chosen.allowed_hosts), chosen.key)
    elif chosen.name in (None, BUILTIN):
        from probatum.read.builtin.reader import BuiltinReader

        yield BuiltinReader(gazetteer(session, preparing))
    else:
        from probatum.read.transports.entry_points import load

        yield _another(load(chosen.name or ""))


def _another(extractor: Extractor) -> Extractor:
    """Refuse one that says it is the built-in one: its readings would count as those."""
    if extractor.identity.id.strip().lower() == BUILTIN:
        raise failed("an extractor with an id of its own", "the id of the built-in one")
    return extractor
