"""Results of the self-assessment as the plan states them: counts per level, claims, tables of marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from caitien.engine.document.tree import Table, grid
from caitien.engine.plan.model import LevelCount, Mark, Plan, SelfAssessment
from caitien.engine.plan_reader.source import Grid, Item, Line, Trace
from caitien.engine.vietnamese.text import fold, squeeze

LEVEL = re.compile(r"\bmức\s*(?:độ\s*)?(?P<level>[1-4])(?!\s*[\d,]*\s*%)(?!\d)", re.IGNORECASE)
FRACTION = re.compile(r"(?<![\d/])(?P<part>\d{1,2})\s*/\s*(?P<whole>\d{1,2})(?!\s*/?\d)")
PERCENT = re.compile(r"(?P<percent>\d{1,3}(?:[.,]\d{1,3})?)\s*%")
FAILED = re.compile(r"(?:không|chưa)\s+đạt", re.IGNORECASE)
CODES = re.compile(r"(?<![\d.,/])[1-5]\.\d{1,2}(?![\d.,]*\d|\s*%)")
TOTAL = re.compile(
    r"(?:tổng(?:\s+số)?|gồm|có)\s*:?\s*(?P<total>\d{1,2})\s+tiêu chí(?!\s*(?:đạt|không|chưa))", re.IGNORECASE
)
OF_ALL = re.compile(r"^\W*(?:trong|trên)\s+(?:số |tổng số )?(?P<total>\d{1,2})\s+tiêu chí\b", re.IGNORECASE)
PASSED_COUNT = re.compile(r"\bđạt\s+(?:mức\s*\d\s+)?(?:có|gồm)\b", re.IGNORECASE)
COUNT = re.compile(
    r"(?<![\d/,.])(?P<count>\d{1,2})\s+tiêu chí|(?:không|chưa) đạt\s+(?P<failed>\d{1,2})(?![\d/,.%]|\s*[/%])|(?:đạt|không đạt|chưa đạt)(?:[^:;/\d]|mức \d){0,40}:\s*(?P<bare>\d{1,2})(?![\d/,.%]|\s*[/%]|\s*[,.]\d)",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r"[;\n]|(?<=\D)\.\s|,\s*(?=(?:số tiêu chí |tiêu chí )?(?:(?:không |chưa )?đạt )?mức\s*\d)|(?:,\s*|\s+và\s+)(?=\d+\s*(?:/\s*\d+\s*)?tiêu chí (?:không|chưa) đạt)|,\s*(?=(?:số |tỷ |tỉ |và |còn )*(?:lượng |lệ )*(?:các )?(?:tiêu chí )?(?:không|chưa) đạt)|\s+(?=(?:và )?số (?:lượng )?(?:tiêu chí )?(?:không|chưa) đạt)",
    re.IGNORECASE,
)

CLAIM = re.compile(
    r"(?:tự đánh giá\W{0,3}(?:nhà trường |trường )?(?P<a>(?:đạt )?mức\s*[1-4])(?!\s*(?::|đạt|có|gồm|tổng))"
    r"|mức (?:tự )?đánh giá (?:chung )?của[^:]{0,80}:\s*(?P<b>(?:đạt )?mức\s*[1-4])"
    r"|(?:kết luận|kết quả chung|đánh giá chung)[^.;]{0,60}?:?\s(?P<c>đạt mức\s*[1-4])"
    r"|(?:nhà trường|trường)(?: tự đánh giá)? (?P<d>(?:đã )?đạt mức\s*[1-4])(?! (?:trở|ở)))",
    re.IGNORECASE,
)
GRADE = re.compile(r"cấp độ\s*(?P<grade>[1-4])", re.IGNORECASE)
DEGREE = re.compile(r"chuẩn\s+quốc\s+gia\s*(?:,|:|-)?\s*(?:đạt\s+)?mức\s*độ\s*(?P<degree>[12])", re.IGNORECASE)
OTHER_SCHOOLS = re.compile(
    r"các trường|trường công lập|\d+ trường|đề án|phấn đấu|mục tiêu|kế hoạch xây dựng", re.IGNORECASE
)


LEVEL_CELL = re.compile(r"(?:\d\W*)?mức\s*[1-4]\W*$", re.IGNORECASE)
SUM_ROW = re.compile(r"(?:tong|cong|toan truong|chung)\b")


@dataclass(slots=True)
class Context:
    """What the clauses before have said: numbers belong to the level and polarity last named."""

    level: str | None = None
    failed: bool = False
    total: int | None = None
    """Of all levels of the line, as "Trong 28 tiêu chí: …" says."""


def read_results(plan: Plan, items: list[Item], trace: Trace) -> None:
    """Fill the self-assessment from the statements and tables among the items, in order."""
    results = plan.self_assessment
    context = Context()
    for item in items:
        if isinstance(item, Grid):
            _marks(results, item.table)
            _count_table(plan, item, trace)
            continue
        text = squeeze(item.text)
        _claims(plan, item, trace)
        of_all = OF_ALL.search(text)
        context.total = int(of_all["total"]) if of_all else None
        text = text[of_all.end() :] if of_all else text
        if _speaks_of_criteria(text, context):
            for clause in CLAUSE.split(text):
                _clause(plan, clause, context, item, trace)
        else:
            context.level = None


def _speaks_of_criteria(text: str, context: Context) -> bool:
    words = fold(text)
    if re.match(r"(?:\W*)(?:phan dau|muc tieu|chi tieu)\b", words):
        return False
    named = bool(LEVEL.search(text)) and ("tieu chi" in words or bool(FRACTION.search(text)))
    carried = context.level is not None and (
        words.lstrip("-+* :").startswith(("so luong", "so tieu chi", "ty le", "ti le", "dat", "khong dat", "chua dat"))
        or text.startswith(":")
    )
    return named or carried


def _clause(plan: Plan, clause: str, context: Context, line: Line, trace: Trace) -> None:
    """One statement: level, passed or failed, numbers."""
    levels = list(LEVEL.finditer(clause))
    if levels:
        context.level = levels[-1]["level"] if not FRACTION.search(clause) else levels[0]["level"]
    if FAILED.search(clause) and not re.search(r"đạt và (?:không|chưa) đạt", clause, re.IGNORECASE):
        context.failed = True
    elif re.search(r"\bđạt\b", clause, re.IGNORECASE):
        context.failed = False
    if context.level is None:
        return
    codes = _codes(clause, context.level) if context.failed else []
    if codes:
        plan.self_assessment.failed_criteria.setdefault(context.level, []).extend(codes)
    count = plan.self_assessment.level_counts.setdefault(context.level, LevelCount())
    before = (count.passed, count.total, count.failed)
    _numbers(count, clause, context.failed)
    if count != LevelCount() and count.total is None:
        count.total = context.total
    if count == LevelCount():
        del plan.self_assessment.level_counts[context.level]
    elif before != (count.passed, count.total, count.failed):
        base = f"self_assessment.level_counts.{context.level}"
        for name, old, new in zip(
            ("pass", "total", "fail"), before, (count.passed, count.total, count.failed), strict=True
        ):
            if old != new:
                trace.note(f"{base}.{name}", line, "statement")


def _codes(clause: str, level: str) -> list[str]:
    """Codes of criteria that a clause lists; those of level 4 are plain numbers after a colon."""
    if level == "4" and not FRACTION.search(clause):
        listed = re.search(
            r"tiêu chí (?:không|chưa) đạt[^:]*:\s*((?:\d{1,2}(?:\s*(?:,|và)\s*)?)+)", clause, re.IGNORECASE
        )
        return re.findall(r"\d{1,2}", listed[1]) if listed else []
    return CODES.findall(clause)


def _numbers(count: LevelCount, clause: str, failed: bool) -> None:
    total = TOTAL.search(clause) if not PASSED_COUNT.search(clause) else None
    if total and count.total is None:
        count.total = int(total["total"])
    fraction, percent = FRACTION.search(clause), PERCENT.search(clause)
    alone = next((found for found in COUNT.finditer(clause) if not total or found.start() > total.end()), None)
    value = (
        int(fraction["part"])
        if fraction
        else int(alone["count"] or alone["bare"] or alone["failed"])
        if alone
        else None
    )
    share = float(percent["percent"].replace(",", ".")) if percent else None
    if value is None and share is None:
        return
    if failed:
        _set_failed(count, value, share, int(fraction["whole"]) if fraction else None)
        count.failed_text = clause.strip(" .")
    else:
        _set_passed(count, value, share, int(fraction["whole"]) if fraction else None)
        count.passed_text = clause.strip(" .")


def _set_passed(count: LevelCount, value: int | None, share: float | None, total: int | None) -> None:
    count.passed = value if count.passed is None else count.passed
    count.total = total or count.total
    count.passed_percent = share if share is not None else count.passed_percent
    count.passed_as_percent_only = value is None and share is not None and count.passed is None


def _set_failed(count: LevelCount, value: int | None, share: float | None, total: int | None) -> None:
    if count.failed is None:
        count.failed = 0 if value is None and share == 0 else value
        count.failed_as_percent_only = value is None and share is not None
    count.failed_percent = share if share is not None else count.failed_percent
    count.failed_total = total if total is not None else count.failed_total
    if count.total is None and total:
        count.total = total


def _claims(plan: Plan, line: Line, trace: Trace) -> None:
    results = plan.self_assessment
    claim = CLAIM.search(line.text)
    if claim and results.claimed_level is None:
        worded = next(value for value in claim.groupdict().values() if value)
        results.claimed_level = int(re.findall(r"[1-4]", worded)[-1])
        results.claimed_text = worded if claim["b"] else line.text if len(line.text) < 120 else worded
        trace.note("self_assessment.claimed_level", line, "statement")
        trace.note("self_assessment.claimed_text", line, "statement")
    if OTHER_SCHOOLS.search(line.text):
        return
    grade, degree = GRADE.search(line.text), DEGREE.search(line.text)
    if grade and results.claimed_accreditation is None:
        results.claimed_accreditation = f"Cấp độ {grade['grade']}"
        trace.note("self_assessment.claimed_accreditation", line, "statement")
    if degree and results.claimed_national_standard is None:
        results.claimed_national_standard = f"Mức độ {degree['degree']}"
        trace.note("self_assessment.claimed_national_standard", line, "statement")


def _marks(results: SelfAssessment, table: Table) -> None:
    """Rows "Tiêu chí a.b | x | x | -" of a table of results."""
    for row in table.rows:
        texts = [squeeze(cell.text) for cell in row.cells]
        code = re.fullmatch(r"(?:tiêu chí\s*)?([1-5]\.\d{1,2})\b.*", texts[0] if texts else "", re.IGNORECASE)
        if code and len(texts) >= 3 and all(re.fullmatch(r"[xX×✓-]*", text) for text in texts[1:]):
            results.marks.append(Mark(code[1], texts[1:]))


def _count_table(plan: Plan, item: Grid, trace: Trace) -> None:
    """A table of counts: a row for each level, or a column for each level and a row with the sums."""
    lines = grid(item.table)
    if not lines or len(lines) < 2:
        return
    texts = [[squeeze(item.table.rows[at[0]].cells[at[1]].text) if at else "" for at in line] for line in lines]
    body = [i for i, line in enumerate(texts) if LEVEL_CELL.match(" ".join(line[:1]))]
    if body:
        _level_rows(plan, texts, body)
    elif not _level_columns(plan, texts):
        return
    for level, count in plan.self_assessment.level_counts.items():
        for name, value in (("pass", count.passed), ("total", count.total), ("fail", count.failed)):
            path = f"self_assessment.level_counts.{level}.{name}"
            if value is not None and path not in trace.places:
                trace.note(path, None, "statement")
                trace.places[path] = replace(trace.places[path], path=item.path)


def _level_rows(plan: Plan, texts: list[list[str]], body: list[int]) -> None:
    """Rows are levels; columns are told by their heads (đạt, không đạt, tổng; số lượng, tỉ lệ)."""
    heads = _column_heads(texts, body[0])
    for row in body:
        level = re.findall(r"[1-4]", texts[row][0])[-1]
        count = plan.self_assessment.level_counts.setdefault(level, LevelCount())
        for head, value in zip(heads[1:], texts[row][1:], strict=True):
            _table_value(count, head, value)


def _column_heads(texts: list[list[str]], rows: int) -> list[str]:
    return [" ".join(dict.fromkeys(fold(texts[row][column]) for row in range(rows))) for column in range(len(texts[0]))]


def _level_columns(plan: Plan, texts: list[list[str]]) -> bool:
    """Rows are standards, columns levels; the row of sums counts."""
    sums = next((i for i, line in enumerate(texts) if any(SUM_ROW.match(fold(text)) for text in line[:2])), None)
    first = next(
        (i for i, line in enumerate(texts) if any(re.match(r"(?:tieu chuan )?\d", fold(text)) for text in line[:2])),
        None,
    )
    if sums is None or first is None or first >= sums:
        return False
    heads = _column_heads(texts, first)
    columns = [(at, found[1]) for at, head in enumerate(heads) if (found := re.search(r"\bmuc ([1-4])\b", head))]
    total = next(
        (at for at, head in enumerate(heads) if re.search(r"so tieu chi|tong so", head) and at not in dict(columns)),
        None,
    )
    for at, level in columns:
        count = plan.self_assessment.level_counts.setdefault(level, LevelCount())
        _table_value(count, heads[at] + " dat", texts[sums][at])
        if count.total is None and total is not None and texts[sums][total].isdigit():
            count.total = int(texts[sums][total])
        if count == LevelCount():
            del plan.self_assessment.level_counts[level]
    return bool(columns)


def _table_value(count: LevelCount, head: str, value: str) -> None:
    failed = "khong dat" in head or "chua dat" in head
    fraction, percent = FRACTION.search(value), PERCENT.search(value)
    figure = re.fullmatch(r"0*(\d{1,3}(?:[.,]\d{1,2})?)", value)
    if fraction or (percent and ("ty le" in head or "ti le" in head or "%" in head or "dat" in head)):
        _numbers(count, value, failed)
    elif figure and ("tong" in head or head.strip() in ("so tieu chi", "tieu chi")):
        count.total = int(float(figure[1].replace(",", ".")))
    elif figure and ("ty le" in head or "ti le" in head or "%" in head):
        (_set_failed if failed else _set_passed)(count, None, float(figure[1].replace(",", ".")), None)
    elif figure and "dat" in head:
        (_set_failed if failed else _set_passed)(count, int(float(figure[1].replace(",", "."))), None, None)
