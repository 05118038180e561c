"""The pages of a build: entities, articles, search, questions. Plain HTML without script."""

from kg.serve.pages.routes import page

__all__ = ["page"]
