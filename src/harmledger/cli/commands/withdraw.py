"""``harmledger withdraw``: a source falls."""

from __future__ import annotations

from pathlib import Path

import click

from harmledger.cli.movement import tell, tell_of_site
from harmledger.cli.options import as_json_not_words, book_argument, now, who_decides
from harmledger.cli.output import json_line
from harmledger.cli.report import many
from harmledger.cli.words import pasted, say

__all__ = ["command"]

#: Copies that are named.
_NAMED = 5


@click.command("withdraw")
@book_argument
@click.argument("page", metavar="PAGE")
@click.option("--why", "reason", required=True, metavar="TEXT", help="the reason, kept for readers")
@who_decides(required=False)
@click.option("--undo", "back", is_flag=True, help="bring the page back")
@as_json_not_words
def command(book: Path, page: str, reason: str, by: str, back: bool, as_json: bool) -> None:
    """Take a page out of everything that is counted, and list each figure that moves.

    PAGE is the page's id or its first characters, the document's name, or its address. The page
    stays archived and is marked; the correction is kept for readers (`list BOOK corrections`,
    and on the site). Reading the page again does not bring it back: --undo does, and the figures
    are then what they were. The site is built anew by `publish`.
    """
    from harmledger.ledger import Book
    from harmledger.pipeline import restore, withdraw

    with Book(book, read_only=False) as held:
        families = list(held.families())
        act = restore if back else withdraw
        made = act(held, page, at=now(), reason=reason, by=by)
        found = held.get(made.decision.subject, kind="pages")
        name = getattr(found, "document", page)
        texts = [text.id for text in held.children("texts", made.decision.subject)]
        claims = sum(1 for text in texts for _ in held.children("claims", text))
    if as_json:
        json_line(made)
        return
    count = f"count{'s' if claims == 1 else ''} {'again' if back else 'no longer'}"
    did = "restored" if back else "withdrawn"
    tell(made, f"{did} {name}; {many(claims, 'claim')} of it {count}")
    say(f"{many(len(made.changed), 'figure')} changed")
    if not back:
        kin = [f for f in families if any(member.text_id in texts for member in f.members)]
        copies = [m.document for f in kin for m in f.members if m.text_id not in texts]
        if copies:
            more = f" and {len(copies) - _NAMED} more" if len(copies) > _NAMED else ""
            say(f"of one origin with it, and still counted: {', '.join(copies[:_NAMED])}{more}")
        say(f"bring it back with: harmledger withdraw {pasted(book)} {made.decision.subject[:12]} "
            "--undo --why TEXT")  # fmt: skip
    tell_of_site(book, len(made.changed))
