"""A team says it better: into its own folder, as YAML that people go on editing, and nothing of ours is touched."""

from __future__ import annotations

import pytest

from workbench import skills
from workbench.errors import NotAllowed
from workbench.skills import overlay, vocabulary
from workbench.skills.glossary import load_glossary

pytestmark = pytest.mark.slow  # the glossaries are read again after every change


@pytest.fixture
def team(tmp_path, monkeypatch):
    """A team's folder that is not there yet."""
    monkeypatch.setenv("WORKBENCH_GLOSSARIES", str(tmp_path / "team"))
    skills.reload()
    yield tmp_path / "team"
    monkeypatch.undo()
    skills.reload()


def test_a_judgement_is_used_at_once_and_said_to_be_the_teams(team):
    before = skills.graph().ramp(["docker"], "kubernetes").weeks
    change = overlay.judge_near("docker", "kubernetes", (11, 13), "ours: no cluster to learn on")
    way = skills.graph().ramp(["docker"], "kubernetes")
    assert way.weeks == (11, 13) != before
    assert "ours: no cluster to learn on" in way.why
    assert overlay.whose("docker", "kubernetes") == "your team"
    assert overlay.whose("nomad", "kubernetes") == "the glossaries"
    assert change.file == team / "devops.yaml"
    assert overlay.changed_terms() == ["kubernetes"]


def test_what_is_written_passes_the_check(team):
    before = {(found.code, found.term) for found in skills.check()}
    overlay.judge_near("docker", "kubernetes", (11, 13), "no cluster here")
    overlay.judge_not("ansible", "terraform", "steps are not a state")
    assert {(found.code, found.term) for found in skills.check()} == before


def test_no_way_round_undercuts_a_judgement(team):
    """A team says half a year and the picture goes on saying weeks, by a detour: their word would count for little."""
    overlay.judge_near("docker", "kubernetes", (30, 40), "we know ours")
    graph = skills.graph()
    assert graph.ramp(["docker"], "kubernetes").path == ("docker", "kubernetes")
    (beside,) = [one for one in graph.adjacent("docker", 60) if one.id == "kubernetes"]
    assert beside.ramp_weeks == (30, 40)
    assert graph.ramp(["docker", "nomad"], "kubernetes").path == ("nomad", "kubernetes")


def test_the_file_reads_well_and_keeps_what_people_wrote_in_it(team):
    overlay.judge_near("docker", "kubernetes", (11, 13), "no cluster here")
    file = team / "devops.yaml"
    text = file.read_text().replace(
        "  - id: kubernetes", "  # asked Marta, March\n  - id: kubernetes  # ours since 2024"
    )
    file.write_text(text)
    overlay.judge_near("nomad", "kubernetes", (1, 2.5), 'they call it: "same thing", larger')
    overlay.judge_not("ansible", "terraform", "steps are not a state")
    now = file.read_text()
    assert "# asked Marta, March" in now
    assert "# ours since 2024" in now
    assert "      - {id: docker, ramp_weeks: [11, 13], why: no cluster here}\n" in now
    assert "\n\n  - id: terraform" in now
    terms = {term.id: term for term in load_glossary(file).terms}
    assert terms["kubernetes"].near[1].why == 'they call it: "same thing", larger'
    assert terms["kubernetes"].near[1].ramp_weeks == (1, 2.5)
    assert skills.graph().denies("ansible", "terraform")


def test_the_rest_of_a_changed_term_stays(team):
    before = skills.skill("kubernetes")
    overlay.judge_near("docker", "kubernetes", (11, 13), "no cluster here")
    after = skills.skill("kubernetes")
    same = ("id", "name", "aliases", "plain", "ask", "sounds", "implies", "not_", "used_by", "confused_with")
    assert [getattr(after, name) for name in same] == [getattr(before, name) for name in same]
    assert {n.id for n in after.near} == {n.id for n in before.near}


