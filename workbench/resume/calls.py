"""pdfium's functions that are called for every word, without what ctypes adds to each call.

The generated bindings make pointer objects of what they are given and of what comes back; here a handle is a number
and so is the place an answer is written to, which halves the time of a call.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterable
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

_ADDRESS, _INT, _UNSIGNED = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint


def address(pointer: Any) -> int:
    """Give a handle of the bindings as a number, 0 for none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _plainly(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


char_code = _plainly(raw.FPDFText_GetUnicode, _UNSIGNED, _ADDRESS, _INT)
char_box = _plainly(raw.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
char_origin = _plainly(raw.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
char_colour = _plainly(raw.FPDFText_GetFillColor, _INT, _ADDRESS, _INT, *[_ADDRESS] * 4)
char_size = _plainly(raw.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INT)
text_object = _plainly(raw.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
text_font = _plainly(raw.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
text_mode = _plainly(raw.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
matrix = _plainly(raw.FPDFPageObj_GetMatrix, _INT, _ADDRESS, _ADDRESS)
page_object = _plainly(raw.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
object_type = _plainly(raw.FPDFPageObj_GetType, _INT, _ADDRESS)
bounds = _plainly(raw.FPDFPageObj_GetBounds, _INT, _ADDRESS, *[_ADDRESS] * 4)


def char_boxes(text: int, characters: list[int]) -> npt.NDArray[np.float64]:
    """Give the boxes of some characters of a page as pdfium measures: left, top, right, bottom; shape (n, 4)."""
    boxes = np.zeros((len(characters), 4), dtype=np.float32)
    start = boxes.ctypes.data
    drain(map(char_box, repeat(text), characters, range(start, start + boxes.nbytes, 16)))
    return boxes.astype(np.float64)


def char_origins(text: int, characters: list[int]) -> list[tuple[float, float]]:
    """Give where the baselines of some characters begin."""
    points = (ctypes.c_double * (2 * len(characters)))()
    start, end = ctypes.addressof(points), ctypes.addressof(points) + ctypes.sizeof(points)
    drain(map(char_origin, repeat(text), characters, range(start, end, 16), range(start + 8, end, 16)))
    return list(zip(points[::2], points[1::2], strict=True))


def drain(calls: Iterable[int]) -> None:
    """Make calls whose answers go elsewhere."""
    deque(calls, maxlen=0)
