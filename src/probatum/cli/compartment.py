"""``probatum compartment``: a part of the case with a key of its own, for protected sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import passphrases
from probatum.cli.calls import Call
from probatum.cli.wording import facts, shown
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.compartment import Members, Person

_Member = Annotated[
    list[str],
    typer.Option(
        "--member", metavar="NAME=FILE",
        help="Somebody who may open it, with a file that holds their own passphrase; repeatable.",
    ),
]  # fmt: skip
_Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; members see it.")]


def create(
    call: Call,
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="What members call it.")],
    members: _Member,
    break_glass: Annotated[
        list[str] | None,
        typer.Option(
            "--break-glass", metavar="NAME=FILE",
            help="One of two people who can open it only together; give it twice, or not at all.",
        ),
    ] = None,
) -> None:  # fmt: skip
    """Make a part of the case with a key of its own.

    For everybody else its records are not there: not in searches, lists, counts or refusals.
    """
    from probatum.acts import compartment

    people = [_person(each) for each in members]
    two = [_person(each) for each in break_glass or ()]
    with call.session() as session:
        compartment.create(session, name, people, two)
        made = compartment.members(session)
        _answer(call, made, session.record_ref(made.row.number))


def show(call: Call) -> None:
    """Show who may open your compartment.

    This is a read: members see it.
    """
    from probatum.acts import compartment

    with call.session() as session:
        found = compartment.members(session)
        _answer(call, found, session.record_ref(found.row.number))


def grant(
    call: Call,
    member: Annotated[
        str,
        typer.Option("--member", metavar="NAME=FILE", help="The new member, as in `create`."),
    ],
    why: _Why,
) -> None:
    """Let somebody into your compartment."""
    from probatum.acts import compartment

    person = _person(member)
    with call.session() as session:
        found = compartment.grant(session, person, why)
        _answer(call, found, session.record_ref(found.row.number))


def break_glass(
    call: Call,
    holders: Annotated[
        list[Path],
        typer.Option("--holder", metavar="FILE", help="Passphrase of a holder; give it twice."),
    ],
    member: Annotated[
        str,
        typer.Option("--member", metavar="NAME=FILE", help="Who is let in, as in `create`."),
    ],
    why: _Why,
) -> None:
    """Two holders together let somebody in.

    Members see who was let in, by whom, when and why.
    """
    from probatum.acts import compartment

    if len(holders) != 2:
        raise UseError(
            "wrong-use", item="--holder", expected="two passphrase files",
            found=str(len(holders)), remedy="give --holder twice, once for each holder",
        )  # fmt: skip
    first, second = (passphrases.from_file(each) for each in holders)
    person = _person(member)
    with call.session() as session:
        found = compartment.break_the_glass(session, first, second, person, why)
        _answer(call, found, session.record_ref(found.row.number))


def _person(text: str) -> Person:
    from probatum.acts.compartment import Person

    name, equals, file = text.partition("=")
    if not (equals and name.strip() and file):
        raise UseError(
            "wrong-use", item="a person of a compartment", expected="NAME=FILE",
            found="something else", remedy='for example --member "O. Example=olena.txt"',
        )  # fmt: skip
    return Person(name.strip(), passphrases.from_file(Path(file)))


def _answer(call: Call, found: Members, ref: str) -> None:
    record = found.record
    if call.as_json:
        call.answer(
            {"id": found.row.id, "ref": ref, "name": record.name, "members": list(record.members),
             "break_glass": list(record.break_glass), "at": found.row.at, "by": found.row.by,
             "why": found.row.why}
        )  # fmt: skip
        return
    said = [
        ("Compartment", shown(record.name)),
        ("Reference", ref),
        ("Members", ", ".join(shown(each) for each in record.members)),
        ("Break-glass", " and ".join(shown(each) for each in record.break_glass) or "nobody"),
    ]
    if found.row.why is not None:
        said.append(("Last change", f"{shown(found.row.by)}: {shown(found.row.why)}"))
    print(facts(said))
