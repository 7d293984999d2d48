"""A policy says which logs are trusted; what else it asks for is never forgotten."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.errors import EvidenceError
from probatum.proof.b64 import b64
from probatum.proof.note import VerifierKey
from probatum.proof.policy import parse_policy

LOGS = [VerifierKey.for_ed25519(f"invented.example/{n}", bytes([n]) * 32) for n in range(3)]
LOG = f"log {LOGS[0].text()}\n"


def witness(number: int) -> str:
    """A witness key of another signature type: it is never used, only read."""
    return f"w{number}+0011aabb+" + b64(b"\x04" + bytes([number]) * 32)


# The example of C2SP tlog-policy.md at commit 5ba5ee8, with invented keys.
EXAMPLE = f"""{LOG}
witness X1 {witness(1)}
witness X2 {witness(2)}
witness X3 {witness(3)}
group X-witnesses 2 X1 X2 X3

witness Y1 {witness(4)}
witness Y2 {witness(5)}
witness Y3 {witness(6)}
group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
"""


def test_a_policy_without_quorum_names_its_logs_and_leaves_nothing_unchecked() -> None:
    text = "".join(f"log {key.text()} https://invented.example/\n" for key in LOGS)
    policy = parse_policy("\n# a comment\n \t#another\n" + text + "\t quorum \t none \n")
    assert policy.logs == tuple(LOGS)
    assert policy.unchecked == ()


def test_witnesses_groups_and_quorum_are_returned_as_unchecked() -> None:
    policy = parse_policy(EXAMPLE)
    assert policy.logs == (LOGS[0],)
    assert len(policy.unchecked) == 10
    assert policy.unchecked[0] == f"witness X1 {witness(1)}"
    assert policy.unchecked[-1] == "quorum X-and-Y"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "quorum none\n",
        LOG,
        LOG + "quorum none",
        LOG + "quorum none\nquorum none\n",
        LOG + "quorum none\r\n",
        LOG + "quorum none\x00\n",
        LOG + "quorum none\x7f\n",
        LOG + "# \ud800\nquorum none\n",
        LOG + "quorum\n",
        LOG + "quorum unknown\n",
        LOG + "quorum none more\n",
        LOG + LOG + "quorum none\n",
        LOG + f"log {VerifierKey.for_ed25519('other.example', bytes(32)).text()}\nquorum none\n",
        "log\nquorum none\n",
        "log x\nquorum none\n",
        "log x+y+z\nquorum none\n",
        f"log {witness(1)}\nquorum none\n",
        LOG.replace("invented", "another") + "quorum none\n",
        LOG + "unknown line\nquorum none\n",
        LOG + f"witness none {witness(1)}\nquorum none\n",
        LOG + f"witness a {witness(1)}\nwitness a {witness(2)}\nquorum a\n",
        LOG + f"witness a {witness(1)}\nwitness b {witness(1)}\nquorum a\n",
        LOG + "witness a not-a-key\nquorum a\n",
        LOG + f"witness a {witness(1)}\ngroup g 0 a\nquorum g\n",
        LOG + f"witness a {witness(1)}\ngroup g 2 a\nquorum g\n",
        LOG + f"witness a {witness(1)}\ngroup g 01 a\nquorum g\n",
        LOG + f"witness a {witness(1)}\ngroup g {'9' * 5000} a\nquorum g\n",
        LOG + f"witness a {witness(1)}\ngroup g 1 a a\nquorum g\n",
        LOG + f"witness a {witness(1)}\ngroup g any\nquorum g\n",
        LOG + f"witness a {witness(1)}\ngroup g any a none\nquorum g\n",
        LOG + f"group g any g\nwitness a {witness(1)}\nquorum g\n",
        LOG + f"quorum a\nwitness a {witness(1)}\n",
    ],
    ids=range(33),
)
def test_a_policy_that_means_nothing_or_two_things_is_refused(text: str) -> None:
    with pytest.raises(EvidenceError, match="^bad-note"):
        parse_policy(text)


@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from([*EXAMPLE.splitlines(), "quorum none", "#", "group a all", "log"]),
        max_size=12,
    ).map("\n".join)
)
def test_any_text_is_refused_or_names_a_log(text: str) -> None:
    try:
        policy = parse_policy(text + "\n")
    except EvidenceError as error:
        assert error.code == "bad-note"
    else:
        assert policy.logs
