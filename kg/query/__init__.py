"""Questions to the graph: the saved ones by name, any other as SPARQL; answers as text.

    store = open_store(Path("exports"))
    print(render(run(store, question_named("who-spoke"), {"event": "推进会议"})))
"""

from kg.query.dataset import with_using
from kg.query.guard import check, checked_update
from kg.query.questions import (
    Parameter,
    Question,
    filled,
    parse_question,
    question_named,
    questions,
    read_question,
)
from kg.query.render import FORMATS, render
from kg.query.run import run

__all__ = ["FORMATS", "Parameter", "Question", "check", "checked_update", "filled", "parse_question",
           "question_named", "questions", "read_question", "render", "run", "with_using"]
