"""Finding authorities in a text and telling whether they exist on a day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence

from caitien.engine.register.model import Body, BodyMention
from caitien.engine.vietnamese.dates import find_dates
from caitien.engine.vietnamese.numbers import find_numbers

FORMER = re.compile(r"[^.;\n]{0,40}?\(\s*(?:cũ|trước đây)\s*\)", re.IGNORECASE)
SENTENCE_ENDS = (". ", "; ", "\n")


class BodyFinder:
    """Knows the bodies and the patterns by which texts (composed Unicode) name them."""

    def __init__(self, bodies: Iterable[tuple[Body, Sequence[str], Sequence[str]]]) -> None:
        """Each body with words of which a text that names it has one, and its patterns."""
        listed = list(bodies)
        self.bodies: Mapping[str, Body] = {body.id: body for body, _, _ in listed}
        self._patterns = [
            (body, words, re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE))
            for body, words, patterns in listed
        ]

    def find(self, text: str, day: datetime.date) -> list[BodyMention]:
        """Mentions in order of place; where two overlap the longer stands."""
        lower = text.lower()
        likely = [(body, pattern) for body, words, pattern in self._patterns if any(word in lower for word in words)]
        matches = [(match, body) for body, pattern in likely for match in pattern.finditer(text)]
        matches.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
        found: list[BodyMention] = []
        for match, body in matches:
            if not found or match.start() >= found[-1].end:
                found.append(self._mention(text, match, body, day))
        return found

    def _mention(self, text: str, match: re.Match[str], body: Body, day: datetime.date) -> BodyMention:
        cited = _cited_on(text, match.start())
        return BodyMention(
            body=body,
            text=match[0],
            start=match.start(),
            end=match.end(),
            state=body.state_on(cited or day),
            successor=self.bodies.get(body.successor or ""),
            cited_on=cited,
            former=FORMER.match(text, match.end()) is not None,
        )


def _cited_on(text: str, at: int) -> datetime.date | None:
    """The date of the document whose number stands before the body in its sentence: it names the body of that time."""
    begin = max(text.rfind(end, 0, at) for end in SENTENCE_ENDS)
    sentence = text[begin + 1 : at]
    if not any(find_numbers(sentence)):
        return None
    dates = [date for date, _, _ in find_dates(sentence)]
    return datetime.date.fromisoformat(dates[-1]) if dates else None
