from __future__ import annotations

import datetime

from django.utils import timezone

from caitien.apps.quickcheck.models import QuickCheck, Result

MOST_WAITING = 200
STUCK_AFTER = datetime.timedelta(minutes=20)
"""Longer than all attempts of a task take together."""


class Gone(Exception):
    """The two hours are over."""


def check_at(token: str) -> QuickCheck | None:
    """The check under an address, None where there is none. Gone when its time is over."""
    check = QuickCheck.objects.filter(token=token).first()
    if check and check.expires_at <= timezone.now():
        raise Gone
    return check


def page_of(check: QuickCheck) -> Result:
    """The result; its heaviest parts are fetched only when they are used."""
    return Result.objects.defer("document", "paper").get(pk=check.pk)


def expired() -> list[QuickCheck]:
    return list(QuickCheck.objects.filter(expires_at__lte=timezone.now()).select_related("upload"))


def stuck() -> list[QuickCheck]:
    """Checks that a worker began so long ago that it will never end them."""
    begun = QuickCheck.objects.filter(state=QuickCheck.State.WORKING, created_at__lte=timezone.now() - STUCK_AFTER)
    return list(begun.select_related("upload"))


def too_busy() -> bool:
    """Whether so many files wait that one more would only wait in vain."""
    waiting = QuickCheck.objects.filter(state=QuickCheck.State.WAITING, expires_at__gt=timezone.now())
    return waiting.count() >= MOST_WAITING
