"""What the steps of the built-in reader hand to each other, under its first address."""

from probatum.read.found import DateFound, FigureFound, Mark, Method, PlaceFound, Said

__all__ = ["DateFound", "FigureFound", "Mark", "Method", "PlaceFound", "Said"]
