"""A checkpoint is three lines in one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.errors import EvidenceError
from probatum.proof.b64 import b64
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.merkle import EMPTY_ROOT

ROOT = bytes(range(32))
GOOD = Checkpoint("invented.example/log", 7, ROOT).text()
ORIGINS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(ORIGINS, st.integers(1, 2**63 - 1), st.binary(min_size=32, max_size=32))
def test_what_was_written_is_read_back_equal(origin: str, size: int, root: bytes) -> None:
    checkpoint = Checkpoint(origin, size, root)
    assert Checkpoint.parse(checkpoint.text()) == checkpoint


@given(
    st.text(max_size=40)
    | st.tuples(st.integers(0, len(GOOD)), st.text(max_size=2), st.integers(0, 2)).map(
        lambda cut: GOOD[: cut[0]] + cut[1] + GOOD[cut[0] + cut[2] :]
    )
)
def test_any_text_is_refused_or_comes_back_unchanged(text: str) -> None:
    try:
        checkpoint = Checkpoint.parse(text)
    except EvidenceError as error:
        assert error.code == "bad-note"
    else:
        assert checkpoint.text() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        GOOD[:-1],
        GOOD + "\n",
        GOOD + "an extension\n",
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("invented", "inv\x00ented"),
        GOOD.replace("invented", "inv\ud800ented"),
        GOOD.replace("invented.example/log", ""),
        GOOD.replace("\n7\n", "\n07\n"),
        GOOD.replace("\n7\n", "\n+7\n"),
        GOOD.replace("\n7\n", "\n-7\n"),
        GOOD.replace("\n7\n", "\n 7\n"),
        GOOD.replace("\n7\n", "\n7.0\n"),
        GOOD.replace("\n7\n", "\n1_0\n"),
        GOOD.replace("\n7\n", "\n\u0667\n"),
        GOOD.replace("\n7\n", "\n\n"),
        GOOD.replace("\n7\n", f"\n{2**63}\n"),
        GOOD.replace("\n7\n", "\n" + "9" * 100_000 + "\n"),
        GOOD.replace("\n7\n", "\n0\n"),
        GOOD.replace(b64(ROOT), b64(ROOT[:31])),
        GOOD.replace(b64(ROOT), b64(ROOT + b"\0")),
        GOOD.replace(b64(ROOT), b64(ROOT).rstrip("=")),
        GOOD.replace(b64(ROOT), b64(ROOT)[:-2] + "9="),
        GOOD.replace(b64(ROOT), ""),
    ],
    ids=range(25),
)
def test_another_spelling_is_refused(text: str) -> None:
    with pytest.raises(EvidenceError, match="^bad-note"):
        Checkpoint.parse(text)


def test_an_empty_tree_has_one_root() -> None:
    assert Checkpoint.parse(Checkpoint("o", 0, EMPTY_ROOT).text()).root == EMPTY_ROOT
    with pytest.raises(EvidenceError, match="^bad-note"):
        Checkpoint("o", 0, ROOT)


def test_a_checkpoint_that_could_not_be_read_is_not_written() -> None:
    for origin, size, root in [
        ("", 1, ROOT),
        ("two\nlines", 1, ROOT),
        ("o", -1, ROOT),
        ("o", 2**63, ROOT),
        ("o", 1, ROOT[1:]),
    ]:
        with pytest.raises(EvidenceError, match="^bad-note"):
            Checkpoint(origin, size, root)
