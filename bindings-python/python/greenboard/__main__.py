"""The command line: ``python -m greenboard``."""

from __future__ import annotations

import signal
import sys

from . import _native


def main() -> None:
    """Runs the program with the process's arguments, and ends with its exit status."""
    # The work is not Python's: without this an interrupt would wait for its end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(_native.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
