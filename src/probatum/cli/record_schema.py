"""``probatum record schema`` and ``terms``: what may be recorded, in which words. Need no case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import table
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.model.vocab import Vocabulary


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
) -> None:
    """Print the terms of a vocabulary, or list these.

    Needs no case. A `vocabulary` record adds terms of your own to those that are open.
    """
    from probatum.model import vocab

    if vocabulary is None:
        known = [vocab.vocabulary(name) for name in vocab.names()]
        if call.as_json:
            call.answer({"vocabularies": {each.name: each.title for each in known}})
        else:
            rows = [(each.name, str(len(each.terms)), _open(each), each.title) for each in known]
            print(table(("Vocabulary", "Terms", "", "What it is for"), rows, right=[1]))
        return
    if vocabulary not in vocab.names():
        raise UseError(
            "wrong-use", item="the vocabulary", expected="one that Probatum brings",
            found="another word", remedy="list them: probatum record terms",
        )  # fmt: skip
    found = vocab.vocabulary(vocabulary)
    if call.as_json:
        call.answer({
            "name": found.name, "title": found.title, "open": found.open,
            "terms": [
                {"code": term.code, "label": term.label, "definition": term.definition,
                 "definition_source": term.definition_source, "labels": dict(term.labels)}
                for term in found.terms
            ],
        })  # fmt: skip
        return
    print(f"{found.title} ({found.name}, {_open(found)})\n")
    meanings = [
        (each.code, f"{each.definition} [{each.definition_source}]") for each in found.terms
    ]
    print(table(("Code", "What it means [where that is defined]"), meanings))


def _open(vocabulary: Vocabulary) -> str:
    return "open" if vocabulary.open else "closed"
