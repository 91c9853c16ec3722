"""The rules that a PDF page draws, and its pictures."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from caitien.engine.document.readers.pdf_page import FAR, Box, Matrix, Page, Rule, placed

OBJECTS = 20_000
"""Objects looked at on one page; a drawing has more."""
SEGMENTS = 5_000
"""Pieces of one path that are looked at."""
FORM_DEPTH = 4
THICK = 3.5
"""The widest line that counts as a rule, in points."""
DOT = 2.0
"""Marks up to this size may be dots of a dotted rule, whichever way it runs."""
PICTURE = 20.0
"""Pictures smaller than this in height or width are ornaments."""


def find_rules(page: Any, place: Matrix, into: Page) -> None:
    """Put the rules and pictures of a pdfium page into `into`."""
    for kind, item, matrix in _objects(page, place):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(item, matrix)
            if box and min(box.x1 - box.x0, box.bottom - box.top) >= PICTURE:
                into.pictures.append(box)
        else:
            for box in _strokes(item, matrix):
                _keep(box, into)


def _keep(box: Box, into: Page) -> None:
    width, height = box.x1 - box.x0, box.bottom - box.top
    if not (abs(box.x0) < FAR and abs(box.x1) < FAR and abs(box.top) < FAR and abs(box.bottom) < FAR):
        return
    dot = max(width, height) <= DOT
    if dot or (height <= THICK and width > 2 * height):
        into.level.append(Rule((box.top + box.bottom) / 2, box.x0, box.x1))
    if dot or (width <= THICK and height > 2 * width):
        into.upright.append(Rule((box.x0 + box.x1) / 2, box.top, box.bottom))


def _objects(page: Any, place: Matrix) -> Iterator[tuple[int, Any, Matrix]]:
    """Paths and images of the page and of the forms on it, each with the matrix that carries it to our page."""
    left = OBJECTS
    waiting: list[tuple[Any, bool, Matrix, int]] = [(page, False, place, 0)]
    while waiting:
        holder, is_form, matrix, depth = waiting.pop()
        count = (pdfium.FPDFFormObj_CountObjects if is_form else pdfium.FPDFPage_CountObjects)(holder)
        get = pdfium.FPDFFormObj_GetObject if is_form else pdfium.FPDFPage_GetObject
        for i in range(min(count, left)):
            item = get(holder, i)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
                yield kind, item, matrix
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < FORM_DEPTH:
                waiting.append((item, True, _times(_matrix(item), matrix), depth + 1))
        left -= count
        if left <= 0:
            return


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, after it `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _bounds(item: Any, matrix: Matrix) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return placed([(left.value, bottom.value), (right.value, top.value)], matrix)


def _strokes(path: Any, matrix: Matrix) -> Iterator[Box]:
    """Boxes of the straight lines that a path shows: lines drawn, and filled shapes as thin as a line."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    box = _bounds(path, matrix)
    if box is None or not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return
    if min(box.x1 - box.x0, box.bottom - box.top) <= THICK:
        yield box
        return
    whole = _times(_matrix(path), matrix)
    for points in _subpaths(path):
        if stroke.value:
            yield from (placed([one, two], whole) for one, two in itertools.pairwise(points))
        elif len(points) > 2:
            yield placed(points, whole)


def _subpaths(path: Any) -> Iterator[list[tuple[float, float]]]:
    """Corner points of each part of a path; curves end the part."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for i in range(min(pdfium.FPDFPath_CountSegments(path), SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind != pdfium.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            yield [*points, points[0]]
            points = []
    if points:
        yield points
