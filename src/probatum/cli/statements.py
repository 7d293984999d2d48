"""Statements for people: who says what, through whom, where it stands; what contradicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from probatum.cli.wording import columns, moment, shown, wrapped

if TYPE_CHECKING:
    # By module: several rooms have a Shown, an Answer or a Said of their own.
    from probatum.acts import contradictions as act
    from probatum.record import sentences
    from probatum.record.contradictions import Answer as Answered

_KINDS = {
    "denial": "Denial", "dispute": "Dispute", "figures": "Figures that differ",
    "times": "Times that differ", "places": "Places that differ",
    "depictions": "What an item shows", "attributions": "Who is said to have done it",
    "identities": "Who somebody is", "statuses": "What somebody was", "retraction": "Retraction",
    "correction": "Correction", "one-speaker": "One speaker over time",
    "earlier-statement": "A statement and an earlier one",
}  # fmt: skip


def paragraph(text: str, indent: str = "") -> str:
    """Return text from records as lines of the page, made harmless."""
    return wrapped(shown(" ".join(text.split())), indent, columns() or 10_000)


def place(ref: str, index: int) -> str:
    """Return where a record is found: its reference and log position."""
    return f"[{ref}, entry {index}]"


def said(each: sentences.Said, indent: str = "    ") -> list[str]:
    """Return one assertion: speaker, stance, chain, basis, quote, citations, where recorded."""
    words = f"- {each.speaker} {each.stance}"
    if each.withdrawn is not None:
        words += f" - WITHDRAWN: {each.withdrawn}"
    lines = [paragraph(words, indent)]
    further = indent + "  "
    facts = []
    if each.hedges:
        facts.append("hedged: " + ", ".join(f'"{hedge}"' for hedge in each.hedges))
    facts.append("via " + " > ".join(each.via) if each.via else "no relay recorded")
    facts += [each.basis, f"said: {each.said_at}"]
    if each.made_by != "a person":
        facts.append(f"recorded by {each.made_by}")
    lines.append(paragraph("; ".join(facts), further))
    if each.quote is not None:
        lines.append(paragraph(f'"{each.quote}"', further))
    if each.translation is not None:
        lines.append(paragraph(f"Translation: {each.translation}", further))
    cited = "; ".join(each.citations) or "no citation recorded"
    lines.append(paragraph(f"Source: {cited}  {place(each.ref, each.index)}", further))
    return lines


def contradiction(each: act.Shown) -> list[str]:
    """Return one contradiction with both sides."""
    found = each.contradiction
    aspect = f" of {found.aspect}" if found.aspect and found.aspect != "other" else ""
    lines = [f"{each.number}. {_KINDS[found.kind]}{aspect} ({found.certainty})"]
    lines.append(paragraph(found.why, "   "))
    for title, side in (("One side", each.one), ("Other side", each.other)):
        lines += _side(title, side)
    return lines


def _side(title: str, side: act.SideShown) -> list[str]:
    lines = [f"   {title}:"]
    for known, words in (*side.propositions, *side.judgements):
        lines.append(paragraph(f"{words}  {place(known.ref, known.index)}", "     "))
    for each in side.said:
        lines += said(each, "     ")
    if not side.said and not side.judgements:
        lines.append("     - nobody is recorded as saying this now")
    return lines


def searches(answer: Answered) -> list[str]:
    """Return who looked for contradictions, and when; what follows from none."""
    lines = []
    for made in answer.searches:
        search = made.search.record
        when = search.when.edtf or search.when.text or "a date that is not known"
        since = f"; {made.since:,} assertions recorded since" if made.since else ""
        words = f"Searched on {when} by {search.searched_by} in {search.where} for {search.words}: "
        words += f"{search.found:,} found{since}  {place(made.search.ref, made.search.index)}"
        lines.append(paragraph(words))
    return lines


def as_recorded(as_of: str | None) -> list[str]:
    """Return the line that says up to when records count; none for now."""
    return [] if as_of is None else [f"As recorded up to {moment(as_of)}."]


def page(lines: Iterable[str]) -> str:
    """Return lines as one text."""
    return "\n".join(lines)
