"""Findings, and the result that they add up to.

The rule that matters most stands here: **without trust nothing is verified**. Unless the log is the
one that the reader named (step 1) and its key signed the checkpoint (step 4), a check that succeeds
shows only that the package agrees with itself, which any forger can arrange.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Dict, List, Optional, Sequence, Tuple

VERIFIED = "verified"
FAILED = "failed"
NOT_CHECKED = "not checked"

TITLES = {
    1: "Whose log",
    2: "Container",
    3: "Manifest and members",
    4: "Checkpoint",
    5: "The disclosure entry",
    6: "Entries in the log",
    7: "Fields",
    8: "Originals",
    9: "Custody",
    10: "Senders' chains",
    11: "Left to other programs",
    12: "What this cannot show",
}

EXIT_CODES = {VERIFIED: 0, FAILED: 1, NOT_CHECKED: 4}

# A package with a million faults is refused as surely by the first hundred of each step.
MOST_ALIKE = 100


@dataclass(frozen=True)
class Finding:
    """The outcome of one check. ``item`` names the member or entry, "" for the whole package."""

    step: int
    state: str
    text: str
    item: str = ""


@dataclass(frozen=True)
class Log:
    """The log as the package presents it; believed only as far as steps 1 and 4 say."""

    origin: str
    size: int
    root: str
    fingerprint: str


@dataclass(frozen=True)
class Report:
    """All findings in the order of their steps, each step with at least one."""

    findings: Tuple[Finding, ...]
    log: Optional[Log]

    @property
    def result(self) -> str:
        """Failed if anything failed; not checked if nobody said whose log it should be."""
        if any(finding.state == FAILED for finding in self.findings):
            return FAILED
        return VERIFIED if _is_anchored(self.findings) else NOT_CHECKED

    @property
    def exit_code(self) -> int:
        """0 verified, 1 failed, 4 whose log was not checked."""
        return EXIT_CODES[self.result]

    def as_json(self) -> str:
        """The report as one JSON object (ASCII); spec/disclosure.md lists its members."""
        content = {
            "result": self.result,
            "exit_code": self.exit_code,
            "log": None if self.log is None else vars(self.log),
            "counts": self._counts(),
            "findings": [
                {
                    "step": finding.step,
                    "title": TITLES[finding.step],
                    "state": finding.state,
                    "item": finding.item,
                    "text": finding.text,
                }
                for finding in self.findings
            ],
        }
        return json.dumps(content, indent=2)

    def as_text(self) -> str:
        """The report for a person, ending in one line with the result."""
        lines: List[str] = []
        if self.log is not None:
            lines.append("Log          " + plain(self.log.origin))
            lines.append("Fingerprint  " + self.log.fingerprint)
            lines.append(f"Checkpoint   {self.log.size} entries, root {self.log.root}")
        step = 0
        for finding in self.findings:
            if self._is_no_package and finding.state == NOT_CHECKED:
                continue  # that nothing else was checked is said once, below
            if finding.step != step:
                step = finding.step
                lines += ["", f"{step} {TITLES[step]}"]
            about = plain(finding.item) + ": " if finding.item else ""
            lines.append(f"  {finding.state.upper():<12} {about}{plain(finding.text)}")
        counts = ", ".join(f"{number} {state}" for state, number in self._counts().items())
        more = " Nothing else could be checked." if self._is_no_package else ""
        lines += ["", self._headline(), f"Findings: {counts}.{more}", ""]
        return "\n".join(lines)

    @property
    def _is_no_package(self) -> bool:
        """Whether nothing could be opened, so that step 2 says all that there is to say."""
        return [finding.state for finding in self.findings if finding.step == 2] == [FAILED]

    def _headline(self) -> str:
        if self._is_no_package:
            return "FAILED: this file cannot be checked as a package. Why is said above."
        if self.result == FAILED:
            return "FAILED: do not rely on this package. What is wrong is named above."
        if self.result == NOT_CHECKED:
            return (
                "NOT CHECKED: whose log this is. The package agrees with itself, as a forged one "
                "would. Obtain the key by another way and use --key or --policy."
            )
        return (
            "VERIFIED: these bytes are what the log with the trusted key committed. "
            "Read under 12 what that does not show."
        )

    def _counts(self) -> Dict[str, int]:
        states = [finding.state for finding in self.findings]
        return {state: states.count(state) for state in EXIT_CODES}


class Findings:
    """Collects findings while the steps run, then makes the report."""

    def __init__(self) -> None:
        self._found: List[Finding] = []
        self._alike: Dict[Tuple[int, str], int] = {}

    def verified(self, step: int, text: str, item: str = "") -> None:
        """A check succeeded; becomes *not checked* if the package turns out not anchored."""
        self._add(Finding(step, VERIFIED, text, item))

    def failed(self, step: int, text: str, item: str = "") -> None:
        """Something is wrong."""
        self._add(Finding(step, FAILED, text, item))

    def not_checked(self, step: int, text: str, item: str = "") -> None:
        """Something could not be checked, or not by this program."""
        self._add(Finding(step, NOT_CHECKED, text, item))

    def has_failed(self, step: int) -> bool:
        """Whether this step already failed, so that it must not also say that all is well."""
        return (step, FAILED) in self._alike

    def report(self, log: Optional[Log]) -> Report:
        """Put everything in the order of the steps and apply the rule of this module."""
        found = list(self._found)
        for (step, state), number in self._alike.items():
            if number > MOST_ALIKE:
                found.append(Finding(step, state, f"and {number - MOST_ALIKE} more like these"))
        silent = set(TITLES) - {finding.step for finding in found}
        found += [
            Finding(step, NOT_CHECKED, "could not be done because an earlier step failed")
            for step in silent
        ]
        if not _is_anchored(found):
            found = [
                replace(finding, state=NOT_CHECKED, text="agrees with itself only: " + finding.text)
                if finding.state == VERIFIED
                else finding
                for finding in found
            ]
        return Report(tuple(sorted(found, key=lambda finding: finding.step)), log)

    def _add(self, finding: Finding) -> None:
        key = (finding.step, finding.state)
        self._alike[key] = self._alike.get(key, 0) + 1
        if self._alike[key] <= MOST_ALIKE:
            self._found.append(finding)


def plain(text: str) -> str:
    r"""Text from a package, fit for a terminal: nothing in it moves the cursor or the direction.

    >>> plain("Kyiv" + chr(27) + "[2J" + chr(0x202E))
    'Kyiv\\u001b[2J\\u202e'
    """
    shown = "".join(
        letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text[:2000]
    )
    return shown if len(text) <= 2000 else shown + " [cut here]"


def _is_anchored(found: Sequence[Finding]) -> bool:
    """Whether the reader's key is the log's (step 1) and signed the checkpoint (step 4)."""
    return all(
        [finding.state for finding in found if finding.step == step] == [VERIFIED]
        for step in (1, 4)
    )
