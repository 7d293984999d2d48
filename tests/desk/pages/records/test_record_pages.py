"""Records at the desk: read, made, revised by two at once, judged, retracted."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.put_record import Put, put
from probatum.desk.pages.records.plan import WITHOUT_FORM, plan
from probatum.model.nouns import NOUNS


def words_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def seen_in(answer: Any) -> str:
    found = re.search(r'name="seen" value="(\d+)"', answer.content.decode())
    assert found is not None
    return found[1]


class Sent(HTMLParser):
    """What a browser sends of a form that nobody touched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._select = self._area = ""
        self.feed(page[page.index('<form class="form"') :])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        name = said.get("name", "")
        if tag == "input" and name and (said.get("type") != "checkbox" or "checked" in said):
            self.fields[name] = said.get("value", "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in said or self._select not in self.fields:
                self.fields[self._select] = said.get("value", "")
        elif tag == "textarea":
            self._area = name
            self.fields[name] = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""


def person(desk: OpenedDesk, name: str = "Olena Testova") -> Put:
    with desk.session() as session:
        made: Put = put(session, {"record": "person/1", "names": [{"full": name}]})
    return made


@pytest.mark.parametrize("noun", sorted(set(NOUNS) - WITHOUT_FORM))
def test_every_noun_has_a_form_for_whoever_may_make_it(desk: OpenedDesk, noun: str) -> None:
    page = desk.client("owner").get(f"/records/new/{noun}/")
    assert page.status_code == 200
    for each in plan(noun):
        if each.kind != "kept":
            assert f'name="{each.name}' in page.content.decode(), each.name


@pytest.mark.parametrize("noun", sorted(WITHOUT_FORM))
def test_what_acts_of_their_own_make_has_no_form(desk: OpenedDesk, noun: str) -> None:
    assert desk.client("owner").get(f"/records/new/{noun}/").status_code == 404


def test_a_record_is_made_from_what_was_typed(desk: OpenedDesk) -> None:
    client = desk.client("investigator")
    answer = client.post("/records/new/incident/", {
        "title": "Exercise: the weir", "kind": "destruction",
    })  # fmt: skip
    page = client.get(answer.headers["Location"])
    text = words_of(page)
    assert "Exercise: the weir" in text and "Recorded by I. Investigator" in text


def test_references_are_taken_as_they_are_read(desk: OpenedDesk) -> None:
    client = desk.client("investigator")
    one, other = person(desk, "Ivan Testenko"), person(desk, "Maria Testenko")
    answer = client.post("/records/new/group/", {
        "kind": "family", "names.0.full": "Testenko", "people_low": "2", "people_high": "3",
        "labels.0": "family", "labels.1": "",
    })  # fmt: skip
    group = answer.headers["Location"].split("/")[2]
    answer = client.post("/records/new/membership/", {
        "who": one.ref, "group": group, "kind": "member", "period.edtf": "2031-03/2031-04",
    })  # fmt: skip
    text = words_of(client.get(answer.headers["Location"]))
    assert "Ivan Testenko" in text and one.id not in text
    assert other.ref not in text


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(desk: OpenedDesk) -> None:
    client = desk.client("investigator")
    answer = client.post("/records/new/figure/", {
        "measure": "killed", "low": "many", "bound": "at_least", "text": "what I typed",
        "as_of.edtf": "the 5th",
    })  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "what I typed" in page and 'value="the 5th"' in page
    field = page[: page.index('class="errorlist"')]
    assert field.rindex("<label") > 0 and 'aria-invalid="true"' in page
    answer = client.post("/records/new/assertion/", {"about": "EXR-99999-0", "stance": "asserts"})
    assert answer.status_code == 400
    assert 'id="f-about-error"' in answer.content.decode()


def test_why_something_is_not_known_is_said_in_the_form(desk: OpenedDesk) -> None:
    client = desk.client("investigator")
    answer = client.post("/records/new/person/", {"unknown.names": "refused"})
    assert "Names: they refused to say" in words_of(client.get(answer.headers["Location"]))


def test_a_link_of_the_chain_may_be_unknown(desk: OpenedDesk) -> None:
    client = desk.client("investigator")
    with desk.session() as session:
        opinion = put(session, {"record": "opinion/1", "text": "it was bad"})
    answer = client.post("/records/new/assertion/", {
        "about": opinion.ref, "stance": "asserts", "via.0": "?",
    })  # fmt: skip
    assert "a link that nobody knows" in words_of(client.get(answer.headers["Location"]))


def test_a_revision_needs_a_reason_and_shows_what_differs(desk: OpenedDesk) -> None:
    client = desk.client("investigator")
    made = person(desk)
    address = f"/records/{made.ref}/revise/"
    form = client.get(address)
    said = {"names.0.full": "Olena Testova-Exercise", "seen": seen_in(form)}
    assert "Say why it is revised" in words_of(client.post(address, said))
    answer = client.post(address, {**said, "why": "her own spelling"})
    text = words_of(client.get(answer.headers["Location"]))
    assert "her own spelling" in text and "revised by I. Investigator" in text
    assert text.index("Olena Testova-Exercise") < text.rindex("Olena Testova")


def test_whoever_comes_second_sees_what_came_first_and_decides(desk: OpenedDesk) -> None:
    made = person(desk, "Petro Exercise")
    address = f"/records/{made.ref}/revise/"
    first, second = desk.client("owner"), desk.client("investigator")
    begun = seen_in(second.get(address))
    first.post(address, {
        "names.0.full": "Petro Exercise", "occupation": "miller", "why": "a neighbour says so",
        "seen": seen_in(first.get(address)),
    })  # fmt: skip
    mine = {"names.0.full": "Petro Exercise", "occupation": "baker", "why": "his sister says so"}
    conflict = second.post(address, {**mine, "seen": begun})
    text = words_of(conflict)
    assert conflict.status_code == 409
    assert "O. Owner recorded another version" in text and "a neighbour says so" in text
    assert "both changed it" in text and "miller" in text and "baker" in text
    with desk.session() as session:
        assert session.find_record(made.ref).body.occupation == "miller"
    done = second.post(address, {**mine, "seen": seen_in(conflict)})
    assert done.status_code == 302
    with desk.session() as session:
        assert session.find_record(made.ref).body.occupation == "baker"
        assert len(session.index.versions(made.id)) == 3


def test_a_retraction_meanwhile_is_seen_as_well(desk: OpenedDesk) -> None:
    made = person(desk, "Anna Exercise")
    address = f"/records/{made.ref}/revise/"
    begun = seen_in(desk.client("investigator").get(address))
    desk.client("owner").post(f"/records/{made.ref}/retract/", {"why": "invented twice"})
    answer = desk.client("investigator").post(address, {
        "names.0.full": "Anna X", "why": "x", "seen": begun,
    })  # fmt: skip
    assert answer.status_code == 409
    assert "retracted it after you had opened it" in words_of(answer)


def test_an_assessment_is_reviewed_by_a_second_person_only(desk: OpenedDesk) -> None:
    made = person(desk, "Taras Exercise")
    page = f"/records/{made.ref}/"
    desk.client("investigator").post(page + "assess/", {
        "dimension": "credibility", "value": "probable", "reasons": "two neighbours",
    })  # fmt: skip
    own = desk.client("investigator").get(page).content.decode()
    other = desk.client("reviewer").get(page).content.decode()
    assert "Review it as a second person" not in own
    assert "Review it as a second person" in other
    found = re.search(r'name="assessment" value="([^"]+)"', other)
    assert found is not None
    desk.client("reviewer").post(page + "review/", {
        "assessment": found[1], "agrees": "no", "reasons": "both are relatives",
    })  # fmt: skip
    assert "second person disagrees" in words_of(desk.client("reader").get(page))


def test_identity_is_a_judgement_and_undecided_ones_stand_side_by_side(desk: OpenedDesk) -> None:
    one, other = person(desk, "Olha Sample"), person(desk, "Olga Sample")
    client = desk.client("reviewer")
    client.post(f"/records/{one.ref}/same/", {
        "other": other.ref, "answer": "undecided", "reasons": "one letter",
    })  # fmt: skip
    people = desk.client("reader").get("/people/").content.decode()
    assert people.index("are they the same?") < people.index("one letter")
    assert people.index("Olha Sample") < people.index("Everybody, newest first")
    client.post(f"/records/{one.ref}/same/", {
        "other": other.ref, "answer": "maybe", "reasons": "x",
    })  # fmt: skip
    assert "Not recorded." in words_of(client.get(f"/records/{one.ref}/"))


@pytest.mark.parametrize("role", ["reader", "auditor"])
def test_who_may_not_record_gets_no_form_and_no_record(desk: OpenedDesk, role: str) -> None:
    made = person(desk, "Iryna Exercise")
    client = desk.client(role)
    for address in ("/records/new/person/", f"/records/{made.ref}/revise/"):
        assert client.get(address).status_code == 403
        assert client.post(address, {"names.0.full": "x", "why": "y"}).status_code == 403
    for part in ("assess", "review", "same", "retract"):
        answer = client.post(f"/records/{made.ref}/{part}/", {
            "why": "x", "dimension": "credibility", "value": "x", "reasons": "x",
            "other": made.ref, "answer": "yes",
        })  # fmt: skip
        assert answer.status_code in (302, 403), part
    with desk.session() as session:
        assert len(session.index.versions(made.id)) == 1


def test_a_protected_source_has_no_name_in_any_list(desk: OpenedDesk) -> None:
    with desk.session() as session:
        hidden = put(session, {
            "record": "source/1", "kind": "person", "names": [{"full": "Zzyzx Nobody"}],
            "role": "a cook of the barracks", "protected": True,
        })  # fmt: skip
    client = desk.client("reader")
    for address in (
        "/sources/", "/records/of/source/", "/records/pick/?targets=source",
        "/records/pick/?targets=source&q=Zzyzx", "/sources/?q=Zzyzx",
    ):  # fmt: skip
        page = client.get(address).content.decode()
        page = page.replace('value="Zzyzx"', "").replace("?q=Zzyzx", "")
        assert "Zzyzx" not in page and "barracks" not in page, address
        assert "q=Zzyzx" not in address or hidden.ref not in page, "a name must not lead to it"


def test_the_picker_finds_by_the_beginning_of_a_word_and_by_reference(desk: OpenedDesk) -> None:
    made = person(desk, "Kateryna Pickable")
    client = desk.client("reader")
    for typed in ("Katery", made.ref, "Pickable Kat"):
        found = client.get("/records/pick/", {"targets": "person", "q": typed}).json()["found"]
        assert [each["ref"] for each in found] == [made.ref], typed
    assert client.get("/records/pick/", {"targets": "place", "q": made.ref}).json()["found"] == []
    assert client.get("/records/pick/", {"targets": "nonsense"}).status_code == 404


def test_pages_follow_each_other_without_gaps(desk: OpenedDesk) -> None:
    with desk.session() as session:
        made = {
            put(session, {"record": "opinion/1", "text": f"opinion number {number}"}).ref
            for number in range(60)
        }
    client, address, seen = desk.client("reader"), "/records/of/opinion/", []
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(r'<bdi dir="ltr" class="id">([^<]+)</bdi>', page)
        following = re.search(r'rel="next" href="\?([^"]+)"', page)
        address = f"/records/of/opinion/?{following[1]}" if following else ""
    assert len(seen) == len(set(seen)) and made <= set(seen)


@pytest.mark.parametrize("cursor", ["x", "-1", "1e9", "9" * 30, "0,0", "nan,1"])
def test_a_cursor_that_is_none_is_refused(desk: OpenedDesk, cursor: str) -> None:
    for address in ("/sources/", "/incidents/", "/timeline/", "/people/", "/records/of/source/"):
        answer = desk.client("reader").get(address, {"after": cursor})
        assert answer.status_code in (200, 400), address


def test_what_may_be_left_out_is_not_asked_for_by_the_browser(desk: OpenedDesk) -> None:
    page = desk.client("investigator").get("/records/new/person/").content.decode()
    for each in re.findall(r"<(?:input|select|textarea)[^>]*>", page):
        assert " required" not in each or "contacts" not in each
    page = desk.client("investigator").get("/records/new/incident/").content.decode()
    assert re.search(r'<input[^>]*name="title"[^>]* required', page)


RECORDS: dict[str, dict[str, object]] = {
    "person": {"names": [{"full": "Exercise One", "language": "en"}], "born": {"edtf": "1980"},
               "contacts": [{"kind": "email", "value": "one@example.org"}]},
    "figure": {"measure": "killed", "low": 3, "bound": "at_least", "cumulative": False,
               "as_of": {"edtf": "2031-03~", "text": "in March"}, "includes": ["soldiers"]},
    "incident": {"title": "Exercise: two\u00a0words", "unknown": {"kind": "not-determined"}},
    "place": {"names": [{"full": "Mill"}], "lat": "49.9", "lon": "36.25", "precision_m": 500},
    "source": {"kind": "person", "names": [{"full": "Exercise Two"}], "protected": True},
    "opinion": {"text": "line one\nline two", "labels": ["a", "b"]},
}  # fmt: skip


@pytest.mark.parametrize("noun", RECORDS)
def test_a_form_that_nobody_touched_changes_nothing(desk: OpenedDesk, noun: str) -> None:
    with desk.session() as session:
        made = put(session, {"record": f"{noun}/1", **RECORDS[noun]})
    client = desk.client("owner")
    address = f"/records/{made.ref}/revise/"
    sent = Sent(client.get(address).content.decode()).fields
    answer = client.post(address, {**sent, "why": "to see"})
    assert answer.status_code == 302, words_of(answer)
    with desk.session() as session:
        assert len(session.index.versions(made.id)) == 1
