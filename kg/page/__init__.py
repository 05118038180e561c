"""The network as one HTML page that works offline, made with pyvis."""

from kg.page.html import page, show

__all__ = ["page", "show"]
