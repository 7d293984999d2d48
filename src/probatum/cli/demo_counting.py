"""The last part of the demonstration: four lists of victims, linked, counted, estimated, compared.

How many there were is known to whoever invented them. What the commands say is compared with that,
whatever comes out: an interval that misses the truth is told as one that misses it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

from probatum.acts.make_exercise import is_same_person, truth, write_lists
from probatum.acts.open_case import open_session
from probatum.cli.stage import NotAsTold, Stage

_PAIRS = 4
_QUICK = ("--model", "graphs", "--model", "loglinear", "--model", "chao")
REPORT = "victims.html"


def tell_counting(stage: Stage, case: str, passphrase: str) -> None:
    """Count over the case, in the stage's folder. Raises NotAsTold."""
    _put(stage)
    _link(stage)
    _review(stage)
    _count(stage)
    _estimate(stage, case, passphrase)
    _report(stage)


def _put(stage: Stage) -> None:
    known = truth()
    stage.title("Four lists of the same dead")
    stage.say(
        f"In the district {known.people} people were killed; whoever invented them knows that, and "
        "nobody else. Families list them in Ukrainian, hospitals in Latin letters, a committee in "
        "Arabic, an office in Russian: each leaves most of them out, misspells some, and does not "
        "know every day. A mapping says what the columns are."
    )
    for number, each in enumerate(write_lists(Path())):
        once = ["--one-row-per-person"] if each.within_list == "one-row-per-person" else []
        words = ["count", "lists", "add", each.path, "--name", each.name, "--mapping",
                 str(Path(each.path).with_suffix(".mapping.json")), *once]  # fmt: skip
        if number:
            stage.unseen(*words)
        else:
            stage.run(*words, head=3)
    stage.say("The other three are put in the same way.")


def _link(stage: Stage) -> None:
    stage.title("Who is whom?")
    stage.say(
        "Rows are compared across the four scripts. Nothing is merged: who is whom is drawn 20 "
        "times. Pairs that were never compared are in no draw, so how many these are is said too:"
    )
    stage.run("count", "link", says=["the search missed"], head=16)


def _review(stage: Stage) -> None:
    stage.say("A person is asked about the pairs whose answers tell most, with both rows beside:")
    shown = json.loads(stage.unseen("count", "review", "--most", str(_PAIRS), "--json"))
    lines = [_answer(pair) for pair in shown["queue"]]
    answer = io.StringIO()

    def told() -> Iterator[str]:
        yield from _first_pair(answer.getvalue().splitlines())

    stage.talk(
        "count", "review", "--most", str(_PAIRS), keyboard=io.StringIO("\n".join([*lines, "q"])),
        answer=answer, told=told, says=[f"{len(lines)} answers"] if len(lines) > 1 else [],
    )  # fmt: skip
    stage.say("Her answers bind every draw of the next run:")
    stage.run("count", "link", start="Reviewers", says=["Reviewers' answers"], head=3)


def _answer(pair: dict[str, dict[str, str]]) -> str:
    one, other = ((pair[side]["list"], pair[side]["row"]) for side in ("left", "right"))
    if is_same_person(one, other):
        return "y EXERCISE: the families know both entries"
    return "n EXERCISE: the families know two persons"


def _first_pair(lines: list[str]) -> Iterator[str]:
    """Yield what stands on the terminal about the first pair, and its answer."""
    ends = [at for at, line in enumerate(lines) if "recorded:" in line]
    begins = next(
        (at for at, line in enumerate(lines) if "row" in line and "(exercise)" in line), 0
    )
    yield from lines[begins : ends[0] + 1 if ends else begins + 12]


def _count(stage: Stage) -> None:
    stage.title("Documented victims: at least, most likely, at most")
    stage.say(
        "The low is the documented minimum. It lies below what the links say, because links that "
        "were missed make two persons of one. Rows with a number and no name stand apart."
    )
    stage.run("count", "documented", says=["Documented minimum"], head=14, tail=2)


def _estimate(stage: Stage, case: str, passphrase: str) -> None:
    stage.title("And those on no list?")
    stage.say(
        "Three models are asked, over all draws of who is whom. (A fourth, latent classes, takes "
        "about a minute on this machine: leave out --model.) None of them is the answer:"
    )
    stage.run("count", "estimate", *_QUICK, says=["95 % interval"], head=12)
    with open_session(Path(case), passphrase) as session:
        from probatum.acts.count_documented import newest_documented
        from probatum.acts.count_estimate import newest_estimate

        people = newest_documented(session)[1].people
        models = newest_estimate(session)[1].models
    known = truth()
    stage.say("Only in an exercise can this be compared with how many there were:")
    stage.line()
    verdict = _holds(people.low, known.named, people.high)
    stage.line(f"  the lists name {known.named:>4,} persons; documented {people.low:,} to "
               f"{people.high:,}: {verdict}")  # fmt: skip
    for each in models:
        if each.model == "independence":
            continue
        if each.low is None or each.high is None:
            stage.line(f"  {each.model}: refused")
            continue
        verdict = _holds(each.low, known.people, each.high)
        if each.model == "chao":
            verdict = "a lower bound" + ("" if each.low <= known.people else ", and too high")
        stage.line(f"  there were     {known.people:>4,} persons; {each.model} {each.low:,.0f} to "
                   f"{each.high:,.0f}: {verdict}")  # fmt: skip
    stage.say(
        "An interval is about chance, not about wrong links or a wrong model. That is why several "
        "stand side by side, and no number stands alone."
    )


def _holds(low: float, value: float, high: float) -> str:
    return "holds it" if low <= value <= high else "misses it"


def _report(stage: Stage) -> None:
    stage.title("A report that names nobody")
    stage.run("count", "report", REPORT, says=["names nobody"])
    if not Path(REPORT).read_bytes().startswith(b"<!doctype html>"):
        raise NotAsTold("the report is no page")
