"""How an incident stands in its text: reported, alleged, denied, disputed or acknowledged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.read.builtin.drafts import AssertionDraft, IncidentDraft, Status

_TOLD = frozenset(
    {"asserts", "reports", "estimates", "condemns", "acknowledges", "claims_responsibility"}
)


def statuses(
    incidents: Sequence[IncidentDraft], assertions: Sequence[AssertionDraft]
) -> list[IncidentDraft]:
    """Return the incidents with what the assertions about them make of them."""
    about: dict[int, list[AssertionDraft]] = {}
    for one in assertions:
        for target in one.about:
            if target.kind == "incident":
                about.setdefault(target.place, []).append(one)
    return [
        replace(each, status=_status(about.get(at, []))) for at, each in enumerate(incidents)
    ]  # fmt: skip


def _status(assertions: Sequence[AssertionDraft]) -> Status:
    """Return what the parties make of it together: who denies only its scale disputes nothing."""
    stances = {one.stance for one in assertions}
    against = [
        one for one in assertions
        if one.stance in ("denies", "disputes") and one.denies != "scale"
    ]  # fmt: skip
    admitted = bool(stances & {"acknowledges", "claims_responsibility"})
    if admitted and not any(one.denies in ("occurrence", "attribution") for one in against):
        return "acknowledged"
    if against:
        return "disputed" if stances & _TOLD else "denied"
    blamed = any(
        one.proposition in ("attribution", "act") and one.voice != "own" for one in assertions
    )
    return "alleged" if blamed else "reported"
