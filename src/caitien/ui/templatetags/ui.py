"""Small pieces that every page uses: icons, marks of severity, dates and money in words."""

from __future__ import annotations

from functools import cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

register = template.Library()

SEVERITY_WORDS = {"error": _("Phải sửa"), "warning": _("Nên sửa"), "info": _("Gợi ý")}
SEVERITY_ICONS = {"error": "octagon-alert", "warning": "triangle-alert", "info": "circle-info"}
SEVERITY_SHAPES = {
    "error": "M8.2 2.8h7.6l5.4 5.4v7.6l-5.4 5.4H8.2l-5.4-5.4V8.2z",
    "warning": "M12 3.2 22.3 20.8H1.7z",
    "info": "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z",
}
"""Octagon, triangle, circle in a square of 24; drawn in place, for pages keep marks longer than a sprite its name."""


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """An icon of the sprite, silent for screen readers: a word always stands beside it."""
    return _icon(static("ui/icons.svg"), name, extra)


@cache
def _icon(sprite: str, name: str, extra: str) -> SafeString:
    return format_html(
        '<svg class="icon {}" width="20" height="20" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        extra,
        sprite,
        name,
    )


@register.simple_tag
def severity_icon(severity: str) -> SafeString:
    return icon(SEVERITY_ICONS[severity], f"sev-{severity}")


@register.simple_tag
def mark(severity: str, number: int | str) -> SafeString:
    """The numbered shape of a finding: octagon, triangle or circle."""
    return format_html(
        '<span class="mark mark-{}"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>'
        '<span class="mark-number">{}</span></span>',
        severity,
        SEVERITY_SHAPES[severity],
        number,
    )


@register.filter
def severity_word(severity: str) -> Any:
    return SEVERITY_WORDS[severity]


@register.filter
def kilobytes(size: int) -> str:
    """184 kB, 2,4 MB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


@register.filter
def vnd(amount: int | None) -> str:
    """6.500.000 đ"""
    return "" if amount is None else f"{amount:,}".replace(",", ".") + " đ"
