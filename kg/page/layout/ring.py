"""One ring: nodes on a circle, each with room for its label."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

RELAX = 80  # passes that push neighbours apart; a ring of 200 settles in fewer


def _need(first: tuple[float, float], second: tuple[float, float], angle: float) -> float:
    """Room that two neighbours need along the circle: their widths at the top, their heights at the side."""
    width, height = (first[0] + second[0]) / 2, (first[1] + second[1]) / 2
    return width * abs(math.sin(angle)) + height * abs(math.cos(angle))


def wide_enough(sizes: Sequence[tuple[float, float]], least: float) -> float:
    """Radius of a circle, at least `least`, that holds nodes of these sizes."""
    # The mean of |sin| and of |cos| over a circle is 2/pi.
    around = sum((width + height) * 2 / math.pi for width, height in sizes)
    return max(least, 1.2 * around / (2 * math.pi))


def spread(
    wished: Mapping[str, float], size: Callable[[str], tuple[float, float]], radius: float, full: bool
) -> dict[str, float]:
    """Angles in the order of the wishes, none too near its neighbour; `full` shares the whole circle out."""
    order = sorted(wished, key=lambda node: (wished[node], node))
    if full:
        return _share_out(order, wished, size)
    angles = [wished[node] for node in order]
    count = len(order)
    for _ in range(RELAX):
        moved = False
        for index in range(count):
            after = (index + 1) % count
            gap = angles[after] - angles[index] + (2 * math.pi if after == 0 else 0.0)
            middle = angles[index] + gap / 2
            lack = _need(size(order[index]), size(order[after]), middle) / radius - gap
            if lack > 1e-6:
                angles[index] -= lack / 2
                angles[after] += lack / 2
                moved = True
        if not moved:
            break
    return {node: round(angle, 6) for node, angle in zip(order, angles, strict=True)}


def _share_out(
    order: list[str], wished: Mapping[str, float], size: Callable[[str], tuple[float, float]]
) -> dict[str, float]:
    """The whole circle shared out by need, turned so that the wishes are met best."""
    angles, at = [], 0.0
    spans = [sum(size(node)) for node in order]
    unit = 2 * math.pi / sum(spans)
    for span in spans:
        angles.append(at + span * unit / 2)
        at += span * unit
    x = sum(math.cos(wished[node] - angle) for node, angle in zip(order, angles, strict=True))
    y = sum(math.sin(wished[node] - angle) for node, angle in zip(order, angles, strict=True))
    turn = math.atan2(y, x)
    return {
        node: round(math.remainder(angle + turn, 2 * math.pi), 6)
        for node, angle in zip(order, angles, strict=True)
    }
