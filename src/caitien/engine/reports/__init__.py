"""Official papers as document trees, made from plain objects."""

from caitien.engine.reports.conversion import convert
from caitien.engine.reports.gaps import Gap, gaps_of
from caitien.engine.reports.plan import plan_document
from caitien.engine.reports.unprinted import unprinted_fields

__all__ = ["Gap", "convert", "gaps_of", "plan_document", "unprinted_fields"]
