"""Codes of items in the words of the page's language: kinds of things, times, relations."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from probatum.acts.look_at_item import Form
from probatum.acts.search import FoundHit
from probatum.desk.pages.review.wording import STANCES, word

_ICONS = {
    "image": ("jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "bmp", "avif", "heic", "heif",
              "svg"),
    "video": ("mp4", "mov", "webm", "mkv", "avi", "3gp", "mts", "ogv"),
    "audio": ("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "aac", "amr"),
    "table": ("csv", "tsv", "tab", "xls", "xlsx", "ods"),
    "mail": ("eml", "msg", "mbox"),
    "archive": ("zip", "7z", "rar", "gz", "tar", "wacz", "warc"),
}  # fmt: skip
_BY_SUFFIX = {suffix: icon for icon, suffixes in _ICONS.items() for suffix in suffixes}
_BY_TYPE = {"text/csv": "table", "text/tab-separated-values": "table", "message/rfc822": "mail"}
_DRAWN = frozenset("jpg jpeg png gif webp tif tiff bmp avif heic heif pdf".split())


def suffix_of(name: str | None) -> str:
    """Return what stands behind the last full stop of a name, in small letters."""
    _, dot, suffix = (name or "").rpartition(".")
    return suffix.lower() if dot else ""


def icon_of(name: str | None, media_type: str | None = None) -> str:
    """Return the icon of what an item seems to be: by its type where that is known."""
    return _BY_TYPE.get(media_type or "") or _BY_SUFFIX.get(suffix_of(name), "document")


def may_be_drawn(name: str | None) -> bool:
    """Say whether a small picture of an item is worth trying."""
    return suffix_of(name) in _DRAWN


def kind_of(form: Form, media_type: str | None) -> str:
    """Return what an item is, in a word or two."""
    by_type: dict[str, str] = {
        "text/csv": gettext("Table"), "text/tab-separated-values": gettext("Table"),
        "message/rfc822": gettext("E-mail"), "text/html": gettext("Web page"),
        "text/plain": gettext("Text"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
            gettext("Word document"),
    }  # fmt: skip
    by_form: dict[str, str] = {
        "picture": gettext("Picture"), "pages": gettext("PDF"), "sound": gettext("Sound recording"),
        "film": gettext("Film"),
    }  # fmt: skip
    return by_form.get(form.name) or by_type.get(media_type or "") or str(gettext("File"))


_HIT_KINDS = {
    "item": _("Item"), "text": _("Text of an item"), "note": _("Note"),
    "assertion": _("Claim"), "source": pgettext_lazy("who says something", "Source"),
    "incident": _("Incident"), "person": _("Person"), "group": _("Group"),
    "place": _("Place"), "suggestion": _("Suggestion"),
    "description": _("Description"), "assessment": _("Assessment"),
    "figure": _("Figure"), "link": _("Link between items"),
    "occurrence": _("Occurrence"), "attribution": _("Attribution"),
    "decision": _("Decision"), "review": _("Review"),
    "inquiry": _("Inquiry"), "search": _("Search made"),
    "source_grade": _("Grade of a source"), "statement": _("Statement of a person"),
    "same_as": _("Judgement of identity"), "incident_link": _("Link between incidents"),
    "characterisation": _("What it is in law"), "intent": _("What was meant or known"),
    "status": _("What somebody was"), "membership": _("Who belonged to whom"),
    "weapon": _("By which weapon"), "event_time": _("When it happened"),
    "event_place": _("Where it happened"), "identity": _("Who somebody is"),
    "depiction": _("What an item shows"), "opinion": _("Opinion"),
    "measure": _("Measure asked for, promised or taken"), "act": _("What was done to whom"),
    "involvement": _("Who was involved"), "exhibit": _("Exhibit"),
    "handover": _("Handover of an exhibit"), "task": _("Task"), "consent": _("Consent"),
    "restriction": _("Restriction"), "redaction": _("Redaction"),
    "pseudonym": _("Pseudonym"), "compartment": _("Compartment"),
    "vocabulary": _("Vocabulary of this case"), "victim_list": _("Victim list"),
    "row_match": _("Judgement about two rows"),
}  # fmt: skip


def hit_kind(kind: str) -> str:
    """Return what was found, in a word."""
    known = _HIT_KINDS.get(kind)
    return kind.replace("_", " ") if known is None else str(known)


def record_address(noun: str, ref: str) -> str:
    """Return where a record is shown."""
    return str(reverse("incident" if noun == "incident" else "record", args=[ref]))


def stance_word(code: str) -> str:
    """Return a stance in the words of the page's language."""
    return word(STANCES, code)


