"""The dashboard, opened for this machine only.

`python -m cli.dashboard` takes Streamlit's own arguments, and is how run.py opens it.
"""

import os
import socket
import sys
from pathlib import Path

import click

APP = Path(__file__).resolve().parents[1] / "app.py"  # beside cli/, in a clone and installed
ADDRESS = "127.0.0.1"
USUAL_PORT = 8501
PORTS_TRIED = 100


def chosen_port(named: int | None) -> int:
    """The port the reader named, else the first free one from the usual port on."""
    if named is not None:
        if not is_free(named):
            raise click.ClickException(
                f"Port {named} is in use by another program. Name another one with --port, "
                "or leave --port out and a free one is found."
            )
        return named
    tried = range(USUAL_PORT, USUAL_PORT + PORTS_TRIED)
    port = next(filter(is_free, tried), None)
    if port is None:
        raise click.ClickException(
            f"Ports {tried[0]} to {tried[-1]} are all in use. Name a free one with --port."
        )
    if port != USUAL_PORT:
        click.echo(f"Port {USUAL_PORT} is in use, so port {port} is taken.")
    return port


def is_free(port: int) -> bool:
    """Whether a server could listen on this port of this machine."""
    with socket.socket() as probe:
        if os.name != "nt":  # a port that was let go a moment ago is free; Windows frees it itself
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def streamlit_arguments(port: int, browser: bool) -> list[str]:
    """What Streamlit is told: where to listen, whom to answer, and to keep its own words back."""
    arguments = ["run", str(APP), "--server.address", ADDRESS, "--server.port", str(port)]
    for host in (ADDRESS, "localhost"):  # a name that is pointed at this machine gets no answer
        arguments += ["--server.allowedHosts", host]
    arguments += ["--server.fileWatcherType", "none", "--logger.hideWelcomeMessage", "true"]
    return arguments if browser else [*arguments, "--server.headless", "true"]


def open_dashboard(named_port: int | None, browser: bool) -> None:
    """Serve the dashboard until it is stopped, and open it in the browser unless told not to."""
    port = chosen_port(named_port)
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
