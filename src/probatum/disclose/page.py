"""READ-ME.html: what a person sees who opens the package, before any program is run.

One file without scripts, pictures or links to elsewhere; readable on paper, in the dark, and with
texts that run from right to left. It repeats what the package's other members say, and only what is
opened there: nothing withheld can appear on it, because it is not handed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from probatum.disclose.package import original_name
from probatum.disclose.sealing import OPEN_WITH_KEY, OPEN_WITH_PASSPHRASE
from probatum.disclose.withheld import KeptItem, Shown
from probatum.model.vocab import vocabulary
from probatum.proof.canonical import Json

MOST_ENTRIES = 2_000  # above this the page lists objects only; entries/ has everything

_STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;
color:CanvasText;background:Canvas}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid GrayText;padding:.3rem .5rem;text-align:start;vertical-align:top;
overflow-wrap:anywhere}
th[scope=col],th[scope=row]{overflow-wrap:normal}
.wide td:first-child{white-space:nowrap}
code,pre{font:13px/1.5 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
.note{border:2px solid;padding:.5rem 1rem}
@media screen and (max-width:44rem){
.wide thead{display:none}
.wide,.wide tbody,.wide tr,.wide td{display:block}
.wide tr{border:1px solid GrayText;margin-bottom:1rem;padding:.3rem .5rem}
.wide td{border:0;padding:.1rem 0}
.wide td::before{content:attr(data-name);display:block;font-weight:bold;font-size:.85rem}}
@media print{body{max-width:none;margin:0;font-size:11pt}a{color:inherit}
tr,h2{break-inside:avoid;break-after:auto}h2{break-after:avoid}}
"""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the page says about the package as a whole."""

    to: str
    purpose: str
    by: str
    at: str
    kind_of_disclosure: str
    origin: str
    fingerprint: str
    verifier_sha256: str
    confidentiality: str | None = None
    disclosure_type: str | None = None


def render(letter: Letter, shown: Sequence[Shown], kept_items: Sequence[KeptItem],
           originals: Sequence[str]) -> bytes:  # fmt: skip
    """Return the page. ``originals`` are the object ids whose originals are in the package."""
    body = [
        *_head(letter, shown, originals),
        *_objects(shown, set(originals)),
        *_withheld(shown, kept_items),
        *_how_to_verify(letter),
        *_limits(letter),
        *_entries(shown),
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>Disclosure package</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    ).encode()


def words(text: str) -> str:
    """Escape a person's text and let it run in its own direction."""
    return f'<bdi dir="auto">{escape(text)}</bdi>'


def exact(text: str) -> str:
    """Escape a digest, id, path or command: always from left to right."""
    return f'<bdi dir="ltr"><code>{escape(text)}</code></bdi>'


def value_of(value: Json) -> str:
    """Write a field's value for a reader."""
    if value is None:
        return "<i>unknown</i>"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return exact(str(value))
    if isinstance(value, str):
        return words(value)
    if isinstance(value, dict):
        return "<i>given in entries/: " + escape(", ".join(sorted(value))) + "</i>"
    return "<br>".join(value_of(element) for element in value)


