/** French. */
import type { Language } from './language.ts';

export const french: Language = {
  common: /(?<!\p{L})(?:le|les|des|et|est|une|du|dans|pour|qui)(?!\p{L})/giu,
  titles: { opening: 'Introduction', whole: 'L’article', notices: 'Avertissements' },
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  byline:
    /^(?:publiée?|écrit|posté)?\s*(?:le\s+(?<on>.{6,30}?))?\s*(?:par\s?:?\s+(?<by>\p{L}[\p{L}.,'’ -]{2,60}))?$/iu,
  verbs: ['dit', 'a dit', 'écrit', 'a écrit'],
  page: {
    furniture: [
      {
        why: 'advertising notice',
        pattern: /.{0,40}\b(ignorez|ignorer)\b.{0,30}\b(publicités?|annonces)\b.*/iu,
      },
      {
        why: 'advertising notice',
        pattern:
          /(publicités?|annonces?|contenu sponsorisé|signaler cette annonce|réglages de confidentialité)/iu,
      },
      {
        why: 'link to the home page',
        pattern: /(retour )?(à |vers )?(ma |notre |la )?page d[’']accueil(?!\p{L}).{0,200}/iu,
      },
      {
        why: 'sharing buttons',
        pattern:
          /(partager?( ceci)?|j[’']aime( ceci)?( chargement)?|chargement|imprimer|e-mail|plus|articles? similaires?)\s?(:|\.{3}|…)?/iu,
      },
      { why: 'sharing buttons', pattern: /(cliquez? pour .{0,80}|partager sur \w+.{0,60})/iu },
      {
        why: 'related posts',
        pattern: /(sur le même thème|articles? (similaires?|connexes?|liés)|vous aimerez aussi)\s?:?/iu,
      },
      {
        why: 'categories and tags',
        pattern:
          /(publié dans|classé (dans|sous)|catégories?|étiquettes?|étiqueté|mots[- ]clés)(?!\p{L})\s?:?.{0,300}/iu,
      },
      { why: 'entry line of the page', pattern: /(cet article|cette entrée) a été publiée? .{0,400}/iu },
      {
        why: 'links to other posts',
        pattern:
          /(articles? (précédents?|suivants?)|navigation des articles|navigation de l[’']article)(?!\p{L}).{0,200}/iu,
      },
      {
        why: 'editing links',
        pattern:
          /(modifier|permalien|lien permanent|aller au contenu( principal)?|menu|rechercher\s?:?)\.?/iu,
      },
      {
        why: 'comment count',
        pattern:
          /(laisser un commentaire|aucun commentaire|pas de commentaires?|\d+ commentaires?|(les )?commentaires (sont )?fermés\.?)/iu,
      },
      {
        why: 'page footer',
        pattern:
          /((un )?site wordpress\.com|blog (sur|de) wordpress\.com|créez (gratuitement )?un site.{0,80}|fièrement propulsé par wordpress|%d blogueurs aiment cette page\s?:?|thème\s?: .{0,80})\.?/iu,
      },
      {
        why: 'page footer',
        pattern:
          /(suivre|abonnée?|s[’']abonner|connexion|se connecter|s[’']inscrire|signaler ce contenu|tous droits réservés\.?|mentions légales)/iu,
      },
    ],
    replyForm:
      /^(laisser (un commentaire|une réponse)|laissez (un commentaire|une réponse)|publier un commentaire|ajouter un commentaire|annuler la réponse|répondre à .{0,60})( annuler la réponse)?\s?:?$/iu,
    inForm:
      /(?<!\p{L})(e-?mail|adresse|nom|site( web)?|obligatoires?|connecté\p{L}*|déconnexion|commentaire|akismet|prévenir|avertissez|annuler)(?!\p{L})/iu,
    responses:
      /^(\d[\d,.]*\s+(réponses?|commentaires?|réflexions?|réactions?)\s+(à|sur|au|pour)(?!\p{L}).*|(un|une|deux|trois)\s+(réponses?|commentaires?|réflexions?|réactions?)\s+(à|sur|au|pour)\s+["“”«'‘].*|(réponses|commentaires|discussion)\s*\(\d+\)\s?:?)$/iu,
    perhaps:
      /^((un|une|deux|trois)\s+(réponses?|commentaires?|réflexions?|réactions?)\s+(à|sur|au|pour)(?!\p{L}).*|(réponses|commentaires|discussion)\s?:?)$/iu,
    saying: /^(?<name>.{1,80}?)\s(?:dit|a dit|écrit|a écrit)(?:,? le .{4,40})?\s?:?$/iu,
    button: /^(répondre|modifier|j[’']aime|\d+ j[’']aime|citer|signaler|permalien|aimé par .*)$/iu,
    ago: /^il y a (\d+|une?) (an|année|mois|semaine|jour|heure|minute)s?$/iu,
  },
  notices: {
    heading:
      /^(?:avertissements?|avis|mises? en garde|attention|clause de non[- ]responsabilité|décharge de responsabilité|mentions légales)(?:\s+(?:au |aux )?(?:publi(?:c|que)s?|importante?s?|médica(?:l|le|ux|les)|léga(?:l|le|ux|les)|génér(?:al|ale|aux)|de sécurité|de santé|lecteurs|patients)){0,3}\s*:?$/iu,
    warns:
      /(?<!\p{L})(avertissement|mise en garde|attention|danger\p{L}*|blessur\p{L}*|lésions?|morts?|mortel\p{L}*|fatal\p{L}*|mourir|tuer|substance contrôlée|stupéfiants?|qualifié\p{L}*|médecins?|docteurs?|prescri\p{L}*|pharmacien\p{L}*|urgences?|professionnel\p{L}*|à vos risques|surdos\p{L}*|overdose|jamais)(?!\p{L})/iu,
    legal:
      /à titre (purement )?(informatif|d[’']information)|fins (d[’']information|informatives|éducatives)|(ne|n[’'])\s?.{0,20}(remplac|substitu)\p{L}*|avis médical|conseil médical|conseils médicaux|relation (médecin|thérapeute)[- ]patient|responsab(le|ilité)|n[’']est pas destiné|consultez (votre|un)|pas de rendez-vous|rendez-vous (seulement|uniquement)/iu,
    reassures:
      /(?<!\p{L})(sûre?s?|efficaces?|inoffensi(f|ve)s?|sans danger|prouvée?s?|guérit|hors[- ]amm|off[- ]?label)(?!\p{L})/iu,
    advice: /remplac|substitu|avis médical|conseil/iu,
    purpose: /informati|éducati/iu,
    grave: /blessur|lésion|(?<!\p{L})mort|fatal|tuer|jamais/iu,
  },
};
