"""The configuration files of other tools, as policies.

Every documented key of a tool is either followed, or named in `left` with the reason why it is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Configured, Policy, Rule, Workspace

__all__ = ["changesets", "check"]

_CONFIGURED = msgspec.json.Decoder(Configured)


def changesets(config: str, pre: str | None = None, *, preset: str = "changesets@2") -> Configured:
    """The policy of a repository that changesets is used in: the texts of ``.changeset/config.json``, and of
    ``.changeset/pre.json`` where there is one. `preset` says which version of the tool's rules hold.

    >>> read = gb.config.changesets('{"access": "public", "commit": false}')
    >>> read.policy.origins["rules[0].options.access"]
    '.changeset/config.json'
    >>> [left.key for left in read.left]
    ['commit']
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
