"""Citations survive re-extraction by their words, or are reported; nothing moves by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from probatum.acts.add_files import add
from probatum.acts.check_citations import Checked, check_citations, re_anchor
from probatum.acts.cite import TEXT, cite
from probatum.acts.derived import Making, store
from probatum.acts.erase_item import erase
from probatum.acts.extract_text import extract
from probatum.acts.put_record import put
from probatum.acts.record_history import record_history
from probatum.acts.retract_record import retract
from probatum.acts.session import Session
from probatum.derive.text.tools import TOOL
from probatum.errors import InputError, ProbatumError, UseError
from probatum.model.citing import cited
from probatum.model.nouns import Assertion, Occurrence
from probatum.model.values import Citation
from record_case import at_work, fresh

WORDS = "Вони бачили п'ять вибухів. The mill burned at dawn. The mill was empty.\nقال السكان\n"


class Bench:
    """A case with one item, its text, and an occurrence to say something of."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session = session
        (folder / "a.txt").write_text(WORDS)
        [line] = add(session, [str(folder / "a.txt")]).lines
        self.item, self.ref = line.id, line.ref
        extract(session, [line.ref])
        self.about = put(session, Occurrence(kind="killing")).id

    def claim(self, *citations: Citation) -> str:
        return put(
            self.session, Assertion(about=self.about, stance="asserts", citations=citations)
        ).ref

    def text_is_now(self, text: str, tool: str = TOOL) -> None:
        making = Making(self.item, "0" * 64, TEXT, tool, "a later one", "none")
        draft, _ = store(self.session, making, "text/plain", text.encode())
        self.session.record(draft)

    def only(self, ref: str | None = None) -> Checked:
        [found] = check_citations(self.session, ref)
        return found


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with fresh(tmp_path) as case, at_work(case) as session:
        yield Bench(session, tmp_path)


def test_words_become_a_citation_with_what_stands_round_them(bench: Bench) -> None:
    made = cite(bench.session, bench.ref, exact="mill   burned\tat dawn")
    assert WORDS[made.start : made.end] == made.exact == "mill burned at dawn"
    assert (made.prefix or "").endswith("The ") and (made.suffix or "").startswith(". The mill")
    assert made == cite(bench.session, bench.item, span=(made.start or 0, made.end or 0))
    bench.claim(made)
    assert bench.only().standing == "same text"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"exact": "The mill"}, "2 places: 27-35, 52-60"),
        ({"exact": "the mill"}, "none"),
        ({"exact": " \n"}, "none"),
        ({"span": (3, 3)}, "3-3"),
        ({"span": (0, 10_000)}, "0-10000"),
        ({}, "both or neither"),
    ],
)
def test_what_stands_nowhere_or_more_than_once_is_refused(
    bench: Bench, given: dict[str, object], found: str
) -> None:
    with pytest.raises(UseError) as caught:
        cite(bench.session, bench.ref, **given)  # type: ignore[arg-type]
    assert found in caught.value.found


def test_a_citation_that_misquotes_a_text_of_the_item_is_refused(bench: Bench) -> None:
    right = cite(bench.session, bench.ref, exact="burned at dawn")
    wrong = msgspec.structs.replace(right, exact="burned at noon")
    with pytest.raises(InputError) as caught:
        bench.claim(right, wrong)
    assert (caught.value.code, caught.value.item) == ("bad-record", "citations[1].exact")
    # A text that is none of this case's: what it says cannot be known here.
    bench.claim(msgspec.structs.replace(wrong, text_sha256="0" * 64))


def test_after_a_new_extraction_it_is_found_again_and_nothing_was_changed(bench: Bench) -> None:
    made = cite(bench.session, bench.ref, exact="burned at dawn")
    claim = bench.claim(made)
    bench.text_is_now("A heading\n\n" + WORDS)
    found = bench.only(claim)
    assert found.standing == "moved" and found.now is not None
    assert (found.now.start, found.now.end) == ((made.start or 0) + 11, (made.end or 0) + 11)
    assert bench.session.find_record(claim).body.citations == (made,)  # type: ignore[union-attr]
    assert len(record_history(bench.session, claim).versions) == 1


