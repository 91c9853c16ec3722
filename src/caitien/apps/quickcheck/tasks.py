"""The jobs of the quick check; each may run twice."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django_tasks import task

from caitien.apps.files.queries import read_bytes
from caitien.apps.jobs.deadline import deadline
from caitien.apps.quickcheck import actions, queries, service
from caitien.apps.quickcheck.models import QuickCheck

logger = logging.getLogger(__name__)

MOST_SECONDS = 120
TOO_SLOW = "Tệp này đọc quá lâu nên máy đã dừng. Thầy cô lưu lại thành Word (.docx), bỏ bớt ảnh, rồi gửi lại."
UNEXPECTED = "Chưa đọc được tệp này do lỗi của chương trình. Thầy cô thử lưu lại thành Word (.docx) rồi gửi lại."


@task()
def run_check(check_id: str) -> None:
    """Read and check one file. Does nothing when that is done, or when the check is gone."""
    check = QuickCheck.objects.select_related("upload__content").filter(pk=check_id).first()
    if not check or check.finished or not check.upload:
        return
    QuickCheck.objects.filter(pk=check_id).update(state=QuickCheck.State.WORKING)
    try:
        with deadline(MOST_SECONDS):
            data = read_bytes(check.upload)
            examined = service.examine(data, name=check.name, ruleset=check.ruleset, progress=_reporter(check))
        actions.finish(check, examined)
    except service.UserError as error:
        actions.fail(check, str(error))
    except (TimeoutError, MemoryError, RecursionError):
        actions.fail(check, TOO_SLOW)
    except Exception:
        logger.exception("quick check %s", check_id)
        actions.fail(check, UNEXPECTED)


@task()
def fail_stuck() -> None:
    """Tell people whose file every worker died of, instead of letting them wait."""
    for check in queries.stuck():
        actions.fail(check, TOO_SLOW)


@task()
def delete_expired() -> None:
    """Delete every check whose two hours are over, with its file."""
    for check in queries.expired():
        actions.delete(check)


def _reporter(check: QuickCheck) -> Callable[..., None]:
    """Writes true counts into the row, at most a few times a second within one step."""
    last_step, last_time = "", 0.0

    def report(step: str, done: int = 0, total: int = 0, *, actions_found: int | None = None) -> None:
        nonlocal last_step, last_time
        now = time.monotonic()
        if step == last_step and now - last_time < 0.3:
            return
        last_step, last_time = step, now
        known = {} if actions_found is None else {"actions": actions_found}
        QuickCheck.objects.filter(pk=check.pk).update(step=step, done=done, total=total, **known)

    return report