def test_a_link_is_taken_out_and_ours_comes_back(team):
    ours = skills.graph().ramp(["docker"], "kubernetes").weeks
    overlay.take_out("docker", "kubernetes", "near")
    assert overlay.whose("docker", "kubernetes") == "an estimate"
    with pytest.raises(NotAllowed, match="no such link"):
        overlay.take_out("docker", "kubernetes", "near")
    overlay.take_ours("docker", "kubernetes", "near")
    assert overlay.whose("docker", "kubernetes") == "the glossaries"
    assert skills.graph().ramp(["docker"], "kubernetes").weeks == ours


def test_undo_puts_the_file_back_unless_somebody_wrote_since(team):
    first = overlay.judge_near("docker", "kubernetes", (11, 13), "no cluster here")
    second = overlay.judge_near("docker", "kubernetes", (1, 2), "a cluster now")
    overlay.take_back(second)
    assert skills.graph().ramp(["docker"], "kubernetes").weeks == (11, 13)
    first.file.write_text(first.after + "# mine\n")
    with pytest.raises(NotAllowed, match="changed since"):
        overlay.take_back(first)
    first.file.write_text(first.after)
    overlay.take_back(first)
    assert not first.file.exists()


@pytest.mark.parametrize(
    ("have", "to", "weeks", "why", "said"),
    [
        ("docker", "kubernetes", (6, 2), "x", "from low to high"),
        ("docker", "kubernetes", (-1, 2), "x", "from low to high"),
        ("docker", "kubernetes", (1, 900), "x", "from low to high"),
        ("docker", "kubernetes", (float("nan"), 2), "x", "from low to high"),
        ("docker", "kubernetes", (1, 2), "  ", "Say why"),
        ("docker", "docker", (1, 2), "x", "two different skills"),
        ("docker", "kubernetis", (1, 2), "x", "No glossary has"),
    ],
)
def test_what_cannot_be_is_refused_and_writes_nothing(team, have, to, weeks, why, said):
    with pytest.raises(Exception, match=said):
        overlay.judge_near(have, to, weeks, why)
    assert not team.exists() or list(team.iterdir()) == []


def test_it_is_not_denied_what_comes_with_it(team):
    with pytest.raises(NotAllowed, match="comes with"):
        overlay.judge_not("kubernetes", "containers", "x")


def test_a_broken_file_is_named_left_alone_and_the_rest_loads(team):
    team.mkdir()
    (team / "devops.yaml").write_text("family: devops\ntitle: T\nabout: A\nterms:\n  - id: kubernetes\n    name: [\n")
    skills.reload()
    with pytest.raises(NotAllowed, match=r"devops\.yaml, line \d+.*nothing was changed"):
        overlay.judge_near("docker", "kubernetes", (11, 13), "no cluster here")
    assert "name: [" in (team / "devops.yaml").read_text()
    assert skills.graph().words.problems[0].file == "devops.yaml"
    assert skills.resolve("k8s").id == "kubernetes"


def test_one_broken_term_is_named_and_does_not_stop_the_others(team):
    team.mkdir()
    (team / "own.yaml").write_text(
        "family: own\ntitle: Ours\nabout: What only we have.\nterms:\n"
        "  - {id: payline, name: Payline, kind: platform, plain: Our payments.}\n"
        "  - {id: bad, name: Bad, kind: gadget}\n"
    )
    skills.reload()
    assert skills.skill("payline").name == "Payline"
    (problem,) = skills.graph().words.problems
    assert (problem.file, problem.line, problem.field) == ("own.yaml", 6, "term bad, kind")
    change = overlay.judge_near("stripe", "payline", (1, 2), "the same ideas")
    assert change.file.name == "own.yaml"
    assert skills.graph().ramp(["stripe"], "payline").weeks == (1, 2)


def test_without_a_setting_the_folder_lies_beside_the_notebook(tmp_path, monkeypatch):
    monkeypatch.delenv("WORKBENCH_GLOSSARIES", raising=False)
    monkeypatch.chdir(tmp_path)
    assert skills.team_folder() == tmp_path / "team_glossaries"
    assert not skills.team_folder().exists()
    assert len(vocabulary.glossary_folders()) == 2


def test_a_notebook_may_name_the_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_GLOSSARIES", "elsewhere")
    chosen = skills.use_team_folder(tmp_path / "ours")
    assert skills.team_folder() == chosen
    monkeypatch.undo()
    skills.reload()
