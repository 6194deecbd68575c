"""Serve a WSGI application on this machine or in a room, and say where it is to be found."""

from __future__ import annotations

import socket
import sys

import waitress
from flask import Flask

from timeline.web.site.lan import tell_addresses

EVERYWHERE = {"0.0.0.0", "::", ""}
SOMEWHERE = "192.0.2.1"  # set aside for examples: no machine has it
LAST_PORT = 65535
THREADS = 8  # a class of thirty opens one page at once


def serve(server: Flask, host: str, port: int) -> None:
    """Print the addresses and serve until interrupted; a port in use ends with a word and status 1."""
    try:
        waiting = waitress.create_server(server, host=host, port=port, threads=THREADS, ident=None)
    except ValueError as fault:  # waitress's word for a name that leads nowhere
        print(f"No machine is called {host}. Name one: --host 127.0.0.1", file=sys.stderr)
        raise SystemExit(1) from fault
    except OSError as fault:
        other = port + 1 if port < LAST_PORT else port - 1
        print(
            f"Port {port} on {host} cannot be used ({fault.strerror}). Choose another: --port {other}",
            file=sys.stderr,
        )
        raise SystemExit(1) from fault
    found = addresses(host, port)
    tell_addresses(server, found)
    for address in found:
        print(f"The timeline is at {address}", flush=True)
    print("Stop it with Ctrl+C.", flush=True)
    try:
        waiting.run()
    finally:
        waiting.close()


def addresses(host: str, port: int) -> list[str]:
    """Where browsers find it: the host itself, or each address of this machine when it serves a room."""
    if host not in EVERYWHERE:
        return [f"http://{f'[{host}]' if ':' in host else host}:{port}/"]
    try:
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except socket.gaierror:  # a machine that does not know its own name serves all the same
        named = []
    found = {str(info[4][0]) for info in named if not str(info[4][0]).startswith("127.")} | _outward()
    return [f"http://{address}:{port}/" for address in ["127.0.0.1", *sorted(found)]]


def _outward() -> set[str]:
    """The address by which this machine would speak to others; many do not know it by their own name."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect((SOMEWHERE, 9))  # sends nothing: it only chooses the way
            own = str(asking.getsockname()[0])
        except OSError:  # there is no network at all
            return set()
    return set() if own.startswith("127.") else {own}
