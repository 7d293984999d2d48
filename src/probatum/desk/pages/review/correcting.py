"""The form of a correction: the fields that matter of what a step proposes, and what they say then.

A form is a list of fields with what the machine proposed in them. What a person changes becomes a
record's plain fields; what they leave alone stays as it was proposed, with everything beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from django.utils.translation import gettext as _

from probatum.acts.review_item import Sheet, Step
from probatum.desk.pages.review import wording
from probatum.model.nouns import Suggestion

Options = Sequence[tuple[str, str]]
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``options`` make it a choice; ``wide`` is for long words."""

    name: str
    label: str
    value: str
    options: Options = ()
    help: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person wants instead: the head's record, and others of the step by their row's id.

    ``speaker`` is the name of somebody new who says it.
    """

    record: dict[str, object]
    beside: dict[str, dict[str, object]]
    speaker: str | None


def fields_of(shown: Sheet, step: Step) -> list[Field]:
    """Return the fields of the form for a step."""
    proposed = step.proposed
    noun = str(proposed.get("record")).partition("/")[0]
    found = list(_FORMS.get(noun, _nothing)(shown, proposed))
    what = _what(step)
    if what is not None:
        found += _of_what(shown, what[1])
    return found


def corrected(shown: Sheet, step: Step, said: Mapping[str, str]) -> Correction:
    """Return what a posted form says."""
    proposed = dict(step.proposed)
    noun = str(proposed.get("record")).partition("/")[0]
    record = _APPLY.get(noun, _plain)(proposed, said)
    beside: dict[str, dict[str, object]] = {}
    what = _what(step)
    if what is not None and said.get("type"):
        wanted = _said_what(what[1], said)
        if wanted != what[1]:
            beside[what[0]] = wanted
    new = " ".join(said.get("speaker_new", "").split()) if noun == "assertion" else ""
    return Correction(record, beside, new or None)


def sources_of(shown: Sheet, nouns: Sequence[str] = ("source",)) -> list[tuple[str, str]]:
    """Return (``@name``, name) of the steps that propose one of these nouns and count."""
    return [
        (f"@{each.name}", _name(each.proposed)) for each in shown.steps
        if str(each.proposed.get("record")).partition("/")[0] in nouns and each.state != "rejected"
    ]  # fmt: skip


# -- the forms --------------------------------------------------------------------------------


def _assertion(shown: Sheet, now: Mapping[str, object]) -> Iterator[Field]:
    yield Field("stance", _("Stance"), _text(now, "stance"), _choices(wording.STANCES))
    speakers = [("", _("unknown")), *_with(sources_of(shown), _text(now, "speaker"))]
    yield Field("speaker", _("Who says it"), _text(now, "speaker"), speakers)
    yield Field("speaker_new", _("Somebody else: name"), "")
    yield Field("denies", _("What is denied"), _text(now, "denies"),
                [("", _("nothing, or not said")), *_choices(wording.DENIES)])  # fmt: skip
    yield Field("basis", _("How they know"), _text(now, "basis"),
                [("", _("not stated")), *_choices(wording.BASES)])  # fmt: skip
    yield from _when(now, "said_at", _("Said: date"), _("Said: as the text puts it"))


def _source(_shown: Sheet, now: Mapping[str, object]) -> Iterator[Field]:
    yield Field("name", _("Name"), _name(now), wide=True)
    kinds = ("person", "organisation", "group", "publication", "account", "device")
    yield Field("kind", _("Kind"), _text(now, "kind"), _only(wording.ENTITIES, kinds))
    yield Field("role", _("Role"), _text(now, "role"))


def _person(_shown: Sheet, now: Mapping[str, object]) -> Iterator[Field]:
    yield Field("name", _("Name"), _name(now), wide=True)
    yield Field("occupation", _("Occupation"), _text(now, "occupation"))


def _group(_shown: Sheet, now: Mapping[str, object]) -> Iterator[Field]:
    yield Field("name", _("Name"), _name(now), wide=True)
    kinds = ("group", "family", "unit", "armed-group", "organisation", "crowd")
    yield Field("kind", _("Kind"), _text(now, "kind"), _only(wording.ENTITIES, kinds))


def _place(_shown: Sheet, now: Mapping[str, object]) -> Iterator[Field]:
    yield Field("name", _("Name"), _name(now), wide=True)
    yield Field("country", _("Country"), _text(now, "country"), help=_("Two letters, such as UA"))
    yield Field("lat", _("Latitude"), _text(now, "lat"), help=_("Degrees, such as 49.98"))
    yield Field("lon", _("Longitude"), _text(now, "lon"))
    yield Field("precision_m", _("Within metres"), _text(now, "precision_m"))


def _incident(_shown: Sheet, now: Mapping[str, object]) -> Iterator[Field]:
    yield Field("title", _("What it is called"), _text(now, "title"), wide=True)
    yield Field("kind", _("Kind"), _text(now, "kind"),
                [("", _("not stated")), *wording.terms("act-type")])  # fmt: skip


def _figure(shown: Sheet, now: Mapping[str, object]) -> Iterator[Field]:
    yield Field("measure", _("What is counted"), _text(now, "measure"), wording.terms("measure"))
    yield Field("population", _("Of whom"), _text(now, "population"),
                [("", _("not stated")), *wording.terms("population")])  # fmt: skip
    yield Field("bound", _("Bound"), _text(now, "bound"),
                [("", _("no number")), *_choices(wording.BOUNDS)])  # fmt: skip
    yield Field("low", _("Number, or the lower one"), _text(now, "low"))
    yield Field("high", _("The higher one"), _text(now, "high"))
    yield Field("method_claimed", _("Said to be"), _text(now, "method_claimed") or "not_stated",
                _choices(wording.METHODS))  # fmt: skip
    yield from _when(now, "as_of", _("As of: date"), _("As of: as the text puts it"))
    nowhere = ("", _("not stated"))
    yield Field("place", _("Counted over"), _text(now, "place"),
                [nowhere, *_with(sources_of(shown, ("place",)), _text(now, "place"))])  # fmt: skip
    yield Field("incident", _("Incident"), _text(now, "incident"),
                [("", _("none")), *_with(sources_of(shown, ("incident",)),
                                         _text(now, "incident"))])  # fmt: skip


def _nothing(_shown: Sheet, _now: Mapping[str, object]) -> Iterator[Field]:
    return iter(())


_TYPES = ("occurrence", "attribution", "characterisation", "intent", "measure", "event_time",
          "event_place", "opinion")  # fmt: skip


def _of_what(shown: Sheet, now: Mapping[str, object]) -> Iterator[Field]:
    """Yield the fields of the proposition in an assertion: what kind, and what that kind needs."""
    noun = str(now.get("record")).partition("/")[0]
    types = _only(wording.PROPOSITIONS, dict.fromkeys((*_TYPES, noun)))
    yield Field("type", _("What is said"), noun, types)
    incidents = [("", _("none")), *_with(sources_of(shown, ("incident",)), _text(now, "incident"))]
    yield Field("what_incident", _("About the incident"), _text(now, "incident"), incidents)
    actors = sources_of(shown, ("source", "person", "group"))
    yield Field("actor", _("Who is said to have done it"), _text(now, "actor"),
                [("", _("nobody named")), *_with(actors, _text(now, "actor"))],
                help=_("For: who did it; a measure"))  # fmt: skip
    places = [("", _("not stated")), *_with(sources_of(shown, ("place",)), _text(now, "place"))]
    yield Field("what_place", _("Where"), _text(now, "place"), places)
    yield from _when(now, "when", _("When: date"), _("When: as the text puts it"))
    yield Field("term", _("In law"), _text(now, "term") or _OTHER, wording.terms("legal-term"),
                help=_("For: what it is in law"))  # fmt: skip
    yield Field("stage", _("Stage of a measure"), _text(now, "stage") or "taken",
                _choices(wording.STAGES), help=_("For: a measure"))  # fmt: skip


def _when(now: Mapping[str, object], name: str, date: str, words: str) -> Iterator[Field]:
    known = now.get(name)
    value = known if isinstance(known, dict) else {}
    yield Field(f"{name}_edtf", date, str(value.get("edtf") or ""),
                help=_("Such as 2019-09-02, 2019-09, or 2019-08-28/2019-09-02"))  # fmt: skip
    yield Field(f"{name}_text", words, str(value.get("text") or ""))


# -- what was posted ----------------------------------------------------------------------------


def _plain(now: dict[str, object], said: Mapping[str, str], *names: str) -> dict[str, object]:
    for name in names:
        if name in said:
            _put(now, name, said[name].strip() or None)
    return now


def _apply_assertion(now: dict[str, object], said: Mapping[str, str]) -> dict[str, object]:
    _plain(now, said, "stance", "speaker", "denies", "basis")
    if now.get("stance") not in ("denies", "disputes"):
        now.pop("denies", None)
    _put_when(now, "said_at", said)
    return now


def _apply_named(now: dict[str, object], said: Mapping[str, str]) -> dict[str, object]:
    names = now.get("names")
    first = dict(names[0]) if isinstance(names, list) and names else {}
    if said.get("name", "").strip():
        others = names[1:] if isinstance(names, list) else []
        now["names"] = [{**first, "full": " ".join(said["name"].split())}, *others]
    return _plain(now, said, "kind", "role", "occupation")


def _apply_place(now: dict[str, object], said: Mapping[str, str]) -> dict[str, object]:
    before = [now.get(each) for each in ("lat", "lon")]
    _apply_named(now, {name: value for name, value in said.items() if name != "kind"})
    _plain(now, said, "lat", "lon")
    _put(now, "country", said.get("country", "").strip().upper() or None)
    _put(now, "precision_m", _number(said.get("precision_m", "")))
    if [now.get(each) for each in ("lat", "lon")] != before:
        for each in ("gazetteer", "gazetteer_id", "located_by"):
            now.pop(each, None)
        if now.get("lat"):
            now["located_by"] = "analyst"
    if not now.get("lat"):
        now.pop("precision_m", None)
    return now


def _apply_incident(now: dict[str, object], said: Mapping[str, str]) -> dict[str, object]:
    return _plain(now, said, "title", "kind")


def _apply_figure(now: dict[str, object], said: Mapping[str, str]) -> dict[str, object]:
    _plain(now, said, "measure", "population", "bound", "method_claimed", "place", "incident")
    for name in ("low", "high"):
        _put(now, name, _number(said.get(name, "")))
    # One number stands where its bound wants it: a person types it once.
    low, high, bound = now.get("low"), now.get("high"), now.get("bound")
    if bound in ("exact", "about") and high is None:
        _put(now, "high", low)
    if bound in ("at_least", "more_than"):
        now.pop("high", None)
    if bound in ("up_to", "less_than"):
        _put(now, "high", high if high is not None else low)
        now.pop("low", None)
    _put_when(now, "as_of", said)
    return now


def _said_what(now: Mapping[str, object], said: Mapping[str, str]) -> dict[str, object]:
    """Return the proposition that a form says: of another type, or with other fields."""
    noun = str(now.get("record")).partition("/")[0]
    wanted = said["type"]
    made: dict[str, object] = dict(now) if wanted == noun else {
        "record": f"{wanted}/1", "text": now.get("text") or now.get("shows"),
    }  # fmt: skip
    _put(made, "incident", said.get("what_incident") or None)
    place, actor = said.get("what_place") or None, said.get("actor") or None
    if wanted in ("occurrence", "event_place", "depiction"):
        _put(made, "place", place)
    if wanted in ("occurrence", "event_time", "measure", "depiction"):
        _put_when(made, "when", said)
    if wanted in ("attribution", "measure", "intent"):
        _put(made, "actor", actor)
    if wanted == "characterisation":
        _put(made, "term", said.get("term") or _OTHER)
    if wanted == "measure":
        _put(made, "stage", said.get("stage") or "taken")
    if wanted == "intent" and noun != "intent":
        made["kind"] = "other"
    return made


_FORMS = {
    "assertion": _assertion, "source": _source, "person": _person, "group": _group,
    "place": _place, "incident": _incident, "figure": _figure,
}  # fmt: skip
_APPLY = {
    "assertion": _apply_assertion, "source": _apply_named, "person": _apply_named,
    "group": _apply_named, "place": _apply_place, "incident": _apply_incident,
    "figure": _apply_figure,
}  # fmt: skip


# -- small things -------------------------------------------------------------------------------


def _what(step: Step) -> tuple[str, dict[str, object]] | None:
    """Return the row and the fields of the proposition that a step brings along."""
    for row in step.left or step.rows:
        if row.id != step.head.id and isinstance(row.body, Suggestion):
            if (row.body.name or "").endswith("-what"):
                return row.id, msgspec.json.decode(row.body.proposes, type=dict[str, object])
    return None


def _name(fields: Mapping[str, object]) -> str:
    names = fields.get("names")
    if isinstance(names, list) and names and isinstance(names[0], dict):
        return str(names[0].get("full") or "")
    return _text(fields, "title")


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return "" if value is None else str(value)


def _choices(words: wording.Words) -> list[tuple[str, str]]:
    return [(code, str(each)) for code, each in words.items()]


def _only(words: wording.Words, codes: Sequence[str] | Mapping[str, None]) -> Options:
    return [(code, wording.word(words, code)) for code in codes]


def _with(options: list[tuple[str, str]], value: str) -> list[tuple[str, str]]:
    """Return choices with the one that is proposed among them."""
    known = {code for code, _word in options}
    return options if not value or value in known else [*options, (value, value)]


def _put(fields: dict[str, object], name: str, value: object) -> None:
    if value is None:
        fields.pop(name, None)
    else:
        fields[name] = value


def _put_when(fields: dict[str, object], name: str, said: Mapping[str, str]) -> None:
    if f"{name}_edtf" not in said:
        return
    edtf, words = said[f"{name}_edtf"].strip(), said.get(f"{name}_text", "").strip()
    known = fields.get(name)
    value = dict(known) if isinstance(known, dict) else {}
    _put(value, "edtf", edtf or None)
    _put(value, "text", words or None)
    _put(fields, name, value if edtf or words else None)


def _number(text: str) -> object:
    """Return a number that was typed; what is none stays as it is, for the act to refuse."""
    plain = "".join(text.split()).replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() else (plain or None)
