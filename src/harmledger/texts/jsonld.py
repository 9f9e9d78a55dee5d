"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["json_ld", "kind_of", "string_of"]


def json_ld(tree: HtmlElement) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        written = (script.text or "").strip().removeprefix("<![CDATA[").removesuffix("]]>")
        try:
            loaded = json.loads(written.strip("/* \n\t;"), strict=False)
        except (ValueError, RecursionError):
            continue
        queue = [loaded]
        while queue and len(nodes) < 500:
            node = queue.pop(0)
            if isinstance(node, list):
                queue.extend(node[:100])
            elif isinstance(node, dict):
                nodes.append(node)
                queue.extend(
                    value
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if (value := node.get(key))
                )
    nodes.sort(key=lambda node: "datePublished" not in node)
    return nodes


def kind_of(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(str(part) for part in kind) if isinstance(kind, list) else str(kind or "")


def string_of(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    import html

    text = " ".join(html.unescape(value).split())
    return text[:500] or None
