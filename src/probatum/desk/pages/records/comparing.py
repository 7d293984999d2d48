"""Fields of records in plain words, and two versions of one beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from probatum.acts.own_terms import own_terms
from probatum.acts.pick_record import Picked, called
from probatum.acts.revise_record import Newer
from probatum.acts.session import Session
from probatum.desk.pages.records import words
from probatum.desk.pages.records.plan import Field, plan
from probatum.desk.pages.records.showing import references_in
from probatum.desk.told import in_words
from probatum.model import vocab
from probatum.model.vocab import Term

Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a value: words, or something that is named. ``verbatim``: a source's own words."""

    text: str
    picked: Picked | None = None
    verbatim: bool = False
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One field with its value; ``parts`` is empty where nothing is stated."""

    name: str
    label: str
    parts: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One field in which versions differ: at the beginning, theirs, mine."""

    label: str
    before: Line | None
    theirs: Line | None
    mine: Line | None
    both: bool


class Telling:
    """Tells the fields of one noun in words; names everything that they name."""

    def __init__(
        self, noun: str, names: Mapping[str, Picked], terms: Mapping[str, tuple[Term, ...]]
    ) -> None:
        self._fields = {each.name: each for each in plan(noun)}
        self._names, self._terms = names, terms
        self._language = (get_language() or "en")[:2]

    def lines(self, values: Plain) -> list[Line]:
        """Return the fields that say something, in the order of the form."""
        return [self.line(name, values[name]) for name in (*self._fields, "unknown")
                if name in values]  # fmt: skip

    def line(self, name: str, value: object) -> Line:
        """Return one field in words."""
        if name == "unknown" and isinstance(value, Mapping):
            said = [
                (Part(f"{words.field(each)}: {words.WHY_UNKNOWN.get(str(why), why)}"),)
                for each, why in value.items()
            ]
            return Line(name, _("Not known"), tuple(said))
        field = self._fields.get(name)
        if field is None or value is None:
            return Line(name, words.field(name), ())
        some = value if isinstance(value, list | tuple) else [value]
        return Line(name, words.field(name), tuple(self._parts(field, each) for each in some))

    def _parts(self, field: Field, value: object) -> tuple[Part, ...]:
        if value is None:
            return (Part(_("a link that nobody knows")),)
        match field.kind:
            case "reference":
                picked = self._names.get(str(value))
                return (Part("" if picked else _("something that is not here"), picked),)
            case "code":
                term = self._term(field.vocabulary, str(value))
                label = term.labels.get(self._language, term.label) if term else str(value)
                return (Part(label, definition=in_words(term.definition) if term else ""),)
            case "choice":
                return (Part(words.choice(str(value))),)
            case "flag" | "maybe":
                return (Part(_("yes") if value is True else _("no")),)
            case "group" if isinstance(value, Mapping):
                return tuple(self._group(field, value))
            case "citation" if isinstance(value, Mapping):
                return tuple(self._citation(value))
            case "kept":
                return tuple(self._kept(value))
            case "text":
                return (Part(str(value), verbatim=True),)
        return (Part(str(value)),)

    def _group(self, field: Field, value: Plain) -> Iterator[Part]:
        for part in field.parts:
            said = value.get(part.name)
            if said is None or said is False or (part.name, said) == ("calendar", "gregorian"):
                continue
            told = self._parts(part, said) if not part.many else tuple(
                one for each in _list(said) for one in self._parts(part, each)
            )  # fmt: skip
            plain = part.name in ("edtf", "full", "value")
            for one in told:
                text = one.text if plain else f"{words.field(part.name)}: {one.text}"
                yield Part(text, one.picked, one.verbatim, one.definition)

    def _citation(self, value: Plain) -> Iterator[Part]:
        picked = self._names.get(str(value.get("item", "")))
        yield Part("" if picked else _("an item that is not here"), picked)
        for name in ("page", "paragraph", "line", "row", "column", "frame"):
            if name in value:
                yield Part(f"{words.field(name)} {value[name]}")
        if "start" in value:
            span = {"first": value["start"], "last": value.get("end", "")}
            yield Part(_("characters %(first)s to %(last)s") % span)
        if "exact" in value:
            yield Part(str(value["exact"]), verbatim=True)

    def _kept(self, value: object) -> Iterator[Part]:
        if isinstance(value, Mapping):
            for name, each in value.items():
                yield Part(f"{words.field(str(name))}: {each}")
        else:
            yield Part(str(value))

    def _term(self, vocabulary: str, code: str) -> Term | None:
        known = (*vocab.vocabulary(vocabulary).terms, *self._terms.get(vocabulary, ()))
        return next((term for term in known if term.code == code), None)


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else [value]


def telling(session: Session, noun: str, versions: Sequence[Plain]) -> Telling:
    """Return what tells these versions of a record of a noun in words; logged as it looks."""
    named = {each for values in versions for each in references_in(plan(noun), values)}
    return Telling(noun, called(session, named), own_terms(session))


def compared(session: Session, newer: Newer) -> list[Compared]:
    """Return the fields in which today's version, or mine, differs from where mine began."""
    before: Plain = {} if newer.before is None else newer.before
    theirs, mine = newer.now, newer.mine
    told = telling(session, newer.noun, [before, theirs, mine])
    names = [
        name for name in dict.fromkeys((*before, *theirs, *mine))
        if name != "record" and not before.get(name) == theirs.get(name) == mine.get(name)
    ]  # fmt: skip

    def line(values: Plain, name: str) -> Line | None:
        return told.line(name, values[name]) if name in values else None

    return [
        Compared(
            words.field(name) if name != "unknown" else _("Not known"), line(before, name),
            line(theirs, name), line(mine, name),
            before.get(name) != theirs.get(name) and before.get(name) != mine.get(name),
        )
        for name in names
    ]  # fmt: skip
