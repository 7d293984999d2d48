"""Names of places in English: capitalised words, and what stands before and after them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from probatum.read.found import Mark
from probatum.read.gazetteer import Gazetteer
from probatum.read.gazetteer.entries import BY_SOUND, NAME, Hit, key_of, skeleton_key, sound_key
from probatum.read.places import words_english as words
from probatum.read.places.english_around import (
    Run,
    are_linked,
    is_metonym,
    is_possessed,
    look_around,
)
from probatum.read.places.english_datelines import datelines
from probatum.read.places.named import Evidence, Hits, Named
from probatum.read.places.support import borne_out, witnesses
from probatum.read.places.tokens import Token, plain, tokens_of

_JOINS = frozenset("de la del al el da do dos das sur upon der am von an ad es le les".split())
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az)-[A-Z]")  # "al-Bab"
_CONTRACTED = re.compile(
    r"(?:I|You|He|She|It|We|They|That|There|What|Who|Here|Where|How)['’](?:d|ll|m|re|ve|s)"
)
_APART = re.compile(r" (?:and|at|in|on|near|from|to) ")
_LONGEST = 6  # words of one name
_BIG = 100_000
_TOWN = 15_000
_MOST_LOOSE = 1_000  # names looked up by sound: a report has ten
_NO = Evidence.NONE
_NOUNS = words.FEATURE | words.BUILT
_OF_PEOPLE = ("an", "ian", "ish", "ese", "i")
_DEMONYMS = ("ian", "ians", "ish", "ese", "landers", "lander")


def names_in(
    text: str, gazetteer: Gazetteer, hints: Sequence[tuple[Mark, str]] = ()
) -> list[Named]:
    """Return what may be places, in text order. ``hints``: marks that a model labelled."""
    tokens = tokens_of(text)
    runs = list(_runs(tokens))
    for run in runs:
        look_around(tokens, run)
    hits = gazetteer.find({_key(text, tokens, run) for run in runs if not run.out})
    _lands_with_titles(gazetteer, text, tokens, runs, hits)
    for run in runs:
        if run.feature and tokens[run.first].low in words.WATERS:  # "Sierra Leone", "Wadi Halfa"
            run.feature = not any(
                hit.rank == NAME and (hit.entry.kind == "country" or hit.entry.people >= _TOWN)
                for _, hit in hits.get(_key(text, tokens, run), ())
            )
    datelines(text, tokens, runs, lambda run: _key(text, tokens, run) in hits)
    _apply_hints(tokens, runs, hints, hits, text)
    _between_places(tokens, runs, hits, text)
    persons = _surnames(tokens, runs, hits, text)
    _by_sound(gazetteer, text, tokens, runs, hits)
    _lands_of_peoples(tokens, runs, hits, text)
    ordinary = {token.low for token in tokens if not token.capital}
    ordinary |= {tokens[run.first].low for run in runs if run.end - run.first > 1 and not run.out}
    accepted = {_key(text, tokens, run): Evidence.STRONG for run in runs if run.state}
    chosen: list[tuple[Run, Hits]] = []
    before: Run | None = None
    for run in runs:
        key = _key(text, tokens, run)
        found = tuple(hits.get(key, ()))
        _continue_list(tokens, before, run)
        run.speaks = run.speaks and (key in accepted or not set(key.split()) & ordinary)
        if _is_place(tokens, run, found, persons):
            chosen.append((run, found))
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
    chosen = [each for each in chosen if each[1] or not _is_demonym(_key(text, tokens, each[0]))]
    chosen.sort(key=lambda each: each[0].first)
    return _named(text, tokens, chosen)


def _lands_with_titles(
    gazetteer: Gazetteer,
    text: str,
    tokens: list[Token],
    runs: list[Run],
    hits: dict[str, list[tuple[str, Hit]]],
) -> None:
    """Read "the Democratic Republic of the Congo": that land, and no village called Congo."""
    titled = {}
    for run in runs:
        at = run.first - 1
        at -= at > 0 and tokens[at].low == "the"
        if run.out or at < 1 or tokens[at].low != "of" or not tokens[at - 1].capital:
            continue
        if tokens[at - 1].low not in words.LANDS_OF:
            continue
        at = _titled_from(tokens, at - 1)
        whole = key_of(text[tokens[at].start : tokens[run.end - 1].end])
        titled[_key(text, tokens, run)] = whole
    if not titled:
        return
    known = gazetteer.find(set(titled.values()))
    for key, whole in titled.items():
        lands = [each for each in hits.get(key, ()) if each[1].entry.kind in ("country", "region")]
        hits[key] = known.get(whole) or lands


def _titled_from(tokens: list[Token], at: int) -> int:
    """Return where the capitals begin that end with "Republic": "Democratic Republic"."""
    while at and tokens[at].joined and tokens[at - 1].capital:
        if tokens[at - 1].low in words.NEVER:
            break
        at -= 1
    return at


def _is_demonym(key: str) -> bool:
    """Say whether a name that nobody knows is an adjective of a people: "Lorvanian"."""
    return key.endswith(_DEMONYMS) and " " not in key


def _runs(tokens: list[Token]) -> Iterator[Run]:
    at = 0
    while at < len(tokens):
        new = tokens[at].low == "new" and tokens[at].capital and not tokens[at].first
        new = new and at + 1 < len(tokens) and tokens[at + 1].joined and tokens[at + 1].capital
        if not _part_of_name(tokens[at]) and not new:  # "New York"
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and end - at < _LONGEST and tokens[end].joined:
            number = tokens[end].capital and tokens[end].low in words.NUMBERS
            if (number or _part_of_name(tokens[end])) and not is_possessed(tokens, end - 1):
                end += 1  # "Ward Six" is no Ward
            elif (
                tokens[end].low in _JOINS
                and end + 1 < len(tokens)
                and tokens[end + 1].joined
                and _part_of_name(tokens[end + 1])
            ):
                end += 2
            else:
                break
        yield Run(at, end)
        at = end


def _part_of_name(token: Token) -> bool:
    if _ARTICLE.match(token.text):
        return True
    if not token.capital or token.low in words.NEVER or _CONTRACTED.fullmatch(token.text):
        return False
    return len(token.text) > 1


def _key(text: str, tokens: list[Token], run: Run) -> str:
    return key_of(text[tokens[run.first].start : tokens[run.end - 1].end])


def _apply_hints(
    tokens: list[Token],
    runs: list[Run],
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
        if label == "ORG" and known and _APART.search(text[slice(*mark)]):
            continue  # "fled to Gurjaani and Sighnaghi", "Bambari at Easter": no firm
        if (
            label == "PERSON"
            and not known
            and run.end - run.first > 1
            or label == "ORG"
            and mark.end - mark.start > end - start
        ):
            run.out = True
        elif label in ("GPE", "LOC") and known and _people(hits[_key(text, tokens, run)]) >= _TOWN:
            run.evidence = max(run.evidence, Evidence.SOME)


def _people(hits: Sequence[tuple[str, Hit]]) -> int:
    return max((hit.entry.people for _, hit in hits if hit.rank != BY_SOUND), default=0)


def _by_sound(
    gazetteer: Gazetteer,
    text: str,
    tokens: list[Token],
    runs: list[Run],
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
    near = gazetteer.find({each for key in some for each in _other_endings(key)})
    for key in some:
        spelled = next((each for each in _other_endings(key) if each in near), None)
        if spelled is not None:
            hits[key] = near[spelled]
            del loose[key]
    for key, keys in loose.items():
        if alike := [hit for each in keys for hit in found.get(each, ())]:
            hits[key] = alike


def _other_endings(key: str) -> tuple[str, ...]:
    """Return how else a name may end in Latin letters: Hodeidah, Hodeida; Aleppa, Aleppah."""
    if key.endswith(("ah", "eh")):
        return (key[:-1], key[:-2] + "a", key[:-2] + "e")
    if key.endswith(("iya", "iyya")):
        return (key + "h", key.replace("iyya", "iya"), key.replace("iyya", "iya") + "h")
    return (key + "h",) if key.endswith("a") else ()


def _between_places(
    tokens: list[Token], runs: list[Run], hits: dict[str, list[tuple[str, Hit]]], text: str
) -> None:
    """Read "between Mosul and Tal Saqra": where one end is a town, the other one is a place."""
    for one, other in itertools.pairwise(runs):
        between = tokens[one.end : other.first]
        if len(between) != 1 or between[0].low != "and" or not one.first or other.person:
            continue
        led = tokens[one.first - 1].low == "between" and tokens[other.first].joined
        known = one.evidence is Evidence.STRONG or _people(hits.get(_key(text, tokens, one), ()))
        given = {tokens[one.first].low, tokens[other.first].low} & words.GIVEN
        if led and given:
            one.evidence = other.evidence = Evidence.NONE
        elif led and known and not one.out:
            other.evidence, other.out = Evidence.STRONG, False


def _lands_of_peoples(
    tokens: list[Token], runs: list[Run], hits: dict[str, list[tuple[str, Hit]]], text: str
) -> None:
    """Take a name that nobody knows for a land whose people the text names: "Kharsa, a Kharsan"."""
    peoples = {token.low for token in tokens if token.capital and token.low.endswith(_OF_PEOPLE)}
    if not peoples:
        return
    for run in runs:
        low = tokens[run.first].low
        known = _people(hits.get(_key(text, tokens, run), ())) >= _TOWN
        if run.end - run.first > 1 or run.person or known:
            continue
        stem = low[:-1] if low.endswith(("a", "e", "o", "y")) else low
        if {stem + each for each in _OF_PEOPLE} & peoples - {low}:
            run.state = True


def _surnames(
    tokens: list[Token], runs: list[Run], hits: dict[str, list[tuple[str, Hit]]], text: str
) -> set[str]:
    """Return the keys of last words of persons' names: alone they are that person again."""
    found: set[str] = set()
    sure = {_key(text, tokens, run) for run in runs if run.evidence is Evidence.STRONG}
    for run in runs:
        inside = tokens[run.first : run.end]
        if run.person:
            found.add(key_of(inside[-1].text))
        elif len(inside) > 1 and run.evidence < Evidence.STRONG and not run.feature:
            key = _key(text, tokens, run)
            if key not in hits and key not in sure:
                found.add(key_of(inside[-1].text))
    return found


