"""Names of places in Ukrainian and Russian: capitals, cases, prepositions and place nouns."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from probatum.read.found import Mark
from probatum.read.gazetteer import Gazetteer
from probatum.read.gazetteer.entries import CYRILLIC_COUNTRIES, Hit, key_of
from probatum.read.places.cyrillic_bodies import direct_body, is_body, is_quoted
from probatum.read.places.inflection import adjective_bases, bases, region_bases
from probatum.read.places.named import Evidence, Hits, Named
from probatum.read.places.support import borne_out, witnesses
from probatum.read.places.tokens import Token, plain, tokens_of
from probatum.read.places.unlisted import has_role_before, is_gone_to, is_land
from probatum.read.places.words_cyrillic import RUSSIAN, UKRAINIAN, Words

_LONGEST = 4  # words of one name
_MOST_KEYS = 160
_MOST_ASKED = 200_000  # forms of a whole text; a report has 3,000
_MOST_RESPELLED = 12
_PLACE_AND_PERSON = 3
_INTO = ("в", "у", "во")
_AS_RUSSIAN = str.maketrans("іїє", "иие")
_BIG = 100_000
_NO = Evidence.NONE
_ADJECTIVE = re.compile(r"(?:ому|ого|ій|ої|им|ім|их|ом|ой|ым|ых|ую|ий|ый|е|а|у|ою)$")
_ENDING = re.compile(
    r"(?:ами|ями|ові|еві|ого|ому|ому|ої|ою|ею|єю|ах|ях|ом|ем|єм|ов|ів|ої|ій|ий|ый|ой|ей|им|ым|ая|ое|"
    r"[аеєиіїоуюяьйы])$"
)
# Cases of a name nobody knows that fit behind "в": where something is, not where it goes.
_INSIDE = re.compile(r"(?:[іїуюеи]|[ая]х|ом|ому|ой|ій)$")
_OF_REGION = re.compile(r"(?:[сцз]ької|[сцз]ького|ской|ского|цкой|цкого)$")
_OF_TOWN = re.compile(r"(?:[аяиіїыу]|ого|ої|ой)$")  # the genitive
_FATHER = re.compile(r"(?:ович|евич|йович|івн|овн|евн)[а-яіїє]{0,2}$")
_LOCATIVE = re.compile(r"(?:ому|ій|ом|ой|ем|их|ых|ого|ої)$")
_AND = frozenset("та і й и або или".split())


@dataclass(slots=True)
class _Run:
    """Capitalised words from token ``first`` to before ``end``, and what was found out."""

    first: int
    end: int
    evidence: Evidence = _NO
    noun: bool = False  # a noun for places stands beside it
    kind: str | None = None
    out: bool = False
    region: bool = False
    keys: tuple[str, ...] = ()
    hits: Hits = field(default=())


def names_in(text: str, gazetteer: Gazetteer, language: str) -> list[Named]:
    """Return what may be places, in text order. ``language`` is uk or ru."""
    words = UKRAINIAN if language == "uk" else RUSSIAN
    tokens = tokens_of(text)
    runs = list(_runs(tokens, words))
    asked = 0
    for run in runs:
        _look_around(tokens, run, words)
        run.keys = _keys(tokens, run, language)
        asked += len(run.keys)
        if asked > _MOST_ASKED:
            run.keys = run.keys[:1]
    hits = gazetteer.find({key for run in runs if run.region or not run.out for key in run.keys})
    for run in runs:
        run.hits = _hits(hits, run)
    for run, after in itertools.pairwise(runs):
        if after.region and run.end == after.first and tokens[after.first].joined:
            run.hits = _in_region(run.hits, _hits(hits, after))
    chosen: list[_Run] = []
    before: _Run | None = None
    for run in runs:
        if before is not None:
            _continue_list(tokens, before, run, words)
        before = run if _is_place(tokens, run, words) else None
        if before is not None:
            chosen.append(run)
    beside = witnesses(run.hits for run in chosen)
    taken = {run.first for run in chosen}
    persons = {
        _stem(text, tokens, _Run(run.end - 1, run.end))
        for run in runs
        if run.end - run.first > 1 and run.first not in taken
    }
    chosen += [
        run
        for run in runs
        if run.first not in taken
        and not run.out
        and _stem(text, tokens, run) not in persons
        and borne_out(run.hits, beside)
    ]
    taken = {run.first for run in chosen}
    stems = {_stem(text, tokens, run): run for run in chosen}
    again = [
        run
        for run in runs
        if run.first not in taken
        and not run.out
        and not run.hits
        and _stem(text, tokens, run) in stems
    ]
    ordered = sorted((*chosen, *again), key=_first)
    named = [_named(text, tokens, run, words) for run in ordered]
    for (run, one), (after, other) in itertools.pairwise(zip(ordered, named, strict=True)):
        between = tokens[run.end : after.first]
        if other.metonym and run.evidence is _NO and len(between) == 1:
            one.metonym |= between[0].low in _AND  # "Київ і Москва заявили"
    return named


def _first(run: _Run) -> int:
    return run.first


def _runs(tokens: list[Token], words: Words) -> Iterator[_Run]:
    at = 0
    while at < len(tokens):
        if not _part_of_name(tokens[at], words):
            at += 1
            continue
        end = at + 1
        while (
            end < len(tokens)
            and end - at < _LONGEST
            and tokens[end].joined
            and _part_of_name(tokens[end], words)
            and not _names_a_region(tokens, end, words)
        ):
            end += 1
        heads = end - at == _PLACE_AND_PERSON and _is_headed(tokens, at, words)
        if heads or end - at == _PLACE_AND_PERSON and at and tokens[at - 1].low in _INTO:
            # "комендант лагеря в Бельцах Нина Гладких", "мер Миргорода Юхим Палій"
            yield _Run(at, at + 1, Evidence.SOME if heads else _NO)
            at += 1
        yield _Run(at, end)
        at = end


def _is_headed(tokens: list[Token], at: int, words: Words) -> bool:
    """Say whether who heads a town stands before its name, and a person's name behind it."""
    if not at or not tokens[at].joined or tokens[at - 1].capital and not tokens[at - 1].first:
        return False
    return (
        tokens[at - 1].low in words.heads
        and _OF_TOWN.search(tokens[at].low) is not None
        and _FATHER.search(tokens[at + 1].low) is None
    )


