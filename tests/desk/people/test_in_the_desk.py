"""Pages about people inside the whole desk, with its gate, its frame and its case."""

from __future__ import annotations

import pytest
from django.urls import reverse

from desk.opened_desk import OpenedDesk

ROLES = ["owner", "investigator", "reviewer", "reader", "auditor"]


@pytest.mark.parametrize("role", ROLES)
def test_everybody_has_their_own_settings_and_owner_and_auditor_see_people(
    desk: OpenedDesk, role: str
) -> None:
    client = desk.client(role)
    assert client.get(reverse("person-settings")).status_code == 200
    assert client.get(reverse("mfa_index")).status_code == 200
    watches = 200 if role in ("owner", "auditor") else 403
    assert client.get(reverse("people")).status_code == watches
    assert client.get(reverse("people_events")).status_code == watches
    assert client.get(reverse("people_add")).status_code == (200 if role == "owner" else 403)


def test_the_head_of_a_page_names_who_looks_and_not_who_is_looked_at(desk: OpenedDesk) -> None:
    from probatum.desk.people.models import Person

    reader = Person.objects.get(sign_in_name="reader")
    page = desk.client("owner").get(reverse("person", args=[reader.pk])).content.decode()
    head = page.split('<header class="app-head', 1)[1].split("</header>", 1)[0]
    assert "O. Owner" in head and "Owner" in head
    assert reader.display_name not in head
    assert f'action="{reverse("sign-out")}"' in head
    assert f'href="{reverse("person-settings")}"' in head


def test_a_stranger_is_shown_the_sign_in_with_the_policy_of_the_desk(desk: OpenedDesk) -> None:
    answer = desk.stranger().get(reverse("account_login"))
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    page = answer.content.decode()
    assert "<style" not in page and " style=" not in page and " onclick=" not in page
