"""The proofs run on the oldest Python that an expert's machine is likely to have."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import published

SOURCE = Path(__file__).resolve().parents[2] / "src"

# Every example in a docstring, then what the docstrings do not touch; isolated, without packages.
PROGRAM = """
import doctest, importlib, json, pathlib, pkgutil, sys
assert sys.version_info[:2] == (3, 9), sys.version
sys.path.insert(0, sys.argv[1])
import probatum.errors, probatum.proof
modules = [probatum.errors, probatum.proof]
for found in pkgutil.iter_modules(probatum.proof.__path__, "probatum.proof."):
    modules.append(importlib.import_module(found.name))
tried = 0
for module in modules:
    failed, attempted = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert not failed, module.__name__
    tried += attempted
from probatum.errors import EvidenceError
from probatum.proof import canonical, ed25519, merkle, note
vectors = pathlib.Path(sys.argv[2])
def load(name):
    return json.loads((vectors / (name + ".json")).read_text("utf-8"))
for case in load("ed25519-rfc8032")["cases"]:
    assert ed25519.verify(*(bytes.fromhex(case[k]) for k in ("public_key", "message", "signature")))
for case in load("signed-notes")["cases"]:
    if case["key"]:
        key = note.VerifierKey.parse(case["key"])
        assert note.open_note(case["note"].encode(), key) == case["text"]
tree = load("merkle-rfc6962-reference")
leaves = [merkle.leaf_hash(bytes.fromhex(leaf)) for leaf in tree["leaves"]]
assert merkle.root_of(leaves).hex() == tree["roots"][-1]
for hostile in (b"[" * 100000, b"9" * 5000, b'"\\\\ud800"', b"\\xff", b"1.5"):
    try:
        canonical.decode(hostile)
    except EvidenceError:
        tried += 1
    else:
        raise AssertionError(hostile[:10])
print(tried)
"""


def python_3_9() -> str | None:
    """The interpreter that PROBATUM_PYTHON39 names, or one found on the path or kept by pyenv."""
    named = os.environ.get("PROBATUM_PYTHON39")
    if named:
        return named
    kept = sorted(map(str, Path.home().glob(".pyenv/versions/3.9.*/bin/python")))
    for candidate in filter(None, [shutil.which("python3.9"), *kept]):
        # pyenv puts a python3.9 on the path that only says which versions it could run.
        if subprocess.run([candidate, "-c", ""], capture_output=True, check=False).returncode == 0:
            return candidate
    return None


def test_examples_vectors_and_refusals_hold_under_python_3_9() -> None:
    python = python_3_9()
    if python is None:
        pytest.skip("no python3.9 on this machine")
    answer = subprocess.run(
        [python, "-I", "-S", "-B", "-c", PROGRAM, SOURCE, published.FOLDER],
        capture_output=True,
        text=True,
        check=False,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert int(answer.stdout) > 40
