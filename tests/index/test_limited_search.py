"""What a search leaves out while a person waits, and that it leaves out nothing else."""

from __future__ import annotations

import random

import pytest

from probatum.index import schema
from probatum.index.documents import Document
from probatum.index.query_language import parse
from probatum.index.schema import Connection
from probatum.index.searching import Answer, Behind, Effort, Order, search
from put_documents import put_all

FEW = Effort(profiles=3, ranked=10)
AMPLE = Effort(profiles=10_000, ranked=10_000)
ASKED_OF_FAMILIES = (
    "kind:assertion", "kind:assertion stance:denies", "-kind:assertion", "stance:den*",
    "language:uk", "kind:note OR language:en", "is:suggestion", "kind:note is:suggestion",
    "has:text -stance:asserts",
)  # fmt: skip
ASKED = (*ASKED_OF_FAMILIES, "speaker:olena", "mill", "mill road", "mill kind:note", "mill OR road",
         "-kind:note speaker:danylo", "kind:note OR mill")  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Connection:
    """Two hundred documents of several kinds, speakers, stances and languages."""
    connection, _ = schema.connect(tmp_path_factory.mktemp("limited") / "i.db", b"k" * 32)
    chance = random.Random(4)
    documents = []
    for number in range(200):
        kind = chance.choice(("note", "assertion", "text"))
        traits = [("language", chance.choice(("en", "uk", "en-GB")))]
        if kind == "assertion":
            traits.append(("stance", chance.choice(("asserts", "asserts", "denies"))))
            traits.append(("speaker", chance.choice(("Olena Vyhadana", "Danylo", "Zoya", "Ira"))))
        words = " ".join(chance.choices(("mill", "mill", "road", "bridge", "well"), k=4))
        documents.append(
            Document(number, number, kind, words, words, tuple(sorted(traits)),  # type: ignore[arg-type]
                     flags=chance.choice((0, 0, 0, 1, 4)))
        )  # fmt: skip
    put_all(connection, documents)
    return connection


def pages(
    connection: Connection, query: str, order: Order, within: Effort | None
) -> tuple[list[int], Answer]:
    """Turn the pages of seven hits to the end; return all numbers, and the first page."""
    behind: Behind | None = None
    numbers: list[int] = []
    first: Answer | None = None
    while True:
        answer = search(
            connection, parse(query), limit=7, order=order, behind=behind, within=within
        )
        first = first or answer
        if not answer.hits:
            return numbers, first
        numbers += [hit.number for hit in answer.hits]
        behind = answer.hits[-1].score, answer.hits[-1].number


@pytest.mark.parametrize("order", ["best", "newest", "oldest"])
@pytest.mark.parametrize("query", ASKED)
def test_where_the_limits_are_ample_the_answer_is_that_without_limits(
    filled: Connection, query: str, order: Order
) -> None:
    numbers, answer = pages(filled, query, order, AMPLE)
    assert (numbers, answer) == pages(filled, query, order, None)
    assert len(numbers) == len(set(numbers)) == answer.total > 0


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("query", ASKED)
def test_in_order_of_age_every_document_is_shown_whatever_the_limits(
    filled: Connection, query: str, order: Order
) -> None:
    numbers, answer = pages(filled, query, order, FEW)
    everything, whole = pages(filled, query, order, None)
    assert numbers == everything == sorted(numbers, reverse=order == "newest")
    assert answer.total == whole.total
    assert answer.ranked is None


def test_of_words_that_stand_nearly_everywhere_the_newest_are_ranked(filled: Connection) -> None:
    numbers, answer = pages(filled, "mill", "best", FEW)
    newest, _ = pages(filled, "mill", "newest", None)
    assert answer.total > FEW.ranked
    assert answer.ranked == FEW.ranked
    assert sorted(numbers) == sorted(newest[: FEW.ranked]), "and these are shown to the last"
    of_all, _ = pages(filled, "mill", "best", None)
    assert numbers == [number for number in of_all if number in set(numbers)]


def test_with_a_filter_every_document_is_asked(filled: Connection) -> None:
    numbers, answer = pages(filled, "mill kind:note", "best", FEW)
    assert numbers == pages(filled, "mill kind:note", "best", None)[0]
    assert answer.ranked is None


@pytest.mark.parametrize("query", ASKED_OF_FAMILIES)
def test_facets_of_the_most_frequent_traits_say_in_how_many_they_count(
    filled: Connection, query: str
) -> None:
    few = search(filled, parse(query), within=FEW)
    whole = search(filled, parse(query))
    assert few.counted <= few.total == whole.total == whole.counted
    for facet, values in few.facets.items():
        counts = {each.value: each.documents for each in whole.facets[facet]}
        assert all(each.documents <= counts[each.value] for each in values)
    assert sum(each.documents for each in few.facets.get("kind", ())) == few.counted > 0
