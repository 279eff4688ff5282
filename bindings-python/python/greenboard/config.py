"""The configuration files of other tools, as policies. The texts are read as they stand in the repository."""

from __future__ import annotations

import msgspec

from . import _native
from ._documents import ReleasePleaseConfig

__all__ = ["release_please"]

_RELEASE_PLEASE = msgspec.json.Decoder(ReleasePleaseConfig)


def release_please(config: str, manifest: str) -> ReleasePleaseConfig:
    """What `release-please-config.json` and `.release-please-manifest.json` say: a policy, what the releases of each path are
    called and written to, and what of the files is not followed.

    >>> config = gb.config.release_please(
    ...     '{"packages": {"a": {"release-type": "simple", "component": "a"}}, "draft": true}', '{"a": "1.4.0"}')
    >>> config.left[0].key
    'draft'
    >>> workspace = config.workspace(gb.Workspace(components=[]))
    >>> change = gb.Change(id="9fceb02", description="read arrays", bumps={"a": "minor"})
    >>> gb.plan(workspace, [change], config.policy).entries[0].new
    '1.5.0'
    """
    return _RELEASE_PLEASE.decode(_native.config_release_please(config, manifest))
