"""The command otherchair. A subcommand is a module beside this one, added to `main` here."""

import click

from .dashboard import open_dashboard
from .ports import MOST_PORT, PORTS
from .version import version


@click.group(invoke_without_command=True, subcommand_metavar="")
@click.option(
    "--port",
    type=click.IntRange(1, MOST_PORT),
    metavar="NUMBER",
    help=f"Port of this machine to use; else {PORTS[0]}, or the next free one.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.version_option(version(), message="Other Chair %(version)s")
@click.pass_context
def main(context: click.Context, port: int | None, no_browser: bool) -> None:
    """Open Other Chair: what an hour of a therapist's work really pays.

    The dashboard runs on this machine and answers to this machine only. It needs no account,
    and nothing that is typed leaves it.
    """
    if context.invoked_subcommand is None:
        open_dashboard(port, browser=not no_browser)


if __name__ == "__main__":
    main()
