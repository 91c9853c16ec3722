"""Phân công nói về tự đánh giá, không phải kế hoạch này

Vì sao: Chép phần phân công của kế hoạch tự đánh giá sang thì không ai được giao thực hiện việc cải tiến.
Căn cứ: Mẫu kế hoạch cải tiến chất lượng, mục Tổ chức thực hiện
Sai: Hội đồng: phổ biến quy trình tự đánh giá, viết báo cáo tự đánh giá
Đúng: Hội đồng: theo dõi từng hoạt động theo tháng, tổng hợp kết quả, đề nghị điều chỉnh
Cần: Phần tổ chức thực hiện.
Không tính: cập nhật, lưu minh chứng; nghiên cứu bộ tiêu chuẩn
"""

from __future__ import annotations

from collections.abc import Iterator

from caitien.engine.checker.finding import Case, Finding, Rule
from caitien.engine.checker.wording import wording

SELF = r"(?:tự đánh giá|tđg)"
OFF_TOPIC = wording(
    r"(?:viết|hoàn (?:thiện|chỉnh|tất|thành)|tổng hợp|xây dựng|công bố|góp ý|đóng góp ý kiến|phê duyệt|lập|dự thảo|biên tập|chỉnh sửa|thông qua|thẩm định|nộp)"
    rf"[^.;\n]{{0,40}}? (?:báo cáo|kế hoạch) (?:kết quả )?{SELF}(?! và kế hoạch cải tiến)",
    rf"(?:triển khai|tiến hành|tổ chức|thực hiện) (?:công tác |việc |hoạt động |quy trình |qui trình )?{SELF}(?! và cải tiến)",
    rf"(?:quy|qui) trình {SELF}",
    r"đăng k[íý] (?:đánh giá ngoài|kiểm định)",
    r"(?:viết |lập |hoàn thiện )?phiếu (?:đánh giá tiêu chí|xác định nội hàm|phân tích tiêu chí)",
    r"đón đoàn đánh giá ngoài|chuẩn bị hồ sơ đánh giá ngoài",
)
SHARE = 0.4
"""Share of the duties from which the role as a whole is off the topic."""


def check(case: Case) -> Iterator[Finding]:
    """Roles that are given the making of the self-assessment; info where it is one duty among others."""
    for i, duties in enumerate(case.plan.organisation):
        off = [(j, found) for j, duty in enumerate(duties.duties) if (found := OFF_TOPIC.search(duty))]
        if off:
            j, found = off[0]
            yield Finding(
                "organisation_off_topic",
                f"organisation[{i}]",
                "warning" if len(off) > SHARE * len(duties.duties) else "info",
                quote=found[0],
                field=f"organisation[{i}].duties[{j}]",
                start=found.start(),
                params={"role": duties.role or "Mục này"},
            )


RULE = Rule(
    kind="organisation_off_topic",
    severity="warning",
    check=check,
    messages={
        "": "“{role}” được giao làm tự đánh giá (“{quote}”); phần này nên giao việc thực hiện kế hoạch cải tiến.",
    },
)
