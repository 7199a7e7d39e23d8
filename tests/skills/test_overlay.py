"""A team says it better: into its own folder, as YAML that people go on editing, and nothing of ours is touched."""

from __future__ import annotations

import pytest

from workbench import skills
from workbench.errors import NotAllowed
from workbench.skills import overlay, vocabulary
from workbench.skills.glossary import load_glossary, read_terms

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
    assert load_glossary(file).terms == ()
    near = {one.id: one for one in skills.skill("kubernetes").near}
    assert near["nomad"].why == 'they call it: "same thing", larger'
    assert near["nomad"].ramp_weeks == (1, 2.5)
    assert skills.graph().denies("ansible", "terraform")


def test_the_rest_of_a_changed_term_stays(team):
    before = skills.skill("kubernetes")
    overlay.judge_near("docker", "kubernetes", (11, 13), "no cluster here")
    after = skills.skill("kubernetes")
    same = ("id", "name", "aliases", "plain", "ask", "sounds", "implies", "not_", "used_by", "confused_with")
    assert [getattr(after, name) for name in same] == [getattr(before, name) for name in same]
    assert {n.id for n in after.near} == {n.id for n in before.near}


def test_only_the_difference_is_kept_so_that_our_later_work_reaches_the_team(team):
    overlay.judge_near("docker", "kubernetes", (11, 13), "no cluster here")
    overlay.take_out("nomad", "kubernetes", "near")
    written = (team / "devops.yaml").read_text()
    assert "Runs containers" not in written
    assert "aliases" not in written
    better = {**overlay._ours().terms["kubernetes"], "plain": "A better sentence.", "aliases": ["k8s", "kates"]}
    families = [
        {"family": "devops", "title": "T", "about": "A", "terms": [better]},
        read_terms(team / "devops.yaml")[0],
    ]
    term = vocabulary.Vocabulary(families)["kubernetes"]
    assert (term.plain, term.aliases) == ("A better sentence.", ("k8s", "kates"))
    near = {one.id: one for one in term.near}
    assert near["docker"].ramp_weeks == (11, 13)
    assert "nomad" not in near


def test_a_term_kept_whole_by_an_older_version_still_counts_and_is_edited_where_it_stands(team):
    team.mkdir()
    (team / "devops.yaml").write_text(
        "family: devops\ntitle: T\nabout: A\nterms:\n"
        "  - id: kubernetes\n    name: Kubernetes\n    kind: platform\n    aliases: [k8s]\n    plain: Ours.\n"
        "    near:\n      - {id: docker, ramp_weeks: [11, 13], why: no cluster here}\n"
    )
    skills.reload()
    assert skills.skill("kubernetes").plain == "Ours."
    overlay.judge_near("nomad", "kubernetes", (1, 2), "much alike")
    assert [n.id for n in skills.skill("kubernetes").near] == ["docker", "nomad"]
    assert "changes:" not in (team / "devops.yaml").read_text()


@pytest.mark.parametrize("relation", ["implies", "part_of", "built_on"])
def test_a_team_says_what_comes_with_what_and_takes_it_back(team, relation):
    assert overlay.comes_by("tableau", "snowflake") is None
    change = overlay.judge_comes("tableau", "snowflake", relation, "nobody here has the one without the other")
    assert overlay.comes_by("tableau", "snowflake") == relation
    assert overlay.whose("tableau", "snowflake", relation) == "your team"
    assert ("tableau", relation, "snowflake", "nobody here has the one without the other") in skills.graph().relations(
        "tableau"
    )
    if relation == "implies":
        assert skills.graph().implies("tableau", "snowflake") > 0.5
    overlay.take_back(change)
    assert overlay.comes_by("tableau", "snowflake") is None


def test_what_comes_with_ours_is_taken_out_and_comes_back(team):
    assert skills.graph().implies("helm", "kubernetes") > 0.5
    relation = overlay.comes_by("helm", "kubernetes")
    overlay.take_out("helm", "kubernetes", relation)
    assert skills.graph().implies("helm", "kubernetes") < 0.5
    overlay.take_ours("helm", "kubernetes", relation)
    assert overlay.whose("helm", "kubernetes", relation) == "the glossaries"
    assert overlay.changed_terms() == []


def test_no_circle_and_no_contradiction_is_written(team):
    overlay.judge_comes("tableau", "snowflake", "implies", "always both here")
    with pytest.raises(NotAllowed, match="both ways"):
        overlay.judge_comes("snowflake", "tableau", "implies", "x")
    overlay.judge_not("ansible", "terraform", "steps are not a state")
    with pytest.raises(NotAllowed, match="does not show"):
        overlay.judge_comes("ansible", "terraform", "implies", "x")
    with pytest.raises(NotAllowed, match="Say why"):
        overlay.judge_comes("tableau", "snowflake", "implies", " ")


def test_a_change_of_a_term_that_no_glossary_has_is_reported(team):
    team.mkdir()
    (team / "x.yaml").write_text(
        "family: x\ntitle: X\nabout: X.\nterms: []\nchanges:\n  - id: gone-tool\n    plain: P.\n"
    )
    skills.reload()
    assert [(f.code, f.line, f.term) for f in skills.check() if f.file == "x.yaml"] == [("dangling", 6, "gone-tool")]
    assert skills.resolve("k8s").id == "kubernetes"


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
