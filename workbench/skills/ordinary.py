"""Names of skills that are ordinary words, people or places too, and what stands around them when they are.

This is knowledge of languages, not of skills: which words need a second look. A glossary's `ambiguous` adds to it.
"""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text."""
    return frozenset(text.split())


# read as an ordinary word unless something around speaks for the skill
ORDINARY = words_of("""
    perfect iced dancer shelf crow seaside suave blade lucky martini revel hertz stimulus genie nerves ash cowboy
    brownie embark connexion fable giraffe pedestal filament alfred nimble dub homebrew ring plumber hunt evergreen
    ratchet prologue jester chi reason foundation metal lift
    accounting acrobat aftereffect aftereffects after age agenda agility anecdotes anyhow articulates asterisk ate
    big bison bluebird brain bucketing cache cacti cadence caliber cannon canoe checkpoint choices chosen cockroach
    cocoa crafty crank cycle decimal deflate deflates documentation earthly edger egg elder encase entrust entrusts
    firecracker flit fluke folly frostbite genially gladly glimmer glut gnat grub guile gun guzzle gymnasium haddock
    hangouts haunted hid highlight huddle hue hurl interwoven jabber kingfisher koala koalas lamp lifelines lustre
    marionette marked marshmallow math mezzanine micrometer middleman milligram million nightmare nitrogen numeral
    objection objectivity orchard parsnip patchworks peg pervasive plausible plumed postmark prom prowler putty quart
    rainbow ransack raspberry remark retire rhinoceros rippling rivets rough ruptures sabre scorch shapely showdown
    smote snorkel snorkels snowplow spigot spigots spooky spotless squeak squid stanza tenable thunderbolt
    thunderbolts timezone tonic toothpick tortoise total transformer tuxedo tuxedos twine two undertow uproot
    utterances viewer vitally waterfalls yard
    bist drei eigen igel ihm strikt scann integrant defi lin quant supra sil spectre barra credo chainer minuit
    maquette maquettes melange mitre mitres munit provenir quarto roda tapir toit volte bonita salvo frase dama
    primavera circe dita caido maximo crio rete nucleo halcon unica tena isso fim altera informatica isolar pega volto
    lapis ecos rego persona cran calcite candela canape centrifugo conga decima esqueleto galera drago oratoria presidio
    access action actions active activity agile air alloy alpine amber amp analytics anchor angle ant any apache
    apex apollo app aqua arc arch ark arrow art as assembler assembly astro atlas atom august aura auto
    avalanche avro awk axe axis azure backbone badger base bash basic bass beam bean bee bench beta bit bitter
    black blaze blender block bolt bonsai book bootstrap bottle bottles bounce box brew brick bridge bright bro
    buffalo build builder bull bun cactus caddy cake calico camel canvas capacitor carbon cargo cassandra castle
    catalyst celery cell ceph chai chain chaos charm chart charts chef cherry chrome circle citrus civil clarity
    clean click cloud cluster coda code coffee colibri comet common compass compose composer concourse conductor
    conan confluence connect consul container containers copper core cosmos couch crane crash crate crew crystal
    cube cucumber curl cursor cut cypress dagger dagster dart dash data date dart debug deck delta deno desktop
    dialog direct dive django do docker docs dog dojo door dragonfly draw dream drill drive drone druid drum
    duck dust dynamics eagle echo eclipse edge effect elastic electron elixir elm ember emotion empire engine
    envoy epic espresso esper eve event excel expo express fabric factor factory falcon fast fastly feather
    fiber field figma fire fish fission flame flare flash flask fleet flex flight flink flow flower fluent flume
    flutter flux fly focus forge form forms formula foundation foundry four fox foxglove framer frame framework
    free fresh front functions fury fusion gateway gatling gauge gems general genesis ghost gin git glide glue
    go godot gold grafana graph grape green grid grip group groovy ground growth grunt guard guava guice gulp
    hack hadoop halo hammer handlebars hapi harbor harmony harness haskell hazelcast heap heat helm hero hex
    hippo hive home honeycomb hook hop horizon horizon hot hound hub hugo hydra ice icon iconic ignite image
    impact impala in indigo influx ink insight insomnia inspect intercom intuit ionic iris iron isis istio jade
    jasmine java jenkins jersey jest jet jib joomla joy julia juju jump juniper jupiter just kafka karate karma
    kernel keep kestrel key keynote keystone kibana king kit kite kiwi knot koa kudu lab ladder lagom lambda
    lance laravel lark lasso lattice launch layer lean leaf leaflet less library lift light lightning lime
    linear linen link lint liquid lit lithium lively living llama locust logic logo loki looker loop lotus lucid
    lucene luna magenta magento magma magnolia mahout make manta map maple marathon marble mariner mars mast
    matter maven maxima maya maze mean medusa mesh mesos message meteor metal metro micro midnight mint miranda
    mirage miro mist mocha mode model modern mojo mold mongo monitor monday moment moon motion mule muse
    mustache nano native nautilus navigator neat nest net neo neon nest netty neptune next nexus nickel nifi
    night nim node nomad north nova notion nuclear numbers nuke oak oasis oats object ocean octave octopus
    office okay olive on one onyx ooze opal open opera optic oracle orbit orchestra orange order origin orleans
    outlook oxygen oz pack packer page pages palm panda pandas panel panther paper paradox parallel parcel
    parity parse pascal passport path patch peach pearl pebble pelican pencil pentaho perl petal phalcon phoenix
    photon pico pier pig pika pilot pine pinot pint pioneer pipe pipeline pipelines pivot plaid plan plane
    planner plastic platform play playwright plex plotly plug plus point polar pole polygon polymer pony pop
    port portal postman power prefect premiere presto pride prime prism project projects prolog prometheus
    promise prophet proton proxy pub pug pulsar pulse puma punch puppet pure puppeteer purple push python
    quarkus quartz quasar query quest quick quicksilver quill rabbit radar radiant rails railway rain rake
    ranger raven raw ray razor react reach ready realm reason rebel rebus recoil red redis reflex relay remix
    render requests resin resolve rest ride riot ripple river robot rocket rollup root rose rover ruby rudder
    rule runway rust sage sails sales salt samba samza sand sap sapphire sas sass satellite saturn sauce scala
    scale scene scheme scikit scout screen script scrum sea sealed search seed segment selenium sense sensu
    sentinel sentry sequel serenity service shape shark sheets shell shiny ship shopify shrine sidekick signal
    silk silver simple sinatra sketch slack slate sleek slick slim slime smalltalk smart smoke snap snort snow
    snowflake soap socket solar solid solidity solo solr sonar sonata soul source spa space spark sparrow spec
    spectacle spectrum sphinx spider spin spinnaker spine splash splunk spock spoon spot spring sprint spruce
    sputnik square squirrel stack star stash stata static station steam stellar stencil step storm story strapi
    stream streams strike stripe struts studio style sublime suite sugar sumo sun sunrise supervisor surge swarm
    sway sweet swift swing switch symphony synapse system table tableau tailwind talend tango tap target task
    tap tauri team teams tekton tempo temporal tempest terra terraform test text theano thanos thin thread three
    thrift thunder tide tiger tiles tilt time tinker titan together toad tokio toga tomcat tone top torch
    tornado tower track traefik trace transit travis tree trello trend tribe trident trino triton trix trust
    tube tune turbo turing turtle twig twilio twist type unity universe unreal up uptime vault vector vega
    velocity veld venus vercel verdict verse vertex vespa video view viper virgin virtual vision visual vite
    vitess viva volt volta voyager vulcan wagon walrus warp wasp watch water wave waves weave web wheel whisper
    white wicket wide wiki wildfly wild wind wing wire witness wix wolf wolfram wood word words work workday
    works world wren xen yarn yellow yeoman yoga zen zeal zephyr zest zig zipkin zone zoo zookeeper zoom ada
    alice angular anna ansible axel beta carla carmen chad claude clara colette dafny dante daphne devin diana
    eiffel ella elsa emma erin felix fiona flora frida gaia gatsby gemma gleam gloria grace gretel hanna hanami
    hazel heather henry hugo igor ivy jade janus jason jess jessie jolie joy june kai karin kate kara kim lagos
    lena leo leon lila lily lisa lola lua luca lucy luigi luna mandrill marko marten martin maria mariadb max
    maya mercury merlin mia micah milo mimir mina minerva nadia nancy neal nelson nina noah nora odin olivia
    orion oscar otto paris parker paul perry pixie polly quinn racket raku ramda rasa redwood remy robin rocky
    rosie ruby sage salome sally sam sandra scotty shelly sherlock sierra sonia stan stella stencil sophia
    sybase tina toni tracy venus victor vienna vincent viola violet whitney willow xavier yuki zara zelda zeus
    zoe boost boto cap capistrano cdn charles claris clips coq crux cs dl dm dns dsp ear eager eel emacs eta etl
    fad fan fifo fit flair gem gems gnome gnu haml hadron hawk helix hoist ibis inertia infer iota ip jam jax
    jaws jira joi kind knex latex leap ledger lisp ln lua mac macro mdm meld metabase metric minio minitest mix
    mob mosaic moss nats nix nox numba nuxt obs odoo pip plume polars ppt pry quantum rack rag ram rancher
    rancid rapid rave rest rig rook rtl sail scrapy seaborn shift sip slurm smarty snyk sorbet spree sql ssis
    stylus supabase svelte sway swagger tag tan tcl tor trac truffle typo unix vagrant vim vivid vue wandb weka
    werk wiz xray yew yup zappa zod
    ace anime applause aria asdf audacity backstop badboy betamax billboard blanket blitz branding can captivate
    captivates cascada casper chaplin chartist commander cookie cookies cubit day deque dimple discourse discourses
    docx draft editor embraces emulator expect ext fuse immutable interact isar isr iterable kantata lackey masonry
    mock mocks morris nose onsen parsley pdf phantom plate plop podio popper prototype raphael redline redlines
    reflux require resemble rigging should sigma simulator sitemap sortable standup standups stub stubs tape taro
    tasking tester testers texture textures tremor turf tutorial tutorials underscore validator vis vulture webinar
    webinars whereby wow zag zombie
