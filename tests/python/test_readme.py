"""The examples of the README and of the page on releases run as written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["README.md", "docs/releases.md"]
EXAMPLES = [
    (page, example)
    for page in PAGES
    for example in re.findall(
        r"^```python\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
]


def test_there_are_examples() -> None:
    assert {page for page, _ in EXAMPLES} == set(PAGES)


@pytest.mark.parametrize(("page", "example"), EXAMPLES)
def test_example(page: str, example: str) -> None:
    exec(compile(example, page, "exec"), {})
