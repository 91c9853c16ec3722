"""Evidence codes in running text: putting them in (R9, D3) and checking them before approval."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from caitien.engine.levels.evidence import find_codes, parse_code

FINAL_MARKS = ".;:!?"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def cite(sentence: str, codes: Collection[str]) -> str:
    """The sentence with its codes before the final mark, each once, in order of criterion and serial.

    ``… (MC.1.1.01, MC.1.1.02).`` for 57/2026, ``… [H1-1.1-01]; [H1-1.1-02].`` for 2018. A text that is no code
    raises ValueError; without codes the sentence is unchanged.
    """
    parsed = {code: parse_code(code) for code in codes}
    wrong = [code for code, found in parsed.items() if found is None]
    if wrong:
        raise ValueError(", ".join(wrong))
    if not parsed:
        return sentence
    ordered = sorted({code for code in parsed.values() if code}, key=lambda code: (code.style, code.sort_key))
    text = sentence.rstrip()
    body, mark = (text[:-1].rstrip(), text[-1]) if text.endswith(tuple(FINAL_MARKS)) else (text, "")
    written = [str(code) for code in ordered]
    cited = f"({', '.join(written)})" if ordered[0].style == "MC" else "; ".join(written)
    return f"{body} {cited}{mark}".strip()


@dataclass(frozen=True, slots=True)
class CitationCheck:
    """Codes of a text: cited but not in the register, in the register but not linked to the criterion, cited right."""

    unknown: tuple[str, ...]
    elsewhere: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def bare(self) -> bool:
        """A text without any code needs a stated reason."""
        return not (self.unknown or self.elsewhere or self.right)


def check_citations(text: str, criterion: str, linked: Mapping[str, Collection[str]]) -> CitationCheck:
    """The codes cited in a description of a criterion; `linked` is the register: code → criteria it is linked to."""
    cited = list(dict.fromkeys(code for code, _, _ in find_codes(text)))
    return CitationCheck(
        unknown=tuple(code for code in cited if code not in linked),
        elsewhere=tuple(code for code in cited if code in linked and criterion not in linked[code]),
        right=tuple(code for code in cited if code in linked and criterion in linked[code]),
    )


def same_facts(before: str, after: str) -> bool:
    """Whether a text kept its evidence codes and its numbers through an automatic change of wording."""

    def facts(text: str) -> tuple[list[str], list[str]]:
        return sorted(code for code, _, _ in find_codes(text)), sorted(NUMBER.findall(text))

    return facts(before) == facts(after)
