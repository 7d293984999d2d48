"""What a right package is said to show, and what not."""

from __future__ import annotations

import io
import json

import pytest

from forger import NOTE, ORIGIN, ORIGINAL, OTHER, PHOTO, Forger, example, fast_verify, zipped
from probatum.errors import UseError
from probatum.proof.canonical import Json
from probatum.proof.note import format_note, parse_note
from probatum.verify import Finding, Report, Trust, verify_package
from probatum.verify.report import plain

KEY = example().log.key


def checked(data: bytes, trust: Trust | None = None) -> Report:
    return verify_package(io.BytesIO(data), Trust(keys=(KEY,)) if trust is None else trust)


def found(report: Report, step: int, words: str) -> Finding:
    (one,) = [f for f in report.findings if f.step == step and words in f"{f.item}: {f.text}"]
    return one


@pytest.mark.parametrize("kind", ["selection", "complete"])
def test_a_right_package_with_the_right_key_is_verified(kind: str) -> None:
    report = checked(zipped(example().seal(kind)))
    assert (report.result, report.exit_code) == ("verified", 0)
    assert {f.step for f in report.findings} == set(range(1, 13))
    assert report.as_text().count("VERIFIED: these bytes") == 1


@pytest.mark.parametrize("trust", [Trust.from_key(KEY.text()), Trust.from_key(KEY.fingerprint())])
def test_trust_may_be_given_as_key_or_fingerprint(trust: Trust) -> None:
    assert checked(zipped(example().seal()), trust).exit_code == 0


def test_trust_may_be_a_policy_with_several_logs() -> None:
    others = example("two").log.key.text(), KEY.text()
    policy = "".join(f"log {key}\n" for key in others) + "quorum none\n"
    assert checked(zipped(example().seal()), Trust.from_policy(policy)).exit_code == 0


def test_a_policy_that_asks_for_cosignatures_is_not_met() -> None:
    witness = example("witness").log.key.text()
    policy = f"log {KEY.text()}\nwitness w {witness}\nquorum w\n"
    report = checked(zipped(example().seal()), Trust.from_policy(policy))
    assert (report.result, report.exit_code) == ("not checked", 4)
    assert found(report, 11, "quorum w").state == "not checked"


@pytest.mark.parametrize("text", ["", "a" * 63, "name+00000000+AAAA", "two words"])
def test_a_key_that_is_none_is_wrong_use(text: str) -> None:
    with pytest.raises(UseError):
        Trust.from_key(text)


def test_a_policy_without_logs_is_wrong_use() -> None:
    with pytest.raises(UseError):
        Trust.from_policy("quorum none\n")


def test_without_a_key_the_first_finding_says_so_and_nothing_is_verified() -> None:
    report = checked(zipped(example().seal()), Trust())
    assert (report.result, report.exit_code) == ("not checked", 4)
    assert report.findings[0].step == 1 and report.findings[0].state == "not checked"
    assert all(f.state == "not checked" for f in report.findings)
    assert KEY.fingerprint() in report.findings[0].text


def test_withheld_fields_are_counted_and_listed_with_their_reason() -> None:
    report = checked(zipped(example().seal()))
    assert "fields withheld, each listed: 1" in found(report, 7, "committed").text
    assert found(report, 7, "invented rule 70").state == "not checked"


def test_an_original_that_was_left_out_is_not_checked() -> None:
    report = checked(zipped(example().seal()))
    assert found(report, 8, PHOTO).state == "not checked"


def test_an_original_that_is_withheld_is_said_to_be() -> None:
    forger = example()
    forger.withheld_items = [{"id": PHOTO, "code": "c", "basis": "b", "approver": "a"}]
    report = checked(zipped(forger.seal("complete")))
    assert report.exit_code == 0
    assert "listed as withheld" in found(report, 8, PHOTO).text


def test_a_selection_cannot_show_that_no_later_entry_exists() -> None:
    report = checked(zipped(example().seal()))
    assert found(report, 9, "later entries").state == "not checked"
    report = checked(zipped(example().seal("complete")))
    assert found(report, 9, "none about these").state == "verified"


@pytest.mark.parametrize("kind", ["selection", "complete"])
def test_an_erasure_that_is_shown_is_a_finding_of_its_own(kind: str) -> None:
    forger = example()
    forger.record("erase/1", NOTE, {"code": "on-request"})
    report = checked(zipped(forger.seal(kind)))
    assert report.exit_code == 0
    assert "erased later, by entry 5" in found(report, 9, NOTE).text


