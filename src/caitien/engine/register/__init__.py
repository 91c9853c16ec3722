"""Regulations, authorities and their dates; school years and working days."""

from caitien.engine.register.calendar import Calendar, Holidays, SchoolYear, Span
from caitien.engine.register.citations import key_of
from caitien.engine.register.disclosure import Disclosure, disclosure
from caitien.engine.register.load import calendar, register
from caitien.engine.register.model import Body, BodyMention, Mention, Regulation, ReportingLine, Status
from caitien.engine.register.register import Register

__all__ = [
    "Body",
    "BodyMention",
    "Calendar",
    "Disclosure",
    "Holidays",
    "Mention",
    "Register",
    "Regulation",
    "ReportingLine",
    "SchoolYear",
    "Span",
    "Status",
    "calendar",
    "disclosure",
    "key_of",
    "register",
]
