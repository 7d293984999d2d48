"""Names of places in Arabic: no capitals, so place nouns, prepositions and the gazetteer decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probatum.read.found import Mark
from probatum.read.gazetteer import Gazetteer
from probatum.read.gazetteer.entries import Hit, key_of
from probatum.read.places import words_arabic as words
from probatum.read.places.named import Evidence, Named
from probatum.read.places.support import borne_out, witnesses
from probatum.read.places.tokens import Token, tokens_of

_LONGEST = 3
# People that a place must have, by what stands before its name.
_LEAST = {Evidence.STRONG: 1_000, Evidence.SOME: 10_000, Evidence.NONE: 200_000}
_OPENS = ("«", "“", "„", '"')
_SHUTS = ("»", "”", "“", '"')
_TO_PLACES = frozenset(map(key_of, "إلى من بين نحو باتجاه صوب تجاه".split()))
_ATTACHED = ("وبال", "ولل", "وب", "ول", "فب", "بال", "لل", "كال", "وال", "و", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class _Try:
    """Tokens from ``first`` to before ``end`` as a name, ``cut`` letters of the first left off."""

    first: int
    end: int
    cut: int
    keys: tuple[str, ...]
    attached: str = ""


@dataclass(frozen=True, slots=True)
class _Cue:
    """What stands before a name."""

    evidence: Evidence
    kind: str | None = None
    noun: bool = False


_NOTHING = _Cue(Evidence.NONE)


def names_in(text: str, gazetteer: Gazetteer) -> list[Named]:
    """Return what may be places, in text order."""
    tokens = tokens_of(text)
    folded = [key_of(token.text) for token in tokens]
    cues = [_cue(tokens, folded, at) for at in range(len(tokens))]
    tries = [list(_tries(text, tokens, folded, at, cues[at])) for at in range(len(tokens))]
    hits = gazetteer.find({key for each in tries for one in each for key in one.keys})
    named: list[Named] = []
    later: list[tuple[_Try, _Cue]] = []
    at, before = 0, _NOTHING
    last_end = -1
    while at < len(tokens):
        cue = cues[at]
        listed = at == last_end and (
            tokens[at].text[0] == "و" or tokens[at].gap.strip() in ("،", ",")
        )
        if listed and cue.evidence < before.evidence:
            cue = before
        if (quarter := _quarter(tokens, folded, at)) is not None:
            named.append(_quarter_named(text, tokens, quarter))
            at = last_end = quarter.end
            before = cue
            continue
        one = _first_that_fits(tokens, folded, tries[at], hits, cue)
        if one is not None and _is_called(text, tokens, one):
            at = one.end
            continue
        if one is None:
            led = listed or at > 0 and folded[at - 1] in _TO_PLACES
            later += [
                (each, cue) for each in tries[at]
                if each.attached.endswith(("ب", "ل"))
                or led and each.attached in ("", "و") and len(each.keys[0]) > 3
            ]  # fmt: skip
        if one is None and (feature := _feature(tokens, folded, at, cue)) is not None:
            named.append(_quarter_named(text, tokens, feature))
            at = last_end = feature.end
            before = cue
            continue
        if one is None and cue.noun:
            one = _unknown(tokens, folded, at)
        if one is None or cue.kind == "out":
            at += 1
            continue
        found = tuple(hit for key in one.keys for hit in hits.get(key, ()))
        start, end = tokens[one.first].start + one.cut, tokens[one.end - 1].end
        named.append(
            Named(
                mark=Mark(start, end),
                name=text[start:end],
                key=one.keys[0],
                hits=found,
                evidence=cue.evidence,
                kind=cue.kind,
                region=cue.kind == "region",
                metonym=_is_metonym(tokens, folded, one, cue),
            )  # fmt: skip
        )
        at = last_end = one.end
        before = cue
    return _with_borne_out(text, tokens, named, later, hits)


def _with_borne_out(
    text: str, tokens: list[Token], named: list[Named], later: list[tuple[_Try, _Cue]],
    hits: dict[str, list[tuple[str, Hit]]],
) -> list[Named]:  # fmt: skip
    """Add names with a preposition written onto them that lie near places named for certain."""
    beside = witnesses(each.hits for each in named)
    taken = {each.mark.end for each in named}
    for one, cue in later:
        found = tuple(hit for key in one.keys[:1] for hit in hits.get(key, ()))
        start, end = tokens[one.first].start + one.cut, tokens[one.end - 1].end
        if end not in taken and borne_out(found, beside):
            taken.add(end)
            named.append(Named(
                mark=Mark(start, end), name=text[start:end], key=one.keys[0], hits=found,
                evidence=max(cue.evidence, Evidence.SOME), kind=cue.kind,
            ))  # fmt: skip
    return sorted(named, key=lambda each: each.mark)


def _quarter(tokens: list[Token], folded: list[str], at: int) -> _Try | None:
    """Read "حي الصنوبر": part of a town, by the noun that its name begins with."""
    noun = folded[at]
    cut = 1 if noun[:1] in ("ب", "ل", "و") and noun[1:] in words.QUARTERS else 0
    if noun[cut:] not in words.QUARTERS or at + 1 >= len(tokens) or not tokens[at + 1].joined:
        return None
    if not folded[at + 1].startswith("ال") or len(folded[at + 1]) < 5:
        return None
    return _Try(at, at + 2, cut, (" ".join((noun[cut:], folded[at + 1])),))


def _feature(tokens: list[Token], folded: list[str], at: int, cue: _Cue) -> _Try | None:
    """Read "في وادي الريح": a valley or hill nobody knows, by the noun its name begins with."""
    low = folded[at]
    cut = 1 if low[:1] in ("ب", "ل") and low[1:] in words.FEATURES else 0
    if low[cut:] not in words.FEATURES or not (cut or cue.evidence) or cue.kind == "out":
        return None
    end = at + 1
    if end >= len(tokens) or not tokens[end].joined or folded[end] in words.NEVER:
        return None
    if any(each in words.BODIES for each in folded[max(0, at - 2) : at]):
        return None  # "مجلس أهالي وادي الزعتر" acts as itself
    if not folded[end].startswith("ال") or len(folded[end]) < 5:
        return None
    if end + 1 < len(tokens) and tokens[end + 1].joined and folded[end + 1] in words.PART_OF_IT:
        end += 1
    return _Try(at, end + 1, cut, (" ".join((low[cut:], *folded[at + 1 : end + 1])),))


def _quarter_named(text: str, tokens: list[Token], one: _Try) -> Named:
    start, end = tokens[one.first].start + one.cut, tokens[one.end - 1].end
    return Named(
        mark=Mark(start, end), name=text[start:end], key=one.keys[0], evidence=Evidence.STRONG,
        feature=True,
    )  # fmt: skip


def _cue(tokens: list[Token], folded: list[str], at: int) -> _Cue:
    if at == 0 or not tokens[at].joined:
        return _NOTHING
    low = folded[at - 1]
    bare = low[1:] if low[:1] in ("و", "ب", "ل", "ف") and len(low) > 3 else low
    for each in (low, bare):
        if each in words.KINDS:
            return _Cue(Evidence.STRONG, words.KINDS[each], noun=True)
        if each in words.ORGANISATIONS:
            return _Cue(Evidence.NONE, "out")
        if each in words.NOUNS:
            return _Cue(Evidence.STRONG, noun=True)
        if each in words.STRONG:
            return _Cue(Evidence.STRONG)
        if each in words.SOME or each in words.DONE_TO_PLACES:
            return _Cue(Evidence.SOME)
    return _NOTHING


def _tries(text: str, tokens: list[Token], folded: list[str], at: int, cue: _Cue) -> Iterator[_Try]:
    """Yield the longest reading first; words without a cue before them are tried alone only."""
    if folded[at] in words.NEVER or len(folded[at]) < 2:
        return
    raw = tokens[at].text
    cuts = [
        0,
        *(len(each) for each in _ATTACHED if raw.startswith(each) and len(raw) - len(each) > 2),
    ]
    if folded[at] in words.HEADS or _is_common(folded[at]):
        cuts = [0]  # the first letter of وادي is no "and"
    longest = _LONGEST if cue.evidence or len(cuts) > 1 else 2
    for length in range(longest, 0, -1):
        end = at + length
        if end > len(tokens) or not all(each.joined for each in tokens[at + 1 : end]):
            continue
        for cut in dict.fromkeys(cuts):
            attached = raw[:cut]
            article = attached.endswith(("ال", "لل"))
            first = raw[cut:]
            rest = " ".join(folded[at + 1 : end])
            keys = _spelled(("ال" if article else "") + first, rest)
            if keys and not _is_common(keys[0]):
                yield _Try(at, end, _visible(attached), keys, attached)


def _is_common(key: str) -> bool:
    return key in words.NEVER or key in words.KINDS or key in words.NOUNS or key in words.STRONG


def _visible(attached: str) -> int:
    """Return how many letters before the name are no part of it; an article is."""
    if attached.endswith("ال"):
        return len(attached) - 2
    return len(attached) - 1 if attached.endswith("لل") else len(attached)


def _spelled(first: str, rest: str) -> tuple[str, ...]:
    whole = key_of(f"{first} {rest}".strip())
    found = [whole]
    # An adjective of a people, السورية, is not the country سورية.
    if whole.startswith("ال") and len(whole) > 5 and not whole.endswith(("يه", "ي")):
        found.append(whole[2:])
    elif not whole.startswith("ال"):
        found.append("ال" + whole)
    for head in ("تل", "بيت", "كفر", "دير", "خان", "البو"):
        if whole.startswith(head) and whole[len(head) : len(head) + 1] not in ("", " "):
            if len(whole) > len(head) + 2:
                found.append(f"{head} {whole[len(head) :]}")  # تلعفر and تل عفر
    return tuple(found)


def _first_that_fits(
    tokens: list[Token],
    folded: list[str],
    tries: list[_Try],
    hits: dict[str, list[tuple[str, Hit]]],
    cue: _Cue,
) -> _Try | None:
    for one in tries:
        if one.keys[0] in words.HEADS:
            continue
        if one.keys[0] in words.WORDS_TOO and (cue.evidence < Evidence.STRONG or one.cut):
            continue
        if one.end < len(tokens) and tokens[one.end].joined and folded[one.end] in words.PART_OF_IT:
            continue
        found = [hit for key in one.keys[:1] for _, hit in hits.get(key, ())]
        others = [hit for key in one.keys[1:] for _, hit in hits.get(key, ())]
        found += [hit for hit in others if cue.noun or hit.entry.people >= 50_000]
        if not found:
            continue
        evidence = cue.evidence
        if one.attached and one.attached[-1] in ("ب", "ل") or one.attached in ("بال", "وبال", "لل"):
            evidence = max(evidence, Evidence.SOME)
        if cue.noun or any(hit.entry.id.startswith("own") for hit in found):
            return one
        people = max(hit.entry.people for hit in found)
        least = _LEAST[evidence] * (20 if one.attached and not cue.evidence else 1)
        if people >= min(least, 1_000_000):
            return one
    return None


def _is_called(text: str, tokens: list[Token], one: _Try) -> bool:
    """Say whether a name stands alone in quotation marks: a body is called so."""
    end = tokens[one.end - 1].end
    led = key_of(tokens[one.first - 1].text) if one.first else ""
    if led in words.STRONG | words.SOME | words.NOUNS or led in words.KINDS:
        return False
    return tokens[one.first].gap[-1:] in _OPENS and text[end : end + 1] in _SHUTS


def _unknown(tokens: list[Token], folded: list[str], at: int) -> _Try | None:
    """Return a name nobody knows, behind a noun for places."""
    low = folded[at]
    if low in words.NEVER | words.STRONG | words.SOME | words.NOUNS or low in words.KINDS:
        return None
    if low.startswith("و"):
        return None  # "the capital and ..."
    if not tokens[at].joined or len(low) < 3 or not "\u0600" <= low[0] <= "\u06ff":
        return None
    end = at + 1
    if low in words.HEADS:
        if end < len(tokens) and tokens[end].joined and folded[end] not in words.STRONG:
            end += 1
        if end < len(tokens) and tokens[end].joined and folded[end] in words.PART_OF_IT:
            end += 1
        if end == at + 1:
            return None
    elif folded[at - 1] not in words.KINDS and folded[at - 1][1:] not in words.KINDS:
        return None  # "سكان" and the like stand before many words
    elif low.startswith("ال") and low.endswith(("يه", "ي")):
        return None
    elif end < len(tokens) and tokens[end].joined and folded[end] in words.PART_OF_IT:
        end += 1
    return _Try(at, end, 0, (" ".join(folded[at:end]),))


def _is_metonym(tokens: list[Token], folded: list[str], one: _Try, cue: _Cue) -> bool:
    if cue.evidence or one.attached not in ("", "و"):
        return False
    around = folded[max(0, one.first - 1) : one.first] + folded[one.end : one.end + 1]
    return any(each in words.SPEAKS or each[1:] in words.SPEAKS for each in around if each)
