"""Between files and plans: what `read` and `write` of the interface are made of."""

from __future__ import annotations

import json
import re
from pathlib import Path

from caitien.engine.document.readers import read_document
from caitien.engine.document.readers.limits import FILE_SIZE
from caitien.engine.errors import Unreadable, UserError
from caitien.engine.plan.json_form import from_json, to_json
from caitien.engine.plan.model import FORMS, Plan, Reading

CHOOSE = "Thầy cô chọn đúng tệp kế hoạch; nếu đúng là tệp này thì xem đầu đề có ghi rõ tên kế hoạch không."
BOM = b"\xef\xbb\xbf"


def load(path: Path) -> bytes:
    """The bytes of a file, no more than any reader takes. Raises Unreadable when it cannot be opened."""
    if path.is_dir():
        raise Unreadable(f"“{path.name or path}” là một thư mục. Thầy cô chọn một tệp kế hoạch ở trong đó.")
    try:
        with path.open("rb") as file:
            return file.read(FILE_SIZE + 1)
    except FileNotFoundError:
        raise Unreadable(f"Không thấy tệp “{path}”. Thầy cô kiểm tra lại tên và thư mục.") from None
    except (OSError, ValueError):
        raise Unreadable(f"Không mở được tệp “{path}”. Thầy cô xem tệp có bị khóa hay thiếu quyền đọc không.") from None


def reading_of(data: bytes, name: str = "") -> Reading:
    """The reading of a file; of a plan as JSON the plan itself with the document printed from it.

    Raises Unreadable also for a paper that has no part of a plan, and says what it seems to be.
    """
    if name.lower().endswith(".json") or is_plan_json(data):
        from caitien.engine.reports.plan import plan_document

        plan = _plan_of(data)
        return Reading(plan, plan_document(plan))
    from caitien.engine.plan_reader import read_plan
    from caitien.engine.plan_reader.recognise import seems_to_be

    reading = read_plan(read_document(data, name))
    other = seems_to_be(reading)
    if other is not None:
        known = f"Tệp này có vẻ là {other}" if other else "Tệp đọc được"
        raise Unreadable(f"{known}, chưa thấy phần nào của kế hoạch cải tiến chất lượng. {CHOOSE}")
    return reading


def is_plan_json(data: bytes) -> bool:
    """Whether the bytes begin like a JSON object with a key."""
    return re.match(rb'\s*\{\s*"', data[:200].removeprefix(BOM)) is not None


def _plan_of(data: bytes) -> Plan:
    try:
        return from_json(json.loads(data.removeprefix(BOM)))
    except (ValueError, RecursionError):
        raise Unreadable("Tệp JSON bị hỏng nên chưa đọc được. Thầy cô xuất lại tệp từ CaiTien.") from None


def in_form(plan: Plan, form: str | None) -> Plan:
    """The plan in a form of `FORMS`; None: in its own. UserError for an unknown form."""
    if form is None or form == plan.form:
        return plan
    if form not in FORMS:
        raise UserError(f"Chưa có mẫu “{form}”. Các mẫu hiện có: {', '.join(FORMS)}.")
    from caitien.engine.reports import convert

    return convert(plan, form)


def bytes_of(plan: Plan, format: str, *, gaps: bool = False) -> bytes:
    """The file of a plan; with `gaps` a draft in which everything that the form demands and the plan lacks is shown."""
    if format == "json":
        return json.dumps(to_json(plan), ensure_ascii=False, indent=1).encode()
    from caitien.engine.document.writers import write_document
    from caitien.engine.reports.plan import plan_document

    document = plan_document(plan, gaps=gaps)
    return write_document(document, format, title=" ".join(plan.header.title), author=plan.school_name or "")
