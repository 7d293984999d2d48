"""A case file: every statement with its place, what contradicts, no protected name."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from offices import Office
from probatum.acts.case_file import CasePaper, PaperOrder, print_case_file
from probatum.acts.leak_check import Decisions, parse_resolution
from probatum.acts.put_record import put
from probatum.errors import InputError, UseError
from probatum.model.kinds import LeakChecked
from probatum.model.nouns import Assertion, Incident, Occurrence, Restriction, Source
from probatum.model.values import NameForm, When

CANARY = "Зоряна Кенарчук"


class World:
    """An incident that a protected resident asserts and a ministry denies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = Office(folder, "exercise")
        with self.office.open() as session:
            self.incident = put(session, Incident(title="Mill road <EXERCISE>"))
            self.occurrence = put(
                session, Occurrence(kind="killing", incident=self.incident.id, text="at the mill")
            )
            self.resident = put(
                session, Source(kind="person", names=(NameForm(full=CANARY),), protected=True)
            )
            self.ministry = put(
                session, Source(kind="organisation", names=(NameForm(full="Ministry of Exercise"),))
            )
            self.claim = put(
                session,
                Assertion(
                    about=self.occurrence.id,
                    stance="asserts",
                    speaker=self.resident.id,
                    basis="saw",
                    quote="رأيت ما حدث",
                    said_at=When(edtf="2026-04-02"),
                ),
            )
            self.denial = put(
                session,
                Assertion(about=self.occurrence.id, stance="denies", denies="occurrence",
                          speaker=self.ministry.id, quote="Nothing of the kind"),
            )  # fmt: skip

    def print(self, name: str = "file.html", **options: object) -> tuple[CasePaper, str]:
        target = self.folder / name
        with self.office.open() as session:
            done = print_case_file(session, self.incident.ref, target, PaperOrder(**options))
        return done, target.read_bytes().decode("utf-8", "replace")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_every_statement_has_its_reference_and_log_position(world: World) -> None:
    done, page = world.print()
    for record in (world.incident, world.occurrence, world.claim, world.denial):
        assert re.search(f"{record.ref}</code></bdi>, entry {record.index}\\b", page)
    assert (done.claims, done.contradictions, done.protected) == (1, 1, 1)
    assert "The source says this. Not: this is so." in page


def test_what_contradicts_stands_beside_what_it_contradicts(world: World) -> None:
    _, page = world.print()
    assert '(contradicted: <a href="#c1">1</a>)' in page and 'id="c1"' in page
    assert "Nothing of the kind" in page


def test_a_protected_person_stands_in_it_under_another_name(world: World) -> None:
    _, page = world.print()
    assert CANARY not in page and "protected source" in page
    _, named = world.print("court.html", recipient="Invented Court")
    assert re.search(r"Source \d{4}-[A-Z]", named)
    names = [
        re.findall(r"Source \d{4}-[A-Z]", world.print(f"{number}.html", recipient=to)[1])[0]
        for number, to in enumerate(("Invented Court", "Invented Court", "Invented Paper"))
    ]
    assert names[0] == names[1] != names[2]


def quote(world: World, text: str, id: str | None = None) -> str:
    with world.office.open() as session:
        said = Assertion(about=world.occurrence.id, stance="reports", speaker=world.ministry.id,
                         quote=text)  # fmt: skip
        return put(session, said, id=id, why=None if id is None else "misheard").ref


def refusal(world: World, *decided: str, **options: object) -> InputError:
    with pytest.raises(InputError) as caught:
        world.print(decisions=decisions(*decided), **options)
    assert caught.value.code == "leak" and not (world.folder / "file.html").exists()
    assert CANARY not in str(caught.value) + repr(caught.value.details)
    return caught.value


def decisions(*texts: str) -> Decisions:
    return Decisions([parse_resolution(text) for text in texts])


def test_a_quote_that_names_a_protected_person_stops_it(world: World) -> None:
    ref = quote(world, "We spoke with Zoriana Kenarchuk")
    error = refusal(world)
    [hit] = error.details
    assert (hit["person"], hit["where"]) == (world.resident.ref, f"statement {ref}")
    assert hit["times"] == "1", "in the claim, the contradictions and the timeline it is the same"
    world.print(decisions=decisions(f"{hit['hit']}=another person of that name"))
    with world.office.open() as session:
        [row] = session.index.all_of(LeakChecked.kind)
        entry = session.entry(row.index)[1]
    assert isinstance(entry, LeakChecked) and entry.to.startswith("case file of")
    assert entry.resolved[0].endswith(": another person of that name")
    assert world.resident.ref in entry.resolved[0] and ref in entry.resolved[0]


