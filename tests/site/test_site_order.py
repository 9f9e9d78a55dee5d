"""The order of incidents on the overview."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from harmledger.site.subject_views import in_order


def _shelf(told: dict[str, list[str]], copies: tuple[str, ...] = (), origins: Any = ()) -> Any:
    """``told``: by incident its texts; ``copies`` are of one family; ``origins`` by incident."""
    figures = {
        name: [
            SimpleNamespace(
                measure="displaced" if name == "fled" else "killed",
                independent_origins=many,
                high=900 if name == "fled" else 1,
                low=1,
                id=name,
                trace=(),
            )
        ]
        for name, many in dict(origins).items()
    }
    return SimpleNamespace(
        figures_of=figures,
        families={text: SimpleNamespace(id="one") for text in copies},
        texts_of=lambda claims: tuple(claims),
        subjects=[SimpleNamespace(id=name, claims=tuple(texts)) for name, texts in told.items()],
    )


def _ids(shelf: Any) -> list[str]:
    return [one.id for one in in_order(shelf, shelf.subjects)]


def test_the_most_reported_incident_stands_first() -> None:
    told = {"background": ["a"], "strike": ["a", "b", "c"]}
    assert _ids(_shelf(told, origins={"background": 3, "strike": 1})) == ["strike", "background"]


def test_copies_count_once() -> None:
    told = {"copied": ["a", "b", "c"], "two": ["d", "e"]}
    assert _ids(_shelf(told, copies=("a", "b", "c"))) == ["two", "copied"]


def test_of_as_many_reports_the_one_with_more_origins() -> None:
    told = {"a": ["x"], "b": ["y"]}
    assert _ids(_shelf(told, origins={"a": 1, "b": 2})) == ["b", "a"]
    assert _ids(_shelf(told)) == ["a", "b"]


def test_many_who_fled_stand_behind_one_who_was_killed() -> None:
    told = {"fled": ["x"], "shot": ["y"]}
    assert _ids(_shelf(told, origins={"fled": 1, "shot": 1})) == ["shot", "fled"]
