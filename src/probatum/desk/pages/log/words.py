"""What kinds of entries are called on a page."""

from __future__ import annotations

import json

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from probatum.acts.watch_log import LogLine
from probatum.desk.models import Job
from probatum.desk.pages.records.words import noun

ACTS = {
    "case/1": gettext_lazy("made the case"),
    "intake/1": gettext_lazy("began an intake"),
    "acquire/1": gettext_lazy("took a file into custody"),
    "receipt/1": gettext_lazy("ended an intake"),
    "note/1": gettext_lazy("wrote a note"),
    "clear/1": gettext_lazy("decided about clearance"),
    "hold/1": gettext_lazy("put under legal hold"),
    "release/1": gettext_lazy("released from legal hold"),
    "disclose/1": gettext_lazy("disclosed"),
    "leak_check/1": gettext_lazy("searched a disclosure for what must not leave"),
    "recall/1": gettext_lazy("asked a package back"),
    "erase/1": gettext_lazy("ordered an erasure"),
    "erased/1": gettext_lazy("carried out an erasure"),
    "adopt/1": gettext_lazy("took the case over on this machine"),
    "held_by/1": gettext_lazy("gave a checkpoint to somebody"),
    "check/1": gettext_lazy("checked what is stored"),
    "key/1": gettext_lazy("changed a key"),
    "recover/1": gettext_lazy("recovered after an interruption"),
    "derive/1": gettext_lazy("made a derived copy"),
    "count_run/1": gettext_lazy("ran a step of counting"),
    "record/1": gettext_lazy("recorded"),
    "retract/1": gettext_lazy("retracted"),
    "box/1": gettext_lazy("recorded something protected"),
}

