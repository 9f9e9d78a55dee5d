"""A room is used by its public names: no other reaches into the modules behind them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import harmledger

CODE = Path(harmledger.__file__).parent

#: What is imported from inside a room all the same, and why: (the file, what it imports).
ALLOWED: dict[tuple[str, str], str] = {}


def _public(room: Path) -> set[str] | None:
    """The names of the room's ``__all__``; None where it has none."""
    for node in ast.parse(room.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return None


def _reached_in(file: Path, code: Path) -> Iterator[str]:
    """What a module imports from behind another room's public names, also inside functions."""
    own = file.relative_to(code).parts[0].removesuffix(".py")
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules = [name.name.split(".") for name in node.names]
            yield from (
                ".".join(parts)
                for parts in modules
                if parts[0] == "harmledger" and len(parts) > 2 and parts[1] != own
            )
        if not isinstance(node, ast.ImportFrom) or node.module is None:
            continue
        package, *rooms = node.module.split(".")
        if package != "harmledger" or not rooms or rooms[0] == own:
            continue
        public = _public(code / rooms[0] / "__init__.py") if len(rooms) == 1 else set()
        yield from (
            f"{node.module}.{name.name}"
            for name in node.names
            if public is not None and name.name not in public
        )


def _all_reached_in(code: Path) -> set[tuple[str, str]]:
    return {
        (file.relative_to(code).as_posix(), reached)
        for file in code.rglob("*.py")
        for reached in _reached_in(file, code)
    }


def test_no_room_reaches_into_another() -> None:
    assert _all_reached_in(CODE) == set(ALLOWED)


def test_a_reach_through_a_wall_is_found(tmp_path: Path) -> None:
    for room in ("tolls", "incidents"):
        (tmp_path / room).mkdir()
    (tmp_path / "incidents" / "__init__.py").write_text('__all__ = ["listed"]\n', "utf-8")
    (tmp_path / "incidents" / "build.py").write_text("import harmledger.incidents.held\n", "utf-8")
    (tmp_path / "tolls" / "find.py").write_text(
        "from harmledger.incidents import build, listed\n"
        "from harmledger.tolls.series import series\n"
        "def late():\n"
        "    import harmledger.incidents.node\n"
        "    from harmledger.incidents.held import Held\n",
        "utf-8",
    )
    assert _all_reached_in(tmp_path) == {
        ("tolls/find.py", "harmledger.incidents.build"),
        ("tolls/find.py", "harmledger.incidents.node"),
        ("tolls/find.py", "harmledger.incidents.held.Held"),
    }
