"""The same build over many machines: Spark maps the same functions, and the quads are the same bytes."""

from kg.scale.job import Finished, build_with_spark

__all__ = ["Finished", "build_with_spark"]
