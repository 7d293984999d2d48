"""Addresses of reviews. What stands first wins: an item's reference never reads ``read``."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.review import beside, deciding, listing, report

urlpatterns = [
    path("review/", listing.reviews, name="reviews"),
    path("review/read/", listing.read, name="review_read"),
    path("review/<str:ref>/", report.review, name="review"),
    path("review/<str:ref>/part/<int:number>/", report.part, name="review_part"),
    path("review/<str:ref>/step/<str:name>/", report.step, name="review_step"),
    path("review/<str:ref>/step/<str:name>/correct/", report.correct, name="review_correct"),
    path("review/<str:ref>/step/<str:name>/decide/", deciding.decide, name="review_decide"),
    path("review/<str:ref>/step/<str:name>/second/", beside.second, name="review_second"),
    path("review/<str:ref>/where/<int:start>-<int:end>/", report.where, name="review_where"),
    path("review/<str:ref>/reprints/", report.reprints, name="review_reprints"),
    path("review/<str:ref>/missed/", report.missed, name="review_missed"),
    path("review/<str:ref>/add/", beside.add_missed, name="review_add"),
    path("review/<str:ref>/undo/", deciding.undo_last, name="review_undo"),
    path("review/<str:ref>/bulk/", beside.bulk, name="review_bulk"),
    path("review/<str:ref>/end/", beside.end, name="review_end"),
]
