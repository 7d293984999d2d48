"""Print a case file about an incident: HTML or PDF, a logged read, safe to hand on.

Protected persons stand in it under the pseudonym that the recipient knows, or as *protected
source*, before any sentence is made; what is written is then searched for their names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from probatum.acts.contradictions import SideShown, answered, shown
from probatum.acts.disclosure_rules import pseudonym_of, refusals, require_none, require_use
from probatum.acts.incident_view import others_of
from probatum.acts.leak_check import UNDECIDED, Decisions, LeakGuard
from probatum.acts.package_file import require_free, writing
from probatum.acts.record_board import Gathered, gather
from probatum.acts.session import Session
from probatum.disclose import case_file_page, paper
from probatum.disclose.case_file import (
    CaseFile,
    Claim,
    Contradicted,
    Dated,
    Listed,
    Question,
    Said,
    passages,
)
from probatum.disclose.raw_texts import html_text
from probatum.errors import UseError
from probatum.model.nouns import Assertion, Incident, Person, Place, Search, Source, SourceGrade
from probatum.model.record import Record
from probatum.model.roles import Deed
from probatum.model.tongue import ENGLISH, SIGNS, Tongue, later, listed, say, say_many, speaking
from probatum.model.values import NameForm
from probatum.preserve import files
from probatum.record import sentences
from probatum.record.board import Board, Known
from probatum.record.incidents import TITLES, Told, view
from probatum.record.resolution import Rule
from probatum.record.sentences import Sentences
from probatum.record.timeline import timeline
from probatum.record.weighing import Weighed

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
INSTEAD = "correct the record that says it (a quote, a title, a file name)"


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written. ``protected`` counts persons who stand in it under another name,
    ``left_out`` records and items that a restriction or consent keeps from the recipient.
    """

    path: Path
    size_bytes: int
    ref: str
    title: str
    claims: int
    contradictions: int
    protected: int
    left_out: int


def print_case_file(
    session: Session,
    incident: str,
    target: Path,
    *,
    recipient: str | None = None,
    rule: Rule | None = None,
    as_of: str | None = None,
    purpose: str | None = None,
    decisions: Decisions = UNDECIDED,
    use: str | None = None,
    tongue: Tongue = ENGLISH,
) -> Printed:
    """Write the case file of an incident to ``target``: PDF if its name says so, else HTML.

    ``decisions`` say of what leads to a protected person why it does not, hit by hit. What a
    restriction or somebody's consent keeps from ``recipient`` (for ``use``) is left out and
    counted. It is written in ``tongue``; what people said and wrote stays as it is.

    Raises UseError ``wrong-use`` for another noun, ``not-permitted``; InputError ``leak``;
    WorldError.
    """
    if target.suffix.lower() not in (".html", ".htm", ".pdf"):
        raise UseError(
            "wrong-use", item="the output file", expected="a name that ends in .html or .pdf",
            found="another one",
        )  # fmt: skip
    session.require(Deed.DISCLOSE)
    require_free(target)
    require_use(session, use)
    gathered = gather(session, "case file", incident, as_of=as_of, with_texts=True, purpose=purpose)
    kept_back = set() if recipient is None else _kept_back(session, gathered, recipient, use)
    gathered = _without(gathered, kept_back)
    with speaking(tongue):
        gathered, hidden = _under_other_names(session, gathered, recipient)
        file = _case_file(session, gathered, recipient, rule, len(hidden), len(kept_back))
        page = case_file_page.page(file)
    _require_no_leak(session, file, page, decisions, purpose)
    data = page
    if target.suffix.lower() == ".pdf":
        with session.aside():  # seconds of typesetting, for which nobody needs the case
            data = paper.as_pdf(page)
    with files.reported("the output file"), writing(target) as out:
        out.stream.write(data)
    claims = sum(len(question.claims) for question in file.questions)
    return Printed(
        target, len(data), file.ref, file.title, claims, len(file.contradictions), len(hidden),
        len(kept_back),
    )  # fmt: skip


