"""The notebook's own language: `%load_ext workbench` gives a notebook the verbs of the meeting.

>>> from workbench.kernel import load_ipython_extension, unload_ipython_extension
"""

from __future__ import annotations

from workbench.kernel.extension import load_ipython_extension, unload_ipython_extension

__all__ = ["load_ipython_extension", "unload_ipython_extension"]
