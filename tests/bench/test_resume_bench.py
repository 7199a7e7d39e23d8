"""CPU a document beside the libraries that only take out the text, all in one run on the same documents.

Reads the labelled profiles beside the repository where they are, else the sample profiles and the layouts of the tests.
"""

from __future__ import annotations

import gc
import importlib.util
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.resume import Reader

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT.parent / "shared" / "eval" / "resumes" / "labelled", ROOT / "notebooks" / "sample" / "profiles")
ROUNDS = 5


def pdfium(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = ""
    for page in document:
        part = page.get_textpage()
        text += part.get_text_range()
        part.close()
        page.close()
    document.close()
    return text


def plumber(data: bytes) -> str:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


def miner(data: bytes) -> str:
    from pdfminer.high_level import extract_text

    return extract_text(io.BytesIO(data))


def pypdf(data: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def ours(data: bytes) -> str:
    from workbench.resume import engines

    return str(engines.read(data, "a.pdf", "pdf")["data"]["basics"])


@pytest.fixture(scope="module")
def files() -> list[Path]:
    folder = next(folder for folder in FOLDERS if folder.is_dir())
    return sorted(folder.glob("*.pdf"))


def cpu(acts: dict[str, Callable[[bytes], str]], documents: list[bytes]) -> dict[str, list[float]]:
    """Milliseconds of CPU for each document, the best of some rounds, one library after the other on each document.

    The slow libraries have two rounds. Rings are not collected, as in the worker.
    """
    best = {name: [float("inf")] * len(documents) for name in acts}
    for act in acts.values():
        act(documents[0])
    gc.collect()
    gc.disable()
    for turn in range(ROUNDS):
        for number, data in enumerate(documents):
            for name, act in acts.items():
                if turn < 2 or name in {"workbench", "pypdfium2"}:
                    start = time.process_time()
                    act(data)
                    best[name][number] = min(best[name][number], 1e3 * (time.process_time() - start))
        gc.collect()
    gc.enable()
    return best


def test_cpu_a_document(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    documents = [path.read_bytes() for path in files]
    names = {"workbench": ours, "pypdfium2": pdfium, "pdfplumber": plumber, "pdfminer.six": miner}
    if importlib.util.find_spec("pypdf"):
        names["pypdf"] = pypdf
    found = cpu(names, documents)
    mean = {name: statistics.fmean(taken) for name, taken in found.items()}
    with capsys.disabled():
        print(f"\n{len(files)} documents        CPU ms, mean  median   × pypdfium2")
        for name, taken in sorted(found.items(), key=lambda item: mean[item[0]]):
            what = "fields, places, hidden text" if name == "workbench" else "text only"
            ratio = mean[name] / mean["pypdfium2"]
            print(f"{name:14} {mean[name]:14.1f} {statistics.median(taken):8.1f} {ratio:10.1f}   {what}")
    assert mean["workbench"] <= 45
    assert mean["workbench"] <= 5 * mean["pypdfium2"]
    assert mean["workbench"] * 4.5 < mean["pdfplumber"]


def test_the_worker_costs_little(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Wall clock through the worker, less the same reading in this process."""
    from workbench.resume import engines

    documents = [path.read_bytes() for path in files]
    with Reader() as reader:
        for path in files:
            reader.read(path)
        through, inside = [], []
        gc.collect()
        gc.disable()  # as in the worker
        for path, data in zip(files, documents, strict=True):
            one, two = [], []
            for _ in range(9):
                start = time.perf_counter()
                reader.read(path)
                one.append(time.perf_counter() - start)
                start = time.perf_counter()
                engines.read(data, path.name, "pdf")
                two.append(time.perf_counter() - start)
            through.append(min(one))
            inside.append(min(two))
        gc.enable()
    over = 1e3 * (statistics.fmean(through) - statistics.fmean(inside))
    with capsys.disabled():
        print(f"\nthe worker adds {over:.1f} ms a document to {1e3 * statistics.fmean(inside):.1f} ms")
    assert over <= 2
