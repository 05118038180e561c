"""The wheel is whole: installed into an empty environment, outside the checkout, kg builds and answers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*words: str | Path, cwd: Path) -> str:
    """A process that sees neither the checkout nor what this one has on its path."""
    strange = ("PYTHON", "PIP_", "VIRTUAL_ENV")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(strange)}
    done = subprocess.run([*map(str, words)], cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # The build backend of this environment: nothing is fetched.
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
        "--wheel-dir", folder, ROOT, cwd=folder)  # fmt: skip
    (made,) = folder.glob("kg-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel; the libraries that kg needs are borrowed from this one.

    A .pth file adds their folder to the path. It is read as a plain path: the link in it that leads to the
    checkout (of an editable installation) is not followed, and a test makes sure of that.
    """
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "env", cwd=folder)
    python = folder / "env" / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index",
        wheel, cwd=folder)  # fmt: skip
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(site) / "borrowed.pth").write_text("\n".join(sorted(libraries)) + "\n")
    return folder


def test_what_runs_is_the_wheel(installed):
    code = "import kg, kg.packaged as p; print(kg.__file__); print(p.ontology_dir()); print(p.seeds_dir())"
    for place in run(installed / "env/bin/python", "-c", code, cwd=installed).splitlines():
        assert Path(place).is_relative_to(installed / "env")


def test_it_builds_and_answers_outside_the_checkout(installed):
    kg = installed / "env" / "bin" / "kg"
    assert run(kg, "--version", cwd=installed).startswith("kg, version ")
    run(kg, "build", cwd=installed)
    assert "裴伟东" in run(kg, "query", "who-spoke", "--event", "推进会", cwd=installed)
    assert "conforms" in run(kg, "validate", cwd=installed)
    assert "胡玉亭" in (installed / "exports" / "graph.html").read_text(encoding="utf-8")


def test_it_gives_the_bytes_of_the_checkout(installed, tmp_path):
    run(sys.executable, "-m", "kg", "build", "-o", tmp_path / "exports", cwd=tmp_path)
    run(installed / "env/bin/kg", "build", "-o", tmp_path / "other", cwd=installed)
    for path in sorted((tmp_path / "exports").iterdir()):
        if path.is_file():
            assert (tmp_path / "other" / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_python_verbs_work(installed):
    code = "import kg; b = kg.build(); print(len(b.graph()), len(b.network()), len(b.resolution.persons))"
    quads, nodes, people = map(int, run(installed / "env/bin/python", "-c", code, cwd=installed).split())
    assert (quads > 3000, nodes > 50, people) == (True, True, 17)


def test_the_wheel_carries_all_data_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    if (ROOT / ".git").exists():  # an archive without its history has no list to compare with
        words = ["git", "-c", "safe.directory=*", "ls-files", "-z", "kg", "ontology", "seeds"]
        tracked = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout.decode()
        for name in filter(None, tracked.split("\0")):
            inside = name if name.startswith("kg/") else f"kg/packaged/{name}"
            assert inside in names, f"{name} does not travel"
    assert {re.sub(r"-.*", "-*", name.split("/")[0]) for name in names} == {"kg", "kg-*"}  # kg, its dist-info
    for needed in ("ontology/kg.ttl", "ontology/shapes.ttl", "ontology/questions/who-spoke.rq",
                   "seeds/places.csv", "seeds/sources.md", "seeds/articles/s01.txt"):  # fmt: skip
        assert f"kg/packaged/{needed}" in names
    assert any(name.endswith("LICENSE") for name in names)


def test_the_wheel_asks_for_the_libraries_of_the_project(wheel):
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("METADATA"))
    metadata = archive.read(name).decode()
    assert "Requires-Python: >=3.11" in metadata
    assert "Requires-Dist: pyoxigraph" in metadata
