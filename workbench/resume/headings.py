"""The names people give to the sections of a profile, and the JSON Resume section each means."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NAMES = """
work: experience | work | jobs | job experience
  | work experience | professional experience | employment | employment history | work history
  | career | career history | professional background | relevant experience | industry experience
  | business experience | other work experience | other experience | research experience | teaching experience
  | internships | internship | internship experience | positions | positions held | appointments
  | academic appointments | professional history | job history | additional experience | experience highlights
  | leadership experience | experiences | selected experience | academic experience | clinical experience
  | military experience | emploi | expérience | expériences de travail | experiencia de trabajo | atuação profissional
  | berufsweg | beruflicher hintergrund | berufliche laufbahn | arbeitsverhältnisse | impieghi | arbeidsverleden
  | military experience | employment experience | professional appointments | career summary
  | work background | work summary | employment summary | employment record | employment details
  | career progression | career experience | professional career | roles | freelance work | early career
  | military service | berufliche tätigkeiten | stationen | expériences pro | postes occupés | trayectoria
  | experiencia relevante | empleos | vida laboral | experiências | werkgeschiedenis | carriera | 工作背景 | 职业历程
  | 実務経験
  | الخبرة العملية | الخبرات | الخبرة | الخبرات العملية | الخبرة المهنية | ניסיון תעסוקתי | ניסיון מקצועי | ניסיון
  | consulting experience | freelance experience | contract experience | berufserfahrung | berufliche erfahrung
  | beruflicher werdegang | werdegang | praxiserfahrung | praktika | praktische erfahrung | berufliche stationen
  | arbeitserfahrung | berufspraxis | tätigkeiten | expérience | expériences | expérience professionnelle
  | expériences professionnelles | parcours professionnel | parcours | stages | emplois | experiencia
  | experiencia laboral | experiencia profesional | historial laboral | trayectoria profesional | experiência
  | experiência profissional | histórico profissional | carreira | esperienza | esperienze
  | esperienza professionale | esperienze professionali | esperienze lavorative | esperienza lavorativa
  | werkervaring | loopbaan | arbetslivserfarenhet | arbeidserfaring | erhvervserfaring | doświadczenie
  | doświadczenie zawodowe | опыт работы | 工作经历 | 工作经验 | 工作經歷 | 职业经历 | 实习经历 | 職歴 | 職務経歴 | 경력
  | 경력사항
education: education | educational background | academic background | education and training
  | academic qualifications | qualifications and education | studies | academic history | education history
  | academic education | schooling | educational qualifications | formal education | degrees | academics
  | academic profile | education and qualifications | bildung | ausbildung | studium | bildungsweg
  | akademischer werdegang | schulbildung | ausbildung und studium | bildungsgang | schulische ausbildung
  | akademische ausbildung | aus und weiterbildung | hochschulbildung | formation | formations | éducation
  | études | formation académique | diplômes | cursus | formation et diplômes | educación | formación
  | formación académica | estudios | educação | formação | formação acadêmica | escolaridade | formação académica
  | istruzione | istruzione e formazione | formazione | opleiding | opleidingen | utbildning | utdanning
  | uddannelse | wykształcenie | образование | 教育背景 | 教育经历 | 教育 | 学历 | 學歷 | 学歴 | 학력
  | academic training | akademische laufbahn | studien | schule | schule und studium | parcours académique
  | parcours scolaire | scolarité | études et formations | formación reglada | formazione accademica | titoli di studio
  | onderwijs | scholing
  | education and certifications | education and awards | academic credentials | academic record | education details
  | university education | higher education | training and education | schulischer werdegang | titulación
  | preparación académica | habilitações literárias | studi | 学习经历 | التعليم | المؤهلات العلمية | المؤهلات | השכלה
  | לימודים
