"""Words that say what stands behind them ("Employer", "Position:", "Dates"), in tables, forms and Europass profiles."""

from __future__ import annotations

import re

from workbench.resume.rows import Row

_LABELS = {
    "employer": "name_of_employer name_and_address_of_employer name_of_organisation name_of_organization"
    " name_and_type_of_organisation name_and_type_of_organisation_providing_education_and_training"
    " name_des_arbeitgebers name_und_adresse_des_arbeitgebers name_der_organisation nom_de_l'employeur"
    " nom_et_adresse_de_l'employeur nom_de_l'établissement nombre_de_la_empresa nombre_y_dirección_de_la_empresa"
    " nombre_del_centro nome_do_empregador nome_da_organização nome_del_datore_di_lavoro nome_dell'organizzazione"
    " naam_van_de_werkgever naam_van_de_instelling school university establishment customer kunde auftraggeber"
    " employing_organisation 公司 公司名称 单位 工作单位 company employer organisation organization client firm"
    " institution firma arbeitgeber unternehmen"
    " entreprise société employeur empresa empleador organización empregador azienda werkgever",
    "title": "occupation_or_position_held title_of_qualification_awarded beruf_oder_funktion"
    " bezeichnung_der_qualifikation fonction_ou_poste_occupé intitulé_du_diplôme profesión_o_cargo_desempeñado"
    " cualificación_obtenida função_ou_cargo_ocupado designação_da_qualificação lavoro_o_posizione_ricoperti"
    " titolo_della_qualifica beroep_of_functie designation post job_role rolle tätigkeit degree qualification"
    " 职位 职务 岗位"
    " position title role job job_title designation occupation funktion stelle beruf poste fonction intitulé"
    " puesto cargo rol função ruolo functie",
    "told": "main_activities main_activities_and_responsibilities main_duties duties tasks responsibilities activities"
    " tätigkeiten aufgaben wichtigste_tätigkeiten_und_zuständigkeiten principales_activités_et_responsabilités"
    " principales_activités missions tâches funciones_y_responsabilidades_principales funciones_principales funciones"
    " principais_atividades_e_responsabilidades principais_atividades atividades principali_attività_e_responsabilità"
    " principali_attività mansioni werkzaamheden taken type_of_business_or_sector tipo_di_attività_o_settore",
    "": "period date dates duration time from when employment_period zeitraum dauer période durée dates fechas periodo"
    " período duración duração data periode location place city ort standort lieu ville lugar ubicación ciudad local"
    " cidade luogo plaats",
}
_KINDS = {word.replace("_", " "): kind for kind, words in _LABELS.items() for word in words.split()}
_LONG = sorted((name for name in _KINDS if name.count(" ") > 1), key=len, reverse=True)
_LONG_STARTS = frozenset(name.split()[0] for name in _LONG)
_LABEL = re.compile(r"^([^\W\d_][\w '’/-]{0,60}?)\s*[:：]\s*(.*)$")


def label_kind(text: str) -> str | None:
    """Give what a label announces: `employer`, `title`, `told`, or nothing of these; None when it is no label.

    >>> label_kind("Name of employer"), label_kind("Zeitraum:"), label_kind("Acme")
    ('employer', '', None)
    """
    return _KINDS.get(text.rstrip(":： ").replace("’", "'").casefold())


def split_label(text: str) -> tuple[str | None, str]:
    """Take the label off the front of a text; its kind is None when there is none.

    >>> split_label("Company: Fjord Logistics")
    ('employer', 'Fjord Logistics')
    """
    found = _LABEL.match(text)
    if found and label_kind(found[1]) is not None:
        return label_kind(found[1]), found[2]
    low = text.replace("’", "'").casefold()
    if low.split(" ", 1)[0] not in _LONG_STARTS:
        return None, text
    for name in _LONG:
        if low.startswith(name + " "):
            return _KINDS[name], text[len(name) :].strip()
    return None, text


def label_of(row: Row) -> str | None:
    """Give the label a row begins with, as one word for all its spellings; None when it begins with none."""
    text = row.cells[0].text
    if len(row.cells) > 1 and label_kind(text) is not None:
        return text.rstrip(":： ").casefold()
    kind, rest = split_label(text)
    return text[: len(text) - len(rest)].rstrip(":： ").casefold() if kind is not None else None
