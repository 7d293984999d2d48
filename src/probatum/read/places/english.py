"""Names of places in English: capitalised words, and what stands before and after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probatum.read.found import Mark
from probatum.read.gazetteer import Gazetteer
from probatum.read.gazetteer.entries import BY_SOUND, NAME, Hit, key_of, skeleton_key, sound_key
from probatum.read.places import words_english as words
from probatum.read.places.named import Evidence, Hits, Named
from probatum.read.places.support import borne_out, witnesses
from probatum.read.places.tokens import Token, plain, tokens_of

_JOINS = frozenset("de la del al el da do dos das sur upon der am von an ad es le les".split())
_LONGEST = 6  # words of one name
_BIG = 100_000
_MOST_LOOSE = 1_000  # names looked up by sound: a report has ten
_NO = Evidence.NONE


@dataclass(slots=True)
class _Run:
    """Capitalised words from token ``first`` to before ``end``, and what was found out."""

    first: int
    end: int
    evidence: Evidence = _NO
    kind: str | None = None
    out: bool = False  # a person, an organisation: no place whatever the gazetteer says
    region: bool = False
    person: bool = False  # the reason why it is out
    feature: bool = False
    dateline: bool = False


def names_in(
    text: str, gazetteer: Gazetteer, hints: Sequence[tuple[Mark, str]] = ()
) -> list[Named]:
    """Return what may be places, in text order. ``hints``: marks that a model labelled."""
    tokens = tokens_of(text)
    runs = list(_runs(tokens))
    for run in runs:
        _look_around(text, tokens, run)
    _datelines(text, tokens, runs)
    hits = gazetteer.find({_key(text, tokens, run) for run in runs if not run.out})
    _apply_hints(tokens, runs, hints, hits, text)
    persons = _surnames(tokens, runs, hits, text)
    _by_sound(gazetteer, text, tokens, runs, hits)
    accepted: dict[str, Evidence] = {}
    chosen: list[tuple[_Run, Hits]] = []
    before: _Run | None = None
    for run in runs:
        found = tuple(hits.get(_key(text, tokens, run), ()))
        _continue_list(tokens, before, run)
        if _is_place(tokens, run, found, persons):
            chosen.append((run, found))
            key = _key(text, tokens, run)
            accepted[key] = max(accepted.get(key, _NO), run.evidence)
            before = run
        else:
            before = None
    taken = {id(run) for run, _ in chosen}
    for run in runs:  # named as a place elsewhere in the text
        key = _key(text, tokens, run)
        if id(run) not in taken and not run.out and key in accepted and key not in persons:
            chosen.append((run, tuple(hits.get(key, ()))))
    taken = {id(run) for run, _ in chosen}
    beside = witnesses(found for _, found in chosen)
    for run in runs:
        key = _key(text, tokens, run)
        found = tuple(hits.get(key, ()))
        if id(run) not in taken and not run.out and key not in persons and borne_out(found, beside):
            chosen.append((run, found))
    chosen.sort(key=lambda each: each[0].first)
    return _named(text, tokens, chosen)


def _runs(tokens: list[Token]) -> Iterator[_Run]:
    at = 0
    while at < len(tokens):
        if not _part_of_name(tokens[at]):
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and end - at < _LONGEST and tokens[end].joined:
            if _part_of_name(tokens[end]) and not _possessed(tokens, end - 1):
                end += 1
            elif (
                tokens[end].low in _JOINS
                and end + 1 < len(tokens)
                and tokens[end + 1].joined
                and _part_of_name(tokens[end + 1])
            ):
                end += 2
            else:
                break
        yield _Run(at, end)
        at = end


def _part_of_name(token: Token) -> bool:
    if not token.capital or token.low in words.NEVER:
        return False
    return len(token.text) > 1


def _possessed(tokens: list[Token], at: int) -> bool:
    """Say whether a possessive 's was cut off after this token."""
    return at + 1 < len(tokens) and tokens[at + 1].gap[:1] in ("'", "’")


def _key(text: str, tokens: list[Token], run: _Run) -> str:
    return key_of(text[tokens[run.first].start : tokens[run.end - 1].end])


def _look_around(text: str, tokens: list[Token], run: _Run) -> None:
    """Set what the words before and after say; drop titles and directions off the name."""
    inside = [token.low for token in tokens[run.first : run.end]]
    if inside[0] in words.TITLES and len(inside) > 1:
        run.out = run.person = True
        return
    before = run.first - 1
    joined = tokens[run.first].joined
    if joined and before >= 0 and tokens[before].low in words.TITLES:
        run.out = run.person = True
        return
    if inside[-1] in words.ORGANISATION or inside[0] in words.ORGANISATION:
        run.out = True
        return
    if len(inside) > 1 and inside[0] in words.GIVEN:
        run.out = run.person = True
        return
    _before(tokens, run)
    _after(tokens, run)
    after = tokens[run.end] if run.end < len(tokens) else None
    if (
        after
        and after.joined
        and after.low in words.GOVERNS | words.BODIES
        and not _possessed(tokens, run.end - 1)
    ):
        run.out = True
        return
    if inside[-1] in words.REGION and len(inside) > 1:
        run.kind, run.region, run.end = words.REGION[inside[-1]], True, run.end - 1
        run.evidence = max(run.evidence, Evidence.SOME)
    elif inside[-1] in words.FEATURE | words.BUILT and len(inside) > 1:
        run.feature = True


