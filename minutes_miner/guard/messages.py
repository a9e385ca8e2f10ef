"""What parent, zygote and child say to one another: JSON with a schema, never anything that could be executed.

A message begins with its kind. An order goes to the zygote and is followed by the document; then come, from the child, STARTED with its
process number, any number of BEAT and RESULT (each RESULT followed by a message that holds it), perhaps one MEMORY or FAULT, and from the
zygote ENDED.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from minutes_miner.guard.limits import Limits

STARTED, BEAT, RESULT, MEMORY, FAULT, ENDED = b"S", b"B", b"R", b"M", b"F", b"E"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be done under which limits; `details` are the worker's own business."""

    limits: Limits
    details: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """How a child ended: its wait status and the memory that it had at most, in bytes."""

    status: int
    peak: int


def encoded(message: Order | End) -> bytes:
    """The message as JSON."""
    return msgspec.json.encode(message)


def decoded_order(data: bytes) -> Order:
    """The order in `data`; `msgspec.ValidationError` when it is none."""
    return msgspec.json.decode(data, type=Order)


def decoded_end(data: bytes) -> End:
    """The end that `data` tells of; `msgspec.ValidationError` when it does not."""
    return msgspec.json.decode(data, type=End)