def _names_a_region(tokens: list[Token], at: int, words: Words) -> bool:
    """Say whether a word is the adjective of a region, behind a town: "Торгові Сумської обл."."""
    if not _OF_REGION.search(tokens[at].low) or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.joined and not after.capital and _kind(after.low, words.regions) is not None


def _part_of_name(token: Token, words: Words) -> bool:
    low = token.low
    if not token.capital or len(token.text) < 2 or low in words.never:
        return False
    if low in words.strong or low in words.some:
        return False
    # "Жителі Дорни": a word for places that only begins the sentence.
    return not (token.first and (_kind(low, words.settlements) or low.startswith(words.of_a_place)))


def _look_around(tokens: list[Token], run: _Run, words: Words) -> None:
    inside = [token.low for token in tokens[run.first : run.end]]
    settled = (
        run.first > 0 and tokens[run.first].joined
        and _kind(tokens[run.first - 1].low, words.settlements) is not None
    )  # fmt: skip
    titled = inside[0].startswith(words.titles) and not settled  # "село Сині Криниці" is no son
    if inside[0] in words.given or titled and len(inside) > 1:
        run.out = len(inside) > 1 or inside[0] in words.given
    if len(inside) > 1 and any(each.startswith(words.organisations) for each in inside):
        run.out = True
    if len(inside) == 1 and tokens[run.first].first and inside[0].startswith(words.titles):
        run.out = True  # "Голова громади": a role that begins a sentence
    if is_body(tokens, run.first, run.end, words) or is_quoted(tokens, run.first, run.end):
        run.out = True
    before = _before(tokens, run.first, words)
    if before is not None:
        low = before.low
        direct = before is tokens[run.first - 1]
        if kind := _kind(low, words.settlements):
            run.kind, run.noun, run.evidence = kind, True, Evidence.STRONG
        elif kind := _kind(low, words.regions):
            run.noun, run.evidence = True, Evidence.STRONG
        elif low in words.strong:
            run.evidence = Evidence.STRONG
        elif low in words.some:
            run.evidence = Evidence.SOME
        elif direct and low.startswith(words.of_a_place):
            run.noun, run.evidence = True, Evidence.STRONG
        elif direct and low.startswith(words.titles) and not (before.capital and before.first):
            run.out = run.out or len(inside) > 1
    if run.end < len(tokens) and tokens[run.end].joined and not tokens[run.end].capital:
        kind = _kind(tokens[run.end].low, words.regions)
        if kind and _ADJECTIVE.search(inside[-1]):
            run.kind, run.region, run.noun = kind, True, True
            run.evidence = Evidence.STRONG
        if kind and direct_body(tokens, run.first, words):
            run.out, run.region = True, False  # "управление Озёрного края"
        if tokens[run.end].low.startswith("громад") and _OF_REGION.search(inside[-1]):
            run.out = True  # a community governs and is named after its seat
    if _land(inside[-1]):
        run.region, run.kind = True, "region"
    for token in tokens[max(0, run.first - 4) : run.first]:
        if (
            token.capital
            and token.low.startswith(words.organisations)
            and _together(tokens, token, run)
        ):
            run.out = True