skills: skills | technical skills | top skills | key skills | core skills | core competencies | competencies | skill set
  | skillset | technologies | tools | tools and technologies | technical strengths | strengths | expertise
  | areas of expertise | technical expertise | programming skills | programming languages | computer skills
  | it skills | hard skills | soft skills | professional skills | technical proficiencies
  | technical skills and tools | skills and tools | technical competencies | skills and interests
  | skills and technologies | technology | tech stack | stack | skills and expertise | technical knowledge
  | proficiencies | software skills | languages and technologies | skill | personal skills | other skills
  | skills summary | summary of skills | skill highlights | technical profile | skills and competencies
  | technical toolbox | toolbox | core technologies | frameworks | skills overview | skills and languages
  | technical summary | abilities | digital skills | relevant skills | additional skills | languages and tools
  | programming | platforms | key competencies | capabilities | knowledge | special skills | fähigkeiten
  | kenntnisse | kompetenzen | fachkenntnisse | edv kenntnisse | it kenntnisse | technische fähigkeiten
  | fähigkeiten und kenntnisse | kenntnisse und fähigkeiten | technologien | programmierkenntnisse | fertigkeiten
  | fähigkeiten und interessen | technische kenntnisse | besondere kenntnisse | stärken | fachliche kompetenzen
  | compétences | compétences techniques | compétences informatiques | informatique | outils | savoir faire
  | atouts | habilidades | competencias | conocimientos | conocimientos técnicos | habilidades técnicas
  | aptitudes | competências | competências técnicas | conhecimentos | tecnologias | tecnologías | informática
  | herramientas | competenze | competenze tecniche | capacità e competenze | vaardigheden | competenties
  | kompetenser | ferdigheter | umiejętności | навыки | ключевые навыки | 技能 | 专业技能 | 技能特长 | 技術
  | スキル | 기술 | software | toolkit | areas of knowledge | specialties | specialities | what i know | connaissances
  | qualifications and skills | skills and qualifications | destrezas | aptidões | conoscenze | capacità | kennis
  | färdigheter | 专业能力 | 技术栈 | 个人技能 | المهارات | المهارات التقنية | מיומנויות | כישורים
projects: projects | personal projects | selected projects | side projects | academic projects | key projects
  | open source | open source projects | open source contributions | research projects | notable projects
  | project experience | portfolio | relevant projects | programming projects | university projects | project
  | projects and open source | technical projects | programming expertise | project work | development projects
  | projekte | projekterfahrung | ausgewählte projekte | projets | projets personnels | proyectos | projetos
  | progetti | projecten | projekt | 项目经历 | 项目经验 | 项目 | プロジェクト | проекты
publications: publications | selected publications | papers | articles | journal articles | conference papers
  | writing | publications and talks | research publications | books | patents | patents and publications
  | invited talks | talks | presentations | conference presentations | talks and presentations | speaking
  | lectures | peer reviewed | veröffentlichungen | publikationen | vorträge | publicaciones | publicações
  | pubblicazioni | publicaties | 论文 | 发表论文 | 出版物 | публикации | bibliography | publications and presentations
  | working papers
awards: awards | honors | honours | honors and awards | awards and honors | achievements | accomplishments
  | scholarships | awards and scholarships | awards and achievements | fellowships | grants | recognition
  | selected honors | distinctions | fellowships and awards | honours and awards | scholarships and awards
  | prizes | academic honors | most proud of | awards and recognition | key achievements | grants and awards
  | awards and grants | honors and scholarships | auszeichnungen | preise | stipendien | preise und auszeichnungen
  | erfolge | prix | distinctions et prix | récompenses | premios | reconocimientos | logros | prêmios
  | conquistas | premi | 获奖 | 荣誉 | 获奖情况 | 荣誉奖项 | 受賞歴
certificates: certifications | certificates | licenses | licenses and certifications | certifications and licenses
  | professional certifications | courses | training | courses and certifications | certification | trainings
  | certification and awards | certifications and awards | professional development | online courses | coursework
  | relevant coursework | licenses and certificates | certifications and training | training and certifications
  | continuing education | qualifications | professional qualifications | courses and certificates
  | accreditations | zertifikate | zertifizierungen | weiterbildung | weiterbildungen | kurse | fortbildungen
  | lehrgänge | certificats | certificaciones | cursos | certificações | certificações e cursos | certificazioni
  | corsi | certificaten | cursussen | 证书 | 资格证书 | 資格 | сертификаты | awards and certifications
