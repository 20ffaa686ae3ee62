"""Where the official weights lie (cn_clip.clip.utils names the same repositories and files)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Hub = Literal["huggingface", "modelscope"]
HUBS: tuple[Hub, ...] = ("huggingface", "modelscope")
# Scale: repository, file.
RELEASES = {
    "RN50": ("chinese-clip-rn50", "clip_cn_rn50.pt"),
    "ViT-B-16": ("chinese-clip-vit-base-patch16", "clip_cn_vit-b-16.pt"),
    "ViT-L-14": ("chinese-clip-vit-large-patch14", "clip_cn_vit-l-14.pt"),
    "ViT-L-14-336": ("chinese-clip-vit-large-patch14-336px", "clip_cn_vit-l-14-336.pt"),
    "ViT-H-14": ("chinese-clip-vit-huge-patch14", "clip_cn_vit-h-14.pt"),
}
_ORGANISATIONS: dict[Hub, str] = {"huggingface": "OFA-Sys", "modelscope": "AI-ModelScope"}
_ENDPOINTS: dict[Hub, str] = {"huggingface": "https://huggingface.co", "modelscope": "https://www.modelscope.cn"}
# Each hub's own clients read this; a value without a scheme is a host name.
_OWN_VARIABLE: dict[Hub, str] = {"huggingface": "HF_ENDPOINT", "modelscope": "MODELSCOPE_DOMAIN"}
MIRROR_VARIABLE = "TILEWISE_MIRROR"
_REVISIONS: dict[Hub, str] = {"huggingface": "main", "modelscope": "master"}


@dataclass(frozen=True)
class Release:
    """One file of one hub. `list_url` answers with the hashes of all files, where the hub has such an address."""

    file: str
    url: str
    list_url: str | None


def find_release(
    scale: str, hub: Hub, revision: str | None = None, environment: Mapping[str, str] = os.environ
) -> Release:
    """Raises ValueError for a scale or a mirror that is none."""
    if scale not in RELEASES:
        raise ValueError(f"expected one of {', '.join(RELEASES)}, found {scale}")
    repository, file = RELEASES[scale]
    path, base = f"{_ORGANISATIONS[hub]}/{repository}", endpoint(hub, environment)
    revision = revision or _REVISIONS[hub]
    if hub == "huggingface":
        return Release(file, f"{base}/{path}/resolve/{revision}/{file}", None)
    return Release(
        file,
        f"{base}/models/{path}/resolve/{revision}/{file}",
        f"{base}/api/v1/models/{path}/repo/files?Revision={revision}&Recursive=true",
    )


def endpoint(hub: Hub, environment: Mapping[str, str] = os.environ) -> str:
    """TILEWISE_MIRROR before the hub's own variable before the hub itself."""
    for variable in (MIRROR_VARIABLE, _OWN_VARIABLE[hub]):
        value = environment.get(variable, "").strip().rstrip("/")
        if value and "://" not in value:
            value = f"https://{value}"
        if value and not value.startswith(("https://", "http://")):
            raise ValueError(f"{variable}: expected an http(s) address, found {value}")
        if value:
            return value
    return _ENDPOINTS[hub]
