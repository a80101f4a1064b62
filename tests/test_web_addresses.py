"""Addresses of web pages, in letters of any language."""

from __future__ import annotations

import pytest

from hooks.taskforce.web_addresses import as_read, as_uri, corrected, url_rule
from tests.builders import changed, loaded

VALID = {
    "https://münchen.de/": "https://xn--mnchen-3ya.de/",
    "https://nl.wikipedia.org/wiki/Curaçao": "https://nl.wikipedia.org/wiki/Cura%C3%A7ao",
    "https://example.org/o'brien": "https://example.org/o'brien",
    "https://example.org/a(b)_[c]": "https://example.org/a(b)_%5Bc%5D",
    "https://example.org/?a[]=1&b=%5B%5D": "https://example.org/?a%5B%5D=1&b=%5B%5D",
    "https://example.org/100%?q=%zz#%2": "https://example.org/100%25?q=%25zz#%252",
    "https://example.org/#a#b": "https://example.org/#a%23b",
    "https://example.org:8443/?q=é&p=%20#ü": "https://example.org:8443/?q=%C3%A9&p=%20#%C3%BC",
    "https://example.org/a|b{c}": "https://example.org/a%7Cb%7Bc%7D",
}


@pytest.mark.parametrize(("written", "uri"), VALID.items())
def test_an_address_in_any_letters_is_published_as_a_uri(written: str, uri: str) -> None:
    found = loaded(changed("organisaties/vng.md", "https://vng.nl", f'"{written}"'))

    assert found.problems == ()
    assert found.catalogue.organisations["vng"].record.url == uri
    assert as_uri(uri) == uri


def test_an_address_is_shown_in_the_letters_that_people_read() -> None:
    assert as_read("https://xn--mnchen-3ya.de/") == "münchen.de"
    assert as_read("https://nl.wikipedia.org/wiki/Cura%C3%A7ao") == "nl.wikipedia.org/wiki/Curaçao"
    assert as_read("https://example.org/a%20b%0A") == "example.org/a%20b%0A"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.voorbeeld.nl", "https://www.voorbeeld.nl"),
        ("voorbeeld.nl/pad", "https://voorbeeld.nl/pad"),
        ("münchen.de", "https://xn--mnchen-3ya.de"),
        ("https:/voorbeeld.nl", "https://voorbeeld.nl"),
        ("https//voorbeeld.nl/x", "https://voorbeeld.nl/x"),
        ("htpps://voorbeeld.nl", "https://voorbeeld.nl"),
        ("https:www.voorbeeld.nl", "https://www.voorbeeld.nl"),
        (" https://voorbeeld.nl/a b ", "https://voorbeeld.nl/a%20b"),
        ("<https://voorbeeld.nl>", "https://voorbeeld.nl"),
        ("[Voorbeeld](https://voorbeeld.nl/a)", "https://voorbeeld.nl/a"),
        ("https://voorbeeld.nl.", "https://voorbeeld.nl"),
        ("https://a.nl, https://b.nl", None),
        ("[x](javascript:alert(1))", None),
        ("javascript:alert(1)", None),
        ("info@voorbeeld.nl", None),
        ("beleid.md", None),
        ("kaart.nl.png", None),
        ("ttp.nl/x", "https://ttp.nl/x"),
        ("https://[vng.nl", None),
    ],
)
def test_a_misspelt_address_is_put_right_where_only_one_can_be_meant(
    written: str, meant: str | None
) -> None:
    assert corrected(written) == meant
    assert meant is None or url_rule(meant) is None
