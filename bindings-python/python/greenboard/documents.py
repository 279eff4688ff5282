"""Every document as a typed object, with its parts; the ones that calls take and give are in `greenboard` itself too."""

from ._documents import *  # noqa: F403
from ._documents import __all__ as __all__
