"""Nouns, fields and codes of records in the words of the page's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy as about

Words = Mapping[str, "str | Promise"]

NOUNS: Words = {
    "source": about("who says something", "Source"), "source_grade": lazy("Grade of a source"),
    "statement": lazy("Statement of a person"), "person": lazy("Person"), "group": lazy("Group"),
    "same_as": lazy("Judgement of identity"), "place": lazy("Place"),
    "incident": lazy("Incident"), "incident_link": lazy("Link between incidents"),
    "occurrence": lazy("That something happened"), "attribution": lazy("Who did it"),
    "characterisation": lazy("What it is in law"), "intent": lazy("What was meant or known"),
    "status": lazy("What somebody was"), "membership": lazy("Who belonged to whom"),
    "weapon": lazy("By which weapon"), "event_time": lazy("When it happened"),
    "event_place": lazy("Where it happened"), "identity": lazy("Who somebody is"),
    "depiction": lazy("What an item shows"), "figure": lazy("Figure"),
    "measure": lazy("Measure asked for, promised or taken"), "opinion": lazy("Opinion"),
    "act": lazy("What was done to whom"), "involvement": lazy("Who was involved"),
    "assertion": lazy("Claim: who says what"), "assessment": lazy("Assessment"),
    "suggestion": lazy("Suggestion"), "decision": lazy("Decision about a suggestion"),
    "review": lazy("Review of an item"), "description": lazy("Description of an item"),
    "exhibit": lazy("Exhibit"), "handover": lazy("Handover of an exhibit"),
    "link": lazy("Link between items"), "inquiry": lazy("Inquiry"), "task": lazy("Task"),
    "search": lazy("Search made"), "consent": lazy("Consent"),
    "restriction": lazy("Restriction"), "redaction": lazy("Redaction"),
    "pseudonym": lazy("Pseudonym"), "compartment": lazy("Compartment"),
    "vocabulary": lazy("Vocabulary of this case"), "item": lazy("Item"),
    "victim_list": lazy("Victim list"), "row_match": lazy("Judgement about two rows"),
}  # fmt: skip
FIELDS: Words = {
    "about": lazy("What it is about"), "act": lazy("Which act"), "actor": lazy("Who"),
    "addressee": lazy("To whom"), "agrees": lazy("Agrees"), "alias": lazy("This is an alias"),
    "answer": lazy("Answer"), "as_of": lazy("As of"), "assignee": lazy("Assigned to"),
    "author": lazy("Author"), "basis": lazy("How they know"), "between": lazy("Which two"),
    "born": lazy("Born"), "bound": lazy("How the number is meant"), "by": lazy("Translated by"),
    "calendar": lazy("Calendar"), "citations": lazy("Where it stands"), "code": lazy("Code"),
    "collected": lazy("Collected"), "contacts": lazy("Ways to reach them"),
    "copy": lazy("Copy"), "country": lazy("Country (two letters)"),
    "counting_unit": lazy("Counted in"), "covers": lazy("What it covers"),
    "created": lazy("Made"), "cumulative": lazy("Counted up from the beginning"),
    "definition": lazy("Definition"), "definition_source": lazy("Where the definition is from"),
    "degree": lazy("How they were involved"), "denies": lazy("What is denied"),
    "device": lazy("Device"), "dimension": lazy("What is assessed"), "due": lazy("Due"),
    "edtf": lazy("Date"), "excludes": lazy("Leaves out"), "exhibit": lazy("Exhibit"),
    "family": lazy("Family name"), "father": lazy("Father's name"),
    "finder": lazy("Found by"), "found": lazy("Found"), "from_time": lazy("From (clock)"),
    "full": lazy("Name as written"), "gazetteer": lazy("Gazetteer"),
    "gazetteer_id": lazy("Number in the gazetteer"), "given": lazy("Given"),
    "given_by": lazy("Given by"), "grandfather": lazy("Grandfather's name"),
    "group": lazy("Group"), "hedges": lazy("Reservations"), "high": lazy("At most"),
    "homes": lazy("Homes"), "hypotheses": lazy("Rival hypotheses"),
    "incident": lazy("Incident"), "includes": lazy("Includes"),
    "information": lazy("Credibility of the information (1 to 6)"), "inquiry": lazy("Inquiry"),
    "is_same_as": lazy("Is the same as"), "item": lazy("Item"), "kept_at": lazy("Kept at"),
    "kind": lazy("Kind"), "kunya": lazy("Kunya"), "label": lazy("Label"),
    "labels": lazy("Labels"), "language": lazy("Language (en, uk, ar ...)"),
    "languages": lazy("Languages"), "lat": lazy("Latitude"), "limits": lazy("Limits"),
    "located_by": lazy("Where the position is from"), "lon": lazy("Longitude"),
    "low": lazy("At least"), "measure": lazy("What is counted"), "method": lazy("Method"),
    "method_claimed": lazy("Method that the source claims"), "mother": lazy("Mother's name"),
    "name": lazy("Name"), "names": lazy("Names"), "nationality": lazy("Nationality (two letters)"),
    "number": lazy("Number"), "number_text": lazy("The number in the source's words"),
    "obtained_by": lazy("Obtained by"), "occupation": lazy("Occupation"), "of": lazy("Of"),
    "outcome": lazy("Outcome"), "outline": lazy("Outline (latitude longitude)"),
    "part_of": lazy("Part of"), "party": lazy("Party to the conflict"),
    "people_high": lazy("People, at most"), "people_low": lazy("People, at least"),
    "period": lazy("Period"), "person": lazy("Person"), "photographs": lazy("Photographs"),
    "place": lazy("Place"), "plan": lazy("Plan"), "population": lazy("Of whom"),
    "precision_m": lazy("Known to how many metres"), "protected": lazy("Protected"),
    "published": lazy("Published"), "publisher": lazy("Publisher"), "purpose": lazy("What for"),
    "question": lazy("Question"), "quote": lazy("Words as they stand"),
    "quoted": lazy("How it is quoted"), "rank": lazy("Rank"), "reason": lazy("Reason"),
    "reasons": lazy("Reasons"), "recipients": lazy("Recipients"),
    "recipients_allowed": lazy("Recipients who may have it"), "records": lazy("What was found"),
    "relation": lazy("How they stand to each other"), "relative_to": lazy("Compared with"),
    "reliability": lazy("Reliability of the source (A to F)"), "remark": lazy("Remark"),
    "resolution": lazy("Rule where sources differ"), "result": lazy("What was found, in words"),
    "reviews": lazy("Reviews"), "role": lazy("Role"), "said_at": lazy("When it was said"),
    "script": lazy("Script"), "seal": lazy("Seal"), "seal_intact": lazy("Seal intact"),
    "searched_by": lazy("Who searched"), "sex": lazy("Sex"), "shows": lazy("What it shows"),
    "source": about("who says something", "Source"), "speaker": lazy("Who says it"),
    "speaker_count": lazy("How many speak"), "stage": lazy("How far it went"),
    "stance": lazy("Stance"), "state": lazy("State"), "statement": lazy("From the statement"),
    "status": lazy("Status"), "supersedes": lazy("Takes the place of"),
    "taken": lazy("Taken"), "taken_by": lazy("Taken by"), "target": lazy("About"),
    "term": lazy("What it is called in law"), "terms": lazy("Terms"), "text": lazy("In words"),
    "title": lazy("Title"), "to_time": lazy("Until (clock)"), "topic": lazy("Topic"),
    "translation": lazy("Translation"), "unknown": lazy("Why it is not known"),
    "until": lazy("Until"), "url": lazy("Address on the web"), "uses": lazy("Uses"),
    "value": lazy("Value"), "via": lazy("Through whom, nearest first"), "victim": lazy("Victim"),
    "voice": lazy("In whose voice"), "weapon": lazy("Weapon"), "what": lazy("What"),
    "when": lazy("When"), "where": lazy("Where it was looked for"), "who": lazy("Who"),
    "within": lazy("Lies in"), "withdrawn": lazy("Withdrawn"), "words": lazy("What was searched"),
    "zone": lazy("Time zone"), "machine": lazy("Made by a program"),
    "clock_offset_seconds": lazy("Clock of the device is wrong by (seconds)"),
    "recipient": lazy("Recipient"), "given_to": lazy("Given to"),
    "interpreter": lazy("Interpreter"), "present": lazy("Who else was there"),
    "questions": lazy("Questions"), "read_back": lazy("Read back to them"),
    "signed": lazy("Signed"), "earlier": lazy("Earlier statements"),
    "vulnerability": lazy("What makes them vulnerable"), "referrals": lazy("Referred to"),
    "benefits": lazy("What they get for it"), "maker": lazy("Made by"),
    "independent_of": lazy("Independent of"), "proposed": lazy("What is suggested"),
    "proposes": lazy("What it suggests"), "suggestion": lazy("Suggestion"),
    "verdict": lazy("Decision"), "made": lazy("What it became"),
    "same_as": lazy("Said to be the same as"), "bulk": lazy("In bulk"),
    "text_sha256": lazy("SHA-256 of the text"), "extractor": lazy("Text made by"),
    "version": lazy("Version"), "accepted": lazy("Accepted"), "corrected": lazy("Corrected"),
    "rejected": lazy("Rejected"), "in_bulk": lazy("Accepted in bulk"),
    "left_open": lazy("Left open"), "added": lazy("Added"), "approver": lazy("Approved by"),
    "review": lazy("Review"), "spans": lazy("Places in the text"),
    "regions": lazy("Places in the picture"), "pages": lazy("Pages"),
    "members": lazy("Members"), "break_glass": lazy("Way in for emergencies"),
    "sheet": lazy("Sheet"), "mapping": lazy("How its columns are read"),
    "header_row": lazy("Row of the headings"), "row_id": lazy("Number of the row"),
    "order": lazy("Order of the names"), "sex_values": lazy("Words for sex"),
    "word": lazy("Word"), "means": lazy("Means"), "age": lazy("Age"), "whole": lazy("Whole"),
    "year": lazy("Year"), "month": lazy("Month"), "day": lazy("Day"),
    "precision": lazy("Precision"), "died": lazy("Died"),
    "date_order": lazy("Order of day and month"),
    "short_years_from": lazy("First year of two-digit years"),
    "about_years": lazy("Years around a number"), "path": lazy("Parts of the place"),
    "cause": lazy("Cause"), "alleged_perpetrator": lazy("Alleged perpetrator"),
    "status_values": lazy("Words for civilian and combatant"),
    "standings": lazy("What became of them"), "said": lazy("Said"), "values": lazy("Values"),
    "people": lazy("Number of people"), "source_url": lazy("Address of the source"),
    "unknown_words": lazy("Words for what is not known"),
    "constants": lazy("What holds for all rows"), "within_list": lazy("Within the list"),
    "criteria": lazy("Whom it includes"), "list": lazy("List"), "row": lazy("Row"),
    "run": lazy("Run"), "probability": lazy("Probability"),
}  # fmt: skip
HELP: Words = {
    "edtf": lazy("2031-03-05 is a day, 2031-03 a month, 2031 a year, 2031-03-05~ about then, "
                 "2031-03-05? uncertain, 2031-03-01/2031-03-05 a span, ../2031-03-05 until then. "
                 "Never more exact than the source."),
    "via": lazy("Broadcaster, agency, whoever passed it on. A ? stands for a link that nobody "
                "knows."),
    "as_of": lazy("The day for which the source gives the number. Leave it out where the source "
                  "does not say: it is never the day of publication."),
    "bound": lazy("exact: both bounds are the number. at least, more than: only the lower one. "
                  "up to, less than: only the upper one."),
    "precision_m": lazy("The true place lies within this distance."),
    "party": lazy("Only if they are a party to the conflict."),
    "protected": lazy("Leaves this case only under a pseudonym. What nobody here may know belongs "
                      "into a compartment."),
    "resolution": lazy("What stands first on the page of the incident. It hides nothing."),
    "quote": lazy("Letter by letter, in the language of the source."),
    "hypotheses": lazy("At least two: what speaks against the first one is looked for as well."),
    "names": lazy("One line for each script or spelling."),
    "labels": lazy("Your own words, to find it again."),
    "text": lazy("In the words of the source, or yours."),
}  # fmt: skip
GROUPS: Mapping[str, tuple[str, ...]] = {
    # What is asked first; the rest of the group waits behind a line that opens.
    "When": ("edtf", "text"), "NameForm": ("full", "given", "family", "alias"),
    "Contact": ("kind", "value"), "Translation": ("text", "language", "by", "machine"),
    "People": ("low", "high"), "Term": ("code", "label", "definition", "definition_source"),
}  # fmt: skip
WHY_UNKNOWN: Words = {
    "not-stated": lazy("the source does not say it"), "not-asked": lazy("nobody asked"),
    "refused": lazy("they refused to say"), "withheld-by-source": lazy("the source withholds it"),
    "illegible": lazy("it cannot be read"), "not-determined": lazy("it could not be determined"),
    "not-searched": lazy("nobody looked for it"), "conflicting": lazy("what is said differs"),
}  # fmt: skip
CHOICES: Words = {
    "direct": lazy("in their own words"), "indirect": lazy("in other words"),
    "mixed": lazy("partly in their own words"), "own": lazy("own voice"),
    "attributed": lazy("attributed to somebody"), "anonymous": lazy("not named"),
    "saw": lazy("saw it"), "heard": lazy("heard it"), "took_part": lazy("took part"),
    "was_told": lazy("was told"), "inferred": lazy("infers it"),
    "occurrence": lazy("that it happened"), "attribution": lazy("who did it"),
    "scale": lazy("how many"), "other": lazy("something else"), "exact": lazy("exactly"),
    "at_least": lazy("at least"), "more_than": lazy("more than"), "about": lazy("about"),
    "up_to": lazy("up to"), "less_than": lazy("less than"), "range": lazy("from ... to ..."),
    "far_higher": lazy("far higher than"), "higher": lazy("higher than"),
    "lower": lazy("lower than"), "same": lazy("the same as"), "counted": lazy("counted"),
    "verified": lazy("verified"), "estimated": lazy("estimated"), "modelled": lazy("modelled"),
    "not_stated": lazy("not stated"), "before": lazy("before"), "during": lazy("during"),
    "after": lazy("after"), "yes": lazy("yes"), "no": lazy("no"),
    "undecided": lazy("undecided"), "precedes": lazy("comes before"),
    "encompasses": lazy("encompasses"), "causes": lazy("causes"),
    "asserts": lazy("says"), "reports": lazy("reports"), "denies": lazy("denies"),
    "disputes": lazy("disputes"), "acknowledges": lazy("acknowledges"),
    "claims_responsibility": lazy("claims responsibility"), "condemns": lazy("condemns"),
    "calls_for": lazy("calls for"), "commits_to": lazy("commits to"),
    "estimates": lazy("estimates"), "retracts": lazy("retracts"), "corrects": lazy("corrects"),
    "declines_to_comment": lazy("declines to comment"), "open": lazy("open"),
    "closed": lazy("closed"), "suspended": lazy("suspended"), "done": lazy("done"),
    "dropped": lazy("dropped"), "contradictions": lazy("what contradicts it"),
    "exonerating": lazy("what clears somebody"), "source": lazy("where it comes from"),
    "place": lazy("where it was"), "identity": lazy("who it is"),
    "person": lazy("a person"), "organisation": lazy("an organisation"), "group": lazy("a group"),
    "publication": lazy("a publication"), "account": lazy("an account"),
    "device": lazy("a device"), "address": lazy("address"), "email": lazy("e-mail"),
    "telephone": lazy("telephone"), "identity-number": lazy("identity number"),
    "armed-group": lazy("an armed group"), "crowd": lazy("a crowd"), "family": lazy("a family"),
    "unit": lazy("a unit"), "analyst": lazy("an analyst"), "gazetteer": lazy("a gazetteer"),
    "map": lazy("a map"), "knew": lazy("knew"), "meant": lazy("meant"),
    "ordered": lazy("ordered"), "planned": lazy("planned"), "command": lazy("command"),
    "member": lazy("member"), "posting": lazy("posting"), "promised": lazy("promised"),
    "requested": lazy("asked for"), "taken": about("a measure", "taken"),
    "accepted": lazy("accepted"), "corrected": lazy("corrected"), "rejected": lazy("rejected"),
    "derived": lazy("derived copy"), "evidentiary-original": lazy("original as evidence"),
    "working-copy": lazy("working copy"), "answers": lazy("answers"),
    "attachment_of": lazy("attachment of"), "part_of": lazy("part of"),
    "redacted_version_of": lazy("redacted version of"), "reprint_of": lazy("reprint of"),
    "same_scene_as": lazy("same scene as"), "transcript_of": lazy("transcript of"),
    "translation_of": lazy("translation of"), "working_copy_of": lazy("working copy of"),
    "code": lazy("code"), "pseudonym": lazy("pseudonym"), "not-graded": lazy("not graded"),
    "item": lazy("item"), "records": lazy("records of the case"), "female": lazy("female"),
    "intersex": lazy("intersex"), "male": lazy("male"), "unknown": lazy("unknown"),
    "civilian": lazy("civilian"), "combatant": lazy("combatant"), "dead": lazy("dead"),
    "detained": lazy("detained"), "found-alive": lazy("found alive"),
    "missing": lazy("missing"), "day-first": lazy("day first"),
    "month-first": lazy("month first"), "may-repeat": lazy("a person may stand in it twice"),
    "one-row-per-person": lazy("nobody stands in it twice"),
    "queue": lazy("from the queue"), "sample": lazy("drawn at random"),
    "family-comma-given": lazy("family name, comma, given name"),
    "family-given": lazy("family name, given name"),
    "family-given-father": lazy("family name, given name, father's name"),
    "given-family": lazy("given name, family name"),
    "given-father-family": lazy("given name, father's name, family name"),
    "given-father-grandfather-family":
        lazy("given name, father's name, grandfather's name, family name"),
}  # fmt: skip


def noun(name: str | None) -> str:
    """Return what a record of a noun is called."""
    return str(NOUNS.get(name or "", (name or "").replace("_", " ")))


def field(name: str) -> str:
    """Return the name of a field for people; of a path, that of its end."""
    last = name.rpartition(".")[2]
    plain = last.partition("[")[0]
    if plain.isdigit() or not plain:
        plain = name.split(".")[0].partition("[")[0]
    return str(FIELDS.get(plain, plain.replace("_", " ").capitalize()))


def choice(code: str) -> str:
    """Return the word for one of a closed list; grades and the like are their own words."""
    said = CHOICES.get(code) or WHY_UNKNOWN.get(code)
    return str(said or code.replace("_", " ").replace("-", " "))


def role(code: str) -> str:
    """Return how a record is named by another one."""
    return str(_("as: %(field)s") % {"field": field(code)})