def test_re_anchoring_is_a_revision_by_a_person_with_a_reason(bench: Bench) -> None:
    made = cite(bench.session, bench.ref, exact="burned at dawn")
    made = msgspec.structs.replace(made, page=7)
    claim = bench.claim(made, Citation(item=bench.item, page=1))
    bench.text_is_now(WORDS.replace(" ", "\n"))
    found = check_citations(bench.session)
    assert [(each.standing, each.because) for each in found] == [
        ("moved", "respaced"), ("not checked", "no-span"),
    ]  # fmt: skip
    with pytest.raises(UseError):
        re_anchor(bench.session, found, "  ")
    [done] = re_anchor(bench.session, found, "a newer reader").put
    assert (done.ref, done.done) == (claim, "revised")
    body = bench.session.find_record(claim).body
    assert body is not None
    (_, first), (_, second) = cited(body)
    assert (first.exact, first.page, second.page) == ("burned\nat\ndawn", 7, 1)
    assert record_history(bench.session, claim).versions[-1].why == "a newer reader"
    assert {each.standing for each in check_citations(bench.session)} == {
        "same text", "not checked",
    }  # fmt: skip
    assert re_anchor(bench.session, check_citations(bench.session), "again").put == ()


@pytest.mark.parametrize(
    ("text", "because"),
    [("Nothing of this.", "missing"), (WORDS * 2, "ambiguous")],
)
def test_what_is_lost_is_reported_and_stays(bench: Bench, text: str, because: str) -> None:
    claim = bench.claim(cite(bench.session, bench.ref, exact="burned at dawn"))
    bench.text_is_now(text)
    found = check_citations(bench.session, bench.ref)
    assert [(each.standing, each.because) for each in found] == [("lost", because)]
    assert re_anchor(bench.session, found, "I want it to move").put == ()
    assert len(record_history(bench.session, claim).versions) == 1


def test_what_cannot_be_compared_is_not_called_lost(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("another")
    [other] = add(bench.session, [str(tmp_path / "b.txt")]).lines
    span = {"text_sha256": "0" * 64, "start": 0, "end": 2, "exact": "an"}
    no_text = bench.claim(Citation(item=other.id, **span))  # type: ignore[arg-type]
    assert bench.only(no_text).because == "no-text"
    claim = bench.claim(cite(bench.session, bench.ref, exact="burned at dawn"))
    bench.text_is_now("burned at dawn", tool="a reader of pictures")
    assert bench.only(claim).because == "other-reader"
    erase(bench.session, bench.ref, "protection", citing="keep")
    assert bench.only(claim).because == "erased"
    with pytest.raises(ProbatumError):
        cite(bench.session, bench.ref, exact="burned")


def test_retracted_records_are_left_out_and_reads_are_logged(bench: Bench) -> None:
    claim = bench.claim(cite(bench.session, bench.ref, exact="burned at dawn"))
    before = bench.session.case.access.size
    check_citations(bench.session)
    assert bench.session.case.access.size == before + 1
    retract(bench.session, claim, "said twice")
    assert check_citations(bench.session) == []


def test_a_record_that_cannot_be_revised_is_named_and_the_others_are(bench: Bench) -> None:
    made = cite(bench.session, bench.ref, exact="burned at dawn")
    good = bench.claim(made)
    other = put(bench.session, Occurrence(kind="killing"))
    bad = put(bench.session, Assertion(about=other.id, stance="denies", citations=(made,)))
    erase(bench.session, other.ref, "protection")
    bench.text_is_now("A heading\n" + WORDS)
    done = re_anchor(bench.session, check_citations(bench.session), "a newer reader")
    assert [each.ref for each in done.put] == [good]
    assert [(row.id, error.code) for row, error in done.refused] == [(bad.id, "erased")]