# -- what somebody restricted ---------------------------------------------------------------------


def _kept_back(session: Session, gathered: Gathered, recipient: str, use: str | None) -> set[str]:
    """Return the references of what must not go to this recipient for this use."""
    records = session.index.some_records([known.id for known in gathered.board.all()])
    items = [row for item in gathered.board.items if (row := session.index.item(item)) is not None]
    found = refusals(session, items, records, to=recipient, use=use)
    subject = gathered.subject
    if subject is not None and any(each.ref == subject.ref for each in found):
        require_none([each for each in found if each.ref == subject.ref])
    return {each.ref for each in found}


def _without(gathered: Gathered, kept_back: set[str]) -> Gathered:
    """Return the board without these records and items; what is said of them falls with them."""
    if not kept_back:
        return gathered
    known = [one for one in gathered.board.all() if one.ref not in kept_back]
    items = {id: ref for id, ref in gathered.board.items.items() if ref not in kept_back}
    return replace(gathered, weighed=Weighed(Board(known, items)))


# -- protected persons ----------------------------------------------------------------------------


def _under_other_names(
    session: Session, gathered: Gathered, recipient: str | None
) -> tuple[Gathered, list[Known[Record]]]:
    """Replace protected persons and places on the board; return it with the originals."""
    hidden: list[Known[Record]] = []
    known: list[Known[Record]] = []
    for number, one in enumerate(gathered.board.all(), 1):
        body = one.record
        if isinstance(body, Source | Person | Place) and body.protected:
            hidden.append(one)
            name = _unnamed(body, number)
            if recipient is not None and not isinstance(body, Place):
                name = pseudonym_of(session, one.id, recipient)
            known.append(replace(one, record=_masked(body, name)))
        else:
            known.append(one)
    if not hidden:
        return gathered, []
    weighed = Weighed(Board(known, gathered.board.items))
    subject = None if gathered.subject is None else weighed.board.find(gathered.subject.id)
    return replace(gathered, weighed=weighed, subject=subject), hidden


def _unnamed(body: Source | Person | Place, number: int) -> str:
    match body:
        case Source():
            return say("protected source {number}", number=number)
        case Person():
            return say("protected person {number}", number=number)
        case Place():
            return say("protected place {number}", number=number)


def _masked(body: Source | Person | Place, name: str) -> Record:
    names = (NameForm(full=name),)
    match body:
        case Source():
            return Source(kind=body.kind, names=names)
        case Person():
            return Person(names=names)
        case Place():
            return Place(names=names)


def _require_no_leak(
    session: Session, file: CaseFile, page: bytes, decisions: Decisions, purpose: str | None
) -> None:
    """Stop if what was written may name a protected person, unless somebody says why not.

    File names and quotes are as they are. Raises InputError ``leak``.
    """
    guard = LeakGuard(session, show=decisions.show)
    if not guard.is_needed:
        return
    looked_in: set[tuple[str, str]] = set()
    for each in passages(file):
        if (each.where, each.text) in looked_in:
            continue
        looked_in.add((each.where, each.text))
        text = each.text.translate(SIGNS)
        if each.repeats is None:
            guard.look_in(text, each.where)
        else:
            guard.look_in_again(text, each.where, each.repeats)
    whole = html_text(page.decode()).translate(SIGNS)  # names that stand in two cells
    guard.look_in_again(whole, "the page")
    drafts = guard.settle(
        decisions, to=f"case file of {file.ref}, {file.recipient or 'for nobody by name'}",
        purpose=purpose or "not stated", instead=INSTEAD,
    )  # fmt: skip
    if drafts:
        session.record(*drafts)


# -- the file -------------------------------------------------------------------------------------


def _case_file(
    session: Session,
    gathered: Gathered,
    recipient: str | None,
    rule: Rule | None,
    hidden: int,
    left_out: int,
) -> CaseFile:
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
