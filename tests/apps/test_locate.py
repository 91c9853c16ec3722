"""A finding leads to its words in the source."""

from __future__ import annotations

import pytest

from caitien.apps.quickcheck.locate import Locator, find
from caitien.engine import check, read
from tests.apps.makers import plan_docx


@pytest.mark.parametrize(
    ("quote", "text", "near", "span"),
    [
        ("hai", "một hai ba", 0, (4, 7)),
        ("hai  ba", "một hai\nba", 0, (4, 10)),
        ("hai", "hai một hai", 8, (8, 11)),
        ("HAI", "một hai", 0, (4, 7)),
        ("hai\nba", "một hai", 0, (4, 7)),
        ("a.b", "axb a.b", 0, (4, 7)),
        ("", "một", 0, None),
        ("bốn", "một", 0, None),
    ],
)
def test_a_quote_is_found_whatever_its_blanks(quote: str, text: str, near: int, span: tuple[int, int] | None) -> None:
    assert find(quote, text, near=near) == span


def test_an_exact_text_keeps_its_blanks_and_capitals() -> None:
    assert find(" ,", "một , hai", exact=True) == (3, 5)
    assert find("Một", "một", exact=True) is None


def test_every_quote_of_the_example_is_found_where_it_stands() -> None:
    reading = read(plan_docx(), "a.docx")
    locator = Locator(reading)
    for finding in check(reading).findings:
        spot = locator.spot(finding)
        if finding.quote and finding.quote in "\n".join(locator.texts.values()):
            assert spot, finding
            words = locator.texts[spot[0]][spot[1] : spot[2]]
            assert words.split()[0].casefold() in finding.quote.casefold()
