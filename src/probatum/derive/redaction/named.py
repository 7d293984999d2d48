"""Which program made a copy, and how: what the log will say about it."""

from __future__ import annotations

import importlib.metadata

import probatum
from probatum.proof import canonical
from probatum.proof.canonical import Json

TOOL = "probatum.derive.redaction"


def described(*libraries: str) -> tuple[str, str]:
    """Return tool and version, with those of the libraries that decide about bytes."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in libraries]
    return TOOL, "; ".join([probatum.__version__, *versions])


def parameters(**values: Json) -> str:
    """Return parameters as canonical JSON: equal parameters, equal text.

    >>> parameters(dpi=200, words=False)
    '{"dpi":200,"words":false}'
    """
    return canonical.encode(values).decode()