languages: languages | language skills | language | spoken languages | foreign languages | language proficiency
  | idiomas | sprachen | sprachkenntnisse | fremdsprachen | langues | langues étrangères | línguas | lenguas
  | lingue | talen | språk | języki | языки | 语言 | 语言能力 | 語学 | اللغات | שפות | languages spoken
volunteer: volunteering | volunteer | volunteer experience | volunteer work | community | community service
  | community involvement | service | social engagement | leadership | leadership and activities | activities
  | extracurricular activities | extracurriculars | campus activities | leadership and service
  | volunteering experience | professional service | academic service | leadership and involvement
  | student activities | involvement | outreach | governance | affiliation | affiliations | memberships
  | professional memberships | professional affiliations | professional affiliations and activities
  | organizations | positions of responsibility | civic engagement | ehrenamt | ehrenamtliche tätigkeiten
  | ehrenamtliches engagement | engagement | gesellschaftliches engagement | bénévolat | voluntariado
  | volontariato | vrijwilligerswerk | engagement associatif | 志愿者经历 | 社会活动 | волонтерство
interests: interests | hobbies | hobbies and interests | personal interests | interests and hobbies
  | other interests | activities and interests | personal | interessen | hobbys | hobbies und interessen
  | hobbys und interessen | interessen und hobbys | centres d intérêt | loisirs | intereses | aficiones
  | interesses | interessi | hobby | 兴趣爱好 | 兴趣 | 趣味 | интересы | interests and activities | passions
  | centre d intérêt
references: references | referees | testimonials | recommendations | referenzen | références | referencias
  | referências | referenze | referenties | 推荐人 | reference
summary: summary | profile | about | about me | professional summary | objective | career objective
  | professional profile | executive summary | personal profile | personal statement | introduction | bio
  | biography | overview | info | statement | summary of qualifications | highlights | career profile | who am i
  | research interests | research | mission | highlights of qualifications | qualifications summary
  | profile summary | about myself | career highlights | personal summary | profil | über mich | kurzprofil
  | zusammenfassung | persönliches profil | zur person | à propos | résumé | à propos de moi
  | profil professionnel | objectif | perfil | sobre mí | resumen | acerca de mí | perfil profesional | objetivo
  | sobre mim | resumo | perfil profissional | sobre | profilo | chi sono | profiel | 个人简介 | 自我评价 | 个人总结
  | my life philosophy | what i do | 自我介绍 | 自己紹介 | о себе | samenvatting
contact: contact | contact information | contact details | contact info | contact me | personal details
  | personal information | personal data | kontakt | kontaktdaten | persönliche daten | persönliche angaben
  | persönliches | coordonnées | informations personnelles | contacto | datos personales | contato
  | dados pessoais | contatti | dati personali | informazioni personali | persoonlijke gegevens | 联系方式 | 个人信息
  | 基本信息 | get in touch | links | social | find me | online | find me online | social media | profiles | web
  | connect | websites and social links | address | details
other: other | additional information | miscellaneous | other information | additional | further information
  | misc | sonstiges | weitere informationen | divers | autres | otros | outros | altro | overig | extras | more
  | reading | samples | recognition and press | other activities
