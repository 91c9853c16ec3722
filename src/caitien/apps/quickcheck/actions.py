from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from caitien.apps.files import actions as files
from caitien.apps.quickcheck import service
from caitien.apps.quickcheck.models import QuickCheck, Result


def start(data: bytes, *, name: str, ruleset: str = "") -> QuickCheck:
    """Keep the file and put its check into the queue."""
    from caitien.apps.quickcheck.tasks import run_check

    with transaction.atomic():
        upload = files.store(data, name)
        check = QuickCheck.objects.create(upload=upload, name=upload.name, size=len(data), ruleset=ruleset)
        run_check.enqueue(str(check.pk))
    return check


def finish(check: QuickCheck, examined: service.Examined) -> None:
    """Keep what came out, unless the check was deleted meanwhile."""
    with transaction.atomic():
        if not QuickCheck.objects.select_for_update().filter(pk=check.pk).exists():
            return
        Result.objects.update_or_create(check_run=check, defaults=service.fields_of(examined))
        QuickCheck.objects.filter(pk=check.pk).update(state=QuickCheck.State.DONE)


def fail(check: QuickCheck, sentence: str) -> None:
    """Keep the sentence; the file is of no more use to anybody."""
    with transaction.atomic():
        upload = check.upload
        QuickCheck.objects.filter(pk=check.pk).update(state=QuickCheck.State.FAILED, error=sentence, upload=None)
        if upload:
            files.remove(upload)


def delete(check: QuickCheck) -> None:
    """File, row and results, at once."""
    with transaction.atomic():
        upload = check.upload
        check.delete()
        if upload:
            files.remove(upload)


def apply_fixes(check: QuickCheck, keys: list[str]) -> tuple[list[str], str]:
    """Apply the safe fixes of these findings; the keys newly applied, and the time that they share."""
    at = timezone.now().isoformat()

    def change(result: Result) -> list[str]:
        known = {found["key"] for found in result.findings if found["edits"]}
        fresh = [key for key in keys if key in known - result.fixed.keys() - result.set_aside.keys()]
        result.fixed.update(dict.fromkeys(fresh, at))
        return fresh

    return _change(check, change), at


def undo_fixes(check: QuickCheck, keys: list[str]) -> list[str]:
    """Put the old text back; the keys undone."""
    return _change(check, lambda result: [key for key in keys if result.fixed.pop(key, None)])


def undo_fixes_of(check: QuickCheck, at: str) -> list[str]:
    """Put the old text back where it was changed at this time; the keys undone."""

    def change(result: Result) -> list[str]:
        undone = [key for key, applied in result.fixed.items() if applied == at]
        result.fixed = {key: applied for key, applied in result.fixed.items() if applied != at}
        return undone

    return _change(check, change)


def set_aside(check: QuickCheck, key: str, reason: str) -> list[str]:
    """Note that a finding does not apply, and why; its key, or nothing when there is no such finding."""

    def change(result: Result) -> list[str]:
        if key not in {found["key"] for found in result.findings}:
            return []
        result.fixed.pop(key, None)
        result.set_aside[key] = {"reason": reason[:300], "at": timezone.now().isoformat()}
        return [key]

    return _change(check, change)


def take_back(check: QuickCheck, key: str) -> list[str]:
    """Let a finding that was set aside count again; its key, or nothing when it was not."""
    return _change(check, lambda result: [key] if result.set_aside.pop(key, None) else [])


def _change(check: QuickCheck, change: Callable[[Result], list[str]]) -> list[str]:
    """Change the choices under a short lock, then paint the paper; of two at a time the later choices are painted."""
    with transaction.atomic():
        result = Result.objects.select_for_update().get(pk=check.pk)
        changed = change(result)
        if not changed:
            return changed
        result.revision += 1
        result.save(update_fields=["fixed", "set_aside", "revision"])
    paper = service.repaint(result)
    Result.objects.filter(pk=check.pk, revision=result.revision).update(paper=paper)
    return changed
