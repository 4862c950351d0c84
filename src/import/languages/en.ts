/** English. */
import type { Language } from './language.ts';

export const english: Language = {
  common: /(?<!\p{L})(?:the|and|of|to|is|that|with|for|are|it)(?!\p{L})/giu,
  titles: { opening: 'Introduction', whole: 'The post', notices: 'Notices' },
  months: 'January February March April May June July August September October November December'.split(' '),
  byline:
    /^(?:posted|published|written|updated)?\s*(?:on\s+(?<on>.{6,30}?))?\s*(?:by:?\s+(?<by>\p{L}[\p{L}.,'’ -]{2,60}))?$/iu,
  verbs: ['says', 'said', 'wrote', 'writes', 'commented'],
  page: {
    furniture: [
      {
        why: 'advertising notice',
        pattern: /.{0,20}\b(ignore|disregard)\b.{0,20}\b(ads?|adverts?|advertisements?)\b.*/iu,
      },
      {
        why: 'advertising notice',
        pattern: /(advertisements?|sponsored( content)?|report this ad|about these ads|privacy settings)/iu,
      },
      { why: 'link to the home page', pattern: /(for |to |back to )?(my |our |the )?home ?page\b.{0,200}/iu },
      {
        why: 'sharing buttons',
        pattern:
          /(share|share this|like this|tweet|email this|print this|like loading|loading)(:|\.{3}|…)?/iu,
      },
      {
        why: 'sharing buttons',
        pattern:
          /(click to )?(share|email|print|tweet)( this| on| to)? (on |to )?(facebook|twitter|x|linkedin|reddit|pinterest|whatsapp|tumblr|telegram|a friend|email)\b.{0,60}/iu,
      },
      { why: 'sharing buttons', pattern: /(email|print|more)/iu },
      { why: 'related posts', pattern: /(related( posts?)?|you may also like|similar posts)(:)?/iu },
      {
        why: 'categories and tags',
        pattern: /(posted in|filed under|categories|category|tagged( with)?|tags)\b(:)?.{0,300}/iu,
      },
      { why: 'entry line of the page', pattern: /this entry was posted\b.{0,400}/iu },
      { why: 'entry line of the page', pattern: /you can (follow|leave a response|skip to)\b.{0,300}/iu },
      {
        why: 'links to other posts',
        pattern: /(previous|next|older|newer) (post|entry|article|posts|entries)s?\b.{0,200}/iu,
      },
      {
        why: 'editing links',
        pattern:
          /(edit( this)?|permalink|bookmark the permalink|skip to (main )?content|menu|search|search for:|rate this:?)\.?/iu,
      },
      {
        why: 'comment count',
        pattern:
          /(leave a (comment|reply)|no comments|\d+ comments?|comments (are )?(off|closed)|comments are closed\.?|view comments)/iu,
      },
      {
        why: 'page footer',
        pattern:
          /(blog at wordpress\.com|proudly powered by wordpress|powered by (wordpress|blogger)|theme: .{0,80}|create a free website.{0,80}|%d bloggers? like this:?|\d+ bloggers? like this:?)\.?/iu,
      },
      {
        why: 'page footer',
        pattern:
          /(follow|following|subscribe|sign me up|sign up|log in|register|subscribed|report this content|manage subscriptions|collapse this bar|entries (rss|feed)|comments (rss|feed)|copyright ©?.{0,120}|all rights reserved\.?)/iu,
      },
    ],
    replyForm:
      /^(leave a (reply|comment|response)|post a comment|add (a|your) comment|cancel reply|reply to .{0,60})( cancel reply)?:?$/iu,
    inForm:
      /\b(log(ged)? in|log out|cancel reply|your (e-?mail|name|comment)|e-?mail( address)?|name|website|required|notify me|akismet|type here|logo|comment)\b/iu,
    responses:
      /^(\d[\d,.]*\s+(responses?|comments?|thoughts?|replies|reply|reactions?)\s+(to|on)\b.*|(one|two|three|no)\s+(responses?|comments?|thoughts?|replies|reply|reactions?)\s+(to|on)\s+["“”«„'‘].*|(responses|comments|discussion)\s*\(\d+\):?)$/iu,
    perhaps:
      /^((one|two|three|no)\s+(responses?|comments?|thoughts?|replies|reply|reactions?)\s+(to|on)\b.*|(responses|comments|discussion):?)$/iu,
    saying: /^(?<name>.{1,80}?)(?:,? on .{4,40}?(?: at .{3,10})?)?\s(?:says|said|writes|wrote):?$/iu,
    button: /^(reply|edit|like|\d+ likes?|permalink|quote|report|flag|share|liked by .*)$/iu,
    ago: /^(about |over )?(\d+|an?) (year|month|week|day|hour|minute)s? ago$/iu,
  },
  notices: {
    heading:
      /^(?:(?:public|important|medical|health|safety|general|legal|patient)\s+){0,3}(?:warnings?|disclaimers?|cautions?|notices?)\s*:?$/iu,
    warns:
      /\b(warning|caution|danger\w*|injur\w*|death|fatal\w*|die|kill\w*|controlled substance|qualified|physicians?|doctors?|prescrib\w*|pharmacist|emergency|professional|health ?care|at your own risk|overdose|do not|never)\b/iu,
    legal:
      /informational purposes|for information only|\bnot\b.{0,30}\bsubstitute\b|medical advice|not legal for me|(doctor|physician|therapist)[- ]patient relationship|not for e-?mail|not for appointments|appointment\b.{0,40}\b(telephone|call|phone|office)|consult (your|a|with) |seek the advice|\bliab(le|ility)\b|not intended (to|as)|educational purposes/iu,
    reassures: /\b(safe(st|ly|r)?|effective|harmless|proven|cures?|off[- ]?label)\b/iu,
    advice: /substitute|advice/iu,
    purpose: /informational|information only|educational/iu,
    grave: /\b(injur|death|fatal|kill|do not|never|no attempt)/iu,
  },
};
