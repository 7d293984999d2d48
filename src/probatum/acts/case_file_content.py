"""What a case file says, in words: claims, contradictions, times, sources, items; a read."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.acts.contradictions import SideShown, answered, shown
from probatum.acts.incident_view import others_of
from probatum.acts.record_board import Gathered
from probatum.acts.session import Session
from probatum.disclose.case_file import CaseFile, Claim, Contradicted, Dated, Listed, Question, Said
from probatum.errors import UseError
from probatum.model.nouns import Assertion, Incident, Search, Source, SourceGrade
from probatum.model.tongue import later, listed, say, say_many
from probatum.record import sentences
from probatum.record.board import Board
from probatum.record.incidents import TITLES, Told, view
from probatum.record.resolution import Rule
from probatum.record.sentences import Sentences
from probatum.record.timeline import timeline

_KINDS = {
    "person": later("person"), "organisation": later("organisation"), "group": later("group"),
    "publication": later("publication"), "account": later("account"), "device": later("device"),
}  # fmt: skip
_RULES = {
    "newest": later("newest"), "widest": later("widest"), "most-origins": later("most origins"),
    "best-graded": later("best graded"), "analyst": later("analyst"),
}  # fmt: skip
_TIMES = {
    "event": later("Event"), "said": later("Said or published"),
    "collected": later("Made, collected or found"), "recorded": later("Recorded here"),
}  # fmt: skip


def content_of(
    session: Session,
    gathered: Gathered,
    recipient: str | None,
    rule: Rule | None,
    hidden: int,
    left_out: int,
) -> CaseFile:
    """Return what a case file says about the incident that was gathered, in the tongue spoken.

    ``hidden`` counts protected persons under other names, ``left_out`` what the recipient must not
    have. Raises UseError ``wrong-use`` if what was gathered is about no incident.
    """
    asked = gathered.subject
    incident = None if asked is None else gathered.board.get(asked.id, Incident)
    if incident is None:
        raise UseError(
            "wrong-use", item=asked.ref if asked else "the record", expected="an incident",
            found=asked.noun if asked else "nothing",
            remedy="list them: probatum record list incident",
        )  # fmt: skip
    found = answered(gathered)
    made = view(gathered.weighed, gathered.reprints, incident, found.found, rule)
    told = Sentences(gathered.weighed)
    log = session.case.evidence
    return CaseFile(
        case_name=session.index.case_row().name, title=incident.record.title, ref=incident.ref,
        index=incident.index, made_by=session.by, made_at=session.now(),
        as_known_on=gathered.as_of, recipient=recipient, log_size=log.size,
        log_root=log.root().hex(), fingerprint=log.signer.verifier.fingerprint(),
        rule=say(_RULES[made.rule]),
        questions=tuple(
            Question(_asked(each.title), each.value, each.why, tuple(map(_claim, each.told)))
            for each in made.questions
        ),
        contradictions=tuple(
            Contradicted(
                each.number, each.contradiction.certainty == "certain", each.contradiction.why,
                _side(each.one), _side(each.other),
            )
            for each in shown(told, found.found)
        ),
        contradictions_answer=found.words,
        timeline=tuple(
            Dated(each.when, say(_TIMES[each.kind]), each.what, each.ref, each.index, each.stands)
            for each in timeline(gathered.weighed)
        ),
        not_known=made.not_known,
        others=tuple(
            Listed(ref, _index_of(gathered.board, ref), title, how)
            for ref, how, title in others_of(gathered.board, incident)
        ),
        searches=tuple(_searches(gathered.board)), sources=tuple(_sources(gathered.board, told)),
        items=tuple(_items(session, gathered.board)), protected=hidden,
        left_out=left_out,
    )  # fmt: skip


def _asked(title: str) -> str:
    """Return a question; which act is asked about stands behind it, as somebody called it."""
    known = next((each for each in TITLES if title.startswith(each)), "")
    return say(known) + title[len(known) :] if known else title


def _claim(told: Told) -> Claim:
    known = told.proposition
    return Claim(
        known.ref, known.index, told.words, told.first, told.origins,
        tuple(_said(one) for one in told.said), told.contradictions,
    )  # fmt: skip


def _said(one: sentences.Said) -> Said:
    notes = [one.basis]
    if one.hedges:
        notes.append(say("hedged: {words}", words=listed(f'"{each}"' for each in one.hedges)))
    if one.withdrawn is not None:
        notes.append(one.withdrawn)
    at = f"{one.recorded_at[:16]}Z"
    notes.append(say("recorded by {who}, {at}", who=one.recorded_by, at=at))
    if one.made_by:
        notes.append(one.made_by)
    return Said(
        one.ref, one.index, one.speaker, one.stance, say("said {when}", when=one.said_at),
        one.via, tuple(notes), one.quote, one.translation, one.citations,
    )  # fmt: skip


def _side(side: SideShown) -> tuple[str, ...]:
    lines = [f"{words} ({known.ref})" for known, words in side.propositions]
    lines += [f"{sentences.line(one)} ({one.ref})" for one in side.said]
    return (*lines, *(f"{words} ({known.ref})" for known, words in side.judgements))


def _index_of(board: Board, ref: str) -> int:
    return next(known.index for known in board.all() if known.ref == ref)


def _searches(board: Board) -> Iterator[Listed]:
    for known in board.of(Search):
        body = known.record
        number = body.found
        found = say_many("{n} found", "{n} found", number) if number else say("nothing found")
        when = body.when.text or body.when.edtf or say("time not stated")
        yield Listed(
            known.ref, known.index, f"{body.where}: {body.words}",
            f"{body.searched_by}, {when}, {found}" + (f": {body.result}" if body.result else ""),
        )  # fmt: skip


def _sources(board: Board, told: Sentences) -> Iterator[Listed]:
    named = {
        each for known in board.of(Assertion) for each in (known.record.speaker, *known.record.via)
    }  # fmt: skip
    for known in board.of(Source):
        if known.id not in named:
            continue
        grades = [
            say(
                "graded {grade} on {topic} by {who}",
                topic=grade.record.topic,
                who=grade.by,
                grade=f"{grade.record.reliability}{grade.record.information}",
            )
            for grade in board.of(SourceGrade)
            if grade.record.source == known.id
        ]
        ungraded = [say("not graded")]
        party = [say("party: {name}", name=known.record.party)] if known.record.party else []
        yield Listed(
            known.ref, known.index, told.naming.name(known.id),
            say("; ").join([say(_KINDS[known.record.kind]), *party, *(grades or ungraded)]),
        )  # fmt: skip


def _items(session: Session, board: Board) -> Iterator[Listed]:
    for item in board.items:
        row = session.index.item(item)
        if row is None:
            continue
        indices = [
            each.index for each in session.index.entries_about(item) if each.kind == "acquire/1"
        ]
        gone = say("erased")
        what = gone if row.erased else row.file_name or say("without a name")
        yield Listed(row.ref or item, min(indices), what, f"SHA-256 {row.sha256 or gone}")
