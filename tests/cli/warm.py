"""Runs `kg` again and again, each time in a process of its own, forked from this one, which has imported it.

A line of JSON on stdin tells the words, the folder, the environment and the files to read and write; the exit
code comes back as a line on stdout. To start Python and import kg would take longer than most commands.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any

from kg.cli import main

for late in ("kg.extract.article_facts", "kg.network", "kg.page", "pypinyin", "rdflib"):
    importlib.import_module(late)


def become(told: dict[str, Any]) -> None:
    """Be the process that a shell would have started."""
    ways = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for place, (path, way) in enumerate(zip(told["files"], ways, strict=True)):
        os.dup2(os.open(path, way), place)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - the old one has read ahead
    os.chdir(told["folder"])
    os.environ.clear()
    os.environ.update(told["environment"])
    sys.argv = ["kg", *told["words"]]


for line in sys.stdin:
    child = os.fork()
    if not child:
        become(json.loads(line))
        main()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
