"""The words of a review: codes of the reading contract and of the vocabularies, for people."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy as lazy_about

from probatum.model.vocab import vocabulary

Words = Mapping[str, "str | Promise"]

KINDS: Words = {
    "entity": lazy("Who"), "place": lazy("Where"), "incident": lazy("Incident"),
    "figure": lazy("How many"), "assertion": lazy("Who says what"),
}  # fmt: skip
ICONS: Mapping[str, str] = {
    "entity": "person", "place": "place", "incident": "incident", "figure": "numbers",
    "assertion": "quote",
}  # fmt: skip
NOUNS: Words = {
    "source": lazy("who says something"), "person": lazy("a person"), "group": lazy("a group"),
    "place": lazy("a place"), "incident": lazy("an incident"), "figure": lazy("a figure"),
    "assertion": lazy("who says what"),
}  # fmt: skip
STATES: Words = {
    "open": lazy_about("nobody decided yet", "open"), "accepted": lazy("accepted"),
    "corrected": lazy("corrected"), "rejected": lazy("rejected"),
}  # fmt: skip
STATE_ICONS: Mapping[str, str] = {
    "open": "suggestion", "accepted": "check", "corrected": "edit", "rejected": "close",
}  # fmt: skip
STANCES: Words = {
    "asserts": lazy("says"), "reports": lazy("reports"), "denies": lazy("denies"),
    "disputes": lazy("disputes"), "acknowledges": lazy("acknowledges"),
    "claims_responsibility": lazy("claims responsibility"), "condemns": lazy("condemns"),
    "calls_for": lazy("calls for"), "commits_to": lazy("commits to"),
    "estimates": lazy("estimates"), "retracts": lazy("retracts"), "corrects": lazy("corrects"),
    "declines_to_comment": lazy("declines to comment"),
}  # fmt: skip
ENTITIES: Words = {
    "person": lazy("person"), "organisation": lazy("organisation"), "group": lazy("group"),
    "publication": lazy("publication"), "account": lazy("account"), "device": lazy("device"),
    "family": lazy("family"), "unit": lazy("unit"), "armed-group": lazy("armed group"),
    "crowd": lazy("crowd"),
}  # fmt: skip
PROPOSITIONS: Words = {
    "occurrence": lazy("that something happened"), "act": lazy("what was done to whom"),
    "attribution": lazy("who did it"), "involvement": lazy("who was involved"),
    "characterisation": lazy("what it is in law"), "intent": lazy("what was meant or known"),
    "status": lazy("what somebody was"), "membership": lazy("who belonged to whom"),
    "weapon": lazy("by which weapon"), "event_time": lazy("when it happened"),
    "event_place": lazy("where it happened"), "identity": lazy("who somebody is"),
    "depiction": lazy("what an item shows"), "figure": lazy("how many"),
    "measure": lazy("a measure: asked for, promised, taken"), "opinion": lazy("an opinion"),
}  # fmt: skip
STATUSES: Words = {
    "alleged": lazy("alleged"), "reported": lazy("reported"),
    "acknowledged": lazy("acknowledged"), "denied": lazy("denied"),
    "disputed": lazy("disputed"), "feared": lazy("feared"),
}  # fmt: skip
DENIES: Words = {
    "occurrence": lazy("that it happened"), "attribution": lazy("who did it"),
    "scale": lazy("how many"), "other": lazy("something else"),
}  # fmt: skip
BASES: Words = {
    "saw": lazy("saw it"), "heard": lazy("heard it"), "took_part": lazy("took part"),
    "was_told": lazy("was told"), "inferred": lazy("infers it"),
}  # fmt: skip
VOICES: Words = {
    "own": lazy("in its own voice"), "attributed": lazy("attributed to somebody"),
    "anonymous": lazy("not named"),
}  # fmt: skip
QUOTED: Words = {
    "direct": lazy("in their own words"), "indirect": lazy("in other words"),
    "mixed": lazy("partly in their own words"),
}  # fmt: skip
BOUNDS: Words = {
    "exact": lazy("exactly"), "at_least": lazy("at least"), "more_than": lazy("more than"),
    "about": lazy("about"), "up_to": lazy("up to"), "less_than": lazy("less than"),
    "range": lazy("from ... to ..."),
}  # fmt: skip
RELATIONS: Words = {
    "far_higher": lazy("far higher than"), "higher": lazy("higher than"),
    "lower": lazy("lower than"), "same": lazy("the same as"),
}  # fmt: skip
METHODS: Words = {
    "counted": lazy("counted"), "verified": lazy("verified"), "estimated": lazy("estimated"),
    "modelled": lazy("modelled"), "not_stated": lazy("not stated"),
}  # fmt: skip
STAGES: Words = {
    "requested": lazy("asked for"), "promised": lazy("promised"), "taken": lazy("taken"),
    "refused": lazy("refused"),
}  # fmt: skip
LANGUAGES: Words = {
    "en": lazy("English"), "uk": lazy("Ukrainian"), "ru": lazy("Russian"), "ar": lazy("Arabic"),
    "und": lazy("language not known"),
}  # fmt: skip
CONTRADICTIONS: Words = {
    "denial": lazy("one denies what the other says"),
    "dispute": lazy("one disputes what the other says"),
    "figures": lazy("figures that differ"), "times": lazy("times that differ"),
    "places": lazy("places that differ"), "retraction": lazy("one takes back what was said"),
}  # fmt: skip
ROLES: Words = {
    "content": lazy("what is said"), "speaker": lazy("who says it"),
    "cue": lazy("the word that says so"), "hedge": lazy("a reservation"),
    "figure": lazy("a number"), "place": lazy("a place"), "date": lazy("a date"),
    "mention": lazy("a mention"),
}  # fmt: skip
FACTS: Words = {
    "role": lazy("Role"), "mentions": lazy("Mentioned"), "places": lazy("Where"),
    "when": lazy("When"), "number": lazy("Number"), "bound": lazy("Bound"),
    "relation": lazy("Compared"), "relative_to": lazy("With"), "population": lazy("Of whom"),
    "source": lazy_about("who says something", "Source"), "method": lazy("Said to be"),
    "as_of": lazy("As of"), "period": lazy("Period"), "scope": lazy("Counted over"),
    "incident": lazy("Incident"), "count": lazy("How many speak"), "via": lazy("Through"),
    "quoted": lazy("Quoted"), "basis": lazy("How they know"), "hedges": lazy("Reservations"),
    "addressee": lazy("To"), "said_at": lazy("Said"), "about": lazy("About"),
    "country": lazy("Country"), "position": lazy("Position"), "precision": lazy("Within"),
    "metonym": lazy("Also speaks or acts"),
}  # fmt: skip
_OF_A_FACT: Mapping[str, Words] = {
    "bound": BOUNDS, "relation": RELATIONS, "method": METHODS, "quoted": QUOTED, "basis": BASES,
}  # fmt: skip


def word(words: Words, code: str | None) -> str:
    """Return the word for a code; one that has none is shown as it is."""
    return "" if not code else str(words.get(code, code.replace("_", " ").replace("-", " ")))


def term(name: str, code: str | None) -> str:
    """Return the label of a vocabulary's term in the page's language."""
    for each in vocabulary(name).terms:
        if each.code == code:
            return str(each.labels.get((get_language() or "en")[:2], _(each.label)))
    return code or ""


def terms(name: str) -> list[tuple[str, str]]:
    """Return (code, label) of all terms of a vocabulary."""
    return [(each.code, term(name, each.code)) for each in vocabulary(name).terms]


def fact(code: str, value: str) -> str:
    """Return the value of a fact of a suggestion in words."""
    if code in _OF_A_FACT:
        return word(_OF_A_FACT[code], value)
    if code == "population":
        return term("population", value)
    if code == "mentions":
        return str(_("the text does not name it")) if value == "0" else value
    if code == "position" and value == "unknown":
        return str(_("unknown: not put on the map on a guess"))
    if code == "precision":
        return str(_("%(metres)s m") % {"metres": value})
    if code == "metonym":
        return str(_("That is no place of an event."))
    return value
