"""Two plans compared, usually last year's with this year's: what changed, which texts were carried over."""

from caitien.engine.comparison.carried import CarriedText, carried_texts
from caitien.engine.comparison.changes import ActionChange, Change, Comparison, compare
from caitien.engine.comparison.match import Pair, match_actions

__all__ = [
    "ActionChange",
    "CarriedText",
    "Change",
    "Comparison",
    "Pair",
    "carried_texts",
    "compare",
    "match_actions",
]
