"""Make or print a case file about an incident: HTML or PDF, a logged read, safe to hand on.

Protected persons stand in it under the pseudonym that the recipient knows, or as *protected
source*, before any sentence is made; what is written is then searched for their names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from probatum.acts.case_file_content import content_of
from probatum.acts.disclosure_rules import pseudonym_of, refusals, require_none, require_use
from probatum.acts.leak_check import UNDECIDED, Decisions, LeakGuard
from probatum.acts.package_file import require_free, writing
from probatum.acts.record_board import Gathered, gather
from probatum.acts.session import Session
from probatum.disclose import case_file_page, paper
from probatum.disclose.case_file import CaseFile, passages
from probatum.disclose.raw_texts import html_text
from probatum.errors import UseError
from probatum.model.nouns import Person, Place, Source
from probatum.model.record import Record
from probatum.model.roles import Deed
from probatum.model.tongue import ENGLISH, SIGNS, Tongue, say, speaking
from probatum.model.values import NameForm
from probatum.preserve import files
from probatum.record.board import Board, Known
from probatum.record.resolution import Rule
from probatum.record.weighing import Weighed

INSTEAD = "correct the record that says it (a quote, a title, a file name)"

Form = Literal["html", "pdf"]


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """Whom a case file is for and how it is made.

    What a restriction or somebody's consent keeps from ``recipient`` (for ``use``) is left out and
    counted. ``decisions`` say of what leads to a protected person why it does not, hit by hit.
    It is written in ``tongue``; what people said and wrote stays as it is. ``as_of`` is a moment
    (RFC 3339 UTC); ``purpose`` stands in the access log.
    """

    recipient: str | None = None
    rule: Rule | None = None
    as_of: str | None = None
    purpose: str | None = None
    decisions: Decisions = UNDECIDED
    use: str | None = None
    tongue: Tongue = ENGLISH


@dataclass(frozen=True, slots=True)
class CasePaper:
    """A case file. ``protected`` counts persons who stand in it under another name,
    ``left_out`` records and items that a restriction or consent keeps from the recipient.
    """

    data: bytes
    ref: str
    title: str
    claims: int
    contradictions: int
    protected: int
    left_out: int


def case_file(session: Session, incident: str, form: Form, order: PaperOrder) -> CasePaper:
    """Make the case file of an incident, in memory.

    Raises UseError ``wrong-use`` for another noun, ``not-permitted``; InputError ``leak``;
    WorldError.
    """
    session.require(Deed.DISCLOSE)
    require_use(session, order.use)
    to, use, purpose = order.recipient, order.use, order.purpose
    gathered = gather(
        session, "case file", incident, as_of=order.as_of, with_texts=True, purpose=purpose
    )
    kept_back = set() if to is None else _kept_back(session, gathered, to, use)
    gathered = _without(gathered, kept_back)
    with speaking(order.tongue):
        gathered, hidden = _under_other_names(session, gathered, to)
        file = content_of(session, gathered, to, order.rule, len(hidden), len(kept_back))
        page = case_file_page.page(file)
    _require_no_leak(session, file, page, order.decisions, purpose)
    data = page
    if form == "pdf":
        with session.aside():  # seconds of typesetting, for which nobody needs the case
            data = paper.as_pdf(page)
    claims = sum(len(question.claims) for question in file.questions)
    return CasePaper(
        data, file.ref, file.title, claims, len(file.contradictions), len(hidden), len(kept_back)
    )


def print_case_file(session: Session, incident: str, target: Path, order: PaperOrder) -> CasePaper:
    """Write the case file of an incident to ``target``: PDF if its name says so, else HTML.

    As ``case_file``; raises UseError ``wrong-use`` for another name, WorldError if something of
    that name is there already.
    """
    form: Form = "pdf" if target.suffix.lower() == ".pdf" else "html"
    if form == "html" and target.suffix.lower() not in (".html", ".htm"):
        raise UseError(
            "wrong-use", item="the output file", expected="a name that ends in .html or .pdf",
            found="another one",
        )  # fmt: skip
    session.require(Deed.DISCLOSE)
    require_free(target)
    made = case_file(session, incident, form, order)
    with files.reported("the output file"), writing(target) as out:
        out.stream.write(made.data)
    return made


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
