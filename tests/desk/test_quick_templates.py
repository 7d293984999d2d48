"""Templates of the desk print what Django's own engine prints, to the letter."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass

import pytest
from django.template import Context, Engine, TemplateDoesNotExist, engines
from django.test.utils import setup_test_environment, teardown_test_environment
from django.utils import translation
from django.utils.safestring import mark_safe

from desk.opened_desk import OpenedDesk
from probatum.desk import settings

PAGES = ("/", "/items/", "/items/?q=shelling", "/items/?q=kind%3Aassertion", "/items/?q=%28",
         "/review/", "/incidents/", "/map/", "/timeline/", "/people/", "/sources/", "/records/",
         "/numbers/", "/log/", "/log/acts/", "/settings/", "/disclosures/", "/add/")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A value with attributes, one of which is a method."""

    words: str

    def loud(self) -> str:
        return self.words.upper()


class Told(Mapping[str, object]):
    """What is looked up as in a dictionary first."""

    def __getitem__(self, name: str) -> object:
        return {"words": "told"}[name]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(("words",))

    def __len__(self) -> int:
        return 1


def engine(quick: bool) -> Engine:
    given = engines["django"].engine
    if quick:
        return given
    return Engine(
        loaders=settings.LOADERS, dirs=given.dirs, libraries=given.libraries,
        builtins=[each for each in given.builtins if each not in Engine.default_builtins],
    )  # fmt: skip


