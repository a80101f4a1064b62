"""Whose site it is stands in one place, and all that says so follows from it."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from pydantic import ValidationError

from hooks.engine import policy
from hooks.engine.settings import owner_of
from hooks.taskforce.labels import labels
from hooks.taskforce.languages import LANGUAGES, Language, Text
from hooks.taskforce.owner import Owner
from hooks.taskforce.pages.expansion import expanded
from hooks.taskforce.pages.templates import Surroundings, read_templates
from tests.conftest import ROOT, Pages
from tests.fixed_site import fixed_catalogue
from tests.pages import ADDRESS
from tests.small_site import python_in, write_site
from tests.test_publiccode import PUBLICCODE

TOWN = Owner(
    name=Text(nl="de gemeente Ergens", en="the municipality of Ergens"),
    official=True,
    contact="eht+fout@ergens.nl",
)
PAGE = f"{ADDRESS}themas/haven/"


def contact_page(owner: Owner, language: Language) -> str:
    catalogue = fixed_catalogue()
    page = catalogue.by_path["over/contact.md"]
    templates = read_templates(Surroundings(source="https://git.example.org/x", owner=owner))
    return expanded(catalogue, page, language, templates)


def test_a_letter_names_the_page_and_keeps_every_sign_of_its_title() -> None:
    letter = urlsplit(TOWN.letter("Haven & handel: 100 % ‘nieuw’?", PAGE, "nl"))
    assert (letter.scheme, letter.path) == ("mailto", "eht%2Bfout@ergens.nl")
    fields = parse_qs(letter.query, strict_parsing=True)
    assert fields["subject"] == ["Fout op de pagina ‘Haven & handel: 100 % ‘nieuw’?’"]
    assert PAGE in fields["body"][0].split("\r\n")[0]
    assert "\n" not in fields["body"][0].replace("\r\n", "")
    assert Owner().letter("Haven", PAGE, "nl") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contact_page_says_whose_site_it_is_and_how_to_reach_them(language: Language) -> None:
    independent, official = contact_page(Owner(), language), contact_page(TOWN, language)
    said = labels()["contact_independent"].in_language(language)
    assert said in independent
    assert labels()["contact_unnamed"].in_language(language) in independent
    assert "https://git.example.org/x/issues" in independent
    assert "mailto:" not in independent
    assert TOWN.name.in_language(language) in official
    assert said not in official
    named = contact_page(Owner(name=TOWN.name), language)
    assert TOWN.name.in_language(language) in named
    assert said in named
    assert re.search(r"\]\(<?mailto:eht\+fout@ergens\.nl>?\)", official)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"contact": "ergens.nl"}, "geen e-mailadres"),
        ({"contact": "a@b.nl?cc=c@d.nl"}, "geen e-mailadres"),
        ({"contact": "a@b.nl\nBcc: x@y.nl"}, "geen e-mailadres"),
        ({"official": True}, "name"),
        ({"official": "ja"}, "official"),
        ({"name": {"nl": "de gemeente"}}, "languages: en"),
        ({"name": {"nl": "de gemeente", "en": "the town", "em": "x"}}, "languages: em"),
        ({"email": "a@b.nl"}, "email"),
        ({"archived": "eind 2027"}, "geen dag"),
        ({"archived": 2027}, "geen dag"),
        ({"archived": date(207, 12, 31)}, "geen dag"),
    ],
)
def test_what_an_owner_cannot_be_is_refused(written: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Owner.model_validate(written)


def build(root: Path, setting: str) -> subprocess.CompletedProcess[str]:
    """Build a small site with this setting for `extra.owner`."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    written, replaced = re.subn(r"^  owner:\n(?:    .*\n)+", setting, settings, flags=re.M)
    assert replaced == 1
    (root / "mkdocs.yml").write_text(written, encoding="utf-8")
    return python_in(root, "-m", "mkdocs", "build", "--strict")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    docs = ROOT / "tests/site/docs"
    names = ("index", "zoeken", "over/privacy", "over/contact", "over/veiligheid", "bronnen")
    tree = {f"{name}.md": (docs / f"{name}.md").read_text("utf-8") for name in names}
    tree["over/privacy.en.md"] = (
        "---\ntitle: Privacy\nsummary: What this site keeps of those who read it.\n---\n\nNo.\n"
    )
    return write_site(tmp_path_factory.mktemp("owner"), tree)


