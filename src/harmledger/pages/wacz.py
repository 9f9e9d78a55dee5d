"""WACZ files: a zip of WARCs. Nothing is unpacked to disk and no name in it is followed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from harmledger.errors import InputRefused
from harmledger.pages.limits import MAX_RATIO, Counted, megabytes
from harmledger.pages.options import InputOptions
from harmledger.pages.source import Source, refuse
from harmledger.pages.warc import read_warc
from harmledger.records import Capture, Refusal

__all__ = ["read_wacz"]

_MEMBERS = 10_000
#: What zipfile raises for a member that is cut, damaged, locked or packed in an unknown way.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)
#: All members of one WACZ together, unpacked.
_TOTAL = 20_000_000_000


def read_wacz(
    stream: BinaryIO, source: Source, options: InputOptions
) -> Iterator[Capture | Refusal]:
    """The reports of every WARC under ``archive/``. InputRefused where it is no WACZ."""
    try:
        archive = zipfile.ZipFile(stream)
    except _DAMAGE as error:
        raise InputRefused(
            "damaged", f"the zip is damaged ({error})", hint="fetch it again"
        ) from None
    with archive:
        infos = archive.infolist()
        if len(infos) > _MEMBERS:
            raise InputRefused("bomb", f"holds more than {_MEMBERS:,} members; not read")
        warcs: list[zipfile.ZipInfo] = []
        for info in infos:
            if _leads_out(info.filename):
                yield refuse(
                    f"{source.shown}#{info.filename}",
                    "path-traversal",
                    "a member whose name leads out of the archive; not read",
                    hint="do not trust this file",
                )
            elif info.filename.startswith("archive/") and info.filename.lower().endswith(
                (".warc", ".warc.gz")
            ):
                warcs.append(info)
        if not warcs:
            raise InputRefused(
                "not-a-report", "a zip without WARC files under archive/", hint="unpack it first"
            )
        total = 0
        for info in sorted(warcs, key=lambda info: info.filename):
            total += info.file_size
            yield from _member(archive, info, total, source, options)


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in path.parts[:1] or name[1:2] == ":"


def _member(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    total: int,
    source: Source,
    options: InputOptions,
) -> Iterator[Capture | Refusal]:
    inside = Source(
        path=source.path,
        document=f"{source.document}#{info.filename}",
        shown=f"{source.shown}#{info.filename}",
        explicit=source.explicit,
        container=source.container,
    )
    if info.file_size > 50_000_000 + MAX_RATIO * info.compress_size or total > _TOTAL:
        message = (
            f"says it unpacks from {megabytes(info.compress_size)} to "
            f"{megabytes(info.file_size)}; not read"
        )
        yield refuse(inside, "bomb", message, hint="unpack it yourself if you trust it")
        return
    try:
        with archive.open(info) as member:
            counted = Counted(member, info.compress_size)
            packed = info.filename.lower().endswith(".gz")
            yield from read_warc(counted, inside, options, packed=packed)
    except InputRefused as error:
        yield refuse(inside, error.code, error.message, hint=error.hint)
    except _DAMAGE as error:
        yield refuse(inside, "damaged", f"cannot be unpacked ({error})", hint="fetch it again")