def _continue_list(tokens: list[Token], before: Run | None, run: Run) -> None:
    """Carry evidence on: "in A, B and C"; "A, Norland"."""
    if before is None or run.evidence is Evidence.STRONG or run.out:
        return
    if run.end - run.first == 1 and tokens[run.first].low.endswith("ing"):
        return  # a headline's "Halm, Killing Nine"
    between = tokens[before.end : run.first]
    gap = tokens[run.first].gap
    comma = not between and gap == ", "
    listed = len(between) == 1 and between[0].low in ("and", "or") and plain(gap)
    if (comma or listed) and before.evidence is Evidence.STRONG:
        after = tokens[run.end] if run.end < len(tokens) else None
        if listed or after is None or not after.joined or after.low not in words.SPEAKS:
            run.evidence = Evidence.STRONG if run.end - run.first == 1 else Evidence.SOME


def _is_place(tokens: list[Token], run: Run, hits: Hits, persons: set[str]) -> bool:
    if run.out:
        return False
    inside = tokens[run.first : run.end]
    low = inside[-1].low
    if any(hit.entry.kind in ("country", "region") for _, hit in hits):
        return not (low in persons and run.evidence is _NO)
    if len(inside) == 1 and low in words.GIVEN and run.evidence is _NO:
        return _people(hits) >= 5 * _BIG  # Sofia, not Marta
    if run.speaks:
        return low not in persons
    if not hits and not run.dateline and all(token.text.isupper() for token in inside):
        return False  # a heading
    if run.built and run.evidence and not hits:
        run.feature = True  # "the Corvel checkpoint", of no town
        return True
    if _people(hits) < _TOWN and _is_the(tokens, run):
        return False  # "in the Drum", of which nobody says what it is
    if run.evidence is Evidence.STRONG or run.feature and run.evidence >= Evidence.SOME:
        return low not in persons or bool(hits)
    if low in persons and len(inside) == 1:
        return False
    hits = tuple(each for each in hits if each[1].rank != BY_SOUND)
    people = max((hit.entry.people for _, hit in hits), default=0)
    if run.evidence is Evidence.SOME and len(inside) > 1 and inside[0].low in words.OPENS_TOWNS:
        return True  # "visiting Port Hallow"
    if run.evidence is Evidence.SOME:
        return people >= 500 or any(layer == "own" for layer, _ in hits)
    named = max((hit.entry.people for _, hit in hits if hit.rank == NAME), default=0)
    if people >= 2 * _BIG and is_metonym(tokens, run, is_large=True):
        return True
    return named >= (5 * _BIG if inside[0].first and len(inside) == 1 else _BIG)


