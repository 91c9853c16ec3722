"""The plan: one plain object for all forms, whatever file or database it came from (design: one plan, three shapes).

Texts stand as written; values read from them beside (``time_raw`` and ``start``). A field is addressed by its path,
``actions[2].budget_raw``; places and confidences are kept by that path (`Reading.places`), never inside the plan.
Dates are ISO texts, months ``YYYY-MM``, school years ``YYYY-YYYY``, money whole đồng. Absent is None (lists: empty);
a column that is there but empty is ``""``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from caitien.engine.document.tree import Block, Document

FORMAT = 1
"""Number of the JSON form (`json_form.py`)."""

FORMS = ("2018", "tt57")  # of the guidance to 17, 18, 19/2018; Biểu 2 of Thông tư 57/2026

SCHOOL_TYPES = ("preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing")

SECTION_KEYS = (
    "general",  # I of Biểu 2: name, type, address
    "purpose",
    "bases",
    "results",  # kết quả tự đánh giá, where it is a section of its own
    "problems",  # IV of Biểu 2
    "actions",
    "monitoring",  # VI of Biểu 2
    "organisation",
    "reporting",  # VIII of Biểu 2
    "other",
)


@dataclass(slots=True)
class Header:
    """The lines above the first section, as written; None where the line is missing."""

    authority: str | None = None
    issuer: str | None = None
    number: str | None = None
    motto: list[str] = field(default_factory=list)
    """The lines of the national motto block, usually two."""
    place_date: str | None = None
    title: list[str] = field(default_factory=list)
    """From "KẾ HOẠCH" to the school year."""


@dataclass(slots=True)
class Slot:
    """Stands in a section where a structured part is printed: ``legal_bases[1]``, ``actions``, ``organisation[0]``."""

    field: str


@dataclass(slots=True)
class PlanSection:
    """A main section: its heading and its content in order, kept blocks and slots of structured parts."""

    key: str = "other"
    number: str = ""
    """As written, without the point: ``VI``."""
    title: str = ""
    content: list[Block | Slot] = field(default_factory=list)
    annex: bool = False
    """Stands behind the signature (phụ lục)."""


@dataclass(slots=True)
class LegalBasis:
    text: str
    number: str | None = None
    date: str | None = None
    marker: str = ""
    inline: bool = False
    """One of several in a running paragraph, which is kept whole; then it has no slot of its own."""


@dataclass(slots=True)
class LevelCount:
    """Criteria passed and failed at one level, as stated, even when wrong."""

    passed: int | None = None
    total: int | None = None
    failed: int | None = None
    passed_percent: float | None = None
    failed_percent: float | None = None
    failed_total: int | None = None  # under the fraction of the failed, when one is written
    failed_as_percent_only: bool = False
    passed_as_percent_only: bool = False
    passed_text: str = ""
    failed_text: str = ""


@dataclass(slots=True)
class Mark:
    """A row of a table of results: what stands in the columns "not met", level 1, 2, 3."""

    criterion: str
    marks: list[str]


@dataclass(slots=True)
class SelfAssessment:
    level_counts: dict[str, LevelCount] = field(default_factory=dict)
    claimed_level: int | None = None
    claimed_text: str | None = None
    claimed_accreditation: str | None = None
    claimed_national_standard: str | None = None
    failed_criteria: dict[str, list[str]] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Problem:
    """A row of table IV of Biểu 2."""

    id: str = ""
    number: str = ""
    standard: str | None = None
    criterion: str | None = None
    standard_text: str = ""
    criterion_text: str = ""
    state: str = ""
    weakness: str = ""
    cause: str = ""


@dataclass(slots=True)
class Money:
    """An amount from one source, whole đồng."""

    source: str
    amount_vnd: int


@dataclass(slots=True)
class Action:
    """One row or block that plans something."""

    id: str = ""
    """Follows the action across the years."""
    number: str | None = None
    standard: str | None = None
    criterion: str | None = None
    criteria: list[str] = field(default_factory=list)
    """All criteria served, the first is `criterion`."""
    level_section: int | str | None = None
    """1, 2, 3, 4 or "1-3"; None when the plan has no level headings."""
    criterion_title: str | None = None
    heading: str | None = None
    """Text of the cell or line that names the criterion, as written; in Biểu 2 column (2)."""
    target: str | None = None
    target_level: int | None = None
    current_state: str | None = None
    tasks: list[str] = field(default_factory=list)
    lead_and_partners: str | None = None
    lead: str | None = None
    partners: str | None = None
    start: str | None = None
    end: str | None = None
    time_raw: str | None = None
    budget_raw: str | None = None
    budget_vnd: int | None = None
    money: list[Money] = field(default_factory=list)
    other_support: str | None = None
    note: str | None = None
    indicator: str | None = None
    evidence: str | None = None
    progress: str | None = None
    problem_ids: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    education_level: str | None = None
    origin: str | None = None
    """``self_assessment``, ``appraisal``, ``monitoring`` or None."""


@dataclass(slots=True)
class Group:
    """A heading among the actions: a level ("MỨC 1, 2, 3") or a standard ("Tiêu chuẩn 2: …"), before `before`."""

    kind: str
    text: str
    before: int
    number: str | None = None
    level: int | str | None = None
    standard: str | None = None
    title: str | None = None


@dataclass(slots=True)
class Column:
    """A column of the table (or a label of the blocks) as the plan names it."""

    field: str
    heading: str
    parent: str = ""  # heading above it, when two columns share one


@dataclass(slots=True)
class Review:
    """A row of table VI of Biểu 2."""

    moment: str
    content: str = ""
    result: str = ""
    adjustment: str = ""
    reviewer: str = ""


@dataclass(slots=True)
class Duties:
    """What one role does (tổ chức thực hiện)."""

    role: str | None = None
    duties: list[str] = field(default_factory=list)
    number: str = ""
    duty_markers: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Signer:
    title: str | None = None
    name: str | None = None
    on_behalf: str | None = None  # "KT. HIỆU TRƯỞNG", "TM. HỘI ĐỒNG TỰ ĐÁNH GIÁ" or None
    note: str | None = None


@dataclass(slots=True)
class DigitalSignature:
    account: str | None = None
    name: str | None = None
    timestamp: str | None = None


@dataclass(slots=True)
class Plan:
    form: str = "2018"
    edition: str | None = None
    """Id of the edition of the standards that the plan is judged by."""
    layout: str = "table"  # or "tables" (one a standard or action), "blocks" (label: value)
    school_name: str | None = None
    authority: str | None = None
    doc_number: str | None = None
    place: str | None = None
    date: str | None = None
    school_year: str | None = None
    school_type: str | None = None
    address: str | None = None
    header: Header = field(default_factory=Header)
    sections: list[PlanSection] = field(default_factory=list)
    legal_bases: list[LegalBasis] = field(default_factory=list)
    self_assessment: SelfAssessment = field(default_factory=SelfAssessment)
    problems: list[Problem] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    empty_rows: list[int] = field(default_factory=list)  # for each the index of the action that follows
    total_budget_raw: str | None = None
    total_budget_vnd: int | None = None
    reviews: list[Review] = field(default_factory=list)
    organisation: list[Duties] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    recipients_label: str | None = None
    signer: Signer | None = None
    signed_digitally: bool = False
    signature: DigitalSignature | None = None
    closing: list[Block] = field(default_factory=list)
    """Kept blocks that stand after the last section and belong to nothing above."""
    damaged: bool = False
    """Text of the table was lost before the plan reached us; nothing is made up for it. `damage`: paths that show it."""
    damage: list[str] = field(default_factory=list)
    standards_seen: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field was read: a block of the tree, characters of its `full_text`, and how sure the reader is."""

    path: str
    start: int = 0
    end: int | None = None
    page: int | None = None
    confidence: float = 1.0
    rule: str = ""
    """What made the reader take it, one of its named reasons (shown by ``--explain``)."""


@dataclass(slots=True)
class Reading:
    """What the reader made of a document."""

    plan: Plan
    document: Document
    places: dict[str, Place] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    """Field path → why it is doubtful, in Vietnamese. Every field below 0.9 is here."""
    listed: list[str] = field(default_factory=list)
    """Addresses of blocks that are neither used nor kept."""
