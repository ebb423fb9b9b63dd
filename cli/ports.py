"""Which port of this machine the dashboard opens on. Needs nothing but Python."""

from __future__ import annotations

import socket

ADDRESS = "127.0.0.1"
PORTS = range(8501, 8600)  # tried in this order
MOST_PORT = 65_535


class PortError(Exception):
    """Why no port can be had: a sentence with what to do."""


def chosen(named: int | None, option: str) -> int:
    """The port named, else the first free one; `option` is how the reader names another."""
    if named is None:
        port = next(filter(is_free, PORTS), None)
        if port is None:
            taken = f"Ports {PORTS[0]} to {PORTS[-1]} are taken."
            raise PortError(f"{taken} Name a free one with {option}.")
        return port
    another = f"Name another with {option}, or none."
    if not 0 < named <= MOST_PORT:
        raise PortError(f"Port {named} is not from 1 to {MOST_PORT}. {another}")
    if not is_free(named):
        raise PortError(f"Port {named} is taken, or not yours to open. {another}")
    return named


def is_free(port: int) -> bool:
    """Whether a server could listen on a port of this machine."""
    try:
        socket.create_server((ADDRESS, port)).close()
    except OSError:
        return False
    return True


def moved(port: int) -> str:
    """What is said of a port that is not the usual one; nothing of the usual one."""
    usual = PORTS[0]
    if port == usual:
        return ""
    return (
        f"Port {usual} is taken, so this time it is at http://{ADDRESS}:{port}\n"
        f"A browser keeps what is typed by address: what was typed at http://{ADDRESS}:{usual} is "
        "found there,\nonce that port is free, or by a file saved from the menu Plan."
    )
