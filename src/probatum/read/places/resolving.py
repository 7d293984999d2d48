"""From names to places: what each name means in this text, and names of one place together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from probatum.read.found import PlaceFound
from probatum.read.gazetteer import Candidate, Context, Gazetteer
from probatum.read.gazetteer.choosing import OWN, chosen, distance_km
from probatum.read.gazetteer.entries import BY_SOUND, PRECISION_M, Entry, key_of
from probatum.read.places.companions import companions
from probatum.read.places.named import Hits, Named

_SURE = 4.0  # a score that makes a place a witness for its country
_SURE_MARGIN = 1.5
_WITNESSES = 40  # places that are asked what lies near them
_MOST_NAMESAKES = 6
_TOO_FAR_KM = 1_000.0
_NEAR_KM = 200.0
_PEOPLE_OF_ALIAS = 200_000  # a place whose other name stands alone in a text of unknown places
_PEOPLE_ALONE = 20_000
_PEOPLE_AMONG_MANY = 100_000
_PEOPLE_BY_SOUND = 1_000_000
_MANY = 4  # names that nobody knows: the text plays in a land of its own


def places_from(
    named: Sequence[Named], gazetteer: Gazetteer, country: str | None, leaning: str | None = None
) -> list[PlaceFound]:
    """Return the places that mentions name, in the order of their first mention."""
    groups: dict[str, list[Named]] = defaultdict(list)
    for each in named:
        groups[f"{each.key}|{each.region}"].append(each)
    for key, group in list(groups.items()):
        if len({each.within for each in group if each.within}) > 1:  # Alexandria, Ohio; Egypt
            del groups[key]
            for each in group:
                groups[f"{key}|{each.within}"].append(each)
    context = _context(groups, gazetteer, country, leaning)
    meant = {key: _meaning(group, groups, gazetteer, context) for key, group in groups.items()}
    _drop_far(groups, meant)
    _near_the_other(groups, meant)
    if country is None:
        _drop_alone(groups, meant)
    return _together(groups, meant)


def _context(
    groups: Mapping[str, list[Named]],
    gazetteer: Gazetteer,
    country: str | None,
    leaning: str | None,
) -> Context:
    """Gather the countries and positions of names that can mean one place only."""
    weights: dict[str, float] = defaultdict(float)
    positions: list[tuple[float, float]] = []
    names: list[list[Entry]] = []
    for group in groups.values():
        ranked = gazetteer.rank(group[0].hits, Context(), group[0].name)
        if len(names) < _WITNESSES:
            names.append([each.entry for each in ranked[:_MOST_NAMESAKES]])
        if not ranked or ranked[0].score < _SURE:
            continue
        if len(ranked) > 1 and ranked[1].score > ranked[0].score - _SURE_MARGIN:
            continue
        entry = ranked[0].entry
        if entry.country:
            weights[entry.country] += 1.0 if entry.kind in ("country", "region") else 0.8
        if entry.kind not in ("country", "region") and len(positions) < _WITNESSES:
            positions.append((entry.lat, entry.lon))
    if not weights:
        for entry in companions(names):
            weights[entry.country or ""] += 0.8
            positions.append((entry.lat, entry.lon))
    if country:
        weights[country.upper()] += 2.0
    if leaning:
        weights[leaning] += 0.3
    return Context(countries=dict(weights), positions=tuple(positions))


def _meaning(
    group: list[Named],
    groups: Mapping[str, list[Named]],
    gazetteer: Gazetteer,
    context: Context,
) -> Candidate | None:
    first = group[0]
    kind = next((each.kind for each in group if each.kind), None)
    hits = first.hits
    for each in group:
        if each.within is None:
            continue
        outer = groups.get(f"{each.within}|False", [])
        lands = [
            hit for one in outer for _, hit in one.hits if hit.entry.kind in ("country", "region")
        ]
        if each.dateline and outer and not lands:
            return None  # "DORNA, Marrowland": another Dorna than any we know
        hits = _lying_in([hit.entry for one in outer for _, hit in one.hits], hits) or hits
    if first.feature:
        return None
    if kind and kind not in ("country", "region", "district"):
        hits = tuple(each for each in hits if each[1].entry.kind not in ("country", "region"))
    if first.region or kind == "region":
        hits = tuple(each for each in hits if each[1].entry.kind == "region") or hits
    if all(each.metonym for each in group):  # a capital, not the state of the same name
        cities = [each for each in hits if each[1].entry.kind == "city"]
        if cities:
            hits = tuple(each for each in hits if each[1].entry.kind != "region")
    ranked = gazetteer.rank(hits, Context(context.countries, context.positions, kind), first.name)
    best = chosen(ranked) or _only_one(group, ranked)
    if best is not None and kind == "district" and best.entry.kind not in ("region", "country"):
        entry = replace(best.entry, kind="district", precision_m=PRECISION_M["district"])
        return replace(best, entry=entry)
    if best is not None and first.region and best.entry.kind not in ("region", "country"):
        entry = best.entry
        region = gazetteer.region(entry.country or "", entry.region or "")
        if region is None or not key_of(region.name).startswith(key_of(entry.name)):
            return None  # a town somewhere has that name; no region is called after it
        return Candidate(region, best.layer, best.score, best.reasons)
    return best


def _only_one(group: Sequence[Named], ranked: Sequence[Candidate]) -> Candidate | None:
    """Return the one place on earth of a name that is not written in Latin letters.

    Somebody entered that spelling for it; a town by its Latin name may be any namesake's.
    """
    name = group[0].name
    if len(ranked) != 1 or name.isascii() or len(name) < 5 or "sounds" in ranked[0].reasons[0]:
        return None
    return ranked[0] if any(each.evidence for each in group) else None


def _drop_far(groups: Mapping[str, list[Named]], meant: dict[str, Candidate | None]) -> None:
    """Forget the less likely of two places that people go between, if they lie too far apart."""
    for key, group in groups.items():
        for each in group:
            one, other = meant[key], meant.get(f"{each.beside}|False")
            if one is None or other is None or one.score >= other.score:
                continue
            if one.entry.country != other.entry.country and (
                distance_km(one.entry, other.entry) > _TOO_FAR_KM
            ):
                meant[key] = None


def _near_the_other(groups: Mapping[str, list[Named]], meant: dict[str, Candidate | None]) -> None:
    """Take for a name of many places the one near the other end of the way, if it is one."""
    for key, group in groups.items():
        for each in group:
            other = meant.get(f"{each.beside}|False")
            if meant[key] is not None or other is None:
                continue
            near = {
                hit.entry.id: (layer, hit.entry)
                for layer, hit in each.hits
                if hit.entry.country == other.entry.country and hit.rank != BY_SOUND
                and distance_km(hit.entry, other.entry) < _NEAR_KM
            }  # fmt: skip
            if len(near) == 1:
                [(layer, entry)] = near.values()
                meant[key] = Candidate(entry, layer, 0.0, ("near where people came from or went",))


def _has_near(one: Entry, others: Sequence[Entry]) -> bool:
    """Say whether another place lies near one."""
    return any(one.id != other.id and distance_km(one, other) < _NEAR_KM for other in others)


def _drop_alone(groups: Mapping[str, list[Named]], meant: dict[str, Candidate | None]) -> None:
    """Forget small namesakes in a text that mostly names places nobody knows.

    Such a text plays in a land that the gazetteer lacks, or was invented: a village of that name on
    the other side of the earth is a wrong guess.
    """
    nobody_knows = [
        group[0] for key, group in groups.items() if meant[key] is None and not group[0].hits
    ]
    unknown = len(nobody_knows) if any(not each.feature for each in nobody_knows) else 0
    lands = Counter(each.entry.country for each in meant.values() if each is not None)
    known: dict[str | None, list[Entry]] = defaultdict(list)
    for each in meant.values():
        if each is not None:
            known[each.entry.country].append(each.entry)
    for key, one in list(meant.items()):
        if one is None or one.layer == OWN or one.entry.kind in ("country", "region"):
            continue
        beside = known[one.entry.country][:_WITNESSES]
        if lands[one.entry.country] > 1 and (unknown < _MANY or _has_near(one.entry, beside)):
            continue
        is_other_name = one.reasons[0] != "same name"
        least = _PEOPLE_OF_ALIAS if is_other_name and unknown else 0
        if one.reasons[0].startswith("sounds like") or is_other_name and unknown >= _MANY:
            least = _PEOPLE_BY_SOUND
        if unknown > 1:
            least = max(least, _PEOPLE_ALONE if unknown < _MANY else _PEOPLE_AMONG_MANY)
        if one.entry.people < least and groups[key][0].name.isascii():
            meant[key] = None


def _lying_in(outer: Sequence[Entry], hits: Hits) -> Hits:
    """Return those of the hits that lie in the region or country named behind them."""
    regions = {(entry.country, entry.region) for entry in outer if entry.kind == "region"}
    countries = {entry.country for entry in outer if entry.kind == "country"}
    return tuple(
        each
        for each in hits
        if (each[1].entry.country, each[1].entry.region) in regions
        or each[1].entry.country in countries
    )


def _together(
    groups: Mapping[str, list[Named]], meant: Mapping[str, Candidate | None]
) -> list[PlaceFound]:
    merged: dict[str, list[Named]] = defaultdict(list)
    entries: dict[str, Candidate] = {}
    for key, group in groups.items():
        candidate = meant[key]
        name = candidate.entry.id if candidate else key
        merged[name] += group
        if candidate:
            entries[name] = candidate
    found = [_place(group, entries.get(name)) for name, group in merged.items()]
    return sorted(found, key=lambda place: min((*place.mentions, *place.metonyms)))


def _place(group: list[Named], candidate: Candidate | None) -> PlaceFound:
    mentions = tuple(sorted({each.mark for each in group if not each.metonym}))
    metonyms = tuple(sorted({each.mark for each in group if each.metonym} - set(mentions)))
    if candidate is None:
        name = _best_spelling([each.name for each in group])
        return PlaceFound(name=name, mentions=mentions, metonyms=metonyms)
    entry = candidate.entry
    return PlaceFound(
        name=entry.name, mentions=mentions, metonyms=metonyms, lat=entry.lat, lon=entry.lon,
        precision_m=entry.precision_m, gazetteer_id=entry.id, country=entry.country,
    )  # fmt: skip


def _best_spelling(names: Sequence[str]) -> str:
    """Return the spelling to show: not a dateline's capitals where another one is there."""
    usual = [name for name in names if not name.isupper()]
    return Counter(usual or names).most_common(1)[0][0][:400]
