"""The scripted person of the demonstration: chooses by what is said, stops where it is not said."""

from __future__ import annotations

from probatum.cli.demo_typist import SAID, THINGS, Typist, told_lines
from probatum.exercise.village.readings import BY_HAND, Judgement

PERSON = '\n\n    e7  who: person: Ada Bellord\n        "Ada Bellord"\n'
OFFERED = PERSON + "        the same as 2: HVR-00004-1 Ada Bellord? the same name\n"
SAYS = '\n\n    a1  who says what: Ada Bellord says\n        "It burned"\n'
NONE_LEFT = "\n\nNo suggestion is left to decide about.\n"


def typed(typist: Typist, printed: str, prompt: str = "decide> ") -> str:
    typist.out.write(printed + prompt)
    return typist.keyboard.readline().rstrip("\n")


def test_a_suggestion_is_found_by_what_it_says_and_its_record_is_kept() -> None:
    typist = Typist((Judgement(("who: person:", "Ada Bellord"), ("a",), "@ada", must=True),), {})
    assert typist.missed
    assert typed(typist, PERSON) == "a"
    assert typed(typist, "    recorded: source HVR-00009-1\n" + NONE_LEFT) == "q"
    assert (typist.refs, typist.missed) == ({"@ada": "HVR-00009-1"}, [])


def test_a_later_suggestion_of_the_same_is_the_same_record() -> None:
    judgement = Judgement(("who: person:", "Ada Bellord"), ("a",), "@ada")
    assert typed(Typist((judgement,), {"@ada": "HVR-00009-1"}), PERSON) == "s HVR-00009-1"


def test_a_candidate_is_chosen_by_its_name_and_passed_over_where_it_is_not_offered() -> None:
    judgement = Judgement(("who: person:",), ("s {same as Ada Bellord}",), must=True)
    assert typed(Typist((judgement,), {}), OFFERED) == "s 2"
    passed = Typist((judgement,), {})
    assert typed(passed, PERSON) == ""
    assert passed.missed == [judgement]


def test_fields_and_reasons_are_typed_where_they_are_asked_for() -> None:
    judgement = Judgement(("who says what:",), ("c", "about: {@fire}", "", "the fire"))
    typist = Typist((judgement,), {"@fire": "HVR-00002-3"})
    asked = [typed(typist, SAYS)] + [typed(typist, "", p) for p in ("field> ", "field> ", "why> ")]
    assert asked == ["c", "about: HVR-00002-3", "", "the fire"]


def test_only_the_kinds_of_a_sitting_are_decided_about() -> None:
    judgement = Judgement(("who says what:",), ("a",), must=True)
    things = Typist((judgement,), {}, THINGS)
    assert (typed(things, SAYS), things.missed) == ("", [])
    assert typed(Typist((judgement,), {}, SAID), SAYS) == "a"


def test_the_last_sitting_rejects_what_is_left_and_closes() -> None:
    typist = Typist((), {}, last=True)
    assert typed(typist, SAYS) == f"r {BY_HAND}"
    assert typed(typist, "", "reject all 2? yes/no> ") == "yes"
    assert typed(typist, NONE_LEFT) == "end"


def test_an_error_or_a_question_that_nobody_expects_ends_the_sitting() -> None:
    for printed, prompt in (("Error bad-record: it is not\n" + PERSON, "decide> "), ("", "what> ")):
        typist = Typist((Judgement(("who: person:",), ("a",)),), {})
        typed(typist, PERSON)
        typist.out.write(printed + prompt)
        try:
            typist.keyboard.readline()
        except EOFError:
            assert typist.trouble
        else:
            raise AssertionError("the sitting went on")


def test_what_is_not_told_is_counted() -> None:
    told = Judgement(("who: person:",), ("a",), told=True)
    typist = Typist((told,), {})
    for printed in (SAYS, PERSON, SAYS, NONE_LEFT):
        typed(typist, printed)
    typist.out.write("Kept.\n")
    lines = list(told_lines(typist))
    assert lines.count("[... 1 more suggestions ...]") == 2
    assert "decide> a" in lines and lines[-1] == "Kept."
