"""Every lie about a package that we could think of, each with the finding that must name it.

The cases are in the ``packages_*`` modules beside this one, by the step that must find them.
"""

from __future__ import annotations

import io

import pytest

from attacks import packages_custody, packages_fields, packages_form, packages_log
from forger import example, fast_verify, zipped
from probatum.verify import Report, Trust, verify_package

MODULES = (packages_form, packages_log, packages_fields, packages_custody)
ATTACKS = {name: case for module in MODULES for name, case in module.ATTACKS.items()}


def checked(data: bytes, trust: Trust) -> Report:
    return verify_package(io.BytesIO(data), trust, fast_verify)


def test_there_are_attacks() -> None:
    assert len(ATTACKS) > 100
    assert len(ATTACKS) == sum(len(module.ATTACKS) for module in MODULES), "a name used twice"


@pytest.mark.parametrize("name", ATTACKS)
def test_a_forged_package_is_refused_by_name(name: str) -> None:
    make, step, words = ATTACKS[name]
    report = checked(make(), Trust(keys=(example().log.key,)))
    failed = [f for f in report.findings if f.state == "failed"]
    assert report.result == "failed" and report.exit_code == 1
    assert any(f.step == step and words in f"{f.item}: {f.text}" for f in failed), failed


def test_a_package_under_another_key_is_never_called_verified_without_a_key() -> None:
    report = checked(zipped(example("two").seal()), Trust())
    assert (report.result, report.exit_code) == ("not checked", 4)
    assert report.findings[0].step == 1 and "no key or policy" in report.findings[0].text
    assert "verified" not in {f.state for f in report.findings}
    assert "VERIFIED" not in report.as_text()


def test_nothing_of_a_package_under_another_key_is_called_verified() -> None:
    report = checked(zipped(example("two").seal()), Trust(keys=(example().log.key,)))
    assert "verified" not in {f.state for f in report.findings}


def test_the_packages_that_the_attacks_start_from_are_accepted() -> None:
    trust = Trust(keys=(example().log.key,))
    for kind in ("selection", "complete"):
        assert checked(zipped(example().seal(kind)), trust).exit_code == 0
