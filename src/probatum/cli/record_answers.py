"""Answers about statements in JSON, as ``docs/json.md`` describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # By module: several rooms have a Shown, a Known, an Answer or a Said of their own.
    from probatum.acts import contradictions as act
    from probatum.cli.calls import Json
    from probatum.model.record import Record
    from probatum.record import board, sentences
    from probatum.record.contradictions import Answer as Answered


def record(known: board.Known[Record]) -> dict[str, Json]:
    """A record by where it is found."""
    return {
        "id": known.id,
        "ref": known.ref,
        "noun": known.noun,
        "entry": known.index,
        "recorded_at": known.recorded_at,
        "recorded_by": known.by,
    }


def said(each: sentences.Said) -> dict[str, Json]:
    """An assertion in words."""
    return {
        "id": each.id,
        "ref": each.ref,
        "entry": each.index,
        "recorded_at": each.recorded_at,
        "recorded_by": each.recorded_by,
        "stance": each.stance,
        "speaker": each.speaker,
        "via": list(each.via),
        "basis": each.basis,
        "hedges": list(each.hedges),
        "quote": each.quote,
        "translation": each.translation,
        "said_at": each.said_at,
        "citations": list(each.citations),
        "made_by": each.made_by,
        "withdrawn": each.withdrawn,
    }


def contradiction(each: act.Shown) -> dict[str, Json]:
    """A contradiction with both sides."""
    found = each.contradiction
    return {
        "number": each.number,
        "kind": found.kind,
        "aspect": found.aspect,
        "certainty": found.certainty,
        "why": found.why,
        "one": _side(each.one),
        "other": _side(each.other),
    }


def _side(side: act.SideShown) -> dict[str, Json]:
    return {
        "propositions": [{**record(known), "words": words} for known, words in side.propositions],
        "said": [said(each) for each in side.said],
        "judgements": [{**record(known), "words": words} for known, words in side.judgements],
    }


def answer(given: Answered) -> dict[str, Json]:
    """What was found, or who looked for it."""
    return {
        "state": given.state,
        "words": given.words,
        "searches": [
            {
                **record(made.search),
                "searched_on": made.search.record.when.edtf or made.search.record.when.text,
                "searched_by": made.search.record.searched_by,
                "where": made.search.record.where,
                "words": made.search.record.words,
                "found": made.search.record.found,
                "assertions_since": made.since,
            }
            for made in given.searches
        ],
    }
