"""What short names and bare words may mean, where more than one thing carries them.

Each line is a name and its meanings: the name of a skill where a glossary has it, plain words where none does. A
glossary says the same of its own terms with `shared`; here stands what runs across families or is no skill at all.
Knowledge of the field's abbreviations and file endings, not of any text.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from workbench.skills.fold import fold_name

if TYPE_CHECKING:
    from workbench.skills.lexicon import Lexicon

MOST = 5

_SENSES = """
ad: Active Directory; advertising; autonomous driving
ado: Azure DevOps; ADO.NET
ai: Artificial intelligence; Adobe Illustrator
alm: application lifecycle management; HP ALM
apollo: Apollo GraphQL; Apollo Client; Apollo configuration server
ar: augmented reality; Active Record; accounts receivable
arc: Azure Arc; Arc browser; automatic reference counting
argo: Argo CD; Argo Workflows
arm: ARM architecture; Azure Resource Manager templates
as: ActionScript; AssemblyScript; autonomous system
asa: Azure Stream Analytics; Cisco ASA
atlas: MongoDB Atlas; Apache Atlas; Atlas schema migrations
batch: Batch files; Spring Batch; AWS Batch; Batch processing
beam: Apache Beam; BEAM virtual machine
bpm: business process management; beats per minute
cd: Continuous delivery; compact disc; change directory
cf: CloudFormation; Cloudflare; Cloud Foundry; ColdFusion
cl: Common Lisp; OpenCL
command line: Shell scripting; System.CommandLine; CLI development
compose: Docker Compose; Jetpack Compose; Compose Multiplatform
crystal: Crystal; Crystal Reports
cs: computer science; C#; customer success; CoffeeScript
cv: Computer vision; curriculum vitae; cross-validation
dagger: Dagger and Hilt; Dagger for CI pipelines
db: databases; Db2
delphi: Delphi; Object Pascal
dl: Deep learning; deep linking; description logic
dmx: Data Mining Extensions; DMX512 lighting control
dnn: DNN Platform; deep neural networks
do: DigitalOcean; Azure DevOps; Durable Objects
dpo: direct preference optimisation; data protection officer
ds: Data science; data structures; directory services
dsp: Digital signal processing; demand-side platform
dw: Data warehouse; Dreamweaver; DataWeave
dx: developer experience; DevExtreme; digital transformation; DirectX
ea: enterprise architecture; Sparx Enterprise Architect; executive assistant
eda: Event-driven architecture; exploratory data analysis; electronic design automation
es: Elasticsearch; ECMAScript; event sourcing
ex: Elixir; Microsoft Exchange; ex editor
express: Express; SQL Server Express; Adobe Express
fabric: Microsoft Fabric; Hyperledger Fabric; Fabric deployment library; Fabric.js
fan: Fast Android Networking; Fantom language
fb: Facebook; FreeBASIC; Firebase; Firebird; FlatBuffers
fe: Front-end development; finite elements; feature engineering
flow: Flow; Power Automate; Salesforce Flow; Kotlin Flow
flux: Flux CD; Flux; InfluxDB Flux language; Flux image model
forge: Node-Forge; Minecraft Forge; Atlassian Forge; Autodesk Forge; Laravel Forge
fs: full-stack development; F#; file systems; financial services
ga: Google Analytics; GitHub Actions; genetic algorithms
gas: GNU assembler; Apps Script
go mod: Go modules; go.mod file
gtm: Google Tag Manager; go-to-market
hive: Hive; Hive for Flutter; TheHive
horizon: VMware Horizon; Laravel Horizon; OpenStack Horizon
ia: information architecture; internal audit
idp: Platform engineering; identity provider; intelligent document processing
jade: Pug; JADE agent platform
kak: Kakoune; KakouneScript
karate: Karate; martial art
kql: Kusto Query Language; Kibana Query Language
lightning: Lightning Web Components; PyTorch Lightning; Lightning Network; Lightning CSS
lisp: Common Lisp; Emacs Lisp; AutoLISP; Scheme
lora: Fine-tuning; LoRaWAN
lsp: Language Server Protocol; Lisp
m2: Modula-2; Macaulay2; Magento 2; Apple M2
material: Material UI; Material Design; Angular Material
materialize: Materialize; Materialize CSS
mdm: Master data management; mobile device management
mdx: MDX; Markdown with JSX
mean: MEAN stack; MEAN.js; average
metal: Metal; bare-metal servers
mojo: Mojo; Mojolicious; Maven plugin
mq: IBM MQ; message queues; RabbitMQ
mr: Hadoop MapReduce; mixed reality; merge request; magnetic resonance
ng: AngularJS; Angular
node: Node.js; a node of a cluster or network
nx: Nx; Siemens NX; NVIDIA Jetson NX
oci: Oracle Cloud; Open Container Initiative; Oracle Call Interface
open rc: OpenRC; OpenRC runscript; shell credentials file of OpenStack
pa: Power Automate; Palo Alto Networks; personal assistant
paper: React Native Paper; Paper.js; Paper Minecraft server
parse: Parse Server; parsing
phoenix: Phoenix; Apache Phoenix; Arize Phoenix
pl: Perl; PL/SQL; Prolog; PromptLayer
pm: product management; project management; preventive maintenance
pp: PowerPoint; Power Platform; Puppet
presto: Presto; PrestaShop
ps: PowerShell; Photoshop; PostScript; PeopleSoft; PlayStation
qs: query-string; QuickSight; Qlik Sense; Quickshell
re: Reverse engineering; regular expressions; requirements engineering; ReasonML
rf: Robot Framework; radio frequency; random forest
riot: Riot.js; RIOT OS; Riot Games API
rm: risk management; resource management; remove command
sa: solution architecture; sentiment analysis; systems analysis; SAP Ariba
sc: SuperCollider; Scala; supply chain; security clearance
se: Selenium; software engineering; sales engineering
sf: Salesforce; Snowflake; Service Fabric; Symfony; San Francisco
sol: Solidity; Solaris
sp: SharePoint; stored procedures; story points; signal processing
spark: Spark; SPARK Ada; Spark AR; Adobe Spark; Spark Java framework
spec: RPM spec file; specification; RSpec
squirrel: SQuirreL SQL; Squirrel language; Squirrel installer
ta: test automation; talent acquisition; technical analysis
tf: Terraform; TensorFlow; Team Foundation Server
velocity: Apache Velocity; Velocity.js; Velocity proxy for Minecraft
volt: Volta; VoltDB; Phalcon Volt
yarn: Yarn; Hadoop YARN
"""


@functools.cache
def spoken() -> dict[str, tuple[str, ...]]:
    """Give the names of the table, folded and without spaces, each with its meanings in words."""
    rows = (line.partition(":") for line in _SENSES.strip().split("\n"))
    return {fold_name(name).replace(" ", ""): tuple(m.strip() for m in said.split(";")) for name, _, said in rows}


def senses(lexicon: Lexicon, key: str, known: list[str]) -> list[str]:
    """Give what a folded name may mean: ids, and words where no glossary has the meaning; at most five.

    Parameters
    ----------
    lexicon
        Where the names of meanings are looked up.
    key
        The folded name.
    known
        The ids that the glossaries give for it; they come first.
    """
    out = list(known)
    for meaning in spoken().get(key.replace(" ", ""), ()):
        ids = lexicon.surfaces[k].senses if (k := fold_name(meaning)) in lexicon.surfaces else []
        sense = ids[0] if len(ids) == 1 else meaning
        if sense not in out:
            out.append(sense)
    return out[:MOST]