def _before(tokens: list[Token], run: _Run) -> None:
    at = run.first
    if not tokens[at].joined:
        return
    at -= 1
    while at > 0 and tokens[at].low in words.BETWEEN and tokens[at].joined:
        at -= 1
    low = tokens[at].low
    if low in words.SETTLEMENT and at == run.first - 1 and low not in ("capital", "port"):
        run.kind, run.evidence = words.SETTLEMENT[low], Evidence.STRONG
    elif low in words.REGION and at == run.first - 1:
        run.evidence = Evidence.SOME
    elif low == "of" and at > 0 and tokens[at].joined:
        noun = tokens[at - 1]
        if noun.low in words.SETTLEMENT:
            run.kind, run.evidence = words.SETTLEMENT[noun.low], Evidence.STRONG
        elif noun.low in words.REGION:
            run.kind, run.evidence, run.region = words.REGION[noun.low], Evidence.STRONG, True
        elif noun.low in words.BEFORE_OF | words.FEATURE:
            run.evidence = Evidence.STRONG
        elif noun.capital and noun.low in words.ORGANISATION:
            run.out = True
        else:
            run.evidence = Evidence.SOME
    elif low in words.STRONG:
        run.evidence = Evidence.STRONG
    elif low in words.SOME or low in words.DONE_TO_PLACES:
        run.evidence = Evidence.SOME


def _after(tokens: list[Token], run: _Run) -> None:
    if run.end >= len(tokens):
        return
    after = tokens[run.end]
    if after.joined and not after.capital:
        if after.low in words.REGION:
            run.kind, run.region = words.REGION[after.low], True
            run.evidence = max(run.evidence, Evidence.STRONG)
        elif after.low in words.SETTLEMENT and after.low not in ("capital", "port"):
            run.kind, run.evidence = words.SETTLEMENT[after.low], Evidence.STRONG
        elif after.low in words.FEATURE:
            run.feature, run.evidence = True, Evidence.STRONG
        elif after.low in words.OTHER_NOUNS:
            run.evidence = max(run.evidence, Evidence.SOME)
    elif after.gap.strip() == "," and after.low in ("a", "an", "the") and not after.capital:
        for token in tokens[run.end + 1 : run.end + 5]:
            if not token.joined:
                break
            if token.low in words.SETTLEMENT:
                run.kind, run.evidence = words.SETTLEMENT[token.low], Evidence.STRONG
                break


def _datelines(text: str, tokens: list[Token], runs: list[_Run]) -> None:
    """Take "DORNA, Norland (Agency) —" at the beginning of one of the first lines as places."""
    for number, run in enumerate(runs[:40]):
        token = tokens[run.first]
        if token.start > 1500 or not (token.start == 0 or "\n" in token.gap):
            continue
        last = run
        following = runs[number + 1] if number + 1 < len(runs) else None
        if following and following.first == run.end and tokens[run.end].gap == ", ":
            last = following
        rest = text[tokens[last.end - 1].end : tokens[last.end - 1].end + 60].split("\n")[0]
        if _ends_dateline(rest) and not run.out:
            run.evidence, run.dateline = Evidence.STRONG, True
            if last is not run:
                last.evidence, last.dateline = Evidence.STRONG, True


def _ends_dateline(rest: str) -> bool:
    if rest.startswith(" (") and ")" in rest[:45]:
        return True
    for dash in (" — ", " – ", " - ", " -- ", "— "):
        at = rest.find(dash)
        if at == 0 or 0 < at < 30 and rest[0] == ",":
            return True
    return False


def _apply_hints(
    tokens: list[Token],
    runs: list[_Run],
    hints: Sequence[tuple[Mark, str]],
    hits: dict[str, list[tuple[str, Hit]]],
    text: str,
) -> None:
    """Let a model speak only where rules and gazetteer are silent: it knows few small towns."""
    at = 0
    ordered = sorted(hints)
    for run in runs:
        start, end = tokens[run.first].start, tokens[run.end - 1].end
        while at < len(ordered) and ordered[at][0].end <= start:
            at += 1
        if at >= len(ordered) or ordered[at][0].start >= end or run.evidence is Evidence.STRONG:
            continue
        mark, label = ordered[at]
        known = _key(text, tokens, run) in hits
        if (
            label == "PERSON"
            and not known
            or label == "ORG"
            and mark.end - mark.start > end - start
        ):
            run.out = True
        elif label in ("GPE", "LOC") and known:
            run.evidence = max(run.evidence, Evidence.SOME)


