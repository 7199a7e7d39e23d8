"""Words that try to be more than words: as a name, a bullet, a note, a file name, they must stay words.

`FIRED` is what a page collects when one of them gets to run.
"""

from __future__ import annotations

FIRED = "window.__ran"
_RUN = "window.__ran.push('%s')"

WORDS = [
    f"<script>{_RUN % 'script'}</script>",
    f"<img src=x onerror=\"{_RUN % 'img'}\">",
    f"<svg onload=\"{_RUN % 'svg'}\"></svg>",
    f"<svg><animate onbegin=\"{_RUN % 'animate'}\" attributeName=x dur=1s>",
    f"<iframe srcdoc=\"<script>parent.{(_RUN % 'srcdoc').removeprefix('window.')}</script>\"></iframe>",
    f"<details open ontoggle=\"{_RUN % 'details'}\">",
    f"<input autofocus onfocus=\"{_RUN % 'focus'}\">",
    f"<a href=\"javascript:{_RUN % 'href'}\">mail me</a>",
    f"javascript:{_RUN % 'scheme'}",
    f"\" onmouseover=\"{_RUN % 'attribute'}\" x=\"",
    f"' autofocus onfocus='{_RUN % 'quote'}' '",
    f"</textarea><script>{_RUN % 'textarea'}</script>",
    f"</style><script>{_RUN % 'style'}</script>",
    f"--><script>{_RUN % 'comment'}</script><!--",
    f"]]><script>{_RUN % 'cdata'}</script>",
    f"${{{_RUN % 'template'}}}",
    f"{{{{constructor.constructor(\"{_RUN % 'braces'}\")()}}}}",
    f"<math><mtext><table><mglyph><style><img src=x onerror=\"{_RUN % 'mutation'}\">",
    f"&lt;script&gt;{_RUN % 'twice'}&lt;/script&gt;",
    f"data:text/html,<script>{_RUN % 'data'}</script>",
    "url(//outside.invalid/style.png)",
    "<link rel=stylesheet href=//outside.invalid/a.css>",
    "<img src=//outside.invalid/pixel.png>",
    "![picture](http://outside.invalid/markdown.png)",
    "__proto__",
    "constructor",
    "‮evitnetni‬ right to left",
    "Z̴̡͎a̵lg̶o\u0000null\u2028line",
    "=HYPERLINK(\"http://outside.invalid\")",
    "../../etc/passwd",
]  # fmt: skip
