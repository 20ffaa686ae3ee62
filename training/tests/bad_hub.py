"""A hub on this machine that misbehaves on demand."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORE = "/store/"


@dataclass
class BadHub:
    """`content` is served for every file. Hugging Face's answer redirects to the store and tells the hash.

    cut_after: bytes after which each of the first answers ends, one entry an answer.
    statuses: statuses that the first answers have instead of a body.
    """

    content: bytes
    tells_hash: bool = True
    ignores_range: bool = False
    cut_after: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    served: bytes | None = None
    ranges: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    address: str = ""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    hub: BadHub

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        self.hub.paths.append(self.path)
        if self.path.startswith("/api/v1/models/"):
            self._list()
        elif self.path.startswith(STORE) or "/models/" in self.path:
            self._file()
        else:
            self._redirect()

    def _redirect(self) -> None:
        self.send_response(302)
        self.send_header("Location", STORE + self.path.rpartition("/")[2])
        if self.hub.tells_hash:
            self.send_header("X-Linked-Etag", f'"{self.hub.sha256}"')
            self.send_header("X-Linked-Size", str(len(self.hub.content)))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _list(self) -> None:
        files = [{"Path": "clip_cn_rn50.pt", "Sha256": self.hub.sha256}] if self.hub.tells_hash else []
        body = json.dumps({"Code": 200, "Data": {"Files": files}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _file(self) -> None:
        hub = self.hub
        hub.ranges.append(self.headers.get("Range"))
        if hub.statuses:
            self.send_error(hub.statuses.pop(0))
            return
        content = hub.content if hub.served is None else hub.served
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range") or "")
        start = int(wanted[1]) if wanted and not hub.ignores_range else 0
        if start >= len(content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        end = start + hub.cut_after.pop(0) if hub.cut_after else len(content)
        self.wfile.write(content[start:end])
        self.wfile.flush()
        if end < len(content):
            self.connection.close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Connections that the tests cut are no news."""


@contextmanager
def serve(hub: BadHub) -> Iterator[BadHub]:
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    hub.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
