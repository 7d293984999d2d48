"""Scores of the reader on the evaluation sets, by kind, by language, on both halves.

    python eval [tune|test] [--language en] [--errors]
    python eval --attributions FOLDER      texts with attribution spans of others

``--errors`` lists what was wrong; of the test half only for its final figures.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict

import matching
import sentences
import sets
from attributions import compare
from scoring import Score, score

from probatum.read.builtin.reader import BuiltinReader

TARGETS = {
    "assertion": "P .80, R .75", "stance": ".85 of matched", "figure": ".85", "figures": ".85",
    "dates": ".95, no wrong guess", "places": ".90", "place": ".90", "date": ".95",
}  # fmt: skip


def main() -> None:
    """Print the scores that the command line asks for."""
    parser = argparse.ArgumentParser(prog="eval", description=__doc__.splitlines()[0])
    parser.add_argument("half", nargs="?", choices=sets.HALVES, help="one half only")
    parser.add_argument("--language", help="one language only")
    parser.add_argument("--errors", action="store_true", help="list what was wrong")
    parser.add_argument(
        "--attributions", metavar="FOLDER", help="texts with attributions of others"
    )
    given = parser.parse_args()
    reader = BuiltinReader()
    if given.attributions:
        compare(given.attributions, reader)
        return
    for half in [given.half] if given.half else sets.HALVES:
        _print_half(half, reader, given.language, errors=given.errors)


def _print_half(half: str, reader: BuiltinReader, language: str | None, *, errors: bool) -> None:
    kinds: dict[tuple[str, str], Score] = defaultdict(Score)
    details: dict[tuple[str, str], Score] = defaultdict(Score)
    texts: dict[tuple[str, str], Score] = defaultdict(Score)
    began, characters = time.process_time(), 0
    for report in sets.reports(half):
        spoken = report.article.language or "und"
        if language in (None, spoken):
            characters += len(report.article.text)
            scored = score(reader.read(report.article), report.gold, report.id)
            for label, each in scored.kinds.items():
                kinds[spoken, label].add(each)
            whose = "promised kinds" if report.kind in sets.PROMISED else "other kinds"
            for label in (report.kind, f"all {whose}"):
                texts[spoken, label].add(scored.kinds["assertion"])
            for label, each in scored.details.items():
                details[spoken, label].add(each)
    spent = time.process_time() - began
    _table(f"{half}: reports", kinds)
    _table(f"{half}: details of matched assertions", details)
    _table(f"{half}: assertions by kind of text", texts)
    print(f"{characters:,} characters in {spent:.1f} s of processor time\n")
    _print_agreement(half, language)
    by_dates, guesses = sentences.dates(half, reader.read)
    for label, scores in (
        ("figures", sentences.figures(half, reader.read)), ("dates", by_dates),
        ("places", sentences.places(half, reader.read)),
    ):  # fmt: skip
        chosen = {(spoken, label): each for spoken, each in scores.items()
                  if language in (None, spoken)}  # fmt: skip
        _table(f"{half}: sentences with {label}", chosen)
        if label == "dates":
            print(f"{guesses} wrong guesses at dates\n")
        kinds.update(chosen)
    matches = {("en", label): each for label, each in matching.scores(half, reader.read).items()}
    if language in (None, "en"):
        _table(f"{half}: a report and the records of earlier ones", matches)
        gold = {("en", label): each for label, each in matching.from_gold(half).items()}
        _table(f"{half}: the same, if all were read well", gold)
    if errors:
        for each in [*matches.values(), *kinds.values(), *details.values()]:
            print(*each.errors, sep="\n", end="\n" if each.errors else "")


def _print_agreement(half: str, language: str | None) -> None:
    """Print how a second annotator's reading compares with the gold, scored as a reader's is."""
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    for report, second in sets.read_twice(half):
        spoken = report.article.language or "und"
        if language in (None, spoken):
            scored = score(second, report.gold, report.id)
            for label, each in (*scored.kinds.items(), *scored.details.items()):
                scores[spoken, label].add(each)
    if scores:
        _table(f"{half}: a second annotator", scores)


def _table(title: str, scores: dict[tuple[str, str], Score]) -> None:
    print(f"{title:<42} {'gold':>5} {'found':>5} {'P':>5} {'R':>5} {'F1':>5}  target")
    for (spoken, label), each in sorted(scores.items()):
        target = TARGETS.get(label, "")
        print(f"  {spoken:<4} {label:<35} {each.gold:>5} {each.found:>5} {each.precision:>5.2f}"
              f" {each.recall:>5.2f} {each.f1:>5.2f}  {target}")  # fmt: skip
    print()


if __name__ == "__main__":
    sys.exit(main())
