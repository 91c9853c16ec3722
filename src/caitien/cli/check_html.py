"""Findings as one page of HTML that stands alone: no script, no request to anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from caitien.cli.check_text import counts_text
from caitien.cli.examine import Outcome
from caitien.engine.checker.messages import SEVERITY_WORDS

SHAPES = {"error": "⬢", "warning": "▲", "info": "○"}
STYLE = """
:root { color-scheme: light dark; --ink: #211d2b; --soft: #4f4a59; --line: #dfdbd3; --paper: #fff; --back: #f6f5f1;
  --error: #b0241b; --warning: #855000; --info: #33566f; }
@media (prefers-color-scheme: dark) { :root { --ink: #edeaf2; --soft: #c0bbca; --line: #35313f; --paper: #1d1a24;
  --back: #15131a; --error: #ff9f93; --warning: #f3c46b; --info: #9cc6e2; } }
body { margin: 0 auto; max-width: 50rem; padding: 1.5rem 1rem; background: var(--back); color: var(--ink);
  font: 16px/1.55 "Segoe UI", -apple-system, Roboto, "Noto Sans", sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; overflow-wrap: anywhere; }
article { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: .75rem 1rem;
  margin: .75rem 0; break-inside: avoid; overflow-wrap: anywhere; }
article h3 { font-size: 1rem; margin: 0; } article p { margin: .35rem 0 0; } .soft { color: var(--soft); }
blockquote { margin: .35rem 0 0; font-family: "Times New Roman", Tinos, serif; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
"""


def page(outcomes: list[Outcome]) -> str:
    """The page for all files; those that could not be read say why."""
    body = "\n".join(line for outcome in outcomes for line in _file(outcome))
    return f"""<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kết quả kiểm tra – CaiTien</title>
<style>{STYLE}</style>
</head>
<body>
<h1>Kết quả kiểm tra kế hoạch cải tiến chất lượng</h1>
{body}
</body>
</html>"""


def _file(outcome: Outcome) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(outcome.file)}</h2>"
    if outcome.error:
        yield f"<p>{escape(outcome.error)}</p>"
    else:
        yield f"<p>{escape(counts_text(outcome.findings).capitalize())}.</p>"
    yield from (_finding(finding) for finding in outcome.findings)
    for label, entries in (("Bỏ qua có lý do", outcome.set_aside), ("Chưa kiểm tra", outcome.not_checked)):
        if entries:
            yield f"<p>{label}:</p>\n<ul>{''.join(f'<li>{escape(entry)}</li>' for entry in entries)}</ul>"
    yield from (f"<p>{escape(note)}</p>" for note in outcome.notes)
    yield "</section>"


def _finding(finding: dict[str, Any]) -> str:
    severity = finding["severity"]
    weight = f'<span class="{severity}">{SHAPES[severity]} {SEVERITY_WORDS[severity]}</span>'
    parts = [f"<h3>{weight} · {escape(finding['title'])}</h3>"]
    at = f" ({finding['at']})" if finding["at"] else ""
    parts.append(f'<p class="soft">{finding["code"]} · {escape(finding["place"] + at)}</p>')
    if finding["quote"]:
        parts.append(f"<blockquote>“{escape(finding['quote'])}”</blockquote>")
    parts.append(f"<p>{escape(finding['why'])}</p>")
    parts += [f"<p>Sửa thành: <ins>{escape(edit['new'])}</ins></p>" for edit in finding["fix"] if edit["new"].strip()]
    if finding["article"]:
        parts.append(f'<p class="soft">Căn cứ: {escape(finding["article"])}</p>')
    return "<article>\n" + "\n".join(parts) + "\n</article>"
