"""The demo's sound: a bell, struck three times."""

from __future__ import annotations

import io
import math
import wave
from array import array

RATE = 16_000
_PARTIALS = ((0.5, 0.35, 1.1), (1.0, 1.0, 1.6), (1.19, 0.55, 2.1), (1.56, 0.4, 2.8), (2.0, 0.6, 3.0), (2.74, 0.25, 5.0))
"""Of a bell's tones: how high beside the strike note, how loud, how fast it dies away."""


def bell(*, strokes: int = 3, note: float = 392.0) -> bytes:
    """Return a WAV file in which a bell of pitch *note* is struck *strokes* times, a second and a half apart."""
    pause = RATE * 3 // 2
    stroke = _stroke(note, RATE * 3)
    mixed = [0.0] * (pause * (strokes - 1) + len(stroke))
    for number in range(strokes):
        for index, value in enumerate(stroke, start=number * pause):
            mixed[index] += value
    loudest = max(abs(value) for value in mixed)
    samples = array("h", (round(26_000 * value / loudest) for value in mixed))
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return stream.getvalue()


def _stroke(note: float, length: int) -> list[float]:
    tone = [0.0] * length
    for height, loud, decay in _PARTIALS:
        step = 2 * math.pi * note * height / RATE
        for index in range(length):
            tone[index] += loud * math.sin(step * index) * math.exp(-decay * index / RATE)
    return tone
