"""The Calibration kernel: what the launcher shows starts, and knows the verbs without a word of Python."""

from __future__ import annotations

import json
import shutil
import struct
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from jupyter_client.kernelspec import KernelSpecManager

from tests.kernel.conftest import ROOT, Kernel, running

pytestmark = pytest.mark.slow
SPEC = ROOT / "workbench" / "kernel" / "spec"


@pytest.fixture(scope="module")
def calibration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    base = tmp_path_factory.mktemp("spec")
    (base / "work").mkdir()
    shutil.copytree(SPEC, base / "kernels" / "calibration")
    specs = KernelSpecManager(kernel_dirs=[str(base / "kernels")], ensure_native_kernel=False)
    yield from running(base / "home", base / "work", kernel_name="calibration", kernel_spec_manager=specs)


def test_the_launcher_has_a_name_and_icons_for_it(tmp_path):
    shutil.copytree(SPEC, tmp_path / "calibration")
    spec = KernelSpecManager(kernel_dirs=[str(tmp_path)]).get_kernel_spec("calibration")
    assert spec.display_name == "Calibration"
    assert spec.language == "python"
    assert json.loads((SPEC / "kernel.json").read_text())["argv"][0] == "python"
    for size in (32, 64):
        head = (SPEC / f"logo-{size}x{size}.png").read_bytes()[:24]
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", head[16:24]) == (size, size)
    assert ElementTree.parse(SPEC / "logo-svg.svg").getroot().tag.endswith("svg")


def test_a_kernel_from_the_launcher_knows_the_verbs_without_an_import(calibration):
    assert calibration.text("%adjacent Docker --limit 2").startswith("Near Docker\n")
    assert "Senior backend engineer" in calibration.text("%intake backend --map")


def test_what_a_person_caused_comes_as_one_sentence_over_the_wire_too(calibration):
    errors = [said["content"] for said in calibration.run("%adjacent Kubernetis") if said["msg_type"] == "error"]
    assert [len(one["traceback"]) for one in errors] == [1]
    assert errors[0]["traceback"][0].startswith("No glossary knows “Kubernetis”. Did you mean Kubernetes")
    broken = [said["content"] for said in calibration.run("1 / 0") if said["msg_type"] == "error"]
    assert len(broken[0]["traceback"]) > 2


def test_the_screens_come_alive_in_it(calibration):
    shown = [one["content"]["data"] for one in calibration.run("%panel") if one["msg_type"] == "display_data"]
    assert "application/vnd.jupyter.widget-view+json" in shown[0]
    assert "Saved notebook view" in shown[1]["text/html"]
