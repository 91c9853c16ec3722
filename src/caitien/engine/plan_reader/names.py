"""Names of schools in headers and running text, and what kind of school they tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from caitien.engine.vietnamese.text import CAPITALS, fold, is_upper, squeeze

KINDS: tuple[tuple[str, str], ...] = (
    (
        r"(?:phổ thông dân tộc (?:nội|bán) trú|ptdt(?:nt|bt)?)\s+(?:thcs|trung học cơ sở)(?!\s*(?:và|&|-)\s*thpt)",
        "lower_secondary",
    ),
    (r"(?:phổ thông dân tộc (?:nội|bán) trú|ptdt(?:nt|bt)?)\s+(?:tiểu học|th)(?![\w]|\s*(?:và|&|-)\s*thcs)", "primary"),
    (r"(?:phổ thông dân tộc (?:nội|bán) trú|ptdt(?:nt|bt)?)\s+(?:thpt|trung học phổ thông)", "upper_secondary"),
    (
        r"(?:tiểu học|th)\s*(?:và|&|,|-)\s*(?:thcs|trung học cơ sở)(?:\s*(?:và|&|,|-)\s*(?:thpt|trung học phổ thông))?",
        "multi_level",
    ),
    (r"(?:thcs|trung học cơ sở)\s*(?:và|&|,|-)\s*(?:thpt|trung học phổ thông)", "multi_level"),
    (r"phổ thông (?:liên cấp|nhiều cấp học)|liên cấp|phổ thông dân tộc nội trú", "multi_level"),
    (
        r"giáo dục nghề nghiệp\s*[-–]\s*giáo dục thường xuyên|giáo dục thường xuyên|gdnn\s*[-–]\s*gdtx|gdtx",
        "continuing",
    ),
    (r"mầm non|mẫu giáo|nhà trẻ|mn|mg", "preschool"),
    (r"thpt|trung học phổ thông", "upper_secondary"),
    (r"thcs|trung học cơ sở", "lower_secondary"),
    (r"tiểu học|th", "primary"),
)
"""What a name says after "Trường" or "Trung tâm" → school type; the first that fits counts."""

_CAPITAL = f"[{CAPITALS}]"
_PART = rf"(?:{_CAPITAL}[\w’'.]*|số\s+\d+|\d+|xã|phường|thị trấn|huyện|tỉnh|&)"
_KIND = "|".join(pattern for pattern, _ in KINDS)
NAME = re.compile(
    rf"(?P<lead>[Tt]rường|[Tt]rung tâm|TRƯỜNG|TRUNG TÂM)\s+(?P<kind>(?i:{_KIND}))\s+(?P<own>{_PART}(?:\s+{_PART}){{0,7}})"
)
OPENING = re.compile(rf"(?:trường|trung tâm)\s+(?P<kind>{_KIND})(?!\w)", re.IGNORECASE)
STOP = re.compile(r"\s+(?:xã|phường|huyện|tỉnh|thị trấn|&)$")


def type_of(text: str) -> str | None:
    """The school type that a name or sentence tells, None when it names no kind of school."""
    opening = OPENING.search(squeeze(text))
    if not opening:
        return None
    kind = opening["kind"].casefold()
    return next((school for pattern, school in KINDS if re.fullmatch(pattern, kind)), None)


def names_in(texts: Iterable[str]) -> Counter[str]:
    """Names of schools with a name of their own, in running text, and how often each stands there."""
    found: Counter[str] = Counter()
    for text in texts:
        for match in NAME.finditer(squeeze(text)):
            own = STOP.sub("", match["own"]).rstrip(".,;:")
            found[plain_name(f"{match['lead']} {match['kind']} {own}")] += 1
    return found


def plain_name(text: str) -> str:
    """A school's name in ordinary letters, short kinds written out: "TRƯỜNG TH AN LÂM" → "Trường Tiểu học An Lâm"."""
    text = squeeze(text)
    opening = OPENING.match(text)
    if not opening:
        return text
    own = text[opening.end() :].strip()
    kind = KIND_WORDS.get(
        fold(opening["kind"]), opening["kind"] if not is_upper(opening["kind"]) else _kind_in_letters(opening["kind"])
    )
    lead = "Trung tâm" if fold(text).startswith("trung tam") else "Trường"
    return f"{lead} {kind} {in_letters(own) if is_upper(own) or not own else own}".strip()


KIND_WORDS = {
    "th": "Tiểu học",
    "mn": "Mầm non",
    "mam non": "Mầm non",
    "tieu hoc": "Tiểu học",
    "mg": "Mẫu giáo",
    "mau giao": "Mẫu giáo",
}
LOWER_WORDS = {"số", "xã", "phường", "huyện", "tỉnh", "và", "trấn"}


def _kind_in_letters(kind: str) -> str:
    words: list[str] = []
    for word in kind.split():
        short = word.upper() in {"THCS", "THPT", "GDTX", "PTDT", "PTDTBT", "PTDTNT", "TH", "TH&THCS"} or "&" in word
        opens = not words or words[-1] in ("và", "-", "–")
        words.append(word.upper() if short else word.capitalize() if opens else word.lower())
    return " ".join(words)


def in_letters(text: str) -> str:
    """Capitals to ordinary letters: every word begins with a capital, small words do not."""
    words = [word.lower() if word.lower() in LOWER_WORDS else word.capitalize() for word in text.split()]
    return re.sub(r"\bThị (?=trấn\b|xã\b)", "thị ", " ".join(words))