def test_the_same_bytes_acquired_twice_are_bound_twice() -> None:
    forger = example()
    forger.acquire(NOTE, ORIGINAL)
    assert checked(zipped(forger.seal())).exit_code == 0


def test_a_complete_disclosure_may_have_several_bundles() -> None:
    forger = Forger()
    for number in range(600):
        forger.record("record/1", OTHER, {"number": number}, show=False)
    forger.acquire(NOTE, ORIGINAL)
    report = checked(zipped(forger.seal("complete")))
    assert "all 602 leaves" in found(report, 9, "leaves").text
    assert report.exit_code == 0


def test_a_line_of_a_cosigner_is_left_to_others_by_name() -> None:
    forger = example()
    members = forger.seal()
    note = parse_note(members["checkpoint"])
    line = ("partner.example/cosigner", b"\1\2\3\4", b"a signature of some other kind")
    cosigned = format_note(note.text, [*note.signatures, line])
    for name, data in members.items():
        if name.startswith("proofs/"):
            members[name] = data.replace(members["checkpoint"], cosigned)
    members["checkpoint"] = cosigned
    report = checked(zipped(members))
    assert report.exit_code == 0
    assert "openssl" in found(report, 11, "partner.example/cosigner").text


def received(sender: Json, *, include: bool = True) -> Forger:
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL, include=include, sender=sender)
    return forger


def test_a_senders_chain_under_a_key_of_the_policy_is_verified() -> None:
    sender = example("sender")
    trust = Trust(keys=(KEY, sender.log.key))
    report = checked(zipped(received(sender.sender_of(1)).seal()), trust)
    assert found(report, 10, "a chain of 1 sender(s)").state == "verified"
    assert report.exit_code == 0


def test_a_senders_chain_under_an_unknown_key_is_not_checked() -> None:
    report = checked(zipped(received(example("sender").sender_of(1)).seal()))
    assert found(report, 10, "your policy does not name it").state == "not checked"
    assert report.exit_code == 0


def test_a_chain_of_two_senders_is_followed_to_the_first_hand() -> None:
    first, second = example("first"), Forger("second", "probatum.example/second")
    index = second.acquire(NOTE, ORIGINAL, sender=first.sender_of(1))
    trust = Trust(keys=(KEY, first.log.key, second.log.key))
    report = checked(zipped(received(second.sender_of(index)).seal()), trust)
    assert found(report, 10, "a chain of 2 sender(s)").state == "verified"


def test_the_report_as_json_has_what_the_specification_lists() -> None:
    content = json.loads(checked(zipped(example().seal())).as_json())
    assert set(content) == {"result", "exit_code", "log", "counts", "findings"}
    assert set(content["log"]) == {"origin", "size", "root", "fingerprint"}
    assert content["log"]["origin"] == ORIGIN
    assert set(content["findings"][0]) == {"step", "title", "state", "item", "text"}
    assert sum(content["counts"].values()) == len(content["findings"])


def test_text_from_a_package_cannot_write_lines_of_the_report() -> None:
    lie = "Court\n\nVERIFIED: these bytes\x1b[1A\u202e"
    report = checked(zipped(example().seal(terms={"to": lie})))
    assert report.exit_code == 0
    assert report.as_text().count("\nVERIFIED: these bytes") == 1
    assert "\x1b" not in report.as_text() and "\u202e" not in report.as_text()
    assert plain("Ім'я اسم") == "Ім'я اسم"


def test_a_thousand_faults_are_counted_and_a_hundred_are_told() -> None:
    forger = Forger()
    for number in range(250):
        forger.acquire(f"{number:032x}", ORIGINAL)
        forger.originals[f"{number:032x}"] = b"changed"
    report = verify_package(io.BytesIO(zipped(forger.seal())), Trust(keys=(KEY,)), fast_verify)
    assert found(report, 8, "and 150 more").state == "failed"


def test_a_large_original_is_hashed_in_pieces() -> None:
    large = bytes(range(256)) * 4096 * 3 + b"rest"
    forger = Forger()
    forger.acquire(NOTE, large)
    seen: list[int] = []
    data = zipped(forger.seal())
    report = verify_package(io.BytesIO(data), Trust(keys=(KEY,)), fast_verify, seen.append)
    assert report.exit_code == 0
    assert sum(seen) == len(large)
    at = data.index(large) + len(large) - 1
    changed = data[:at] + b"T" + data[at + 1 :]
    assert checked(changed).exit_code == 1
