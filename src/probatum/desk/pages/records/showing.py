"""A form as its page shows it: each field with its words, value, terms and what was wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from probatum.acts.pick_record import Picked
from probatum.desk.pages.records import words
from probatum.desk.pages.records.plan import Field, may_be_unknown, plan
from probatum.desk.pages.records.reading import MOST_ROWS, UNKNOWN_LINK
from probatum.desk.told import in_words
from probatum.errors import ProbatumError
from probatum.model import vocab
from probatum.model.ids import is_object_id
from probatum.model.vocab import Term

Plain = Mapping[str, object]
_INDEX = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Option:
    """One word of a list; ``definition`` says what it means."""

    code: str
    label: str
    definition: str
    selected: bool


@dataclass(slots=True)
class Asked:
    """One field of a form. ``rows`` are those of a list, ``parts`` those of a group, ``rest`` the
    parts that wait behind a line that opens. ``must``: the browser asks for it; what is required of
    a group that may be left out is not.
    """

    path: str
    label: str
    kind: str
    required: bool = False
    must: bool = False
    help: str = ""
    value: str = ""
    checked: bool = False
    options: tuple[Option, ...] = ()
    targets: str = ""
    picked: Picked | None = None
    many: bool = False
    rows: list[Asked] = field(default_factory=list)
    parts: list[Asked] = field(default_factory=list)
    rest: list[Asked] = field(default_factory=list)
    opened: bool = False
    errors: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of its input."""
        return "f-" + self.path.replace(".", "-")

    @property
    def described(self) -> str:
        """The ids of what explains it."""
        ids = [self.id + "-help"] * bool(self.help) + [self.id + "-error"] * bool(self.errors)
        return " ".join(ids)


@dataclass(frozen=True, slots=True)
class Around:
    """What a form shows beside its own values: names of what is named, the case's terms, errors."""

    called: Mapping[str, Picked]
    terms: Mapping[str, tuple[Term, ...]]
    errors: Mapping[str, Sequence[str]]
    more: str = ""


def form_of(noun: str, values: Plain, around: Around) -> list[Asked]:
    """Return the fields of a noun's form with their values."""
    return [_asked(each, values.get(each.name), each.name, around) for each in plan(noun)]


def unknown_form(noun: str, values: Plain) -> list[Asked]:
    """Return, for each field that may be unknown, the list of reasons."""
    said = values.get("unknown")
    known = said if isinstance(said, Mapping) else {}
    return [
        Asked(
            f"unknown.{name}", words.field(name), "choice",
            options=tuple(
                Option(code, str(label), "", known.get(name) == code)
                for code, label in words.WHY_UNKNOWN.items()
            ),
        )
        for name in may_be_unknown(noun)
    ]  # fmt: skip


def references_in(fields: Sequence[Field], values: Plain) -> Iterator[str]:
    """Yield what references in these values name, as it stands: ids, or what was typed."""
    for each in fields:
        value = values.get(each.name)
        some = value if isinstance(value, list | tuple) else [value]
        for one in some:
            if each.kind == "reference" and isinstance(one, str):
                yield one
            elif each.kind == "citation" and isinstance(one, Mapping):
                yield str(one.get("item", ""))
            elif each.kind == "group" and isinstance(one, Mapping):
                yield from references_in(each.parts, one)


def errors_of(error: ProbatumError, noun: str) -> dict[str, list[str]]:
    """Return field -> what is wrong with it; what fits no field stands under the empty name."""
    where = _INDEX.sub("", error.item).strip(".")
    names = {each.name for each in plan(noun)} | {"why", "unknown"}
    if where.split(".")[0] not in names:
        where = ""
    said = _("expected: %(expected)s; found: %(found)s") % {
        "expected": in_words(error.expected) or _("something else"),
        "found": in_words(error.found) or _("this"),
    }
    if error.remedy and "probatum " not in error.remedy:
        said += ". " + in_words(error.remedy)
    return {where: [said]}


