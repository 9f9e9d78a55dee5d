"""The site: a folder of pages in which every figure leads to the sentence it came from.

Plain HTML and SVG: no script, nothing loaded from elsewhere, readable from a folder on disk.
"""

from __future__ import annotations

from harmledger.site.book import BookLike
from harmledger.site.build import SiteProblem, build_site
from harmledger.site.copied import copy_site
from harmledger.site.readback import masked, read_back
from harmledger.site.verify import verify_site

__all__ = [
    "BookLike",
    "SiteProblem",
    "build_site",
    "copy_site",
    "masked",
    "read_back",
    "verify_site",
]