def who_says(found: FoundHit) -> str | None:
    """Return a record that was found in a line; of a claim who takes which stance."""
    stance = getattr(found.record.body, "stance", None) if found.record is not None else None
    if stance is None or found.said is None:
        return found.said
    who = found.said.removesuffix(" " + stance.replace("_", " "))
    if who == "an unknown speaker":
        who = gettext("an unknown speaker")
    elif who.startswith("protected source "):
        ref = who.removeprefix("protected source ")
        who = gettext("protected source %(ref)s") % {"ref": ref}
    return str(gettext("%(who)s %(stance)s") % {"who": who, "stance": word(STANCES, stance)})


def relation(code: str, *, forward: bool) -> str:
    """Return how this item stands to another one."""
    both = {
        "part_of": (gettext("Part of"), gettext("Has as a part")),
        "attachment_of": (gettext("Attached to"), gettext("Has attached")),
        "translation_of": (gettext("Translation of"), gettext("Translated in")),
        "transcript_of": (gettext("Transcript of"), gettext("Transcribed in")),
        "redacted_version_of": (gettext("Redacted version of"), gettext("Redacted in")),
        "working_copy_of": (gettext("Working copy of"), gettext("Has the working copy")),
        "reprint_of": (gettext("Reprint of"), gettext("Reprinted in")),
        "answers": (gettext("Answers"), gettext("Answered by")),
        "same_scene_as": (gettext("Shows the same scene as"), gettext("Shows the same scene as")),
    }
    pair = both.get(code, (code.replace("_", " "), code.replace("_", " ")))
    return str(pair[0] if forward else pair[1])


def operation(code: str) -> str:
    """Return what was made of an item."""
    known: dict[str, str] = {
        "text": gettext("Text"), "outline": gettext("Outline of the text"),
        "redaction": gettext("Redacted copy"), "reading": gettext("Reading by a machine"),
        "reading-prompt": gettext("What a machine was asked"),
        "reading-reply": gettext("What a machine answered"),
    }  # fmt: skip
    return known.get(code) or code.replace("-", " ")


def failure(code: str | None) -> str:
    """Return why there is no text, in a sentence."""
    known: dict[str, str] = {
        "unreadable": gettext("The file could not be read. It may be damaged."),
        "encrypted": gettext("The file is encrypted or asks for a password."),
        "no-text": gettext("There is no text in it. It may be a scan or a picture."),
        "unsupported": gettext("No reader here knows this kind of file."),
        "too-large": gettext("It is larger than the limits allow."),
        "timed-out": gettext("Reading it took too long."),
        "out-of-memory": gettext("Reading it needed more memory than the limits allow."),
        "crashed": gettext("Reading it brought the reader down. Treat the file with care."),
    }  # fmt: skip
    return known.get(code or "") or str(gettext("Its text could not be made."))


def unseen(why: str, most: int) -> str:
    """Return why there is no picture, in a sentence."""
    millions = most // 1_000_000
    known: dict[str, str] = {
        "damaged": gettext("The file is damaged: no picture of it can be made."),
        "unknown": gettext("No program here makes a picture of this kind of file."),
        "no-codec": gettext(
            "The format needs a codec that is not installed on this machine: HEIC pictures need "
            "pi-heif, films need PyAV. The item itself is whole."
        ),
        "password": gettext("The PDF asks for a password."),
        "no-such-page": gettext("There is no such page."),
        "timed-out": gettext("Making a picture of it took too long and was stopped."),
        "ended": gettext("The file brought the program down that opened it. Treat it with care."),
    }
    if why == "too-large" and millions:
        said = gettext("It is larger than {most} million bytes or pixels: not opened, for safety.")
        return str(said.format(most=millions))
    return known.get(why) or str(gettext("It is too large to be opened safely."))
