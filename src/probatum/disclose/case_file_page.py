"""A case file as one HTML page: no scripts, no pictures, nothing loaded, ready for paper.

The same page is printed as PDF. It is in the language that is spoken (``probatum.model.tongue``);
what people said stays in theirs. Every person's words run in their own direction; references,
digests and positions always from left to right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from unicodedata import bidirectional

from probatum.disclose.case_file import CaseFile, Claim, Contradicted, Listed, Question, Said
from probatum.disclose.page import exact, words
from probatum.model.tongue import FSI, RLI, later, say, say_many, spoken

LABEL = later("The source says this. Not: this is so.")
_STYLE = """
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{font:15px/1.5 "DejaVu Sans",system-ui,sans-serif;max-width:56rem;margin:2rem auto;
padding:0 1rem;color:CanvasText;background:Canvas}
h1{font-size:1.6rem;line-height:1.25;margin-bottom:.2rem}
h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:2px solid}
h3{font-size:1rem;margin:1.6rem 0 .3rem}
h4{font-size:.9rem;margin:1rem 0 .2rem;text-transform:none}
p,ul,dl{margin:.4rem 0}
code{font:12px/1.4 "DejaVu Sans Mono",ui-monospace,monospace;overflow-wrap:break-word}
.label,.against,.unsure{border-inline-start:4px solid;padding:.2rem .8rem;margin:.5rem 0}
.against{border-inline-start-style:double;border-inline-start-width:6px}
.unsure{border-inline-start-style:dashed}
.said{margin:.5rem 0 .9rem;padding-inline-start:1rem;border-inline-start:1px solid #8a8a8a}
.small{font-size:.85em}
blockquote{margin:.3rem 0;padding-inline-start:.8rem;font-style:normal}
table{border-collapse:collapse;width:100%;margin:.5rem 0;table-layout:fixed}
th,td{border:1px solid #8a8a8a;padding:.25rem .5rem;text-align:start;vertical-align:top;
overflow-wrap:break-word}
th[scope=row]{width:24%}.place{width:17%}.sort{width:12%}
@media screen and (max-width:40rem){
thead{display:none}table,tbody,tr,td,th[scope=row]{display:block;width:auto}
tr{border:1px solid #8a8a8a;margin-bottom:.6rem}td,th{border:0;padding:.15rem .5rem}}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-left{content:string(foot);font-size:8pt}
@bottom-right{content:counter(page) " / " counter(pages);font-size:8pt}}
@media print{body{margin:0;max-width:none;font-size:10pt}h1{string-set:foot attr(data-foot)}
h2,h3,h4{break-after:avoid}.said,tr{break-inside:avoid}}
"""


def page(file: CaseFile) -> bytes:
    """Return the page."""
    tongue = spoken()
    log = say("log {size}", size=file.log_size)
    foot = " · ".join(map(tongue.apart, (file.ref, log, file.made_at[:10])))
    title = say("Case file {ref}", ref=file.ref)
    parts = [
        f'<h1 data-foot="{escape(foot)}">{words(file.title)}</h1>',
        *_head(file), *_short(file), *_questions(file), *_contradictions(file), *_timeline(file),
        *_not_known(file), *_lists(file), *_limits(file),
    ]  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="{tongue.language}" dir="{"rtl" if tongue.rtl else "ltr"}">'
        '\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    ).encode()


def _ours(text: str) -> str:
    """Escape a sentence that was made here of records: it runs as its language does."""
    if spoken().rtl and (FSI in text or RLI in text):
        return f'<bdi dir="rtl">{escape(text)}</bdi>'
    return words(text)


def _told(message: str, /, **html: str) -> str:
    """Return a sentence, escaped; what is filled in is HTML already."""
    named = {name: f"\0{name}\0" for name in html}
    pieces = escape(say(message, **named), quote=False).split("\0")
    return "".join(html[piece] if place % 2 else piece for place, piece in enumerate(pieces))


def _head(file: CaseFile) -> Iterator[str]:
    here = _place(file.ref, file.index)
    yield f"<p>{_told('Case file about an incident, {place}', place=here)}</p>"
    if file.as_known_on is not None:
        day = exact(file.as_known_on)
        known = _told("As known on {day}: what was recorded later is not in this file.", day=day)
        yield f'<p class="label">{known}</p>'
    yield f'<p class="label">{_told(LABEL)}</p>'
    if spoken().language != "en":
        program = _told(
            "Put into these words by a program. What people said stands as they said it."
        )
        yield f"<p>{program}</p>"
    recipient = [(say("Made for"), words(file.recipient))] if file.recipient is not None else []
    log = _told("{entries}, root {root}", root=exact(file.log_root),
                entries=escape(say_many("{n} entry", "{n} entries", file.log_size)))  # fmt: skip
    yield _rows([
        (say("Case"), words(file.case_name)),
        *recipient,
        (say("Made by"), words(file.made_by)),
        (say("Made at"), exact(file.made_at)),
        (say("Log"), log),
        (say("Key"), exact(file.fingerprint)),
    ])  # fmt: skip


def _short(file: CaseFile) -> Iterator[str]:
    yield f"<h2>{_told('In short')}</h2>"
    rows = []
    for question in file.questions:
        value = question.value or say("; ").join(
            each.words for each in question.claims if each.first
        )
        if value:
            numbers = sorted({one for each in question.claims for one in each.contradictions})
            rows.append((question.title, _ours(value) + _contradicted(numbers)))
    if rows:
        rule = _told(
            "Where sources differ, the rule {rule} says what is shown first. It removes nothing: "
            "everything that is claimed follows below.", rule=f"<i>{escape(file.rule)}</i>",
        )  # fmt: skip
        yield f"<p>{rule}</p>"
        yield _rows(rows)
    else:
        yield f"<p>{_told('Nothing is recorded yet.')}</p>"


def _contradicted(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    links = ", ".join(f'<a href="#c{number}">{number}</a>' for number in numbers)
    return f' <span class="small">({_told("contradicted: {numbers}", numbers=links)})</span>'


def _questions(file: CaseFile) -> Iterator[str]:
    yield f"<h2>{_told('What is claimed, by whom, and how they know')}</h2>"
    if not file.questions:
        yield f"<p>{_told('No claim is recorded.')}</p>"
    for question in file.questions:
        yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    yield f"<h3>{escape(question.title)}</h3>"
    yield f'<p class="small">{_told("Shown first: {why}.", why=_ours(question.why))}</p>'
    for claim in question.claims:
        yield from _claim(claim)


def _claim(claim: Claim) -> Iterator[str]:
    yield f"<h4>{_ours(claim.words)}{_contradicted(claim.contradictions)}</h4>"
    yield f'<p class="small">{_place(claim.ref, claim.index)}; {_ours(claim.origins)}</p>'
    if not claim.said:
        yield f"<p>{_told('Nobody is recorded as saying it.')}</p>"
    for one in claim.said:
        yield from _said(one)


def _said(one: Said) -> Iterator[str]:
    yield '<div class="said">'
    yield f"<p><b>{_ours(one.speaker)}</b> {_ours(one.stance)}, {_ours(one.said_at)}</p>"
    if one.quote:
        yield f'<blockquote dir="{_direction(one.quote)}">“{escape(one.quote)}”</blockquote>'
    if one.translation:
        told = _told("Translation: {words}", words=words(one.translation))
        yield f'<p class="small">{told}</p>'
    notes = [*one.notes]
    if one.via:
        notes.append(say("through {names}", names=" → ".join(one.via)))
    if notes:
        yield f'<p class="small">{_ours(say("; ").join(notes))}</p>'
    for cite in one.cites:
        yield f'<p class="small">{_ours(cite)}</p>'
    if not one.cites:
        yield f'<p class="small">{_told("No place in an item is cited.")}</p>'
    yield f'<p class="small">{_place(one.ref, one.index)}</p></div>'


def _direction(text: str) -> str:
    """Say which way a text runs, by its first letter (UAX 9): on paper nothing finds it out."""
    strong = (bidirectional(letter) for letter in text)
    return (
        "rtl" if next((each for each in strong if each in ("L", "R", "AL")), "L") != "L" else "ltr"
    )


def _contradictions(file: CaseFile) -> Iterator[str]:
    yield f"<h2>{_told('What contradicts')}</h2>"
    yield f"<p>{_ours(file.contradictions_answer)}</p>"
    for each in file.contradictions:
        yield from _sides(each)


def _sides(each: Contradicted) -> Iterator[str]:
    sure = _told("Contradicts") if each.certain else _told("May contradict")
    yield f'<div class="{"against" if each.certain else "unsure"}" id="c{each.number}">'
    yield f"<p><b>{each.number}. {sure}:</b> {_ours(each.why)}</p>"
    for side in (each.one, each.other):
        yield "<ul>" + "".join(f"<li>{_ours(line)}</li>" for line in side) + "</ul>"
    yield "</div>"


def _timeline(file: CaseFile) -> Iterator[str]:
    yield f"<h2>{_told('Timeline')}</h2>"
    kinds = _told(
        "Four kinds of time are kept apart: of the event, of saying or publishing, of "
        "collecting, and of recording. None is more precise than its source."
    )
    yield f"<p>{kinds}</p>"
    fallen = f" <i>({_told('no longer stands, or nobody is recorded as saying it')})</i>"
    rows = [
        f'<tr><th scope="row">{_ours(each.time)}</th><td>{escape(each.sort)}</td>'
        f"<td>{_ours(each.what)}{'' if each.stands else fallen}</td>"
        f"<td>{_place(each.ref, each.index)}</td></tr>"
        for each in file.timeline
    ]
    head = (
        f'<th scope="col" style="width:24%">{_told("Time")}</th>'
        f'<th scope="col" class="sort">{_told("Which time")}</th>'
        f'<th scope="col">{_told("What")}</th>'
        f'<th scope="col" class="place">{_told("Where it stands")}</th>'
    )
    yield f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _not_known(file: CaseFile) -> Iterator[str]:
    yield f"<h2>{_told('What is not known')}</h2>"
    if file.not_known:
        yield "<ul>" + "".join(f"<li>{_ours(each)}</li>" for each in file.not_known) + "</ul>"
    else:
        nothing = _told(
            "Nothing is recorded as unknown. That does not mean that everything is known."
        )
        yield f"<p>{nothing}</p>"
    if file.protected:
        hidden = say_many(
            "{n} protected person stands here under another name.",
            "{n} protected persons stand here under another name.", file.protected,
        )  # fmt: skip
        yield f"<p>{escape(hidden)}</p>"
    if file.left_out:
        left_out = say_many(
            "Left out: {n} record or item that a restriction or somebody's consent keeps from "
            "this recipient. It may contradict what stands here.",
            "Left out: {n} records or items that a restriction or somebody's consent keeps from "
            "this recipient. They may contradict what stands here.", file.left_out,
        )  # fmt: skip
        yield f"<p><b>{escape(left_out, quote=False)}</b></p>"


def _lists(file: CaseFile) -> Iterator[str]:
    for title, rows in (
        (say("Other incidents"), file.others), (say("Searches made"), file.searches),
        (say("Sources"), file.sources), (say("Items"), file.items),
    ):  # fmt: skip
        if rows:
            yield f"<h2>{escape(title)}</h2>"
            yield _listed(rows)


def _listed(rows: Sequence[Listed]) -> str:
    lines = "".join(
        f'<tr><th scope="row">{exact(each.ref)}</th><td>{words(each.what)}<br>'
        f'<span class="small">{_ours(each.detail)}</span></td>'
        f'<td class="place">{_told("entry {number}", number=str(each.index))}</td></tr>'
        for each in rows
    )
    return f"<table><tbody>{lines}</tbody></table>"


def _place(ref: str, index: int) -> str:
    return _told("{ref}, entry {number}", ref=exact(ref), number=str(index))


def _limits(file: CaseFile) -> Iterator[str]:
    yield f"<h2>{_told('What this page shows, and what it does not')}</h2>"
    proves = _told(
        "This page is a print-out and proves nothing by itself. The references lead to entries of "
        "the log; with a disclosure package anybody can check, without trusting the sender, that "
        "these entries and items were in the log at its size and root above. That what is claimed "
        "is true, nothing here shows."
    )
    key = _told("The key of the log has the fingerprint {key}. Ask for it by another way than this "
                "page.", key=exact(file.fingerprint))  # fmt: skip
    yield f"<p>{proves}</p>"
    yield f"<p>{key}</p>"


def _rows(pairs: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{value}</td></tr>' for name, value in pairs
    )
    return f"<table><tbody>{lines}</tbody></table>"
