from __future__ import annotations

import socket

import pytest

from timeline.web.site import serving


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8050/"),
        ("class.example", "http://class.example:8050/"),
        ("::1", "http://[::1]:8050/"),
    ],
)
def test_a_host_is_found_under_its_own_name(host: str, address: str) -> None:
    assert serving.addresses(host, 8050) == [address]


@pytest.mark.parametrize("host", ["0.0.0.0", ""])
def test_a_room_is_told_every_address_of_the_machine(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        (socket.AF_INET, None, 0, "", (address, 0))
        for address in ("192.0.2.7", "127.0.0.1", "127.0.1.1", "192.0.2.7")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: found)
    monkeypatch.setattr(serving, "_outward", lambda: {"192.0.2.7"})
    assert serving.addresses(host, 80) == ["http://127.0.0.1:80/", "http://192.0.2.7:80/"]


def test_a_machine_whose_name_is_unknown_serves_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr(serving, "_outward", set)
    assert serving.addresses("0.0.0.0", 80) == ["http://127.0.0.1:80/"]
