"""What a person types after a verb is completed from what the project knows, quickly, and nothing else is touched."""

from __future__ import annotations

import time

import pytest

from tests.kernel.conftest import SAMPLE
from workbench import skills


def test_a_skill_is_completed_by_its_beginning_its_alias_and_in_spite_of_a_slip(notebook):
    assert notebook.completions("%adjacent Kuber")[0] == "Kubernetes"
    assert notebook.completions("%adjacent k8s")[0] == "Kubernetes"
    assert "Kubernetes" in notebook.completions("%adjacent kuberntes")
    assert notebook.completions("%adjacent RabbitMQ --to Apache Kaf")[0] == "Apache Kafka"
    assert notebook.completions("x = %glossary devops Dock")[0] == "Docker"


@pytest.mark.slow
def test_every_completed_skill_resolves_to_itself(notebook):
    for typed in ("c", "go", "sp", "z", "a"):
        found = notebook.completions(f"%adjacent {typed}")
        assert found
        for name in found:
            assert any(skills.skill(one).name == name for one in skills.read_as(name)), name


def test_people_profiles_capabilities_and_actions(notebook):
    assert notebook.completions("%meeting ") == ["status", "new", "join", "clock"]
    notebook.run("%meeting")
    assert notebook.completions("%meeting join Tob") == ["Tobias Renner"]
    assert "Profile 3" in notebook.completions("%review Prof")
    assert notebook.completions("%agreement Work th") == ["Work that stops half way"]
    assert notebook.completions("%meeting clock s") == ["start"]
    assert "backend" in notebook.completions("%intake ")
    assert notebook.completions("%intake dev") == ["devops"]
    assert notebook.completions("%glossary dat") == ["data", "databases"]


def test_asking_for_names_begins_no_meeting(notebook, tmp_path):
    for text in ("%meeting join Tob", "%review Prof", "%agreement Work", "%agenda Prof"):
        assert not any(name.startswith(("Tobias", "Profile", "Work")) for name in notebook.completions(text))
    assert list(tmp_path.iterdir()) == []


def test_files_are_offered_where_a_path_is_meant(notebook, tmp_path):
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "one.pdf").write_bytes(b"")
    (tmp_path / ".hidden").mkdir()
    assert notebook.completions("%profiles pro") == ["profiles/"]
    assert notebook.completions("%profiles ") == ["profiles/"]
    assert notebook.completions("%profiles profiles/") == ["profiles/one.pdf"]
    assert notebook.completions(f"%profiles {SAMPLE}/CV_A") == [f"{SAMPLE}/CV_Anneke_Vos_2026.pdf"]


@pytest.mark.slow
def test_what_is_no_verb_of_ours_is_completed_as_before(bare):
    bare.run("kubernetes_nodes = 3")
    texts = ["kubernetes_n", "print(Kuber", "%timeit kubern", "%load_e", "import workb", "x = [kub", "%%writefile x"]
    before = [bare.completions(text) for text in texts]
    bare.shell.run_line_magic("load_ext", "workbench")
    assert [bare.completions(text) for text in texts] == before
    assert before[0] == ["kubernetes_nodes"]


@pytest.mark.parametrize("typed", ["", "k", "java", "kuberntes", "amazon web", "zzzzqqq", "a"])
def test_completion_answers_within_fifty_milliseconds(notebook, typed):
    """All skills of all glossaries, aliases included; a kernel's first answer reads the glossaries, and is apart."""
    notebook.completions("%adjacent a")
    terms = sum(len(one.terms) for one in skills.glossaries())
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        notebook.completions(f"%adjacent {typed}")
        took.append(time.perf_counter() - begun)
    print(f"{terms} skills, “{typed}”: {1000 * sorted(took)[2]:.1f} ms")
    assert terms >= 2500
    assert sorted(took)[2] < 0.05


@pytest.mark.slow
def test_a_kernel_completes_as_jupyter_asks(kernel):
    """Jupyter asks with the whole cell and a position, and puts the answer in place of what is there."""
    cell = "x = 1\nnear = %adjacent Apache Kaf"
    kernel.client.complete(cell, len(cell))
    answer = kernel.client.get_shell_msg(timeout=30)
    while answer["msg_type"] != "complete_reply":
        answer = kernel.client.get_shell_msg(timeout=30)
    content = answer["content"]
    assert content["matches"][0] == "Apache Kafka"
    assert cell[content["cursor_start"] : content["cursor_end"]] == "Apache Kaf"
