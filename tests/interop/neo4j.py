"""The files of a build in a real Neo4j: its import tool reads the tables, its Cypher engine the script."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from fetch import jars

_OPENED = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.lang", "java.nio")]
_UTF8 = ["-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"]
_PROGRAM = Path(__file__).parent / "Cypher.java"


def from_tables(exports: Path, home: Path) -> str:
    """Import neo4j-nodes.csv and neo4j-edges.csv into an empty database: all its nodes and edges as text."""
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    words = ["org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j",
             f"--nodes={exports}/neo4j-nodes.csv", f"--relationships={exports}/neo4j-edges.csv"]  # fmt: skip
    _java(words, home, os.environ | places)
    return _java([str(_PROGRAM), str(home)], home)


def from_script(exports: Path, home: Path) -> str:
    """Run graph.cypher twice on an empty database: all its nodes and edges as text."""
    home.mkdir()
    script = str(exports / "graph.cypher")
    return _java([str(_PROGRAM), str(home), script, script], home)


def _java(words: list[str], folder: Path, environment: dict[str, str] | None = None) -> str:
    command = ["java", "-Xmx1g", *_OPENED, *_UTF8, "-cp", f"{jars('neo4j')}/*", *words]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise RuntimeError(f"Neo4j: {(ran.stdout + ran.stderr)[-500:]}")
    return ran.stdout
