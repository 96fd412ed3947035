"""What `--help` says, in Dutch: typer has no translation of its own words."""

from typing import Any

from typer.core import TyperCommand, TyperGroup


class Commando(TyperCommand):
    """A command that explains itself in Dutch."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        arguments = [parameter for parameter in self.get_params(ctx) if parameter.param_type_name == "argument"]
        names = [_metavar(argument) for argument in arguments]
        _open(self, ctx, formatter, ["[OPTIES]", *names])
        if arguments:
            with formatter.section("Wat u opgeeft"):
                formatter.write_dl(list(zip(names, map(_explained, arguments), strict=True)))
        _options(self, ctx, formatter)


class Groep(TyperGroup):
    """The whole, with a list of its commands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _open(self, ctx, formatter, ["COMMANDO"])
        with formatter.section("Commando's"):
            formatter.write_dl([(name, command.help or "") for name, command in self.commands.items()])
        _options(self, ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text(f"Meer over een commando: {ctx.command_path} COMMANDO --help")


def _open(command: Any, ctx: Any, formatter: Any, pieces: list[str]) -> None:
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Gebruik: ")
    formatter.write_paragraph()
    formatter.write_text(command.help or "")


def _options(command: Any, ctx: Any, formatter: Any) -> None:
    options = [parameter for parameter in command.get_params(ctx) if parameter.param_type_name == "option"]
    with formatter.section("Opties"):
        formatter.write_dl([(", ".join(option.opts), _explained(option)) for option in options])


def _metavar(argument: Any) -> str:
    name = str(argument.metavar or argument.name).upper()
    return name if argument.required else f"[{name}]"


def _explained(parameter: Any) -> str:
    if "--help" in parameter.opts:
        return "Toon deze uitleg."
    number = isinstance(parameter.default, int) and not isinstance(parameter.default, bool)
    return f"{parameter.help}{f' Zonder: {parameter.default}.' if number else ''}"
