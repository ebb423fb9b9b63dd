"""The dashboard, opened for this machine only.

`python -m cli.dashboard` takes Streamlit's own arguments, and is how run.py opens it.
"""

import sys
from pathlib import Path

import click

from . import ports
from .ports import ADDRESS

APP = Path(__file__).resolve().parents[1] / "app.py"  # beside cli/, in a clone and installed


def streamlit_arguments(port: int, browser: bool) -> list[str]:
    """What Streamlit is told: where to listen, whom to answer, and to keep its own words back."""
    arguments = ["run", str(APP), "--server.address", ADDRESS, "--server.port", str(port)]
    for host in (ADDRESS, "localhost"):  # a name that is pointed at this machine gets no answer
        arguments += ["--server.allowedHosts", host]
    arguments += ["--server.fileWatcherType", "none", "--logger.hideWelcomeMessage", "true"]
    return arguments if browser else [*arguments, "--server.headless", "true"]


def open_dashboard(named_port: int | None, browser: bool) -> None:
    """Serve the dashboard until it is stopped, and open it in the browser unless told not to."""
    try:
        port = ports.chosen(named_port, "--port")
    except ports.PortError as fault:
        raise click.ClickException(str(fault)) from None
    if named_port is None and ports.moved(port):
        click.echo(ports.moved(port))
    click.echo(f"Other Chair is at http://{ADDRESS}:{port}, for this machine only. Ctrl+C ends it.")
    serve(streamlit_arguments(port, browser))


def serve(arguments: list[str]) -> None:
    """Hand over to Streamlit, which then asks the internet nothing."""
    from streamlit import net_util  # slow, and not needed for --help
    from streamlit.web import cli as streamlit

    # When a page of elsewhere knocks, Streamlit would ask the internet for this machine's address.
    net_util.get_external_ip = lambda: None
    streamlit.main(arguments, prog_name="streamlit")


if __name__ == "__main__":
    serve(sys.argv[1:])
