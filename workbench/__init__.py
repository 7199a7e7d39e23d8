"""A calibration workbench for technical recruiting that lives in JupyterLab.

>>> import workbench
>>> [s.name for s in workbench.skills.recognise("Ran k8s in production")]
['Kubernetes']
"""

import lazy_loader as _lazy

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = _lazy.attach(
    __name__,
    submodules=["calibration", "evidence", "intake", "resume", "skills", "store", "widgets"],
    submod_attrs={"kernel": ["load_ipython_extension", "unload_ipython_extension"]},
)