def _land(low: str) -> bool:
    return bool(re.search(r"(?:щ|чч)ин(?:а|и|і|у|ою|е|ой|ы)$", low))


def _together(tokens: list[Token], token: Token, run: _Run) -> bool:
    """Say whether nothing but lower-case words without prepositions stands between."""
    at = tokens.index(token, max(0, run.first - 4), run.first)
    between = tokens[at + 1 : run.first + 1]
    return all(each.joined for each in between) and all(len(each.text) > 2 for each in between)


def _kind(low: str, beginnings: dict[str, str] | object) -> str | None:
    assert isinstance(beginnings, dict)
    fitting = [each for each in beginnings if low.startswith(each) and len(low) <= len(each) + 4]
    return beginnings[max(fitting, key=len)] if fitting else None


def _before(tokens: list[Token], at: int, words: Words) -> Token | None:
    """Return the word before that counts, past adjectives: "в осаждённом Изюме"."""
    for _ in range(3):
        if at == 0 or not tokens[at].joined:
            return None
        at -= 1
        low = tokens[at].low
        known = low in words.strong or low in words.some or _kind(low, words.settlements)
        if known or len(low) < 5 or not _ADJECTIVE.search(low) or low.startswith(words.of_a_place):
            return tokens[at]
    return tokens[at]


def _keys(tokens: list[Token], run: _Run, language: str) -> tuple[str, ...]:
    inside = [key_of(token.text) for token in tokens[run.first : run.end]]
    if run.region:
        towns = [key for each in region_bases(inside[-1]) for key in (each,)]
        return tuple(dict.fromkeys((inside[-1], *towns, *bases(inside[-1], language))))
    # A name with a hyphen is inflected in its last part: "в Івано-Франківську".
    parts = [part for each in inside for part in each.split(" ")]
    last = bases(parts[-1], language)
    firsts = [adjective_bases(part) + bases(part, language)[1:6] for part in parts[:-1]]
    made = [
        " ".join(each) for each in itertools.islice(itertools.product(*firsts, last), _MOST_KEYS)
    ]
    if language == "uk":  # names from elsewhere stand in the gazetteer as Russian spells them
        made += [each.translate(_AS_RUSSIAN) for each in made[:_MOST_RESPELLED]]
    return tuple(dict.fromkeys(made))


def _hits(hits: dict[str, list[tuple[str, Hit]]], run: _Run) -> Hits:
    """Return what the forms of a name lead to; as it stands wins over cases of other names."""
    if not run.keys:
        return ()
    if run.region:  # an oblast is nowhere else
        every = tuple(hit for key in run.keys for hit in hits.get(key, ()))
        return tuple(each for each in every if each[1].entry.country in CYRILLIC_COUNTRIES) or every
    exact = hits.get(run.keys[0], [])
    every = tuple(hit for key in run.keys for hit in hits.get(key, ()))
    if states := tuple(each for each in every if each[1].entry.kind == "country"):
        return states
    if exact and 10 * _people(exact) >= _people(every):
        return tuple(exact)
    return every


