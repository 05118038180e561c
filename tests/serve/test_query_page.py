"""The query page in a real browser: the editor works, and asks nobody but this server."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from kg.serve import statics
from kg.serve.pages.asking import query_page
from kg.store import open_store

RUN = ".yasqe_queryButton"
ROWS = ".yasr table.dataTable tbody tr"


@contextmanager
def opened(browser, server, path, **options):
    """A tab; what it asks of others than this server, and what it complains of, must be nothing."""
    address = f"http://127.0.0.1:{server.port}"
    context = browser.new_context(**options)
    tab, elsewhere, complaints = context.new_page(), [], []
    context.on("request", lambda request: elsewhere.append(request.url))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.goto(address + path)
    yield tab
    context.close()
    assert [url for url in elsewhere if not url.startswith((address, "data:", "blob:"))] == []
    # A query that is refused is no complaint of the page.
    assert [text for text in complaints if "status of 400" not in text] == []


def write(tab, text):
    tab.evaluate("text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", text)


def test_a_query_is_written_run_and_leads_to_pages(browser, server):
    with opened(browser, server, "/query") as tab:
        tab.locator(RUN).first.click()
        tab.wait_for_selector(ROWS)
        assert "胡玉亭" in tab.locator(".yasr").inner_text()
        link = tab.locator(f"{ROWS} a").first
        with tab.context.expect_page() as page:
            link.click()
        assert page.value.url.startswith(f"http://127.0.0.1:{server.port}/person/")
        write(tab, "SELECT * { ?s }")
        tab.locator(RUN).first.click()
        tab.wait_for_selector(".yasr .errorResult, .yasqe .parseErrorIcon")


def test_it_completes_with_the_terms_of_the_ontology(browser, server):
    with opened(browser, server, "/query") as tab:
        for begun, expected in (("a kg:Ten", "kg:Tenure"), ("kg:hol", "kg:holder")):
            write(tab, f"PREFIX kg: <https://kg.example/ontology#>\nSELECT * {{ ?s {begun}")
            tab.evaluate("""() => { const editor = document.querySelector('.CodeMirror').CodeMirror;
                editor.focus(); editor.setCursor(editor.lastLine(), 999); editor.autocomplete(); }""")
            # Put in at once, or offered in a list.
            tab.wait_for_function("""text =>
                document.querySelector('.CodeMirror').CodeMirror.getValue().includes(text)
                || document.querySelector('.CodeMirror-hints')?.innerText.includes(text)""", arg=expected)


def test_a_saved_question_is_one_click_away(browser, server):
    with opened(browser, server, "/query") as tab:
        tab.get_by_text("Saved questions").click()
        tab.locator("a[href='/query?question=who-spoke']").click()
        tab.wait_for_selector(".tabPanel.active .CodeMirror")
        text = tab.evaluate("document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.getValue()")
        assert "# title (en)" in text
        tab.locator(f".tabPanel.active {RUN}").click()
        tab.wait_for_selector(f".tabPanel.active {ROWS}")


def test_without_script_the_form_answers(browser, server):
    with opened(browser, server, "/query?question=who-spoke", java_script_enabled=False) as tab:
        assert "# title (en)" in tab.locator("textarea").input_value()
        tab.get_by_role("button", name="Run").click()
        assert "胡玉亭" in tab.locator("main table").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_around_the_editor_nothing_bars_anyone(browser, server, scheme):
    phone = {"viewport": {"width": 380, "height": 800}, "color_scheme": scheme, "bypass_csp": True}
    with opened(browser, server, "/query", **phone) as tab:
        tab.wait_for_selector(".CodeMirror")
        found = Axe().run(tab, context={"exclude": [[".yasgui"]]})
        assert found.violations_count == 0, found.generate_report()
        assert tab.evaluate("document.documentElement.scrollWidth") <= 380


def test_without_the_editor_there_is_a_text_area(build_folder, monkeypatch):
    store = open_store(build_folder)
    assert b"/editor.js" in query_page(store, "", "who-spoke").body
    monkeypatch.setitem(statics.FILES, "/editor.js", (Path("none"), ""))
    reply = query_page(store, "", "who-spoke")
    assert b"<textarea" in reply.body
    assert b"<script" not in reply.body
    assert not reply.headers  # so the policy of all pages holds: no script at all
