"""Several processes at once: groups of texts go out, what was read comes back in their order."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from harmledger.claims.extract import groups_of, read_claims
from harmledger.claims.parsing.model import one_thread
from harmledger.errors import HarmledgerError
from harmledger.records import Claim, Refusal, Text

__all__ = ["claims_or_refusals", "in_processes", "read_claims_in", "read_or_refused_in"]

_Result = TypeVar("_Result")

#: Groups that wait for each process: enough to keep it busy, few enough to stay small.
_AHEAD = 2


def in_processes(
    work: Callable[[list[Text]], _Result], groups: Iterable[list[Text]], processes: int
) -> Iterator[tuple[list[Text], _Result]]:
    """``(group, work(group))`` in the order of the groups, worked on by so many processes.

    A group gives the same result in whatever process it is read, and is yielded as soon as it and
    all before it are done. Memory holds a few groups a process. ``work`` is a function of a
    module. Errors: HarmledgerError where a process ends.
    """
    one_thread()  # before the groups are asked for, whose making may load numpy
    if processes <= 1:
        for group in groups:
            yield group, work(group)
        return
    waiting: deque[tuple[list[Text], Future[_Result]]] = deque()
    # A fresh interpreter each: a fork would copy an open database and half a progress bar.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        try:
            for group in groups:
                waiting.append((group, pool.submit(work, group)))
                while waiting and (len(waiting) >= _AHEAD * processes or waiting[0][1].done()):
                    first, future = waiting.popleft()
                    yield first, future.result()
            while waiting:
                first, future = waiting.popleft()
                yield first, future.result()
        except BrokenProcessPool as error:
            raise HarmledgerError(
                "a process that reads claims has ended", hint="try with fewer `processes`"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def read_claims_in(
    texts: Iterable[Text], processes: int = 1
) -> Iterator[tuple[Text, tuple[Claim, ...]]]:
    """As :func:`read_claims`, by several processes: the same claims in the same order."""
    for group, found in in_processes(_read, groups_of(texts), processes):
        yield from zip(group, found, strict=True)


def claims_or_refusals(texts: list[Text]) -> list[tuple[Claim, ...] | Refusal]:
    """The claims of each text, or why there are none: one odd text must not end the run.

    Where reading several at once fails, each is read on its own, and only the one is left out.
    """
    try:
        return list(_read(texts))
    except Exception as error:  # noqa: BLE001 - hostile input must not end the run
        if len(texts) > 1:
            return [found for text in texts for found in claims_or_refusals([text])]
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        refusal = Refusal(
            source=texts[0].document,
            code="claims-failed",
            message=f"its claims could not be read ({reason})",
            hint="this is a bug in harmledger: please report it; the next run tries again",
        )
        return [refusal]


def read_or_refused_in(
    texts: Iterable[Text], processes: int = 1
) -> Iterator[tuple[Text, tuple[Claim, ...] | Refusal]]:
    """As :func:`read_claims_in`, but a text on which the reader fails has a refusal instead."""
    for group, found in in_processes(claims_or_refusals, groups_of(texts), processes):
        yield from zip(group, found, strict=True)


def _read(group: list[Text]) -> list[tuple[Claim, ...]]:
    return [claims for _, claims in read_claims(group)]
