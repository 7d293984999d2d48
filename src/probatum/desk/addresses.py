"""Every address of the desk. Each page that is not for everybody names the deed it serves."""

from __future__ import annotations

from django.urls import include, path

from probatum.desk.gate import entering
from probatum.desk.jobs import views as job_views
from probatum.desk.pages import erasing, home, inquiries, numbers, people_and_sources, timeline
from probatum.desk.pages.counting import pairs

urlpatterns = [
    path("", home.home, name="home"),
    path("enter/", entering.enter, name="enter"),
    path("jobs/", job_views.mine, name="jobs"),
    path("jobs/<int:number>/", job_views.job, name="job"),
    path("jobs/<int:number>/stop/", job_views.stop, name="job_stop"),
    path("items/", include("probatum.desk.pages.items.addresses")),
    path("evidence/", include("probatum.desk.evidence.addresses")),
    path("disclosures/", include("probatum.desk.pages.disclosures.addresses")),
    path("inquiries/", inquiries.inquiries, name="inquiries"),
    path("map/", include("probatum.desk.pages.map.addresses")),
    path("incidents/", include("probatum.desk.pages.incidents.addresses")),
    path("records/", include("probatum.desk.pages.records.addresses")),
    path("timeline/", timeline.timeline, name="timeline"),
    path("numbers/", numbers.numbers, name="numbers"),
    path("numbers/lists/", include("probatum.desk.pages.counting.addresses")),
    path("numbers/pairs/", pairs.pairs, name="pairs"),
    path("numbers/pairs/answer/", pairs.pair_answer, name="pair_answer"),
    path("numbers/<str:ref>/", numbers.numbers_of, name="numbers_of"),
    path("people/", people_and_sources.people_and_groups, name="people_and_groups"),
    path("sources/", people_and_sources.sources, name="sources"),
    path("erase/<str:ref>/", erasing.erasure, name="erasure"),
    path("settings/", include("probatum.desk.pages.settings.addresses")),
    path("protected/", include("probatum.desk.pages.compartment.addresses")),
    path("log/", include("probatum.desk.pages.log.addresses")),
    path("", include("probatum.desk.uploads.addresses")),
    path("", include("probatum.desk.pages.review.addresses")),
    path("accounts/", include("probatum.desk.people.addresses")),
]
