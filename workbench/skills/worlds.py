"""Worlds of work: what stands side by side on the desks of one kind of people, whether or not it is related.

A Redis and a Slack are no relatives, yet who has the one is likely to have the other. Each world below names what is at
home in it, with `~` after what is met there at the margin. The number says how far its people look beyond it: who
tinkers in the evening has tried a little of everything, who works in a closed shop has not.

A skill that no world names stands in those of its neighbours in the graph. Knowledge of the field, written down; a
team's own texts can be laid over it with `skills.learn`.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MARGIN = 0.5
# how much of a skill's worlds comes from its neighbours one and two steps away, and what of that where it has its own
_NEIGHBOURS, _BEYOND, _BESIDE_OWN = 0.5, 0.25, 0.3
# the length of a vector that comes from neighbours only
_BY_HEARSAY = 0.5
# how much of what all worlds share is taken away, so that a language of all trades is not close to everything
_COMMON = 0.35

_WORLDS = """
Statistics and data science +0.2: python jupyter r pandas numpy scikit-learn rstudio tensorflow pytorch keras
    matplotlib anaconda spark~ sql~ linux~ pycharm~ aws~ bash~ tableau~ matlab~ seaborn scipy plotly nltk opencv~
    google-cloud~
Statistics in institutes and companies 0: r rstudio spss sas stata excel~ sql~ python~ vba~ tableau~ ggplot2
    tidyverse shiny rmarkdown power-bi~ latex~ matlab~
Web services in Python 0: python django flask fastapi postgresql redis celery pycharm linux~ docker~ heroku~ aws~
    sqlite~ sqlalchemy vim~ bash~ elasticsearch~ nginx jquery~ javascript~ gunicorn pytest
Java in companies -0.5: java spring spring-boot hibernate maven intellij eclipse-ide oracle-database tomcat jenkins
    sql~ netbeans~ kotlin~ javascript~ angular~ linux~ mysql~ jpa gradle junit jakarta-ee weblogic websphere soap
    jsf docker~ mongodb~ postgresql~
Microsoft house -1: csharp dotnet aspnet-core entity-framework sql-server visual-studio azure windows fsharp~ vba~
    visual-basic-net powershell iis jquery~ typescript~ angular~ sql~ javascript~ html~ css~ tsql azure-devops
    winforms wpf xamarin linq blazor signalr ssrs ssis visual-studio-code~ aspnet-webforms nuget
Websites in PHP -0.1: php mysql mariadb wordpress drupal laravel symfony jquery phpstorm html css javascript
    apache-http-server sublime-text~ netbeans~ vue~ bootstrap composer magento woocommerce joomla sass~ atom-editor~
    codeigniter prestashop linux~ phpunit
JavaScript from end to end 0: javascript typescript nodejs express react mongodb vue angular html css
    visual-studio-code~ firebase~ heroku~ redux webpack npm graphql nextjs sass jest babel eslint socket-io mongoose
    nestjs graphql jquery~ aws~ docker~ postgresql~ atom-editor~ sublime-text~ macos~
Ruby shop -0.2: ruby rails postgresql redis heroku macos~ elasticsearch~ rubymine react~ aws~ slack~ docker~ vim~
    sublime-text~ atom-editor~ elixir~ sidekiq rspec sinatra javascript~ phoenix~ coffeescript jquery~ stripe
Product company in the cloud +0.5: aws docker kubernetes postgresql~ redis elasticsearch dynamodb slack macos go~
    react~ nodejs~ python~ google-cloud terraform kafka graphql bash~ heroku~ typescript~ jenkins datadog scala~
    intellij~ mongodb~ linux~ ruby~ express~ elixir~ microservices serverless github-actions circleci aws-lambda s3
Running other people's software +0.4: linux bash docker kubernetes terraform ansible jenkins aws python~ go~
    prometheus grafana vim~ elasticsearch~ redis~ google-cloud~ nginx postgresql~ powershell~ git azure~ helm
    gitlab-ci puppet elk-stack mariadb~ cassandra~ perl~
Apps for Android +0.3: android android-studio kotlin java~ firebase sqlite~ gradle ios~ dart~ flutter~
    jetpack-compose room retrofit realm
Apps for Apple +0.2: ios swift objective-c xcode macos firebase~ android~ sqlite~ swiftui uikit cocoapods core-data
    realm~
One app for both phones 0: react-native flutter dart ionic cordova xamarin firebase android ios android-studio~
    xcode~ expo react~ javascript~ typescript~ kotlin~
Devices and boards +0.5: c cpp assembly arduino raspberry-pi linux~ python~ rtos freertos embedded-systems
    microcontrollers embedded-linux vhdl verilog bash~ eclipse-ide~ matlab~ visual-studio~ qt~