def _in_region(hits: Hits, seats: Hits) -> Hits:
    """Return the places of the region that is named behind them, all if none lies there."""
    codes = {(hit.entry.country, hit.entry.region) for _, hit in seats}
    return (
        tuple(each for each in hits if (each[1].entry.country, each[1].entry.region) in codes)
        or hits
    )


def _people(hits: Iterable[tuple[str, Hit]]) -> int:
    return max((hit.entry.people for _, hit in hits), default=0)


def _continue_list(tokens: list[Token], before: _Run, run: _Run, words: Words) -> None:
    between = tokens[before.end : run.first]
    gap = tokens[run.first].gap
    comma = not between and gap == ", "
    listed = len(between) == 1 and between[0].low in _AND and plain(gap)
    if (comma or listed) and before.evidence is Evidence.STRONG and run.evidence < Evidence.STRONG:
        run.evidence, run.noun = Evidence.STRONG, run.noun or before.noun and len(between) == 1


def _is_place(tokens: list[Token], run: _Run, words: Words) -> bool:
    inside = tokens[run.first : run.end]
    if run.out:
        return False
    if any(hit.entry.kind in ("country", "region") for _, hit in run.hits):
        return True
    people = _people(run.hits)
    if run.hits and run.evidence is Evidence.STRONG:
        return True
    if run.evidence is Evidence.SOME and people >= 500:
        return True
    if people >= (5 * _BIG if inside[0].first else _BIG):
        return len(inside) == 1 or bool(run.hits)
    if run.hits:
        return False
    if run.noun and len(inside) == 2 and has_role_before(tokens, run.first, words):
        return False  # "старшина посёлка Кузьма Дорн"
    if run.noun:
        return not inside[0].low.startswith(words.organisations)
    usual = len(inside) == 1 or len(inside) == 2 and _LOCATIVE.search(inside[0].low) is not None
    if is_gone_to(tokens, run.first, run.end):
        return not inside[-1].low.startswith(words.organisations)
    if len(inside) == 1 and is_land(inside[0]) and _is_metonym(tokens, run, words):
        return True
    if run.evidence is Evidence.STRONG and usual and not inside[0].text.isupper():
        low = inside[0].low
        if low in words.given or low.startswith(words.organisations):
            return False
        return bool(_INSIDE.search(low)) if tokens[run.first - 1].low in ("в", "у", "во") else True
    return False


def _stem(text: str, tokens: list[Token], run: _Run) -> str:
    name = key_of(text[tokens[run.first].start : tokens[run.end - 1].end])
    return " ".join(_ENDING.sub("", part) if len(part) > 3 else part for part in name.split())


def _named(text: str, tokens: list[Token], run: _Run, words: Words) -> Named:
    start, end = tokens[run.first].start, tokens[run.end - 1].end
    if run.region and not _land(tokens[run.end - 1].low):
        end = tokens[run.end].end
    return Named(
        mark=Mark(start, end), name=text[start:end], key=_stem(text, tokens, run), hits=run.hits,
        evidence=run.evidence, kind=run.kind, region=run.region,
        metonym=_is_metonym(tokens, run, words),
    )  # fmt: skip


def _is_metonym(tokens: list[Token], run: _Run, words: Words) -> bool:
    if run.evidence is Evidence.STRONG or run.noun or run.region:
        return False
    before = tokens[run.first - 1] if run.first and tokens[run.first].joined else None
    if before is not None and before.low in (words.strong | words.some) - {
        "та",
        "і",
        "й",
        "и",
        "а",
    }:
        return False
    for token in tokens[run.end : run.end + 3]:
        if not token.joined:
            return False
        if token.low.startswith(words.speaks):
            return True
        if token.low not in words.between:
            return False
    return False
