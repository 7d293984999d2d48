"""What happened to an item, a line for each entry of its custody history."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext, pgettext

from probatum.desk.pages.items.words import operation
from probatum.desk.pages.log.words import ACTS, COUNTING, seen
from probatum.model import kinds
from probatum.model.kinds import Fields


def told(entry: Fields | None, kind: str) -> str:
    """Say in one line, in the language of the page, what an entry did.

    The act's own words (``item_history.describe``) are English: they are for the terminal and for
    packages. What people wrote (names, reasons, notes) stays as they wrote it.
    """
    match entry:
        case None:
            return str(gettext("sealed with a key that was destroyed"))
        case kinds.Acquire():
            return _acquired(entry)
        case kinds.Derive():
            return _derived(entry)
        case kinds.CountRun():
            step = str(COUNTING.get(entry.step, entry.step))
            return f"{ACTS[kind]}: {step} ({entry.method} {entry.version}, {entry.seed})"
        case kinds.Note():
            return str(gettext("note: %(words)s") % {"words": entry.text})
        case kinds.Clear():
            said = gettext("cleared") if entry.cleared else gettext("clearance withdrawn")
            return _because(str(said), entry.reason)
        case kinds.Hold() | kinds.Release():
            return _because(str(ACTS[kind]), entry.reason)
        case kinds.Disclose():
            said = ngettext(
                "disclosed to %(to)s: %(purpose)s (%(count)d field withheld)",
                "disclosed to %(to)s: %(purpose)s (%(count)d fields withheld)", entry.withheld,
            )  # fmt: skip
            what = {"to": entry.to, "purpose": entry.purpose, "count": entry.withheld}
            return str(said % what)
        case kinds.Erase():
            return _because(str(ACTS[kind]), entry.reason_code)
        case kinds.Read() | kinds.ReadRecords():
            said = pgettext("in a list of acts", "read: %(what)s") % {"what": seen(entry.what)}
            return _because(str(said), entry.purpose)
        case _:
            return str(ACTS.get(kind, kind))


def _acquired(entry: kinds.Acquire) -> str:
    said = ngettext(
        "acquired %(name)s, %(count)d byte", "acquired %(name)s, %(count)d bytes",
        entry.size_bytes,
    ) % {"name": entry.file_name, "count": entry.size_bytes}  # fmt: skip
    more = []
    if entry.same_bytes_as_before:
        more.append(gettext("the same bytes again"))
    if entry.sender is not None:
        more.append(gettext("from a received package"))
    return " · ".join([str(said), *map(str, more)])


def _derived(entry: kinds.Derive) -> str:
    what = {"what": operation(entry.operation), "tool": f"{entry.tool} {entry.tool_version}"}
    if entry.failure is None:
        return str(gettext("made by %(tool)s: %(what)s") % what)
    failed = gettext("not made by %(tool)s: %(what)s (%(why)s)")
    return str(failed % {**what, "why": entry.failure})


def _because(said: str, reason: str | None) -> str:
    return f"{said}: {reason}" if reason else said
