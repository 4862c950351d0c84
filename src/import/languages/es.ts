/** Spanish. */
import type { Language } from './language.ts';

export const spanish: Language = {
  common: /(?<!\p{L})(?:el|los|las|que|y|una?|con|por|para|del)(?!\p{L})/giu,
  titles: { opening: 'Introducción', whole: 'El artículo', notices: 'Avisos' },
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
  byline:
    /^(?:publicad[oa]|escrito)?\s*(?:el\s+(?<on>.{6,30}?))?\s*(?:por:?\s+(?<by>\p{L}[\p{L}.,'’ -]{2,60}))?$/iu,
  verbs: ['dice', 'dijo', 'escribe', 'escribió', 'comentó'],
  page: {
    furniture: [
      {
        why: 'advertising notice',
        pattern: /.{0,40}\b(ignore|ignoren|ignora)\b.{0,30}\b(anuncios|publicidad)\b.*/iu,
      },
      {
        why: 'advertising notice',
        pattern:
          /(anuncios?|publicidad|anuncios publicitarios|contenido patrocinado|ajustes de privacidad)/iu,
      },
      {
        why: 'link to the home page',
        pattern: /(volver )?(a )?(mi |nuestra |la )?página (de inicio|principal)(?!\p{L}).{0,200}/iu,
      },
      {
        why: 'sharing buttons',
        pattern:
          /(compart(e|ir)( esto)?( en)?|me gusta( esto)?:?( cargando)?|cargando|imprimir|correo electrónico|más)(:|\.{3}|…)?/iu,
      },
      { why: 'sharing buttons', pattern: /(haz clic para .{0,80}|compartir en \w+.{0,60})/iu },
      {
        why: 'related posts',
        pattern: /(relacionado|(entradas|artículos) relacionad[oa]s|también te puede interesar):?/iu,
      },
      {
        why: 'categories and tags',
        pattern:
          /(publicad[oa] en|archivad[oa] (en|bajo)|categorías?|etiquetas?|etiquetad[oa]( como)?)(?!\p{L}):?.{0,300}/iu,
      },
      { why: 'entry line of the page', pattern: /esta entrada (fue publicada|se publicó) .{0,400}/iu },
      {
        why: 'links to other posts',
        pattern:
          /((entrada|artículo)s? (anterior|siguiente)(es)?|(anterior|siguiente) (entrada|artículo)|navegación de entradas)(?!\p{L}).{0,200}/iu,
      },
      {
        why: 'editing links',
        pattern: /(editar|enlace permanente|saltar al contenido|ir al contenido|menú|buscar:?)\.?/iu,
      },
      {
        why: 'comment count',
        pattern:
          /(deja un comentario|no hay comentarios|\d+ comentarios?|(los )?comentarios (están )?cerrados\.?|sin comentarios)/iu,
      },
      {
        why: 'page footer',
        pattern:
          /(blog de wordpress\.com|crea un blog o un sitio web.{0,80}|(orgullosamente|funciona gracias a|creado con) .{0,20}wordpress.{0,20}|a %d blogueros les gusta esto:?|tema: .{0,80})\.?/iu,
      },
      {
        why: 'page footer',
        pattern:
          /(seguir|siguiendo|suscribir(me|se)?|suscrito|iniciar sesión|acceder|regístrate|denunciar este contenido|todos los derechos reservados\.?|aviso de cookies)/iu,
      },
    ],
    replyForm:
      /^(deja (un|tu) (comentario|respuesta)|deja una respuesta|publicar un comentario|añade un comentario|cancelar (la )?respuesta|responder a .{0,60})( cancelar (la )?respuesta)?:?$/iu,
    inForm:
      /(?<!\p{L})(correo( electrónico)?|nombre|web|obligatorios?|iniciar sesión|accede|cerrar sesión|comentario|akismet|recibir|cancelar)(?!\p{L})/iu,
    responses:
      /^(\d[\d,.]*\s+(respuestas?|comentarios?|pensamientos?|reacciones)\s+(a|en|sobre)(?!\p{L}).*|(un|una|dos|tres)\s+(respuestas?|comentarios?|pensamientos?|reacciones)\s+(a|en|sobre)\s+["“”«»'‘].*|(respuestas|comentarios|discusión)\s*\(\d+\):?)$/iu,
    perhaps:
      /^((un|una|dos|tres)\s+(respuestas?|comentarios?|pensamientos?|reacciones)\s+(a|en|sobre)(?!\p{L}).*|(respuestas|comentarios|discusión):?)$/iu,
    saying: /^(?<name>.{1,80}?)\s(?:dice|dijo|escribe|escribió|comentó)(?:,? el .{4,40})?:?$/iu,
    button: /^(responder|editar|me gusta|\d+ me gusta|citar|denunciar|enlace permanente|le gusta a .*)$/iu,
    ago: /^hace (\d+|una?) (año|mes|semana|día|hora|minuto)(s|es)?$/iu,
  },
  notices: {
    heading:
      /^(?:avisos?|advertencias?|descargos? de responsabilidad|exención de responsabilidad|precaución|precauciones|atención)(?:\s+(?:al? |para el )?(?:públic[oa]s?|importantes?|médic[oa]s?|legal(?:es)?|generales|general|de salud|de seguridad)){0,3}\s*:?$/iu,
    warns:
      /(?<!\p{L})(advertencias?|precaución|peligr\p{L}*|lesi(ón|ones)|daños?|muertes?|mortal(es)?|fatal(es)?|morir|matar|sustancia controlada|cualificad\p{L}*|médic[oa]s?|doctor(a|es)?|recet\p{L}*|prescri\p{L}*|farmacéutic\p{L}*|emergencias?|profesional(es)?|bajo su propio riesgo|sobredosis|nunca|jamás)(?!\p{L})/iu,
    legal:
      /fines (informativos|educativos)|solo (para|como) información|no (sustituy|reemplaz)\p{L}*|no (es|constituye)\s.{0,40}(sustitut|consejo)|consejo médico|asesoramiento médico|relación médico[- ]paciente|responsab(le|ilidad)|no (pretende|está destinad)|consulte (a su|con su|a un|con un)|no se dan citas|citas (solo|únicamente)/iu,
    reassures:
      /(?<!\p{L})(segur[oa]s?|eficaz|eficaces|efectiv[oa]s?|inofensiv[oa]s?|inocu[oa]s?|comprobad[oa]s?|cura|off[- ]?label)(?!\p{L})/iu,
    advice: /sustitu|reemplaz|consejo|asesoramiento/iu,
    purpose: /informativ|información|educativ/iu,
    grave: /lesi(ón|ones)|muerte|mortal|fatal|matar|nunca|jamás/iu,
  },
};
