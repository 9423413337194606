"""Calls of pdfium's functions that are made for each character or object, with as little around them as can be."""

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium_c


class Pointer(ctypes.c_void_p):
    """A pointer as argument or, other than with `c_void_p` itself, as result; false where it is null."""


@cache
def function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return the pdfium function with plain integers for its pointers: half the time of the generated binding.

    Without argument types, pointers have to come as `Pointer` or `byref`, which halves the time again.
    """
    address = ctypes.cast(getattr(pdfium_c, name), ctypes.c_void_p).value or 0
    made: Callable[..., Any] = ctypes.PYFUNCTYPE(result, *arguments)(address)
    return made
