"""What editors wrote, as it came out: nothing here names a page, a person, a title or a number.

The fixed site is judged too: it has what the real pages may lack for a while.
"""

from __future__ import annotations

import pytest

from tests.content.built import Built
from tests.content.judging import JUDGEMENTS, Judgement


@pytest.mark.parametrize("whose", ["real", "fixed"])
@pytest.mark.parametrize("judge", JUDGEMENTS, ids=lambda judge: judge.__name__)
def test_nothing_is_wrong(judge: Judgement, whose: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(f"{whose}_built")
    assert list(judge(built)) == []
