"""One GET from a byte on, with what the hub says of the file on the way."""

from __future__ import annotations

import http.client
import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any

from tilewise import __version__

# Of one socket operation: a hub that is silent for longer has lost us.
_TIMEOUT_SECONDS = 30.0
_SHA256 = re.compile(r'(?:W/)?"?([0-9a-f]{64})"?')
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
_PARTIAL_CONTENT, _RANGE_NOT_SATISFIABLE = 206, 416
# Statuses that a second try may cure.
_PASSING = {408, 425, 429, 500, 502, 503, 504}


class PassingError(OSError):
    """A fault of the connection or of the hub's day: try again."""


class HubError(ValueError):
    """An answer that another try will not change; the text names the address."""


@dataclass
class Answer:
    """`start`: the byte that the body begins with. `size`: of the whole file, if told. `sha256`: if told."""

    body: http.client.HTTPResponse
    start: int
    size: int | None
    sha256: str | None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Hugging Face tells hash and size in the answer that redirects to the store."""

    def __init__(self) -> None:
        self.linked_hash: str | None = None
        self.linked_size: str | None = None

    def redirect_request(  # noqa: PLR0913, PLR0917 - the base class's signature
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        self.linked_hash = headers.get("X-Linked-Etag") or self.linked_hash
        self.linked_size = headers.get("X-Linked-Size") or self.linked_size
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def get(url: str, start: int = 0) -> Answer:
    """Asks from byte `start` on; the answer may begin at 0 all the same. Raises PassingError or HubError."""
    redirects = _Redirects()
    request = urllib.request.Request(url, headers={"User-Agent": f"tilewise/{__version__}"})
    if start:
        request.add_header("Range", f"bytes={start}-")
    try:
        response = urllib.request.build_opener(redirects).open(request, timeout=_TIMEOUT_SECONDS)
    except urllib.error.HTTPError as error:
        if error.code == _RANGE_NOT_SATISFIABLE:
            raise RangeError(url) from error
        kind = PassingError if error.code in _PASSING else HubError
        raise kind(f"{url}: expected the file, found status {error.code} {error.reason}") from error
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        raise PassingError(f"{url}: expected an answer, found {reason}") from error
    headers = response.headers
    begin, size = _extent(response.status, headers)
    if redirects.linked_size and redirects.linked_size.isdigit():
        size = int(redirects.linked_size)
    return Answer(response, begin, size, _sha256(redirects.linked_hash or headers.get("X-Linked-Etag")))


class RangeError(ValueError):
    """The file ends before the byte that was asked for."""


def get_json(url: str) -> Any:
    answer = get(url)
    try:
        with answer.body as body:
            return json.loads(body.read())
    except ValueError as error:
        raise HubError(f"{url}: expected JSON, found {error}") from error
    except (OSError, http.client.HTTPException) as error:
        raise PassingError(f"{url}: expected JSON, found {error}") from error


def _extent(status: int, headers: Message) -> tuple[int, int | None]:
    told = _CONTENT_RANGE.fullmatch(headers.get("Content-Range", ""))
    if status == _PARTIAL_CONTENT and told:
        return int(told[1]), int(told[2]) if told[2] != "*" else None
    length = headers.get("Content-Length", "")
    return 0, int(length) if length.isdigit() else None


def _sha256(text: str | None) -> str | None:
    found = _SHA256.fullmatch((text or "").strip())
    return found[1] if found else None
