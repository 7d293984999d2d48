"""What kinds of entries are called on a page."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from probatum.acts.watch_log import LogLine
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
    "erase/1": gettext_lazy("ordered an erasure"),
    "erased/1": gettext_lazy("carried out an erasure"),
    "adopt/1": gettext_lazy("took the case over on this machine"),
    "held_by/1": gettext_lazy("gave a checkpoint to somebody"),
    "check/1": gettext_lazy("checked what is stored"),
    "key/1": gettext_lazy("changed a key"),
    "recover/1": gettext_lazy("recovered after an interruption"),
    "derive/1": gettext_lazy("made a derived copy"),
    "record/1": gettext_lazy("recorded"),
    "retract/1": gettext_lazy("retracted"),
    "box/1": gettext_lazy("recorded something protected"),
}


def act_words(line: LogLine) -> str:
    """Return what somebody did, in words."""
    said = str(ACTS.get(line.kind, line.kind))
    if line.kind in ("record/1", "retract/1") and line.what:
        return f"{said}: {noun(line.what)}"
    return f"{said}: {line.what}" if line.what else said


def read_words(line: LogLine) -> str:
    """Return what somebody saw, in words."""
    return _("saw: %(what)s") % {"what": line.what} if line.what else line.kind
