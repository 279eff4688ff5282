"""The configuration files of other tools, as policies.

Every documented key of a tool is either followed, or named in `left` with the reason why it is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Configured, Policy, ReleasePleaseConfig, Rule, Workspace

__all__ = ["changesets", "check", "release_please"]

_CONFIGURED = msgspec.json.Decoder(Configured)
_RELEASE_PLEASE = msgspec.json.Decoder(ReleasePleaseConfig)


def changesets(config: str, pre: str | None = None, *, preset: str = "changesets@2") -> Configured:
    """The policy of a repository that changesets is used in: the texts of ``.changeset/config.json``, and of
    ``.changeset/pre.json`` where there is one. `preset` says which version of the tool's rules hold.

    >>> read = gb.config.changesets('{"access": "public", "prettier": false}')
    >>> read.policy.origins["rules[0].options.access"]
    '.changeset/config.json'
    >>> [left.key for left in read.left]
    ['prettier']
    """
    return _CONFIGURED.decode(_native.changesets_policy(preset, config, pre))


def check(
    workspace: Workspace | Mapping[str, Any] | JsonText,
    policy: Policy | Mapping[str, Any] | Sequence[Rule | Mapping[str, Any] | str] | str,
) -> None:
    """Raises `PlanError` where a policy does not fit a workspace: a selector that selects nothing, groups that overlap, or what
    depends on a component that is left alone and is not left alone itself.

    >>> core = gb.Component(name="core", ecosystem="npm", version="1.2.0")
    >>> try:
    ...     gb.config.check(gb.Workspace(components=[core]), {"ignore": ["cor"]})
    ... except gb.PlanError as error:
    ...     print(error.code)
    plan.invalid_configuration
    """
    _native.check_policy(given(workspace), given(policy))


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