@pytest.fixture
def pieces(tmp_path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Both engines with templates of this test, by their text."""

    def say(text: str, values: dict[str, object], **others: str) -> tuple[str, str]:
        both = []
        for loader in ("probatum.desk.quick_templates.Loader",
                       "django.template.loaders.cached.Loader"):  # fmt: skip
            texts = ("django.template.loaders.locmem.Loader", {"page.html": text, **others})
            made = Engine(loaders=[(loader, [texts])], libraries={
                "i18n": "django.templatetags.i18n", "static": "django.templatetags.static",
            })  # fmt: skip
            both.append(made.get_template("page.html").render(Context(values)))
        return both[0], both[1]

    return say


@pytest.mark.parametrize("text", [
    "{{ name }}", "{{ name|upper }}", "{{ said.words }}", "{{ said.loud }}", "{{ told.words }}",
    "{{ told.items }}", "{{ absent }}|{{ said.absent }}|{{ table.absent }}", "{{ table.key }}",
    "{{ table.0 }}{{ row.0 }}{{ row.1.words }}", "{{ ask }}", "{{ ask.words }}", "{{ number }}",
    "{{ none }}{{ none.more }}", "{{ safe }}", "{{ kind.words }}",
    "{% autoescape off %}{{ name }}{% endautoescape %}",
    "{% if absent %}a{% elif said.words %}b{% else %}c{% endif %}",
    "{% for one in row %}{{ forloop.counter }}{{ one.words }}{% endfor %}",
    "{% for one in absent %}{{ one }}{% empty %}none{% endfor %}",
    "{% for one in row %}{{ forloop.counter0 }}{{ forloop.revcounter }}{{ forloop.revcounter0 }}"
    "{% if forloop.first %}first{% endif %}{% if forloop.last %}last{% endif %}"
    "{{ forloop.absent }}{% endfor %}{{ forloop.counter }}{{ one }}",
    "{% for one in row %}{% for two in row %}{{ forloop.parentloop.counter }}{{ forloop.counter }}"
    "{{ forloop.parentloop.parentloop.counter }}{% if not forloop.last %},{% endif %}{% endfor %}"
    "{% endfor %}",
    "{% for one in row reversed %}{{ forloop.counter }}{{ one.words }}{% endfor %}",
    "{% for key, value in table.items %}{{ key }}{{ value }}{{ forloop.last }}{% endfor %}",
    "{% for one in name %}{{ one }}{% endfor %}{% for one in said.words %}{{ one }}{% endfor %}",
    "{% for one in row %}{% include 'piece.html' with name=forloop.counter %}{% endfor %}",
    "{% for one in numbers %}{{ one }} {{ one|add:1 }} {% endfor %}",
    "{% autoescape off %}{{ safe }}{{ numbers.0 }}{{ row.0 }}{% endautoescape %}",
    "{% if said.loud %}a{% endif %}{% if ask %}b{% endif %}{% if not absent.more %}c{% endif %}"
    "{% if safe and number > 3 or absent %}d{% endif %}{% if none %}{% elif name|length %}e"
    "{% endif %}",
    "{% with a=name b=absent.more %}{{ a }}{{ b }}{% with a=b %}[{{ a }}]{% endwith %}{{ a }}"
    "{% endwith %}{{ a }}",
    "{% with name=said.words %}{{ name }}{% endwith %}{{ name }}",
    '{% include "piece.html" %}{% include "piece.html" with name=said.words %}{{ name }}',
    '{% include "piece.html" with name="x" only %}{% include which %}',
    "{% load i18n %}{% translate 'Items' %}{% translate name %}{% translate 'Items' as w %}{{ w }}",
    "{% load i18n %}{% translate '100%% \"<b>' %}{% autoescape off %}{% translate '<b>' %}"
    "{% endautoescape %}{% translate '<b>' %}",
    "{% load i18n %}{% blocktranslate count n=number %}{{ n }} a{% plural %}{{ n }} b"
    "{% endblocktranslate %}",
])  # fmt: skip
def test_both_engines_print_the_same(pieces, text: str) -> None:  # type: ignore[no-untyped-def]
    values: dict[str, object] = {
        "name": "<script>'\"&", "said": Said("<i>"), "told": Told(),
        "table": {"key": "<k>", 0: "0"},
        "row": ["<r>", Said("<s>")], "ask": lambda: Said("<asked>"), "number": 1234, "none": None,
        "safe": mark_safe("<b>"), "kind": Said, "which": "piece.html",
        "numbers": [0, -1, 999, 1000, 1234567, 1.5, True, False],
    }  # fmt: skip
    with translation.override("uk"):
        ours, django = pieces(text, values, **{"piece.html": "[{{ name }}{{ absent }}]"})
    assert ours == django


def test_a_fixed_sentence_is_said_in_the_language_of_each_page() -> None:
    made = engine(quick=True).get_template("desk/pieces/says.html")
    said = {}
    for language in ("en", "uk", "ar", "en"):
        with translation.override(language):
            said.setdefault(language, made.render(Context()))
            assert made.render(Context()) == said[language]
    assert len(set(said.values())) == 3


def test_an_error_inside_a_piece_leaves_the_names_as_they_were(pieces) -> None:  # type: ignore[no-untyped-def]
    def fail() -> str:
        raise LookupError("asked")

    context = Context({"fail": fail, "name": "outside"})
    made = Engine(loaders=[("probatum.desk.quick_templates.Loader", [
        ("django.template.loaders.locmem.Loader", {
            "page.html": '{% include "piece.html" with name="inside" %}',
            "piece.html": "{{ fail }}",
        })])]).get_template("page.html")  # fmt: skip
    with pytest.raises(LookupError):
        made.render(context)
    assert context["name"] == "outside"


def test_a_template_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(TemplateDoesNotExist):
        engine(quick=True).get_template("desk/there_is_none.html")


def test_every_page_comes_out_as_djangos_own_engine_prints_it(village: OpenedDesk) -> None:
    setup_test_environment()
    try:
        for role in ("owner", "auditor"):
            for address in PAGES:
                answer = village.client(role).get(address)
                if answer.status_code != 200:
                    continue
                name, context = answer.templates[0].name, answer.context[0]
                printed = [
                    engine(quick=each).get_template(name).render(copy(context))
                    for each in (True, False)
                ]
                assert printed[0] == printed[1], (role, address)
    finally:
        teardown_test_environment()
