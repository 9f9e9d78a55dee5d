"""Families: texts that share one origin, so that a copy is not taken for corroboration.

Copies (equal, edited, truncated), rewrites, shuffled copies, and texts that use passages of
another, told from independent reports of one event.

``wordings`` puts equal texts together, ``collapse`` near-exact ones; ``rare`` and ``candidates``
find pairs worth a comparison; ``copying`` measures what was copied, ``likeness`` what was told in
other words; ``verdicts`` keeps what pairs were found to be; ``grouping`` decides and ``relations``
says who came first and why.
"""

from __future__ import annotations

from harmledger.families.find import find_families

__all__ = ["find_families"]