def _by_sound(
    gazetteer: Gazetteer,
    text: str,
    tokens: list[Token],
    runs: list[_Run],
    hits: dict[str, list[tuple[str, Hit]]],
) -> None:
    """Add what sounds like names that stand where a place stands and that nobody spells so."""
    unknown = {
        _key(text, tokens, run)
        for run in runs
        if run.evidence and not run.out and _key(text, tokens, run) not in hits
    }
    some = sorted(each for each in unknown if len(each) > 3)[:_MOST_LOOSE]
    loose = {key: {sound_key(key), skeleton_key(key)} - {""} for key in some}
    found = gazetteer.find({each for keys in loose.values() for each in keys})
    for key, keys in loose.items():
        if alike := [hit for each in keys for hit in found.get(each, ())]:
            hits[key] = alike


def _surnames(
    tokens: list[Token], runs: list[_Run], hits: dict[str, list[tuple[str, Hit]]], text: str
) -> set[str]:
    """Return the keys of last words of persons' names: alone they are that person again."""
    found: set[str] = set()
    for run in runs:
        inside = tokens[run.first : run.end]
        if run.person:
            found.add(key_of(inside[-1].text))
        elif len(inside) > 1 and run.evidence < Evidence.STRONG and not run.feature:
            if _key(text, tokens, run) not in hits:
                found.add(key_of(inside[-1].text))
    return found


def _continue_list(tokens: list[Token], before: _Run | None, run: _Run) -> None:
    """Carry evidence on: "in A, B and C"; "A, Norland"."""
    if before is None or run.evidence is Evidence.STRONG or run.out:
        return
    between = tokens[before.end : run.first]
    gap = tokens[run.first].gap
    comma = not between and gap == ", "
    listed = len(between) == 1 and between[0].low in ("and", "or") and plain(gap)
    if (comma or listed) and before.evidence is Evidence.STRONG:
        after = tokens[run.end] if run.end < len(tokens) else None
        if after is None or not after.joined or after.low not in words.SPEAKS:
            run.evidence = Evidence.STRONG if run.end - run.first == 1 else Evidence.SOME


def _is_place(tokens: list[Token], run: _Run, hits: Hits, persons: set[str]) -> bool:
    if run.out:
        return False
    inside = tokens[run.first : run.end]
    low = inside[-1].low
    if any(hit.entry.kind in ("country", "region") for _, hit in hits):
        return not (low in persons and run.evidence is _NO)
    if run.evidence is Evidence.STRONG or run.feature and run.evidence >= Evidence.SOME:
        return low not in persons or bool(hits)
    if low in persons and len(inside) == 1:
        return False
    hits = tuple(each for each in hits if each[1].rank != BY_SOUND)
    people = max((hit.entry.people for _, hit in hits), default=0)
    if run.evidence is Evidence.SOME:
        return people >= 500 or any(layer == "own" for layer, _ in hits)
    named = max((hit.entry.people for _, hit in hits if hit.rank == NAME), default=0)
    return named >= (5 * _BIG if inside[0].first and len(inside) == 1 else _BIG)


def _named(text: str, tokens: list[Token], chosen: list[tuple[_Run, Hits]]) -> list[Named]:
    found: list[Named] = []
    before: tuple[_Run, Named] | None = None
    for run, hits in chosen:
        start, end = tokens[run.first].start, tokens[run.end - 1].end
        if run.feature and run.end < len(tokens) and tokens[run.end].low in words.FEATURE:
            end = tokens[run.end].end
        if (
            run.feature
            and run.first
            and tokens[run.first - 1].low == "the"
            and tokens[run.first].joined
        ):
            start = tokens[run.first - 1].start
        elif run.region and run.end < len(tokens) and tokens[run.end].low in words.REGION:
            end = tokens[run.end].end
        name = text[tokens[run.first].start : tokens[run.end - 1].end]
        one = Named(
            mark=Mark(start, end), name=text[start:end], key=key_of(name), hits=hits,
            evidence=run.evidence, kind=run.kind, region=run.region, feature=run.feature,
            metonym=_is_metonym(tokens, run),
        )  # fmt: skip
        if before and before[0].end == run.first and tokens[run.first].gap == ", ":
            before[1].within = one.key
        elif before and one.metonym and before[0].evidence is _NO:
            between = tokens[before[0].end : run.first]
            before[1].metonym |= len(between) == 1 and between[0].low == "and"
        found.append(one)
        before = run, one
    return found


def _is_metonym(tokens: list[Token], run: _Run) -> bool:
    if run.evidence is Evidence.STRONG or run.kind:
        return False
    before = tokens[run.first - 1] if run.first and tokens[run.first].joined else None
    if before is not None and before.low in words.OBJECT_OF:
        return True
    if before is not None and before.low in words.STRONG | words.SOME - {"and"}:
        return False
    for token in tokens[run.end : run.end + 4]:
        if not token.joined or token.capital:
            return False
        if token.low in words.SPEAKS:
            return True
        if token.low not in words.HELPING:
            return False
    return False
