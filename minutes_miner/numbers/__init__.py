"""Values of Indonesian numbers, money and counts."""

from minutes_miner.numbers.reader import Money, NumberReader, Quantity
from minutes_miner.numbers.words import NumberMark, Numeral

__all__ = ["Money", "NumberMark", "NumberReader", "Numeral", "Quantity"]
