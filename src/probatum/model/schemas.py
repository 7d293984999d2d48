"""JSON Schema of every noun, read off the types: what a record may say, field by field.

``x-refers-to`` lists the nouns (or families) that a reference may name, ``x-vocabulary`` where the
terms of a code come from and ``x-terms`` those that Probatum brings; a case may add its own.

>>> schema("act")["properties"]["kind"]["x-vocabulary"]
'act-type'
"""

from __future__ import annotations

import inspect
from functools import cache
from typing import Any, TypeAlias

import msgspec

from probatum.model import vocab
from probatum.model.nouns import NOUNS

Schema: TypeAlias = dict[str, Any]  # JSON Schema, as wide as its specification

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def about(noun: str) -> str:
    """Return the first sentence on a noun. Raises LookupError for a noun that is none."""
    return (inspect.getdoc(NOUNS[noun]) or "").partition("\n")[0]


def schema(noun: str) -> Schema:
    """Return the schema of the newest version of a noun, whole in itself.

    Raises LookupError for a noun that is none.
    """
    struct = NOUNS[noun]
    [reference], components = msgspec.json.schema_components(
        (struct,), ref_template="#/$defs/{name}"
    )
    name = reference["$ref"].rpartition("/")[2]
    own: Schema = _termed(components.pop(name))
    whole: Schema = {"$schema": DIALECT, **own, "title": str(struct.__struct_config__.tag)}
    if components:
        whole["$defs"] = {each: _termed(part) for each, part in sorted(components.items())}
    return whole


def _termed(part: Any) -> Any:
    """Return a part with the terms of its vocabularies beside their names."""
    if isinstance(part, list):
        return [_termed(each) for each in part]
    if not isinstance(part, dict):
        return part
    done = {name: _termed(value) for name, value in part.items()}
    if isinstance(done.get("description"), str):
        done["description"] = inspect.cleandoc(done["description"])
    if "x-vocabulary" in done:
        done["x-terms"] = [term.code for term in vocab.vocabulary(done["x-vocabulary"]).terms]
    return done
