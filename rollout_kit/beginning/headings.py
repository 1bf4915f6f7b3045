"""Headings and words of a list of people, in German, French and English: what they stand for in a description.

Written as `as_word` makes them: small letters, no accents, umlauts spelt out, one space between words.
"""

import re

from rollout_kit.beginning.answers import Side
from rollout_kit.description.table_text import as_word

_COLUMNS = {
    "name": "name|nachname vorname|vorname nachname|vor und nachname|name vorname|vorname name|mitarbeiter"
    "|mitarbeiterin|mitarbeitende|person|personen|nom complet|nom et prenom|nom prenom|prenom nom|collaborateur"
    "|collaboratrice|full name|fullname|display name|anzeigename|nom d affichage|employee|kontakt|contact"
    "|ansprechpartner",
    "surname": "nachname|familienname|zuname|nom|nom de famille|last name|lastname|surname|family name",
    "first": "vorname|rufname|prenom|first name|firstname|given name",
    "side": "organisation|organization|firma|unternehmen|haus|seite|partei|societe|entreprise|company|side|house"
    "|arbeitgeber|employeur|employer",
    "roles": "rolle|rollen|role|roles|aufgabe im projekt|projektrolle|role projet|project role",
    "title": "funktion|titel|stelle|position|berufsbezeichnung|fonction|titre|poste|job title|title|function|jobtitel",
    "email": "email|e mail|mail|mailadresse|e mail adresse|emailadresse|courriel|adresse e mail|mel|email address",
    "phone": "telefon|telefonnummer|tel|tel nr|nummer|mobile|mobil|handy|natel|direktwahl|telephone|numero de telephone"
    "|portable|phone|phone number|mobile phone|telefon direkt|telefon geschaeft|business phone",
    "languages": "sprache|sprachen|langue|langues|language|languages",
    "deputy": "stellvertretung|stellvertreter|stellvertreterin|vertretung|stv|suppleant|suppleante|remplacant"
    "|remplacante|deputy|substitute|stand in",
    "share": "pensum|anteil|zeit|stunden|stunden pro woche|h woche|prozent|verfuegbarkeit|taux|part|heures"
    "|heures par semaine|share|hours|hours a week|hours per week|availability",
}
COLUMN_OF = {heading: column for column, headings in _COLUMNS.items() for heading in headings.split("|")}
"""Column by heading. French "nom" and German "Name" are surnames where a column of first names stands beside them."""

_ROLES = {
    "sponsor": "sponsor|sponsorin|auftraggeber|auftraggeberin|mandant|commanditaire|geschaeftsfuehrer"
    "|geschaeftsfuehrerin|geschaeftsleitung|direction|directeur|directrice|ceo|management",
    "decision_maker": "decision maker|entscheider|entscheiderin|entscheidet|entscheidungstraeger|decideur|decideuse"
    "|decides",
    "service_owner": "service owner|serviceverantwortlicher|serviceverantwortliche|service verantwortung|it leiter"
    "|it leiterin|it leitung|leiter it|leiterin it|leitung it|projektleiter kunde|projektleiter|projektleiterin"
    "|projektleitung|responsable informatique|responsable it|chef de projet|cheffe de projet|project lead"
    "|project manager|head of it|it manager|it verantwortlicher|it verantwortliche",
    "operations_lead": "operations lead|betriebsleiter|betriebsleiterin|betriebsleitung|leiter betrieb|leiterin betrieb"
    "|service delivery manager|service delivery managerin|servicemanager|service manager|responsable exploitation"
    "|responsable d exploitation|sdm",
    "desk": "desk|service desk|servicedesk|helpdesk|help desk|support|hotline|1st level|first level|1 level"
    "|premier niveau|supporter|supporterin|ict supporter|it supporter",
    "second_level": "second level|2nd level|2 level|zweite stufe|second niveau|engineer|techniker|technikerin"
    "|system engineer|systemtechniker|systemtechnikerin|technicien|technicienne|administrator|administratorin",
    "trainer": "trainer|trainerin|schulung|ausbilder|ausbilderin|schulungsleiter|formateur|formatrice|training",
    "key_user": "key user|keyuser|key user in|schluesselanwender|schluesselanwenderin|poweruser|power user|superuser"
    "|super user|hauptanwender|ansprechperson|utilisateur cle|utilisatrice cle",
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split("|")}

_SIDES: dict[Side, str] = {
    "customer": "customer|kunde|kundin|client|cliente|wir|intern|interne|internal|own|eigene|us|nous|k|c",
    "provider": "provider|dienstleister|dienstleisterin|anbieter|lieferant|prestataire|fournisseur|extern|externe"
    "|external|partner|partenaire|it dienstleister|msp|supplier|d|p",
}
_SIDE_OF: dict[str, Side] = {word: side for side, words in _SIDES.items() for word in words.split("|")}


def roles_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the roles that a cell names, and the words in it that name none."""
    roles, unknown = [], []
    for part in re.split(r"[,;/|+&\n]|\s+(?:und|et|and)\s+", text):
        word = as_word(part)
        role = _ROLE_OF.get(word)
        if role:
            roles.append(role)
        elif word:
            unknown.append(" ".join(part.split()))
    return tuple(dict.fromkeys(roles)), tuple(unknown)


def side_of(text: str, customer: str, provider: str) -> Side | None:
    """Return the house that a cell names, by a word for it or by its name; None for another one."""
    word = as_word(text)
    if word in _SIDE_OF:
        return _SIDE_OF[word]
    houses: tuple[tuple[str, Side], ...] = ((customer, "customer"), (provider, "provider"))
    for name, side in houses:
        house = as_word(name)
        # Parts of a name are common: AG, IT, GmbH say nothing.
        if house and (word == house or (len(word) > 4 and word in house.split()) or house.startswith(f"{word} ")):
            return side
    return None
