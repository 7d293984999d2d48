"""``probatum record schema`` and ``terms``: what may be recorded, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import table
from probatum.errors import UseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from probatum.model.vocab import Term, Vocabulary


def schema(
    call: Call,
    noun: Annotated[
        str | None, typer.Argument(metavar="[NOUN]", help="Such as assertion; none lists them.")
    ] = None,
) -> None:
    """Print the JSON Schema of a noun, or list all nouns.

    Needs no case. spec/record.md says the same in words.
    """
    from probatum.model import schemas
    from probatum.model.nouns import NOUNS

    if noun is None:
        rows = [(name, schemas.about(name)) for name in sorted(NOUNS)]
        if call.as_json:
            call.answer({"nouns": dict(rows)})
        else:
            print(table(("Noun", "What it is"), rows))
            print("\nThe fields of one: probatum record schema NOUN")
        return
    name = noun.partition("/")[0]
    if name not in NOUNS:
        raise UseError(
            "wrong-use", item="the noun", expected="a noun of the record", found="another word",
            remedy="list them: probatum record schema",
        )  # fmt: skip
    call.answer(schemas.schema(name))


def terms(
    call: Call,
    vocabulary: Annotated[
        str | None,
        typer.Argument(metavar="[VOCABULARY]", help="Such as act-type; none lists them."),
    ] = None,
    own: Annotated[bool, typer.Option("--own", help="With the terms that the case adds.")] = False,
) -> None:
    """Print the terms of a vocabulary, or list these.

    A `vocabulary` record adds terms of your own to those that are open. Needs no case, but for
    --own.
    """
    from probatum.model import vocab

    added = _added(call) if own else {}
    if vocabulary is None:
        known = [vocab.vocabulary(name) for name in vocab.names()]
        if call.as_json:
            call.answer({"vocabularies": {each.name: each.title for each in known}})
        else:
            rows = [
                (each.name, str(len(each.terms) + len(added.get(each.name, ()))), _open(each),
                 each.title) for each in known
            ]  # fmt: skip
            print(table(("Vocabulary", "Terms", "", "What it is for"), rows, right=[1]))
        return
    if vocabulary not in vocab.names():
        raise UseError(
            "wrong-use", item="the vocabulary", expected="one that Probatum brings",
            found="another word", remedy="list them: probatum record terms",
        )  # fmt: skip
    found = vocab.vocabulary(vocabulary)
    every = (*found.terms, *added.get(vocabulary, ()))
    if call.as_json:
        call.answer({
            "name": found.name, "title": found.title, "open": found.open,
            "terms": [
                {"code": term.code, "label": term.label, "definition": term.definition,
                 "definition_source": term.definition_source, "labels": dict(term.labels)}
                for term in every
            ],
        })  # fmt: skip
        return
    print(f"{found.title} ({found.name}, {_open(found)})\n")
    meanings = [(each.code, f"{each.definition} [{each.definition_source}]") for each in every]
    print(table(("Code", "What it means [where that is defined]"), meanings))


def _added(call: Call) -> Mapping[str, tuple[Term, ...]]:
    with call.session() as session:
        from probatum.acts.own_terms import own_terms

        return own_terms(session)


def _open(vocabulary: Vocabulary) -> str:
    return "open" if vocabulary.open else "closed"
