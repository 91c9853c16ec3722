"""What a reader takes at most. Sizes in bytes."""

from __future__ import annotations

MB = 1024 * 1024

FILE_SIZE = 20 * MB
MEMBERS = 5_000
"""Files inside a docx or xlsx."""
UNPACKED_SIZE = 200 * MB
"""All files inside a docx or xlsx together, as declared."""
PART_SIZE = 40 * MB
"""One part that is really unpacked (text, styles, a sheet)."""
UNPACK_RATIO = 400
"""Times a part may grow when unpacked; office files stay below 100, long tables of like rows come near it."""
RATIO_FREE_SIZE = 16 * MB
"""Parts below this size may have any ratio."""

XML_MARKS = 2_000_000
"""Tags and attributes of one part; each takes some hundred bytes of memory."""

TABLE_DEPTH = 8
"""Tables inside tables; what lies deeper is read as paragraphs."""
ROWS = 20_000
COLUMNS = 300
"""Of a table or a sheet."""
SPAN = 63
"""Columns that one cell of a Word table can cover (the limit of Word)."""

PROGRAM_SECONDS = 60
"""For an optional program that converts .doc."""