def _rows(pairs: Sequence[tuple[str, str]]) -> str:
    lines = "\n".join(
        f'<tr><th scope="row">{name}</th><td>{value}</td></tr>' for name, value in pairs
    )
    return f"<table>\n{lines}\n</table>"


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table of several columns; on a telephone each row becomes a list with its names."""
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    lines = "\n".join(
        "<tr>"
        + "".join(
            f'<td data-name="{name}">{cell}</td>' for name, cell in zip(names, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    head = f"<thead><tr>{head}</tr></thead>"
    return f'<table class="wide">\n{head}\n<tbody>\n{lines}\n</tbody>\n</table>'


def _head(letter: Letter, shown: Sequence[Shown], originals: Sequence[str]) -> Iterator[str]:
    yield "<h1>Disclosure package</h1>"
    yield (
        '<p class="note">This page is written by the sender and proves nothing. '
        'What can be checked, a program checks: see <a href="#verify">How to verify</a>.</p>'
    )
    complete = letter.kind_of_disclosure == "complete"
    yield _rows([
        ("Given to", words(letter.to)),
        ("For", words(letter.purpose)),
        ("By", words(letter.by)),
        ("On", exact(letter.at)),
        *_handling(letter),
        ("Contents", f"originals: {len(originals)}, entries of the sender's log: {len(shown)}"),
        ("Kind", "complete: carries every leaf of the log, so that a later entry about these "
                 "objects could not be left out" if complete else
                 "selection: whether the log has later entries about these objects cannot be "
                 "seen from it"),
        ("Log", exact(letter.origin)),
    ])  # fmt: skip


def _handling(letter: Letter) -> Iterator[tuple[str, str]]:
    """Yield how the recipient is to treat it, in the words of the vocabularies."""
    for title, name, code in (
        ("Confidentiality", "confidentiality", letter.confidentiality),
        ("Disclosed as", "disclosure-type", letter.disclosure_type),
    ):
        if code is not None:
            term = next((each for each in vocabulary(name).terms if each.code == code), None)
            meaning = "" if term is None else f": {words(term.definition)}"
            yield title, words(code if term is None else term.label) + meaning


def _objects(shown: Sequence[Shown], originals: set[str]) -> Iterator[str]:
    yield "<h2>What is inside</h2>"
    latest: dict[str, Shown] = {}
    records: dict[str, Shown] = {}
    for one in shown:
        if one.kind == "acquire/1" or (one.kind == "derive/1" and one.fields.get("sha256")):
            latest.setdefault(one.id, one)
        elif one.kind == "record/1":
            records[one.id] = one
    rows = []
    for object_id, one in sorted(latest.items(), key=lambda pair: pair[1].index):
        place = exact(original_name(object_id)) if object_id in originals else "not in the package"
        said = (_field(one, "ref"), _field(one, "file_name"))
        if one.kind == "derive/1":
            said = (_field(one, "operation"), "made from " + _field(one, "item", exactly=True))
        rows.append([*said, _field(one, "size_bytes"), _field(one, "sha256", exactly=True), place])
    if rows:
        yield _table(["Reference", "File name", "Bytes", "SHA-256", "Original"], rows)
    if records:
        yield "<p>Records: what sources and people say, each as its newest entry has it.</p>"
        yield _table(["Record", "Newest entry", "Fields"], [
            [_field(one, "record"), str(one.index), _summary(one)] for one in records.values()
        ])  # fmt: skip
    yield (
        "<p><code>originals/</code> has the bytes as they were acquired, named by object id, and "
        "redacted copies that the sender made, which stand instead of their originals; "
        "<code>entries/</code> what the log says about them, with every field that is opened; "
        "<code>withheld.json</code> what is kept back; <code>proofs/</code> and "
        "<code>checkpoint</code> that the entries are in the log.</p>"
    )


def _summary(one: Shown) -> str:
    said = [
        f"{escape(name)}: {value_of(value)}"
        for name, value in sorted(one.fields.items())
        if name not in ("record", "by", "at")
    ]
    said += [f"{escape(kept.field)}: <i>withheld</i>" for kept in one.kept]
    return "<br>".join(said)


def _field(one: Shown, name: str, *, exactly: bool = False) -> str:
    if name not in one.fields:
        return "<i>withheld</i>"
    value = one.fields[name]
    return exact(value) if exactly and isinstance(value, str) else value_of(value)


def _withheld(shown: Sequence[Shown], kept_items: Sequence[KeptItem]) -> Iterator[str]:
    yield "<h2>What is withheld, and why</h2>"
    reasons: dict[tuple[str, str, str, str], list[str]] = {}
    for one in shown:
        for kept in one.kept:
            reason = (f"field {kept.field}", kept.rule.code, kept.rule.basis, kept.approver)
            reasons.setdefault(reason, []).append(str(one.index))
    rows = [
        [escape(what), words(code), words(basis), words(approver), escape(_some(places))]
        for (what, code, basis, approver), places in reasons.items()
    ]
    rows += [
        ["original", words(item.code), words(item.basis), words(item.approver), exact(item.id)]
        for item in kept_items[:MOST_ENTRIES]
    ]
    if not rows:
        yield "<p>Nothing: every field of these entries is opened.</p>"
        return
    yield _table(["What", "Code", "Basis", "Approved by", "In entry or object"], rows)
    yield (
        "<p>The verifier counts the withheld fields and finds one that is not listed. The names of "
        "these fields and the reasons are statements of the sender.</p>"
    )


def _some(places: Sequence[str], most: int = 50) -> str:
    more = f" and {len(places) - most} more" if len(places) > most else ""
    return ", ".join(places[:most]) + more


def _how_to_verify(letter: Letter) -> Iterator[str]:
    yield '<h2 id="verify">How to verify</h2>'
    yield (
        "<p>On any machine with Python 3.9 or later, without a network. P.zip is this package; the "
        "key (or its fingerprint) is that of the sender's log:</p>"
    )
    yield f"<pre>{exact('python3 -I -S verify.pyz P.zip --key KEY')}</pre>"
    yield (
        "<ol><li><b>The key must come to you by another way than this package</b>: from the "
        "sender in person, by telephone, from somebody who received it earlier. Whoever forges a "
        "package puts a key of their own into it. This package says that the fingerprint is "
        f"{exact(letter.fingerprint)}: compare, do not copy.</li>"
        "<li>The verifier too: use one that you obtained separately, or compare the SHA-256 of "
        f"the <code>verify.pyz</code> in here, {exact(letter.verifier_sha256)}, with one that you "
        "were told by another way.</li>"
        "<li>If the file that you received begins with <code>age-encryption.org</code>, open it "
        "first, with the key that it was encrypted to or with its passphrase:"
        f"<pre>{exact(OPEN_WITH_KEY)}\n{exact(OPEN_WITH_PASSPHRASE)}</pre></li></ol>"
    )


def _limits(letter: Letter) -> Iterator[str]:
    yield "<h2>What verification cannot show</h2>"
    yield (
        "<ul><li>that what is said in here is true;</li>"
        "<li>that a capture shows what was there, or who made it;</li>"
        "<li>that something did not exist before its time of record;</li>"
        "<li>that the holder of the log's key did not rebuild the log before the checkpoint that "
        "somebody else holds: compare the checkpoint with one that another person received at the "
        "time;</li>"
        "<li>that the sender has nothing else.</li></ul>"
    )


def _entries(shown: Sequence[Shown]) -> Iterator[str]:
    yield "<h2>Entries</h2>"
    if len(shown) > MOST_ENTRIES:
        yield f"<p>The first {MOST_ENTRIES} of {len(shown)}; all are in <code>entries/</code>.</p>"
    for one in shown[:MOST_ENTRIES]:
        yield f"<h3>{one.index}: {escape(one.kind)}</h3>"
        pairs = [(escape(name), value_of(value)) for name, value in sorted(one.fields.items())]
        pairs += [(escape(kept.field), "<i>withheld</i>") for kept in one.kept]
        yield _rows([("object", exact(one.id)), *pairs])
