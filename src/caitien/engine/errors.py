"""Errors that a user can cause. Each carries one clear sentence in Vietnamese that says what to do next."""


class UserError(Exception):
    """What the user gave cannot be used; ``str(error)`` is the sentence to show."""


class Unreadable(UserError):
    """A file that cannot be read: empty, broken, locked, of another kind, too large."""


class MissingProgram(UserError):
    """An optional part (OCR, reading .doc) is not installed; the sentence names it."""