Close to the machine +0.5: c cpp rust assembly linux vim emacs bash webassembly go~ haskell~ clojure~ llvm python~
    raspberry-pi~ git gcc cmake ocaml lua perl~ elixir~ fsharp~ scala~ erlang
Data on the JVM 0: scala spark kafka cassandra hadoop java~ intellij aws~ elasticsearch~ clojure~ kubernetes~
    couchbase~ hive akka sbt redis~ flink docker~ airflow hbase
Figures for the office -0.2: vba excel microsoft-access sql-server~ sql windows~ power-bi tableau oracle-database~ r~
    visual-studio~ ssrs ssis sharepoint visual-basic visual-basic-net~ power-query sap
Games 0: unity unreal csharp~ cpp blender visual-studio~ opengl directx lua~ godot glsl windows~ android~
First years of programming 0: java c cpp python~ netbeans eclipse-ide mysql~ php~ windows~ html~ css~
    android-studio~ visual-studio~ javascript~ sqlite~ jquery~ csharp~ sublime-text~ android~ arduino~
Databases as a profession 0: oracle-database plsql sql sql-server postgresql~ mysql~ mariadb~ tsql db2
    stored-procedures toad couchbase~ cassandra~ mongodb~ ssis~ linux~ bash~
Evenings with a small computer +1: raspberry-pi arduino python~ linux bash c~ cpp~ sqlite~ mariadb~ android~
    assembly~ vim~ php~ emacs~
Functional languages -0.1: haskell clojure elixir erlang scala fsharp ocaml emacs~ functional-programming rust~ elm
    phoenix vim~ purescript scheme racket common-lisp
Networks and security 0: linux bash python~ powershell~ c~ assembly~ penetration-testing wireshark kali-linux nmap
    windows-server active-directory vpn
Web design 0: html css javascript~ jquery wordpress php~ figma photoshop sass bootstrap webflow sketch illustrator
    sublime-text~ atom-editor~
E-commerce 0: php~ magento shopify woocommerce javascript~ mysql~ prestashop salesforce-commerce-cloud wordpress~
    elasticsearch~ shopware
Analytics engineering 0: sql dbt snowflake bigquery redshift airflow looker python~ tableau~ databricks fivetran
    spark~ power-bi~ google-cloud~ aws~
Machine learning in production 0: python pytorch tensorflow docker kubernetes mlflow aws~ google-cloud~ cuda linux~
    sagemaker kubeflow langchain hugging-face openai-api fastapi~ cpp~
"""


class World(NamedTuple):
    """A kind of people: the skills at home with them, each with its share, and how far they look beyond."""

    name: str
    reach: float
    skills: dict[str, float]


@functools.cache
def worlds() -> tuple[World, ...]:
    """Give the worlds of work.

    >>> worlds()[0].name
    'Statistics and data science'
    """
    out = []
    for line in _WORLDS.strip().replace("\n    ", " ").split("\n"):
        head, _, skills = line.partition(":")
        name, _, reach = head.rpartition(" ")
        shares = {s.rstrip("~"): _MARGIN if s.endswith("~") else 1.0 for s in skills.split()}
        out.append(World(name, float(reach), shares))
    return tuple(out)


def side_by_side(a: str, b: str) -> list[str]:
    """Give the names of the worlds in which both are at home or at the margin, the strongest first."""
    both = [(w.skills[a] * w.skills[b], w.name) for w in worlds() if a in w.skills and b in w.skills]
    return [name for _, name in sorted(both, key=lambda x: -x[0])]


def vectors(index: dict[str, int], step: Any) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Place each skill in the worlds.

    Parameters
    ----------
    index
        The row of each skill.
    step
        The graph's normalised weights, shape (skills, skills), over which worlds reach skills that none names.

    Returns
    -------
    tuple of ndarray
        Vectors of length 1, or shorter where a skill has its worlds from its neighbours only, shape (skills, worlds);
        their product is how far two skills share worlds, in -1 to 1; and how
        far the people of each skill look beyond their world, in -1 to 1.
    """
    import numpy as np

    known = worlds()
    own = np.zeros((len(index), len(known)), dtype=np.float32)
    for j, world in enumerate(known):
        for skill, share in world.skills.items():
            if skill in index:
                own[index[skill], j] = share
    near = step @ own
    beyond = step @ near
    weight = np.where(own.sum(axis=1) > 0, _BESIDE_OWN, 1.0).reshape(-1, 1)
    mixed = own + weight * (_NEIGHBOURS * near + _BEYOND * beyond)
    total = mixed.sum(axis=1)
    reach = (mixed / np.maximum(total, 1e-9)[:, None]) @ np.array([w.reach for w in known], dtype=np.float32)
    centred = mixed - _COMMON * mixed.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    sure = np.where(own.sum(axis=1) > 0, 1.0, _BY_HEARSAY).reshape(-1, 1)
    return (sure * centred / np.maximum(lengths, 1e-9)).astype(np.float32), reach.astype(np.float32)