def test_every_page_of_a_site_with_an_address_says_whose_it_is_and_takes_reports(
    small: Path,
) -> None:
    done = build(
        small,
        "  owner:\n    name: {nl: de gemeente Ergens, en: the municipality of Ergens}\n"
        "    official: true\n    contact: eht@ergens.nl\n",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "extra.owner.contact" not in done.stdout + done.stderr
    pages = Pages(small / "site")
    for address, name, title in (
        ("over/privacy", "de gemeente Ergens", "Privacy"),
        ("en/over/privacy", "the municipality of Ergens", "Privacy"),
    ):
        assert name in pages[address].select_one("footer.site-footer").get_text()  # type: ignore[union-attr]
        (report,) = pages[address].select("a.about__report[href^=mailto]")
        letter = parse_qs(urlsplit(str(report["href"])).query)
        assert title in letter["subject"][0]
        assert f"{ADDRESS}{address}/" in letter["body"][0]
    assert "onafhankelijk" not in pages.text("over/contact")


def test_a_wrong_setting_stops_the_build_in_both_languages() -> None:
    config = MkDocsConfig()
    config["extra"] = {"owner": {"official": "ja", "contact": "ergens"}}
    with pytest.raises(Abort) as stopped:
        owner_of(config)
    for said in ("owner.official", "owner.contact", "Schrijf", "Write"):
        assert said in str(stopped.value)


def test_without_an_address_the_build_says_so_and_pages_lead_to_contact(
    fixed_pages: Pages, small: Path
) -> None:
    for address, target in (
        ("themas/haven", "../../over/contact/"),
        ("en/themas/haven", "../../over/contact/"),
        ("themas", "../over/contact/"),
    ):
        links = fixed_pages[address].select(".about a")
        assert target in [str(link["href"]) for link in links], address
    assert not fixed_pages["over/contact"].select(".about__report")
    done = build(small, '  owner:\n    contact: ""\n')
    assert done.returncode == 0, done.stdout + done.stderr
    assert "extra.owner.contact" in done.stdout + done.stderr


def test_a_weakness_is_reported_in_private_first_then_by_letter() -> None:
    site, private = "https://example.org/x/", "https://github.com/a/b/security/advisories/new"
    assert policy.contacts(private, "", site) == [private]
    assert policy.contacts(private, "a@b.nl", site) == [private, "mailto:a@b.nl"]
    assert policy.contacts("", "", site) == ["https://example.org/x/over/veiligheid/"]


def test_a_site_that_nobody_keeps_up_says_so_on_every_page_and_promises_nothing(
    small: Path,
) -> None:
    done = build(small, "  owner:\n    contact: eht@ergens.nl\n    archived: 2027-12-31\n")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = Pages(small / "site")
    for address in (*pages.addresses(), "404.html"):
        (notice,) = pages[address].select(".site-notice")
        english = address.startswith("en")
        assert ("31 December 2027" if english else "31 december 2027") in notice.get_text()
        assert not pages[address].select('[rel="edit"], .about__report, [href^=mailto]')
    assert pages["over/privacy"].select('.about__history a[href*="/commits/"]')
    assert "niets meer melden" in pages.text("over/contact")
    assert not (small / "site/.well-known/security.txt").exists()


def test_a_site_that_is_kept_up_has_no_such_notice(fixed_pages: Pages) -> None:
    assert not fixed_pages["themas/haven"].select(".site-notice")
    assert fixed_pages["themas/haven"].select('[rel="edit"]')


def test_publiccode_names_the_same_address() -> None:
    text = re.sub(r"!ENV \[.*?\]", '""', (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    owner = Owner.model_validate(yaml.safe_load(text)["extra"]["owner"])
    (maintainer,) = PUBLICCODE["maintenance"]["contacts"]
    assert maintainer.get("email", "") == owner.contact
