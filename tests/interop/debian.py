"""Jena 4.5 as Debian packs it (libapache-jena-java): for machines without Maven.

Its start fails as shipped: the messages of its Xerces lie where its classes do not look, and of the other
jars in Debian's folder one stops it. So those that it needs are linked into a folder, beside the messages.
"""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import orjson
from fetch import FETCHED

from kg.store import Answer
from kg.store.endpoint import read_table

_JARS = Path("/usr/share/java")
_PARTS = (
    "arq", "base", "core", "iri", "shacl", "tdb", "tdb2", "cmds", "rdfconnection", "shex", "dboe-base",
    "dboe-index", "dboe-storage", "dboe-trans-data", "dboe-transaction",
)  # fmt: skip
_OTHERS = (
    "slf4j-api", "slf4j-nop", "commons-lang3", "commons-io", "commons-codec", "commons-csv", "commons-cli",
    "commons-compress", "dexx.collection", "gson", "guava", "jackson-core", "jackson-databind",
    "jackson-annotations", "jsonld-java", "titanium-json-ld", "jakarta.json-api", "protobuf", "thrift",
    "httpclient", "httpcore",
)  # fmt: skip
_MESSAGES = "org/apache/jena/ext/"


def debian_jena() -> Path:
    """A folder with the jars and the messages. RuntimeError that names the package where it is missing."""
    if not (_JARS / "jena-core.jar").exists():
        raise RuntimeError("Jena is missing: apt install libapache-jena-java, or maven for a newer one")
    folder = FETCHED / "jena-debian"
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*(f"jena-{part}" for part in _PARTS), *_OTHERS):
        link = folder / f"{name}.jar"
        link.unlink(missing_ok=True)
        link.symlink_to(_JARS / link.name)
    with zipfile.ZipFile(_JARS / "jena-core.jar") as core:
        for name in core.namelist():
            if name.startswith(f"{_MESSAGES}xerces/") and name.endswith(".properties"):
                target = folder / name.removeprefix(_MESSAGES)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(core.read(name))
    return folder


def asked_of_tdb2(folder: Path, files: Sequence[Path], texts: Sequence[str]) -> list[Answer]:
    """Load N-Quads into a new TDB2 store and ask it queries: their answers over the union of all graphs."""
    folder.mkdir()
    _java("tdb2.tdbloader", f"--loc={folder / 'tdb'}", *map(str, files))
    for number, text in enumerate(texts):
        (folder / f"{number}.rq").write_text(text, encoding="utf-8")
    queries = [str(folder / f"{number}.rq") for number in range(len(texts))]
    said = _java(str(Path(__file__).parent / "Ask.java"), str(folder / "tdb"), *queries)
    return [read_table(orjson.loads(one)) for one in said.split(b"\0")[:-1]]


def _java(*words: str) -> bytes:
    jars = debian_jena()
    ran = subprocess.run(["java", "-Xmx1g", "-Dfile.encoding=UTF-8", "-cp", f"{jars}:{jars}/*", *words],
                         capture_output=True, check=False)  # fmt: skip
    if ran.returncode:
        raise RuntimeError(f"{words[0]}: {ran.stderr.decode(errors='replace')[-500:]}")
    return ran.stdout