def _is_the(tokens: list[Token], run: Run) -> bool:
    """Say whether an article alone stands before a name that nothing else makes a place."""
    before = tokens[run.first - 1] if run.first and tokens[run.first].joined else None
    told = run.feature or run.region or run.kind or run.built or run.dateline
    told = told or run.state
    for token in tokens[run.end : run.end + 2]:  # "at the Yarka railway junction"
        built = token.low in words.BUILT | words.OTHER_NOUNS | words.FEATURE
        told = told or token.joined and not token.capital and built
    return before is not None and before.low == "the" and not told


def _named(text: str, tokens: list[Token], chosen: list[tuple[Run, Hits]]) -> list[Named]:
    found: list[Named] = []
    before: tuple[Run, Named] | None = None
    for run, hits in chosen:
        start, end = tokens[run.first].start, tokens[run.end - 1].end
        if run.feature and run.end < len(tokens) and tokens[run.end].low in _NOUNS:
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
        title = run.first - 2 - (run.first > 1 and tokens[run.first - 1].low == "the")
        if (
            title >= 0
            and tokens[title].low in words.LANDS_OF
            and (tokens[title].capital and tokens[title + 1].low == "of")
        ):
            start = tokens[_titled_from(tokens, title)].start  # "Republic of Lorne"
        named_to = end if run.feature else tokens[run.end - 1].end
        name = text[tokens[run.first].start : named_to]
        one = Named(
            mark=Mark(start, end), name=text[start:end], key=key_of(name), hits=hits,
            evidence=run.evidence, kind=run.kind, region=run.region, feature=run.feature,
            metonym=is_metonym(tokens, run, is_large=_people(hits) >= 2 * _BIG),
            dateline=run.dateline,
        )  # fmt: skip
        if before and are_linked(tokens, before[0], run):
            before[1].beside, one.beside = one.key, before[1].key
        if before and before[0].end == run.first and tokens[run.first].gap == ", ":
            before[1].within = one.key
        elif before and one.metonym and before[0].evidence is not Evidence.STRONG:
            between = tokens[before[0].end : run.first]
            before[1].metonym |= len(between) == 1 and between[0].low == "and"
        found.append(one)
        before = run, one
    return found
