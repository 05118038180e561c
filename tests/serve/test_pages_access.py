"""In a real browser: no finding of axe-core, nothing wider than a phone, nothing fetched from elsewhere."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PATHS = ("/", "/place/cn-210200", "ARTICLE", "EVENT", "/questions", "/questions/who-spoke",
         "/search?q=hyt")  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_readable_on_a_phone(server, browser, scheme):
    address = f"http://127.0.0.1:{server.port}"
    first = {name: "/" + server.rows(f"SELECT ?s {{ ?s a kg:{kind} ; kg:date ?d }}")[0]["s"].split("/", 3)[3]
             for name, kind in (("EVENT", "Event"),)}  # fmt: skip
    first["ARTICLE"] = "/" + server.rows("SELECT ?s { ?s a kg:Article }")[0]["s"].split("/", 3)[3]
    # axe is put into the page, which the page's own policy forbids.
    context = browser.new_context(
        viewport={"width": 380, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        tab = context.new_page()
        tab.goto(address + first.get(path, path))
        found = Axe().run(tab)
        assert found.violations_count == 0, (path, found.generate_report())
        assert tab.evaluate("document.documentElement.scrollWidth") <= 380, path
        assert tab.locator("h1").count() == 1
        tab.close()
    context.close()
    assert len(asked) >= len(PATHS)
    assert all(url.startswith((address, "data:")) for url in asked), asked
