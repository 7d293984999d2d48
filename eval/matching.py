"""Reports about the same events: does the second one find what the first one is about?

The records that the earlier reports of all events propose lie on the board as if accepted. For each
thing of a later report the likeliest candidate is compared with the gold: right if it is the same,
wrong if it is another one, and nothing is right where nothing is the same. A denial is about what
it denies, so that counts as the same; one of scale finds the figure in it. What an assertion says
counts with the propositions, or with the figures if it is one. Only what the reader found in both
reports is counted: `from_gold` measures without a reader, and says what matching alone loses.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import msgspec
import sets
from scoring import Score, aligned

from probatum.model.letters import apart
from probatum.model.nouns import decode
from probatum.model.references import Reference, renamed
from probatum.model.values import When
from probatum.read.contract import Assertion, Date, Entity, Incident, Place, Reading
from probatum.read.extractor import Article
from probatum.read.host import read as read_soundly
from probatum.read.proposing import Proposal, proposals
from probatum.record.board import Board, Known
from probatum.record.likeness import Likenesses
from probatum.record.reprints import alike
from probatum.record.weighing import Weighed

Read = Callable[[Article], Reading]
Name = tuple[str, str]  # report, suggestion
LABELS = {"e": "entities", "p": "places", "i": "incidents", "f": "figures", "a": "propositions"}


class _Placed:
    """Proposals of one report under ids of their own on the board."""

    def __init__(self, reading: Reading, item: str, numbers: count[int]) -> None:
        cite = {"item": item}
        self.reading = reading
        machine = {"extractor": "x", "version": "1"}
        self.made = list(proposals(reading, item, lambda _: cite, machine).taken)
        self.ids = {each.name: f"{next(numbers):032x}" for each in self.made}

    def known(self) -> list[Known]:
        """Return the records that decode, with their names replaced by their ids."""
        found = []
        for each in self.made:
            fields = renamed(each.noun, each.fields, self._id_of)
            record = decode(msgspec.json.encode(fields))
            name = self.ids[each.name]
            found.append(
                Known(name, name, each.noun, record, int(name, 16), "2031-01-01T00:00:00Z", "x")
            )
        return found

    def frames(self) -> tuple[dict[str, list[str]], dict[str, When]]:
        """Return where and when its incidents are said to be."""
        said = {each.id: each for each in self.reading.suggestions}
        places, whens = {}, {}
        for each in self.reading.suggestions:
            if isinstance(each, Incident) and each.id in self.ids:
                places[self.ids[each.id]] = [self.ids[p] for p in each.places if p in self.ids]
                date = said.get(each.when or "")
                if isinstance(date, Date) and date.edtf:
                    whens[self.ids[each.id]] = When(text=date.span.exact, edtf=date.edtf)
        return places, whens

    def named(self) -> list[str]:
        """Return the places that the report names."""
        return [self.ids[each.id] for each in self.reading.suggestions
                if isinstance(each, Place) and each.mentions and each.id in self.ids]  # fmt: skip

    def days(self) -> list[When]:
        """Return the days that the report names."""
        return [When(text=each.span.exact, edtf=each.edtf) for each in self.reading.suggestions
                if isinstance(each, Date) and each.edtf]  # fmt: skip

    def what(self, name: str) -> str:
        """Return which record stands for a suggestion: of an assertion what it says."""
        by_name: dict[str, Proposal] = {each.name: each for each in self.made}
        if name.startswith("a") and name in by_name:
            return str(by_name[name].fields["about"]).removeprefix("@")
        return name

    def figures(self, name: str) -> tuple[str, ...]:
        """Return the figures in what an assertion says."""
        return next((each.figures for each in self.reading.suggestions
                     if isinstance(each, Assertion) and each.id == name), ())  # fmt: skip

    def _id_of(self, value: str, _: Reference) -> str:
        return self.ids.get(value.removeprefix("@"), value) if value.startswith("@") else value


def from_gold(half: str) -> dict[str, Score]:
    """Return the scores that matching would have if every text were read as in the gold."""
    gold = {each.article.text: each.gold for event in sets.events(half) for each in event.reports}
    return scores(half, lambda article: gold[article.text])


def scores(half: str, read: Read) -> dict[str, Score]:
    """Return scores of candidates by kind, of reprints, and of denials across reports."""
    found = {label: Score() for label in (*LABELS.values(), "reprints", "denials")}
    numbers, board = count(1), list[Known]()
    seen: dict[str, set[str]] = {}
    for number, event in enumerate(sets.events(half)):
        placed: dict[str, _Placed] = {}
        by_gold: dict[str, dict[str, str]] = {}
        for report in event.reports:
            reading = read_soundly(report.article, _Reader(read)).reading
            here = _Placed(reading, f"{number:031x}1", numbers)
            known, (places, whens) = here.known(), here.frames()
            likenesses = Likenesses(
                Weighed(Board([*board, *known])), here.ids.values(), places, whens, here.named(),
                here.days(),
            )  # fmt: skip
            by_gold[report.id] = aligned(reading, report.gold)
            papers = _papers(report, by_gold[report.id])
            known_as = {name: seen.get(paper, set()) for name, paper in papers.items()}
            _compare(event, report, here, placed, by_gold, likenesses, found, known_as)
            placed[report.id] = here
            board += known
            for name, paper in papers.items():
                seen.setdefault(paper, set()).add(here.ids.get(by_gold[report.id][name], ""))
        _reprints(event, found["reprints"])
    return found


def _compare(
    event: sets.Event, report: sets.Report, here: _Placed, earlier: dict[str, _Placed],
    by_gold: dict[str, dict[str, str]], likenesses: Likenesses, found: dict[str, Score],
    known_as: dict[str, set[str]],
) -> None:  # fmt: skip
    def record(name: Name) -> str | None:
        """Return the id on the board of a gold suggestion, None if the reader did not find it."""
        side = here if name[0] == report.id else earlier.get(name[0])
        got = by_gold[name[0]].get(name[1]) if side is not None else None
        return side.ids.get(side.what(got)) if side is not None and got is not None else None

    def figures(name: Name) -> set[str]:
        """Return the figures in what is denied: a denial of scale is about those."""
        side, said = earlier[name[0]], by_gold[name[0]][name[1]]
        return {side.ids[each] for each in side.figures(said) if each in side.ids}

    for gold in by_gold[report.id]:
        label = LABELS.get(gold[0])
        mine = record((report.id, gold))
        if label is None or mine is None or not earlier:
            continue
        if gold[0] == "a" and here.what(by_gold[report.id][gold])[0] == "f":
            continue  # what it says is a figure, and is counted there
        same = {
            other for group in event.same if (report.id, gold) in group
            for name in group if name[0] in earlier and (other := record(name)) is not None
        }  # fmt: skip
        same |= {
            other for denial, denied in event.denies if denial == (report.id, gold)
            if denied[0] in earlier and (other := record(denied)) is not None
        }  # fmt: skip
        same |= known_as.get(gold, set())
        offered = [each.other.id for each in likenesses.of(mine)]
        score = found[label]
        score.gold += bool(same)
        score.found += bool(offered)
        right = bool(offered) and offered[0] in same
        score.right += right
        if bool(same) != bool(offered) or bool(same) != right:
            score.errors.append(
                f"{event.id} {report.id} {gold}: {len(offered)} offered, {len(same)} the same"
            )
    for denial, denied in event.denies:
        if denial[0] == report.id and denied[0] in earlier:
            mine, theirs = record(denial), record(denied)
            if mine is not None and theirs is not None:
                found["denials"].gold += 1
                offered = [each.other.id for each in likenesses.of(mine)]
                found["denials"].found += bool(offered)
                right = not {theirs, *figures(denied)}.isdisjoint(offered)
                found["denials"].right += right
                if not right:
                    found["denials"].errors.append(f"{event.id} {denial} does not find {denied}")


def _papers(report: sets.Report, by_gold: dict[str, str]) -> dict[str, str]:
    """Return the publications of a report by their ids: one name is one paper in all events."""
    return {
        each.id: each.name for each in report.gold.suggestions
        if isinstance(each, Entity) and each.type == "publication" and each.id in by_gold
    }  # fmt: skip


def _reprints(event: sets.Event, score: Score) -> None:
    words = {each.id: frozenset(apart(each.article.text)) for each in event.reports}
    names = list(words)
    gold = {frozenset(pair) for pair in event.reprints}
    for at, one in enumerate(names):
        for other in names[:at]:
            said, wanted = alike(words[one], words[other]), frozenset((one, other)) in gold
            score.found += said
            score.gold += wanted
            score.right += said and wanted


class _Reader:
    """The reader as the host takes it."""

    def __init__(self, read: Read) -> None:
        from probatum.read.extractor import Identity

        self.read, self.identity = read, Identity("eval", "1", frozenset({"en"}))
