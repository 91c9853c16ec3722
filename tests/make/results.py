"""Results of the self-assessment: counts that add up, the level that follows from them, and how they are told."""

from __future__ import annotations

from dataclasses import dataclass, field

from caitien.engine.document.tree import Cell, Paragraph, Row, Run, Table, cell, paragraph
from caitien.engine.plan.model import LevelCount, Plan, PlanSection
from tests.make.setting import Setting
from tests.make.standards import level_codes

TALL_HEADS = ("Mức", "Tổng số tiêu chí")
WIDE_HEADS = ("Đạt", "Không đạt")
LOW_HEADS = ("Số lượng", "Tỷ lệ (%)")


@dataclass(slots=True)
class Results:
    """Failed criteria per level reported; every failed criterion of a level gets one action under that level."""

    at: Setting
    failed: dict[int, list[str]] = field(default_factory=dict)
    totals: dict[int, int] = field(default_factory=dict)
    claimed: int = 1

    def write(self, plan: Plan, section: PlanSection, *, outside: bool) -> None:
        """Put the statements into the section and the values into the plan."""
        found = plan.self_assessment
        for level, total in self.totals.items():
            bad = len(self.failed.get(level, []))
            found.level_counts[str(level)] = LevelCount(total - bad, total, bad, failed_total=total)
        section.content.append(paragraph("Kết quả tự đánh giá các tiêu chí như sau:"))
        if self.at.style.results == 3:
            section.content.append(self._table(plan))
        else:
            section.content += [paragraph(text) for level in self.totals for text in self._lines(plan, level)]
        if self.at.style.columns % 2:
            self._list_failed(plan, section)
        self._claim(plan, section, outside=outside)

    def _list_failed(self, plan: Plan, section: PlanSection) -> None:
        """The codes of the failed criteria, for plans that list them."""
        for level, codes in self.failed.items():
            bare = [code.removeprefix("M4.") for code in codes]
            plan.self_assessment.failed_criteria[str(level)] = bare
            section.content.append(paragraph(f"Các tiêu chí không đạt Mức {level}: {', '.join(bare)}."))

    def _lines(self, plan: Plan, level: int) -> list[str]:
        count = plan.self_assessment.level_counts[str(level)]
        total, good, bad = count.total or 1, count.passed or 0, count.failed or 0
        share, rest = self.at.style.percent(good, total), self.at.style.percent(bad, total)
        count.passed_percent, count.failed_percent = _value(share), _value(rest)
        if self.at.style.results == 0:
            count.passed_text = f"- Mức {level}: đạt {good}/{total} tiêu chí, tỷ lệ {share}"
            count.failed_text = f"không đạt {bad}/{total} tiêu chí, tỷ lệ {rest}"
            return [f"{count.passed_text}; {count.failed_text}."]
        if self.at.style.results == 1:
            count.passed_text = f"- Số lượng và tỷ lệ tiêu chí đạt Mức {level}: {good}/{total}, tỷ lệ {share}"
            count.failed_text = f"- Số lượng và tỷ lệ tiêu chí không đạt Mức {level}: {bad}/{total}, tỷ lệ {rest}"
            return [f"{count.passed_text}.", f"{count.failed_text}."]
        count.failed_total = None
        count.passed_text = f"đạt {good} tiêu chí ({share})"
        count.failed_text = f"không đạt {bad} tiêu chí ({rest})"
        return [f"+ Mức {level}: tổng số {total} tiêu chí; {count.passed_text}; {count.failed_text}."]

    def _table(self, plan: Plan) -> Table:
        upper = [_head(text, rowspan=2) for text in TALL_HEADS] + [_head(text, colspan=2) for text in WIDE_HEADS]
        heads = (Row(tuple(upper)), Row(tuple(_head(text) for text in LOW_HEADS * 2)))
        rows = []
        for level, total in self.totals.items():
            count = plan.self_assessment.level_counts[str(level)]
            good, bad = count.passed or 0, count.failed or 0
            share, rest = (self.at.style.percent(part, total).rstrip("%") for part in (good, bad))
            count.passed_percent, count.failed_percent, count.failed_total = _value(share), _value(rest), None
            values = (f"Mức {level}", str(total), str(good), share, str(bad), rest)
            rows.append(Row(tuple(cell(text) for text in values)))
        return Table((*heads, *rows))

    def _claim(self, plan: Plan, section: PlanSection, *, outside: bool) -> None:
        found = plan.self_assessment
        found.claimed_level, found.claimed_text = self.claimed, f"Mức {self.claimed}"
        section.content.append(paragraph(f"Mức đánh giá của {self.at.words['school']}: Mức {self.claimed}."))
        if outside:
            found.claimed_accreditation = f"Cấp độ {self.claimed}"
            text = f"{self.at.words['school'].capitalize()} đạt kiểm định chất lượng giáo dục Cấp độ {self.claimed}"
            degree = {2: 1, 3: 2}.get(self.claimed)
            if degree:
                found.claimed_national_standard = f"Mức độ {degree}"
                text += f", đạt chuẩn quốc gia Mức độ {degree}"
            section.content.append(paragraph(f"{text}."))


def _head(text: str, **spans: int) -> Cell:
    """A bold cell, as a reader takes it who is not told which rows are heads."""
    return Cell((Paragraph((Run(text, bold=True),), "cell"),), **spans)


def _value(percent: str) -> float:
    return float(percent.rstrip("%").replace(",", "."))


def draw_results(at: Setting) -> Results:
    """One of five situations; where level 3 is reported, what fails at level 2 has no level 3, so that counts agree."""
    rng = at.rng
    codes = {level: level_codes(at.edition, level) for level in (1, 2, 3, 4)}
    totals = {level: len(found) for level, found in codes.items()}
    two_only = [code for code in codes[2] if code not in codes[3]]
    pick = lambda level, low, high: _sorted(rng.sample(codes[level], rng.randint(low, high)))  # noqa: E731
    situation = rng.randrange(5)
    if situation == 0:
        return Results(at, {3: pick(3, 2, 5)}, {level: totals[level] for level in (1, 2, 3)}, 2)
    if situation == 1:
        return Results(at, {4: pick(4, 1, 3)}, totals, 3)
    if situation == 2:
        return Results(at, {2: pick(2, 2, 5)}, {level: totals[level] for level in (1, 2)}, 1)
    if situation == 3:
        failed = {2: _sorted(rng.sample(two_only, 2)), 3: pick(3, 2, 4)}
        return Results(at, failed, {level: totals[level] for level in (1, 2, 3)}, 1)
    return Results(at, {3: pick(3, 2, 4), 4: pick(4, 1, 3)}, totals, 2)


def _sorted(codes: list[str]) -> list[str]:
    return sorted(codes, key=lambda code: [int(part) for part in code.removeprefix("M").split(".")])
