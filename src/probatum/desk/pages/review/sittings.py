"""What a person did at a review, kept in the desk's database: it is taken back as it was done."""

from __future__ import annotations

from django.http import HttpRequest

from probatum.acts import decide_suggestion as deciding
from probatum.acts.review_item import Step
from probatum.acts.review_look import Look
from probatum.desk.models import ReviewSitting

_MOST_BACK = 50


def remember(
    request: HttpRequest, found: Look, step: Step, done: list[deciding.Decided], judged: list[str]
) -> None:
    """Keep what one press decided, in the desk's database: it is taken back as one."""
    if not done:
        return
    mine = sitting(request, found)
    mine.presses.append([step.name, [each.decision.id for each in done], judged])
    del mine.presses[:-_MOST_BACK]
    mine.save()


def sitting(request: HttpRequest, found: Look) -> ReviewSitting:
    """Return what this person did at this reading, in the desk's database."""
    group = found.sheet.reading.group or ""
    found_or_new: ReviewSitting
    found_or_new, _new = ReviewSitting.objects.get_or_create(person=request.user, reading=group)
    return found_or_new
