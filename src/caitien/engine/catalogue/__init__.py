"""Standards as data: loading editions, checking their files, comparing them, official wording, choosing one."""

from caitien.engine.catalogue.attach import Attachment, attach, overlay_path, with_official
from caitien.engine.catalogue.choose import Choice, PlanFacts, edition_of_plan
from caitien.engine.catalogue.compare import KINDS as CHANGE_KINDS
from caitien.engine.catalogue.compare import Change, compare
from caitien.engine.catalogue.load import edition, edition_for, edition_ids, editions, editions_of, parse_edition
from caitien.engine.catalogue.mapping import Advice, EditionMapping, mapping, mappings
from caitien.engine.catalogue.model import Criterion, Edition, Requirement, Standard
from caitien.engine.catalogue.validate import faults, validate

__all__ = [
    "CHANGE_KINDS",
    "Advice",
    "Attachment",
    "Change",
    "Choice",
    "Criterion",
    "Edition",
    "EditionMapping",
    "PlanFacts",
    "Requirement",
    "Standard",
    "attach",
    "compare",
    "edition",
    "edition_for",
    "edition_ids",
    "edition_of_plan",
    "editions",
    "editions_of",
    "faults",
    "mapping",
    "mappings",
    "overlay_path",
    "parse_edition",
    "validate",
    "with_official",
]