""")

# almost always the skill in a profile; dropped only when the words around speak for the other meaning
MOSTLY = words_of("""
    airflow android angular ansible apache avro awk azure bash bootstrap caddy cassandra celery ceph confluence
    cucumber cypress dagster deno django docker drupal elastic emacs erlang etl figma flink flume flutter git
    grafana gradle gulp hadoop haskell hazelcast hugo influx ionic istio java jasmine jenkins jest jira joomla
    jupyter kafka karma kibana koa kudu laravel latex lisp looker lua lucene magento mahout mariadb maven mesos
    metabase minio minitest mocha mongo nats netty nifi nuxt odoo pandas pascal pentaho perl phalcon playwright
    plotly pip postman prolog prometheus puppeteer python quarkus rag react scrum redis sas sass scala scikit
    scrapy seaborn selenium shopify sidekiq snowflake solidity solr splunk spss sql ssis stata strapi struts
    supabase svelte swagger sybase tableau tailwind talend tcl tekton terraform theano thanos tomcat traefik
    trello trino twilio unix vagrant vercel vim vite vitess vue wandb weka wildfly xen zig zipkin zookeeper zod
    kotlin node arduino dns mdm numba numpy scipy airtable polars jax minio nix snyk
""")

# what a name means elsewhere: any of these words near by speaks against the skill
ELSEWHERE: dict[str, frozenset[str]] = {
    name: words_of(words)
    for name, words in {
        "access": "confidential building badge restricted files clearance granted disabled wheelchair health",
        "agile": "dog mind body",
        "airflow": "hvac ventilation duct ducts ventilator cooling heating fan fans lung turbine wing",
        "ant": "colony colonies insect insects biology species entomology",
        "apache": "helicopter tribe reservation county attack",
        "azure": "sea blue sky coast",
        "bash": "birthday party anniversary annual holiday retirement farewell wedding",
        "beam": "steel laser concrete bridge roof light structural balance electron",
        "bee": "hive honey",
        "cassandra": "ms mrs miss sister daughter",
        "celery": "carrot carrots soup vegetable vegetables salad farm",
        "chef": "hotel restaurant kitchen head sous pastry executive cuisine catering menu cook cooking dining projet "
        "produit équipe service vente rang entwicklung abteilung",
        "consul": "honorary embassy general diplomatic portugal visa ambassador republic",
        "crystal": "glass jewellery healing chandelier growth ball palace",
        "cypress": "tree trees texas california lumber wood",
        "dart": "pub league darts board tournament",
        "dash": "metre meter 100m sprint yard race seconds",
        "docker": "port cargo dock docks harbour harbor loading crane ships vessel wharf",
        "dynamics": "group team fluid molecular market family",
        "echo": "heart cardiac cardiology chamber patient patients ultrasound",
        "eclipse": "solar lunar",
        "elastic": "budget fabric band bands demand supply waist",
        "electron": "microscope microscopy physics beam scattering",
        "elixir": "magic life beverage",
        "excel": "academically athletically",
        "express": "american train courier delivery parcel polar post daily",
        "fiber": "optic optics carbon cable textile cotton glass dietary muscle",
        "flask": "bottle vacuum glassware laboratory drinking hip conical",
        "flink": "pferde",
        "flutter": "heart atrial butterflies",
        "gin": "tonic bar cocktail distillery vodka bottle cotton",
        "git": "",
        "go": "market extra mile live home further ahead",
        "hadoop": "",
        "helm": "ship took taking at company organisation organization yacht sailing",
        "hive": "bee bees honey beekeeping",
        "java": "island indonesia coffee bali sumatra jakarta yogyakarta bandung surabaya sea volcano",
        "ionic": "bond bonds compound compounds liquid liquids chemistry",
        "jenkins": "mr mrs ms dr professor prof vp",
        "jest": "joke",
        "julia": "ms mrs miss roberts",
        "kafka": "franz novel literature metamorphosis prague author",
        "karma": "yoga buddhist buddhism",
        "lambda": "chi alpha fraternity expression expressions sigma wavelength",
        "latex": "gloves paint mattress rubber allergy",
        "less": "than more",
        "make": "sure up",
        "maven": "marketing fashion style market",
        "meteor": "shower crater",
        "mocha": "coffee latte espresso barista",
        "nest": "bird birds egg eggs thermostat",
        "node": "lymph nodes cardiac sensor sinoatrial",
        "oracle": "delphi",
        "outlook": "positive economic financial market industry",
        "pandas": "zoo bamboo",
        "perl": "",
        "phoenix": "arizona az suns university tucson scottsdale sky",
        "pig": "farm farms pork animal swine",
        "play": "football guitar piano children school theatre role",
        "power": "plant station",
        "presto": "",
        "prometheus": "myth titan greek movie",
        "puppet": "theatre theater show children master hand",
        "pulsar": "astronomy astrophysics neutron",
        "python": "snake snakes monty reptile reptiles burmese zoo",
        "rails": "railway handrails guard steel train",
        "ray": "x-ray xray mr manta cosmic technician ms",
        "react": "quickly emergencies emergency",
        "rest": "team day night week shifts sleep bed area areas stop",
        "ruby": "sapphire emerald diamond jewellery jewelry gem gems tuesday ring slippers",
        "rust": "corrosion proof coating coatings belt paint steel metal iron removal treatment",
        "salt": "sea pepper lake food water salary mine",
        "sas": "paris lyon sarl société airlines scandinavian raid radisson special regiment france marseille nantes",
        "scala": "opera milan milano la ballet",
        "sketch": "comedy pencil charcoal artist portrait",
        "snowflake": "unique winter snow",
        "spark": "plug plugs joy conversation conversations ignition adobe interest curiosity creativity ignite debate",
        "spring": "semester term summer autumn fall winter season graduated graduation festival break water",
        "storm": "weather hurricane thunder damage flood tropical drain",
        "swift": "action response taylor banking payments bic iban messaging transfers kick",
        "tableau": "bord bords",
        "teams": "led managed sports cross functional",
        "terraform": "mars",
        "travis": "mr county",
        "unity": "church community government national party",
        "vault": "bank pole gymnastics cash gold ceiling",
        "word": "mouth spread",
    }.items()
}

# written out of the skill's sense whatever else stands around
NEVER = tuple(
    """
    go-to-market|go to market|go the extra mile|go-live|go/no-go|go no go|r&d|r & d|research & d|
    c-suite|c suite|c-level|c level|vitamin c|hepatitis c|grade c|class c|series c|series d|vitamin d|grade d|
    usb-c|usb c|plan c|the rest of|rest assured|bed rest|at the helm|the helm|spark joy|spark plug|spark plugs|
    adobe spark|american express|polar express|orient express|head chef|sous chef|pastry chef|executive chef|chef de|
    chef d'|chef der|chef des|lambda expression|lambda expressions|lambda calculus|tableau de bord|word of mouth|
    spring break|spring semester|spring term|spring cleaning|x-ray|x ray|t-shirt|lymph node|power plant|bee hive|
    pole vault|bank vault|net sales|net income|net profit|net revenue|net worth|net promoter|r-squared|r squared|
    c-section|d-day|a/b|co-op|dash cam|rust belt|rust-proof|la scala|gin and tonic|spring water|c'est|d'une|
    role play|monty python|central java|west java|east java|digital nomad|crystal clear|electron microscopy
    """.replace("\n    ", "")
    .strip()
    .split("|")
)
# the same, but only in small letters: a skill's name may stand here with its capital
NEVER_SMALL = tuple(
    """
    go live|on the go|rest of|the rest|at rest|access to|excel at|excel in|react to|reacts to|make sure|make up|
    less than|more or less|dash of|swift action|teams of|cross-functional teams|unity of|play a role|played a role|
    in the next|next to|next steps|next step|next generation|next level|next year|next day|team building|access control
    """.replace("\n    ", "")
    .strip()
    .split("|")
)
