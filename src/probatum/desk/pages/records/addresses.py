"""Addresses of records. What stands first wins: no reference reads ``new`` or ``pick``."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.records import editing, judging, show

urlpatterns = [
    path("", show.kinds, name="records"),
    path("pick/", show.picked, name="record_pick"),
    path("new/<slug:noun>/", editing.new, name="record_new"),
    path("of/<slug:noun>/", show.of_noun, name="records_of"),
    path("<str:ref>/", show.record, name="record"),
    path("<str:ref>/revise/", editing.change, name="record_revise"),
    path("<str:ref>/assess/", judging.assessed, name="record_assess"),
    path("<str:ref>/review/", judging.reviewed, name="record_review"),
    path("<str:ref>/same/", judging.said_same, name="record_same"),
    path("<str:ref>/retract/", judging.retracted, name="record_retract"),
]
