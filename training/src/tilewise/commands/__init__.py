"""The subcommands: each module has HELP, EXAMPLES, add_arguments(parser) and run(arguments) -> exit code."""

from __future__ import annotations

import argparse
from types import ModuleType

from tilewise.commands import asks, check, download, evaluate, export, figures, finetune, golden, grids, lite, prepare

_COMMANDS: tuple[ModuleType, ...] = (
    lite, grids, asks, figures, golden, prepare, check, finetune, export, download, evaluate
)  # fmt: skip


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for module in _COMMANDS:
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        parser = commands.add_parser(
            name,
            help=module.HELP,
            description=module.__doc__,
            epilog=f"examples:\n{module.EXAMPLES}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(parser)
        parser.set_defaults(run=module.run)