"""


_AND = {"und", "et", "y", "og", "och", "i"}


def _parse() -> dict[str, str]:
    names: dict[str, str] = {}
    section = ""
    for part in _NAMES.replace("\n  |", " |").strip().split("\n"):
        section, _, listed = part.partition(":")
        for name in listed.split("|"):
            names.setdefault(normal(name), section)
    return names


def normal(text: str) -> str:
    """Give the letters of a heading and nothing else: "Skills & Tools:" → "skills and tools"."""
    text = (
        unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").replace("+", " and ").replace("/", " and ")
    )
    words = re.sub(r"[^\w]+|_|(?<=[a-z])\d+$", " ", text).split()
    return " ".join("and" if word in _AND else word for word in words)


_SECTIONS = _parse()
_SPACELESS = {name.replace(" ", ""): section for name, section in _SECTIONS.items() if len(name) > 5}
_KEYWORDS = (
    ("work", re.compile(r"\b(experience|employment|work history|erfahrung|berufserfahrung"
    r"|expériences?|experiencia|experiência)\b")),
    ("education", re.compile(r"\b(education|academic|ausbildung|bildung|studium|formation|formación|formação)\b")),
    ("skills", re.compile(r"\b(skills|competenc\w+|technologies|proficienc\w+|kenntnisse"
    r"|toolbox|toolkit|tool ?set|stack|work with|compétences|habilidades|strengths)\b")),
    ("projects", re.compile(r"\b(projects|projekte|projets|proyectos|projetos)\b")),
    ("publications", re.compile(r"\b(publications|papers|patents|talks|presentations|publikationen)\b")),
    ("awards", re.compile(r"\b(awards|honors|honours|scholarships|achievements|auszeichnungen)\b")),
    ("certificates", re.compile(r"\b(certifications?|certificates|licen[sc]es|courses|training|zertifikate)\b")),
    ("volunteer", re.compile(r"\b(volunteer\w*|activities|leadership|community|service|memberships?|affiliations?)\b")),
    ("languages", re.compile(r"\b(languages|sprachen|langues|idiomas)\b")),
    ("interests", re.compile(r"\b(interests|hobbies|interessen)\b")),
    ("references", re.compile(r"\b(references|referees)\b")),
    ("summary", re.compile(r"\b(summary|profile|objective|about)\b")),
)  # fmt: skip


_COMPOSED = (
    ("work", re.compile(r"(?:(?!years?\b|of\b|with\b|in\b|user\b|project|volunt)[a-z]+ ){1,3}"
                        r"(?:experience|employment)")),
    ("work", re.compile(r"(?:current|present|previous|past|prior|earlier|recent|former|professional|selected|key)"
                        r" (?:and )?(?:positions?|roles?|jobs?|employment|engagements?|appointments?)")),
    ("education", re.compile(r"(?:education|educational|academic) (?:summary|profile|details|credentials|record)")),
)  # fmt: skip


_COMPOSED_ENDS = frozenset(
    [
        "experience",
        "employment",
        "position",
        "positions",
        "role",
        "roles",
        "job",
        "jobs",
        "engagement",
        "engagements",
        "appointment",
        "appointments",
        "summary",
        "profile",
        "details",
        "credentials",
        "record",
    ]
)


@lru_cache(maxsize=4096)
def section_of(text: str) -> str | None:
    """Give the section a heading names, or None when these are not the words of a heading.

    >>> section_of("WORK EXPERIENCE"), section_of("Berufserfahrung:"), section_of("Acme Corp")
    ('work', 'work', None)
    """
    if len(text) > 60:
        return None
    name = normal(text)
    found = _SECTIONS.get(name) or _SPACELESS.get(name.replace(" ", ""))
    if found is None and name[name.rfind(" ") + 1 :] in _COMPOSED_ENDS:
        found = next((section for section, pattern in _COMPOSED if pattern.fullmatch(name)), None)
    if found is None and " and " in name:
        parts = [_SECTIONS.get(part) for part in name.split(" and ")]
        found = parts[0] if None not in parts else None
    return found


def section_begins(text: str) -> bool:
    """Whether a heading of several lines may begin with these words, all in capitals."""
    name = normal(text)
    return text.isupper() and any(known.startswith(name + " ") for known in _SECTIONS)


def section_by_keyword(text: str) -> str:
    """Give the section a heading in unusual words most likely means; `other` when none is near."""
    name = normal(text)
    for section, pattern in _KEYWORDS:
        if pattern.search(name):
            return section
    return "other"
