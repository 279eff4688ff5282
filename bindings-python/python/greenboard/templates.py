"""Templates: the stages that a release goes through, as a document that people write.

>>> [stage.name for stage in gb.templates.builtin("continuous").stages]
['commit', 'preprod', 'progressive', 'observe']
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from . import _native
from ._document import JsonText, given
from ._documents import Template

__all__ = ["builtin", "builtin_text", "read"]

_TEMPLATE: msgspec.json.Decoder[Template] = msgspec.json.Decoder(Template)


def builtin(name: str) -> Template:
    """A template that comes along: `train`, `quarterly`, `hotfix` or `continuous`.

    >>> gb.templates.builtin("train").stages[3].steps_pct
    [1, 10, 50, 100]
    """
    return read(builtin_text(name))


def builtin_text(name: str) -> str:
    """A template that comes along, as the YAML text that it is written in: where to start a template of one's own.

    >>> gb.templates.builtin_text("hotfix").splitlines()[1]
    'name: hotfix'
    """
    return _native.template_builtin(name)


def read(template: Template | Mapping[str, Any] | JsonText) -> Template:
    """A template that people wrote, checked, with its defaults filled in.

    >>> gb.templates.read({"name": "plain", "stages": [{"name": "out", "role": "deploy"}]}).options.approval_days
    3
    """
    return _TEMPLATE.decode(_native.template_read(given(template)))
