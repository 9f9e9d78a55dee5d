"""The program ``harmledger``: its commands, and what happens when one fails.

Exit status: 0 fine, 1 a problem was found, 2 the command was not given right, 130 stopped.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from harmledger import __version__
from harmledger.cli.spoken import in_options
from harmledger.cli.words import complain, say
from harmledger.errors import HarmledgerError, UsageProblem, did_you_mean

__all__ = ["main", "program"]

TRACEBACK = "HARMLEDGER_TRACEBACK"

#: In the order in which somebody meets them.
_COMMANDS = {
    "demo": "Run the bundled case and look around.",
    "run": "Reports in, a book with figures out: the main job.",
    "claims": "Read the claims of reports, without a book.",
    "families": "Find copies among reports, without a book.",
    "list": "List the records of a book.",
    "show": "Show one record of a book.",
    "totals": "Add up incidents by the method's own rule.",
    "assess": "Carry out a method over a book, or two side by side.",
    "decide": "Approve, reject, edit, put together or apart: a person decides.",
    "withdraw": "Take a source out; each figure that moves is listed.",
    "publish": "Build the site of a book anew, or a copy of it.",
    "trace": "Show how a figure leads to its sentences.",
    "verify": "Check a book or a site: nothing missing, altered or underivable.",
    "export": "Write a book's claims and figures for other programs.",
}


class _Stopped(Exception):
    """The user has stopped the program. Not click's own Abort, which prints an empty line."""


class _ReaderLeft(Exception):
    """Whoever read our output has left (``| head``). Click would call that a failure."""


class _Program(click.Group):
    """A group that imports a command only when it is run."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            raise _Stopped from None
        except BrokenPipeError:
            raise _ReaderLeft from None
        return result

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"harmledger.cli.commands.{cmd_name}"), "command", None)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="harmledger", message="%(prog)s %(version)s")
def program() -> None:
    """Turns conflict reports into casualty figures that lead to the sentence they came from."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit status."""
    # Numpy's products here are small: threads would double the processor time and save no other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(_status(arguments))


def _status(arguments: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # JSON and CSV are UTF-8 whatever the terminal's own encoding is.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        status = program.main(arguments, prog_name="harmledger", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        # Somebody's first call: the whole help, not a line about what was wrong with it.
        print(error.message, file=sys.stderr)
        return 2
    except click.ClickException as error:
        return _usage(error)
    except HarmledgerError as error:
        complain(error.message, code=error.code, hint=in_options(error.hint))
        return 2 if isinstance(error, UsageProblem) or error.code in _USAGE else 1
    except (_Stopped, KeyboardInterrupt, click.Abort):
        say(
            "harmledger: stopped"
            + ("; run the same command to go on" if _writes(arguments) else "")
        )
        return 130
    except _ReaderLeft:
        # Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if os.environ.get(TRACEBACK):
            raise
        place = f"{error.filename}: " if error.filename else ""
        complain(
            f"{place}{error.strerror or type(error).__name__}",
            code="system",
            hint="see that the disk has space and that you may read and write there",
        )
        return 1
    except Exception as error:
        # The last resort: a user never meets a traceback without asking for it.
        if os.environ.get(TRACEBACK):
            raise
        complain(
            f"this is a bug in harmledger: {type(error).__name__}: {error}",
            code="bug",
            hint=f"set {TRACEBACK}=1 and give the same command to see where; please report it",
        )
        return 1
    return status if isinstance(status, int) else 0


def _writes(arguments: Sequence[str] | None) -> bool:
    """Whether the command leaves a book behind that the next call goes on with."""
    given = sys.argv[1:] if arguments is None else arguments
    return bool({"run", "demo", "decide", "withdraw"}.intersection(given[:1]))


#: Errors of what was asked, not of what was found.
_USAGE = frozenset({"no-book", "not-found", "vocabulary"})


def _meant(error: click.ClickException) -> str:
    """The command, or the word of a list, that was nearly given."""
    given = re.search(r"'([^']*)'(?: is not one of .*)?\.?$", error.format_message())
    parameter = getattr(error, "param", None)
    if given is None:
        return ""
    if parameter is not None and isinstance(parameter.type, click.Choice):
        return did_you_mean(given[1], parameter.type.choices)
    return did_you_mean(given[1], _COMMANDS) if "No such command" in error.message else ""


def _usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    hint = f"see `{context.command_path} --help`" if context else ""
    complain(error.format_message().rstrip(".") + _meant(error), code="usage", hint=hint)
    return 2