def test_two_false_hits_have_each_their_own_reason(world: World) -> None:
    for text in ("We spoke with Zoriana Kenarchuk", "Zoriana Kenarchuk street was shelled"):
        quote(world, text)
    one, other = (each["hit"] for each in refusal(world).details)
    left = refusal(world, f"{one}=a namesake")
    assert [each["hit"] for each in left.details] == [other]
    world.print(decisions=decisions(f"{one}=a namesake", f"{other}=a street"))
    with world.office.open() as session:
        [row] = session.index.all_of(LeakChecked.kind)
        resolved = session.entry(row.index)[1].resolved  # type: ignore[union-attr]
    assert {each.rpartition(": ")[2] for each in resolved} == {"a namesake", "a street"}


def test_a_reason_covers_no_hit_that_appears_later(world: World) -> None:
    ref = quote(world, "We spoke with Zoriana Kenarchuk")
    quote(world, "Zoriana Kenarchuk street was shelled")
    found = refusal(world).details
    each_one = [f"{hit['hit']}=a namesake" for hit in found]
    with world.office.open() as session:
        known = session.find_record(ref).id
    quote(world, "Zoriana Kenarchuk, who saw it, told us", known)  # in the same place, another
    for decided in (each_one, [f"{found[0]['group']}=namesakes"]):
        with pytest.raises(UseError, match="what is found has changed"):
            world.print(decisions=decisions(*decided))
    assert {each["hit"] for each in refusal(world).details} != {each["hit"] for each in found}


def test_a_title_and_a_recipient_that_name_somebody_protected_stop_it(world: World) -> None:
    assert refusal(world, recipient=f"Friends of {CANARY}").details[0]["where"] == "the recipient"
    with world.office.open() as session:
        put(session, Incident(title=CANARY), id=world.incident.id, why="a worse title")
    assert f"the title of {world.incident.ref}" in refusal(world).item


def test_what_is_restricted_is_left_out_for_a_recipient_and_counted(world: World) -> None:
    with world.office.open() as session:
        put(session, Restriction(covers=(world.denial.id,), kind="lead-only", basis="as agreed",
                                 recipients_allowed=("Invented Court",)))  # fmt: skip
    done, page = world.print("paper.html", recipient="Invented Paper")
    assert done.left_out == 1 and "Left out: 1" in page and "Nothing of the kind" not in page
    for name, options in (("own.html", {}), ("court.html", {"recipient": "Invented Court"})):
        done, page = world.print(name, **options)
        assert done.left_out == 0 and "Nothing of the kind" in page


def test_markup_in_words_is_words(world: World) -> None:
    _, page = world.print()
    assert "<EXERCISE>" not in page and "&lt;EXERCISE&gt;" in page
    assert "<script" not in page and "http" not in page.replace("http-equiv", "")


def test_words_run_in_their_own_direction(world: World) -> None:
    _, page = world.print()
    assert '<blockquote dir="rtl">“رأيت ما حدث”' in page
    assert '<blockquote dir="ltr">“Nothing of the kind”' in page


def test_a_pdf_has_the_same_words_on_numbered_pages(world: World) -> None:
    done, _ = world.print("file.pdf")
    document = pypdfium2.PdfDocument(done.data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    for said in (world.claim.ref, "Ministry of Exercise", f"/ {len(document)}", "Mill road"):
        assert said in text
    assert CANARY not in text


def test_it_can_be_printed_as_it_was_known_before(world: World) -> None:
    with world.office.open() as session:
        before = session.index.record(world.denial.id)
        assert before is not None
        put(session, Occurrence(kind="shelling", incident=world.incident.id, text="later on"))
    _, page = world.print("then.html", as_of=before.at)
    assert "later on" not in page and "As known on" in page
    assert "later on" in world.print("now.html")[1]


def test_only_an_incident_and_a_free_name_are_taken(world: World) -> None:
    with world.office.open() as session:
        with pytest.raises(UseError, match="html or .pdf"):
            print_case_file(session, world.incident.ref, world.folder / "file.docx", PaperOrder())
        with pytest.raises(UseError, match="an incident"):
            print_case_file(session, world.claim.ref, world.folder / "file.html", PaperOrder())
    world.print()
    with pytest.raises(UseError, match="wrong-use"):
        world.print()