def _asked(each: Field, value: object, path: str, around: Around) -> Asked:
    # What helps with a field of a record says little of a part of one: but dates are always spelt.
    helped = "." not in path or each.name == "edtf"
    asked = Asked(
        path, words.field(each.name), each.kind, each.required, each.required and "." not in path,
        str(words.HELP.get(each.name, "")) if helped else "",
        many=each.many, errors=list(around.errors.get(_bare(path), ())),
    )  # fmt: skip
    if each.many:
        asked.rows = list(_rows(each, value, path, around))
        return asked
    _fill(asked, each, value, path, around)
    return asked


def _rows(each: Field, value: object, path: str, around: Around) -> Iterator[Asked]:
    values = list(value) if isinstance(value, list | tuple) else []
    blank = 1 + (around.more == path)
    for number in range(min(len(values) + blank, MOST_ROWS)):
        row = Asked(f"{path}.{number}", words.field(each.name), each.kind)
        one = values[number] if number < len(values) else None
        if one is None and each.open and number < len(values):
            one = UNKNOWN_LINK
        _fill(row, each, one, f"{path}.{number}", around)
        yield row


def _fill(asked: Asked, each: Field, value: object, path: str, around: Around) -> None:
    match each.kind:
        case "group":
            values = value if isinstance(value, Mapping) else {}
            parts = [
                _asked(part, values.get(part.name), f"{path}.{part.name}", around)
                for part in each.parts
            ]
            first = words.GROUPS.get(each.struct)
            names = [part.name for part in each.parts] if first is None else list(first)
            by_name = {part.name: one for part, one in zip(each.parts, parts, strict=True)}
            asked.parts = [by_name[name] for name in names]
            asked.rest = [one for name, one in by_name.items() if name not in names]
            asked.opened = any(one.value or one.errors for one in asked.rest if one.value != (
                "gregorian"))  # fmt: skip
        case "citation":
            if isinstance(value, Mapping):
                _cited(asked, value, around)
        case "kept":
            asked.value = "" if value is None else msgspec.json.encode(value).decode()
        case "code":
            said = each.default if value is None else value
            asked.value = str(said or "")
            asked.options = _terms(each, str(said or ""), around)
        case "choice" | "maybe":
            said = each.default if value is None else value
            if each.kind == "maybe" and isinstance(said, bool):
                said = "yes" if said else "no"
            asked.value = str(said or "")
            codes = each.choices or ("yes", "no")
            asked.options = tuple(
                Option(code, words.choice(code), "", code == said) for code in codes
            )
        case "flag":
            asked.checked = bool(each.default if value is None else value)
        case "reference":
            text = str(value or "")
            asked.picked = around.called.get(text)
            asked.value = asked.picked.ref if asked.picked and is_object_id(text) else text
            asked.targets = " ".join(each.targets)
        case _:
            said = each.default if value is None else value
            asked.value = "" if said is None else str(said)


def _cited(asked: Asked, value: Plain, around: Around) -> None:
    """A citation is made beside its item's text; a form keeps, takes away, or names a page."""
    asked.picked = around.called.get(str(value.get("item", "")))
    if "start" in value or is_object_id(str(value.get("item", ""))):
        asked.value = msgspec.json.encode(value).decode()
        place = [
            f"{words.field(name)} {value[name]}"
            for name in ("page", "paragraph", "line", "row", "column") if name in value
        ]  # fmt: skip
        exact = value.get("exact")
        asked.label = " · ".join([*place, f"“{exact}”"] if exact else place)


def _terms(each: Field, chosen: str, around: Around) -> tuple[Option, ...]:
    language = (get_language() or "en")[:2]
    known = [*vocab.vocabulary(each.vocabulary).terms, *around.terms.get(each.vocabulary, ())]
    options = [
        Option(term.code, term.labels.get(language, _(term.label)),
               in_words(term.definition),
               term.code == chosen)
        for term in known
    ]  # fmt: skip
    if chosen and not any(option.selected for option in options):
        options.append(Option(chosen, chosen, "", True))
    return tuple(options)


def _bare(path: str) -> str:
    return ".".join(part for part in path.split(".") if not part.isdigit())
