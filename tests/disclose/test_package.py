"""The bytes of a package, judged by the verifier and by Python's own zip reader."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

import pytest

from forger import NOTE, ORIGINAL, OTHER, PHOTO, Forger, fast_verify
from probatum.disclose import package
from probatum.disclose.package import Part, Signed
from probatum.disclose.withheld import (
    KeptItem,
    Shown,
    parse_withholding,
    require_applied,
    show,
    withheld_json,
)
from probatum.errors import EvidenceError, UseError
from probatum.proof.merkle import leaf_hash, root_of
from probatum.verify import Report, Trust, verify_package

VERIFIER = b"stands for the verifier"
RULES = [parse_withholding("given_by=protected-person:invented rule 70")]


@dataclass
class Sender:
    """A log in memory with two objects, and what a disclosure of them takes."""

    forger: Forger

    @classmethod
    def with_items(cls) -> Sender:
        forger = Forger()
        forger.record("intake/1", OTHER, {"given_by": "Ann Example", "place": "invented bridge"})
        forger.acquire(NOTE, ORIGINAL, file_name="statement.txt")
        forger.record("clear/1", NOTE, {"cleared": True})
        forger.acquire(PHOTO, bytes(300_000))
        return cls(forger)

    def shown(self, rules: list = RULES) -> list[Shown]:
        return [
            show(index, one.leaf, one.opened.values(), rules, "A. Reviewer")
            for index, one in self.forger.shown.items()
        ]

    def part(self, item: str) -> Part:
        data = self.forger.originals[item]
        return package.measure(
            package.original_name(item),
            lambda: (data[at : at + 4096] for at in range(0, len(data), 4096)),
        )

    def package(
        self, shown: list[Shown], kept: list[KeptItem], *items: str, complete: bool
    ) -> bytes:
        log = self.forger.log
        bound = package.bind(
            log.key, b"<!doctype html>", withheld_json(shown, kept), shown,
            [self.part(item) for item in items], VERIFIER,
        )  # fmt: skip
        made = self.forger.make(
            "disclose/1", "dd" * 16, {
                "manifest_sha256": bound.manifest_sha256, "to": "Invented Court", "purpose": "test",
                "by": "I. Investigator", "at": "2026-05-04T10:20:30Z",
                "items": sorted({one.id for one in shown}),
                "kind_of_disclosure": "complete" if complete else "selection",
            }, None,
        )  # fmt: skip
        index = log.append(made.leaf)
        hashes = [leaf_hash(leaf) for leaf in log.leaves]
        signed = Signed(
            log.checkpoint(),
            len(hashes),
            lambda level, n: root_of(hashes[n << level : (n + 1) << level]),
        )
        out = io.BytesIO()
        entry = package.entry_file(index, made.leaf, made.opened.values())
        package.write_package(out, bound, entry, index, signed, [log.leaves] if complete else [])
        return out.getvalue()

    def verify(self, data: bytes) -> Report:
        return verify_package(io.BytesIO(data), Trust(keys=(self.forger.log.key,)), fast_verify)


@pytest.mark.parametrize("complete", [True, False])
def test_a_package_with_a_withheld_field_verifies(complete: bool) -> None:
    sender = Sender.with_items()
    data = sender.package(sender.shown(), [], PHOTO, NOTE, complete=complete)
    report = sender.verify(data)
    assert report.result == "verified", report.as_text()
    texts = " ".join(finding.text for finding in report.findings)
    assert "code protected-person, basis invented rule 70, approved by A. Reviewer" in texts
    assert b"Ann Example" not in data


def test_an_ordinary_zip_program_reads_it() -> None:
    sender = Sender.with_items()
    data = sender.package(sender.shown(), [], NOTE, complete=True)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        assert file.read("originals/" + NOTE) == ORIGINAL
        assert file.read("verify.pyz") == VERIFIER


def test_originals_may_be_withheld_with_their_reason() -> None:
    sender = Sender.with_items()
    kept = [
        KeptItem(item, "entries-only", "not asked for", "A. Reviewer") for item in (NOTE, PHOTO)
    ]
    report = sender.verify(sender.package(sender.shown(), kept, complete=True))
    assert report.result == "verified", report.as_text()
    assert sum("(listed as withheld)" in finding.text for finding in report.findings) == 2


def test_an_original_that_changed_since_it_was_measured_is_not_written() -> None:
    sender = Sender.with_items()
    shown = sender.shown()
    part = sender.part(NOTE)
    lying = Part(
        part.name, part.size_bytes, part.sha256, part.crc32, lambda: [b"x" * part.size_bytes]
    )
    bound = package.bind(
        sender.forger.log.key, b"", withheld_json(shown, []), shown, [lying], VERIFIER
    )
    signed = Signed(b"", 0, lambda level, number: b"")
    with pytest.raises(EvidenceError, match="bad-package"):
        package.write_package(io.BytesIO(), bound, b"{}", 9, signed)


def test_a_rule_for_one_item_goes_before_the_general_one() -> None:
    sender = Sender.with_items()
    rules = [
        parse_withholding("file_name=a:general"),
        parse_withholding(f"{NOTE}.file_name=b:special"),
    ]
    reasons = {kept.index: kept.rule.basis for one in sender.shown(rules) for kept in one.kept}
    assert reasons == {1: "special", 3: "general"}


@pytest.mark.parametrize(
    "text", ["", "place", "place=", "place=code", "place=:basis", "=a:b", "Place=a:b", ".place=a:b"]
)
def test_a_withholding_without_all_its_parts_is_wrong_use(text: str) -> None:
    with pytest.raises(UseError, match="wrong-use"):
        parse_withholding(text)


def test_a_disclosure_that_is_missing_is_no_withholding() -> None:
    one = Sender.with_items().forger.shown[0]
    with pytest.raises(EvidenceError, match="bad-disclosure"):
        show(0, one.leaf, list(one.opened.values())[1:], RULES, "A. Reviewer")


def test_whoever_approved_one_field_stands_behind_its_code() -> None:
    rule = parse_withholding("place = court-order @ B. Counsel : order 12: page 3")
    assert (rule.code, rule.approver, rule.basis) == (
        "court-order",
        "B. Counsel",
        "order 12: page 3",
    )
    assert parse_withholding("place=court-order:a@b").approver is None
    assert parse_withholding("place=court-order:a@b").basis == "a@b"


def test_a_basis_may_hold_any_signs() -> None:
    rule = parse_withholding("EX-00001-6.place=art-68:Rome Statute, art. 68(1): a = b")
    assert (rule.item, rule.field, rule.code) == ("EX-00001-6", "place", "art-68")
    assert rule.basis == "Rome Statute, art. 68(1): a = b"


def test_a_misspelt_field_is_wrong_use_and_names_the_fields_there_are() -> None:
    rules = [parse_withholding("giben_by=code:basis")]
    with pytest.raises(UseError, match="given_by") as caught:
        require_applied(rules, Sender.with_items().shown(rules))
    assert "giben_by" in str(caught.value)


def test_two_reasons_for_one_field_are_wrong_use() -> None:
    rules = [parse_withholding("given_by=a:b"), parse_withholding("given_by=c:d")]
    with pytest.raises(UseError, match="several"):
        require_applied(rules, Sender.with_items().shown(rules))
