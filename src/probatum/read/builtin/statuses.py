"""How an incident stands in its text: reported, alleged, denied, disputed or acknowledged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.read.builtin.drafts import AssertionDraft, IncidentDraft, Status


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
    stances = {one.stance for one in assertions}
    if stances & {"acknowledges", "claims_responsibility"}:
        return "acknowledged"
    against = [one for one in assertions if one.stance in ("denies", "disputes")]
    supported = any(one.stance in ("asserts", "reports", "estimates") for one in assertions)
    if any(one.denies == "occurrence" or one.stance == "disputes" for one in against):
        return "disputed" if supported else "denied"
    if against and not supported:
        return "denied"
    if any(one.proposition in ("attribution", "act") for one in assertions):
        return "alleged"
    if any(one.voice == "own" and one.stance == "asserts" for one in assertions):
        return "reported"
    return "alleged" if any(one.voice == "attributed" for one in assertions) else "reported"
