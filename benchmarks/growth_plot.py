"""`python growth_plot.py OUT.svg`: CPU seconds over articles, on logarithmic axes, from JSON on stdin."""

import json
import sys

import matplotlib as mpl

mpl.use("svg")
mpl.rcParams["svg.hashsalt"] = "kg"
mpl.rcParams["svg.fonttype"] = "none"
import matplotlib.pyplot as plt  # noqa: E402 - after the choice of the backend


def main() -> None:
    figure, axes = plt.subplots(figsize=(6, 4))
    for stage, seconds in json.load(sys.stdin).items():
        pairs = sorted((int(articles), spent) for articles, spent in seconds.items() if spent > 0)
        axes.plot(*zip(*pairs, strict=True), marker="o", label=stage)
    axes.set(xscale="log", yscale="log", xlabel="articles", ylabel="CPU seconds of a stage")
    axes.grid(visible=True, alpha=0.3)
    axes.legend()
    figure.tight_layout()
    figure.savefig(sys.argv[1], metadata={"Date": None})


if __name__ == "__main__":
    main()
