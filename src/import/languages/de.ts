/** German. */
import type { Language } from './language.ts';

export const german: Language = {
  common: /(?<!\p{L})(?:der|die|das|und|ist|nicht|ein|eine|mit|für)(?!\p{L})/giu,
  titles: { opening: 'Einleitung', whole: 'Der Beitrag', notices: 'Hinweise' },
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  byline:
    /^(?:veröffentlicht|geschrieben|verfasst|gepostet)?\s*(?:am\s+(?<on>.{6,30}?))?\s*(?:von:?\s+(?<by>\p{L}[\p{L}.,'’ -]{2,60}))?$/iu,
  verbs: ['sagt', 'sagte', 'schreibt', 'schrieb', 'meint', 'meinte'],
  page: {
    furniture: [
      {
        why: 'advertising notice',
        pattern:
          /.{0,40}\b(ignorieren|beachten)\b.{0,30}\b(werbung|anzeigen|werbeanzeigen)\b.*|.{0,40}\b(werbung|anzeigen|werbeanzeigen)\b.{0,40}\b(ignorieren|nicht beachten)\b.*/iu,
      },
      {
        why: 'advertising notice',
        pattern: /(werbung|werbeanzeigen?|anzeigen?|gesponsert|datenschutzeinstellungen)/iu,
      },
      {
        why: 'link to the home page',
        pattern: /(zurück )?(zu[rm]? )?(meiner |unserer |der )?(startseite|homepage)(?!\p{L}).{0,200}/iu,
      },
      {
        why: 'sharing buttons',
        pattern:
          /(teilen( mit)?|teile dies|gefällt mir( wird geladen)?|wird geladen|drucken|per e-mail( senden)?|mehr)(:|\.{3}|\s?…)?/iu,
      },
      { why: 'sharing buttons', pattern: /(klick(e|en sie)?,? um .{0,80}|auf \w+ teilen.{0,60})/iu },
      {
        why: 'related posts',
        pattern: /(ähnliche beiträge|verwandte (beiträge|artikel)|das könnte dich auch interessieren):?/iu,
      },
      {
        why: 'categories and tags',
        pattern:
          /(veröffentlicht (in|unter)|kategorien?|schlagw(ort|orte|örter)|verschlagwortet( mit)?|tags)(?!\p{L}):?.{0,300}/iu,
      },
      { why: 'entry line of the page', pattern: /dieser (beitrag|eintrag) wurde .{0,400}/iu },
      {
        why: 'links to other posts',
        pattern:
          /((vorheriger|nächster|älterer|neuerer) (beitrag|artikel)|(ältere|neuere|vorherige|nächste) beiträge|beitrags-?navigation)(?!\p{L}).{0,200}/iu,
      },
      {
        why: 'editing links',
        pattern: /(bearbeiten|permalink|(zum|springe zum) inhalt( springen)?|menü|suchen?( nach)?:?)\.?/iu,
      },
      {
        why: 'comment count',
        pattern:
          /((hinterlasse|schreibe) einen kommentar|kommentar hinterlassen|keine kommentare|\d+ kommentare?|ein kommentar|(die )?kommentare sind geschlossen\.?|kommentare deaktiviert.{0,80})/iu,
      },
      {
        why: 'page footer',
        pattern:
          /(bloggen auf wordpress\.com|erstelle (eine )?kostenlos.{0,80}|(mit )?stolz präsentiert von wordpress|%d bloggern gefällt das:?|theme: .{0,80})\.?/iu,
      },
      {
        why: 'page footer',
        pattern:
          /(folgen|folge ich|abonnieren|abonniert|anmelden|registrieren|diesen inhalt melden|alle rechte vorbehalten\.?|impressum|datenschutz(erklärung)?)/iu,
      },
    ],
    replyForm:
      /^((hinterlasse|schreibe?|schreiben sie) (eine?n? )?(kommentar|antwort)|kommentar (hinterlassen|schreiben|verfassen)|einen kommentar schreiben|deine meinung|antwort abbrechen|antworte auf .{0,60})( antwort abbrechen| antworten abbrechen)?:?$/iu,
    inForm:
      /(?<!\p{L})(e-?mail(-adresse)?|name|website|erforderlich|anmelden|abmelden|eingeloggt|kommentar|akismet|benachrichtig\p{L}*|antwort abbrechen)(?!\p{L})/iu,
    responses:
      /^(\d[\d,.]*\s+(antwort(en)?|kommentare?|gedanken?|reaktionen)\s+(zu|auf)(?!\p{L}).*|(ein|eine|zwei|drei)\s+(antwort(en)?|kommentare?|gedanken?|reaktionen)\s+(zu|auf)\s+["“”«»„‚'‘].*|(antworten|kommentare|diskussion)\s*\(\d+\):?)$/iu,
    perhaps:
      /^((ein|eine|zwei|drei)\s+(antwort(en)?|kommentare?|gedanken?|reaktionen)\s+(zu|auf)(?!\p{L}).*|(antworten|kommentare|diskussion):?)$/iu,
    saying: /^(?<name>.{1,80}?)\s(?:sagt|sagte|schreibt|schrieb|meint|meinte)(?:,? am .{4,40})?:?$/iu,
    button: /^(antworten?|bearbeiten|gefällt mir|\d+ gefällt mir|zitieren|melden|permalink|gefällt .*)$/iu,
    ago: /^vor (etwa )?(\d+|einem?r?) (jahr|monat|woche|tag|stunde|minute)(en?|n)?$/iu,
  },
  notices: {
    heading:
      /^(?:(?:öffentliche[rs]?|wichtige[rs]?|allgemeine[rs]?|medizinische[rs]?|rechtliche[rs]?)\s+){0,3}(?:warnung(?:en)?|warnhinweise?|hinweise?|haftungsausschluss|disclaimer|achtung|vorsicht|sicherheitshinweise?)\s*:?$/iu,
    warns:
      /(?<!\p{L})(warnung\p{L}*|vorsicht|achtung|gefahr\p{L}*|gefährlich\p{L}*|verletz\p{L}*|schäden|schaden|tod|tödlich\p{L}*|sterben|stirbt|töte[nt]|betäubungsmittel\p{L}*|arzt\p{L}*|ärzt\p{L}*|verschreib\p{L}*|verordn\p{L}*|apotheke\p{L}*|notfall\p{L}*|notruf|fachperson\p{L}*|auf eigene gefahr|überdos\p{L}*|niemals|nie)(?!\p{L})/iu,
    legal:
      /informationszweck|nur (zur|der) information|ersetz(t|en)\s.{0,40}(kein|nicht)|(kein|nicht)\p{L}*\s.{0,30}ersatz|(ärztliche|medizinische)[nrms]? (rat|beratung|empfehlung)|haftung|haftbar|arzt-patienten|nicht (dazu )?(bestimmt|gedacht)|fragen sie (bitte )?(ihren|ihre|einen)|wenden sie sich an (ihren|ihre|einen)|bildungszweck|keine termine|termine nur/iu,
    reassures:
      /(?<!\p{L})(sicher(e[nrms]?)?|wirksam\p{L}*|harmlos\p{L}*|unbedenklich\p{L}*|bewährt\p{L}*|heilt|off[- ]?label)(?!\p{L})/iu,
    advice: /ersetz|ersatz|beratung|(?<!\p{L})rat(?!\p{L})/iu,
    purpose: /informationszweck|information|bildungszweck/iu,
    grave: /verletz|(?<!\p{L})tod|tödlich|sterben|niemals|(?<!\p{L})nie(?!\p{L})|lebensgef/iu,
  },
};
