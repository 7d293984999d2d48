"""Addresses of items."""

from __future__ import annotations

from django.urls import path, register_converter

from probatum.desk.pages.items import doing, listing, one, redacting, saved


class Reference:
    """A short reference or an object id; nothing that a path could be made of."""

    regex = "[0-9A-Za-z]{1,32}(?:-[0-9A-Za-z]{1,16}){0,2}"

    @staticmethod
    def to_python(value: str) -> str:
        """As it is: the act finds what it names."""
        return value

    @staticmethod
    def to_url(value: str) -> str:
        """As it is."""
        return value


register_converter(Reference, "ref")

urlpatterns = [
    path("", listing.items, name="search"),
    path("", listing.items, name="items"),
    path("do/", doing.many, name="items_do"),
    path("searches/keep/", saved.keep, name="search_keep"),
    path("searches/<int:number>/forget/", saved.forget, name="search_forget"),
    path("<ref:ref>/", one.item, name="item"),
    path("<ref:ref>/picture/", one.picture, name="item_picture"),
    path("<ref:ref>/film/", one.film, name="item_film"),
    path("<ref:ref>/custody/", one.custody, name="item_custody"),
    path("<ref:ref>/records/", one.records, name="item_records"),
    path("<ref:ref>/note/", doing.noted, name="item_note"),
    path("<ref:ref>/cite/", doing.cited, name="item_cite"),
    path("<ref:ref>/labels/", doing.labelled, name="item_label"),
    path("<ref:ref>/assess/", doing.assessed, name="item_assess"),
    path("<ref:ref>/decide/", doing.decided, name="item_decide"),
    path("<ref:ref>/extract/", doing.extracted, name="item_extract"),
    path("<ref:ref>/redact/", redacting.redacted, name="item_redact"),
    path("<ref:ref>/original/", doing.downloaded, name="item_original"),
]