# Steps of the check of what is stored (``spec/archive.md``, *Integrity check*).
CHECKS = {
    1: gettext_lazy("key files"), 2: gettext_lazy("what this machine remembers"),
    3: gettext_lazy("log of acts"), 4: gettext_lazy("log of reads"), 5: gettext_lazy("entries"),
    6: gettext_lazy("anchors of the log of reads"), 7: gettext_lazy("originals"),
    8: gettext_lazy("erasures"), 9: gettext_lazy("a checkpoint that somebody else holds"),
}  # fmt: skip
# Steps of counting.
COUNTING = {
    "link": gettext_lazy("linking of lists"), "documented": gettext_lazy("documented victims"),
    "estimate": gettext_lazy("estimates"), "report": gettext_lazy("report"),
}  # fmt: skip
# What acts say was seen; written in English into the log, where it stays.
SEEN = (
    pgettext_lazy("what was seen", "a copy compared"),
    pgettext_lazy("what was seen", "a kept checkpoint compared"),
    pgettext_lazy("what was seen", "acts"),
    pgettext_lazy("what was seen", "anchors"),
    pgettext_lazy("what was seen", "bag"),
    pgettext_lazy("what was seen", "candidates of a suggestion"),
    pgettext_lazy("what was seen", "case file printed although it may name these"),
    pgettext_lazy("what was seen", "citations"),
    pgettext_lazy("what was seen", "citations of an item"),
    pgettext_lazy("what was seen", "columns of a list"),
    pgettext_lazy("what was seen", "contradicted"),
    pgettext_lazy("what was seen", "disclosure"),
    pgettext_lazy("what was seen", "disclosures"),
    pgettext_lazy("what was seen", "erasure closure"),
    pgettext_lazy("what was seen", "fields"),
    pgettext_lazy("what was seen", "figures of an incident"),
    pgettext_lazy("what was seen", "gazetteer find"),
    pgettext_lazy("what was seen", "grades of sources"),
    pgettext_lazy("what was seen", "history"),
    pgettext_lazy("what was seen", "history of a record"),
    pgettext_lazy("what was seen", "incident"),
    pgettext_lazy("what was seen", "incidents"),
    pgettext_lazy("what was seen", "index rebuild"),
    pgettext_lazy("what was seen", "inquiries"),
    pgettext_lazy("what was seen", "item"),
    pgettext_lazy("what was seen", "judgements of a record"),
    pgettext_lazy("what was seen", "list"),
    pgettext_lazy("what was seen", "list of records"),
    pgettext_lazy("what was seen", "map"),
    pgettext_lazy("what was seen", "newest figures"),
    pgettext_lazy("what was seen", "original"),
    pgettext_lazy("what was seen", "package fetched"),
    pgettext_lazy("what was seen", "package removed"),
    pgettext_lazy("what was seen", "people and groups"),
    pgettext_lazy("what was seen", "persons as a list"),
    pgettext_lazy("what was seen", "read"),
    pgettext_lazy("what was seen", "reads"),
    pgettext_lazy("what was seen", "receipt"),
    pgettext_lazy("what was seen", "record"),
    pgettext_lazy("what was seen", "record that somebody revised meanwhile"),
    pgettext_lazy("what was seen", "record to be revised"),
    pgettext_lazy("what was seen", "report of a count"),
    pgettext_lazy("what was seen", "report of a count, for somebody"),
    pgettext_lazy("what was seen", "review"),
    pgettext_lazy("what was seen", "reviews that wait"),
    pgettext_lazy("what was seen", "reviews that were ended"),
    pgettext_lazy("what was seen", "rows of a list"),
    pgettext_lazy("what was seen", "search"),
    pgettext_lazy("what was seen", "second looks asked for"),
    pgettext_lazy("what was seen", "sources"),
    pgettext_lazy("what was seen", "text"),
    pgettext_lazy("what was seen", "text extraction"),
    pgettext_lazy("what was seen", "text, to cite it"),
    pgettext_lazy("what was seen", "texts that nobody read"),
    pgettext_lazy("what was seen", "texts, to find reprints"),
    pgettext_lazy("what was seen", "the members of a compartment"),
    pgettext_lazy("what was seen", "timeline"),
    pgettext_lazy("what was seen", "undecided identities"),
    pgettext_lazy("what was seen", "victim counts"),
    pgettext_lazy("what was seen", "victim list"),
    pgettext_lazy("what was seen", "victim lists"),
    pgettext_lazy("what was seen", "vocabularies"),
    pgettext_lazy("what was seen", "what a field may name"),
    pgettext_lazy("what was seen", "what fields name"),
)


def seen(what: str) -> str:
    """Return what somebody saw as the catalogue has it, or else as the log says it."""
    kind, of, nouns = what.partition(": ")
    said = str(pgettext("what was seen", kind))
    return f"{said}: {', '.join(noun(each) for each in nouns.split(', '))}" if of else said


def act_words(line: LogLine) -> str:
    """Return what somebody did, in words."""
    said = str(ACTS.get(line.kind, line.kind))
    if line.kind in ("record/1", "retract/1") and line.what:
        return f"{said}: {noun(line.what)}"
    what = COUNTING.get(line.what, line.what) if line.kind == "count_run/1" else line.what
    return f"{said}: {what}" if what else said


def read_words(line: LogLine) -> str:
    """Return what somebody saw, in words."""
    return _("saw: %(what)s") % {"what": seen(line.what)} if line.what else line.kind


def findings(job: Job | None) -> list[dict[str, object]]:
    """Return what a check found, each with its step in words.

    What failed is told in English, beside where it is: for whoever is asked for help.
    """
    told: list[dict[str, object]] = []
    for name, said in (job.result if job is not None and job.state == "done" else {}).items():
        if not name.startswith("finding-"):
            continue
        try:
            step, outcome, subject, text = json.loads(said)
        except ValueError:  # of a version before
            told.append({"step": "", "text": said})
        else:
            told.append({"step": CHECKS.get(step, str(step)), "outcome": outcome,
                         "subject": subject, "text": text,
                         "is_detail": outcome == "failed"})  # fmt: skip
    return told
