/** Lines that belong to the page, not to the post. A line goes only if all of it matches. */

interface Furniture {
  readonly pattern: RegExp;
  /** As the report says it. */
  readonly why: string;
}

const furniture: readonly Furniture[] = [
  { why: 'spacer', pattern: /^[.\s\u200B-\u200D\u2060~*_=\-–—·•…]*$/u },
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
    pattern: /(share|share this|like this|tweet|email this|print this|like loading|loading)(:|\.{3}|…)?/iu,
  },
  {
    why: 'sharing buttons',
    pattern:
      /(click to )?(share|email|print|tweet)( this| on| to)? (on |to )?(facebook|twitter|x|linkedin|reddit|pinterest|whatsapp|tumblr|telegram|a friend|email)\b.{0,60}/iu,
  },
  {
    why: 'sharing buttons',
    pattern: /(facebook|twitter|linkedin|reddit|pinterest|whatsapp|tumblr|telegram|email|print|more)/iu,
  },
  { why: 'related posts', pattern: /(related( posts?)?|you may also like|similar posts)(:)?/iu },
  {
    why: 'categories and tags',
    pattern: /(posted in|filed under|categories|category|tagged( with)?|tags)\b(:)?.{0,300}/iu,
  },
  { why: 'entry line of the page', pattern: /this entry was posted\b.{0,400}/iu },
  { why: 'entry line of the page', pattern: /you can (follow|leave a response|skip to)\b.{0,300}/iu },
  {
    why: 'links to other posts',
    pattern:
      /[←‹].{0,200}|.{0,200}[→›]|«[^»]{0,200}|[^«]{0,200}»|(previous|next|older|newer) (post|entry|article|posts|entries)s?\b.{0,200}/iu,
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
      /(follow|following|subscribe|sign me up|sign up|log in|register|subscribed|report this content|manage subscriptions|collapse this bar|entries (rss|feed)|comments (rss|feed)|©.{0,120}|copyright ©?.{0,120}|all rights reserved\.?)/iu,
  },
];

const whole = furniture.map(({ why, pattern }) => ({
  why,
  pattern: new RegExp(`^(?:${pattern.source})$`, 'iu'),
}));

/** Lines that begin what stands below the post. */
const replyForm =
  /^(leave a (reply|comment|response)|post a comment|add (a|your) comment|cancel reply|reply to .{0,60})( cancel reply)?:?$/iu;
const responses =
  /^(\d[\d,.]*|one|two|three|no)\s+(responses?|comments?|thoughts?|replies|reply|reactions?)\s+(to|on)\b.*$|^(responses|comments|discussion)(\s*\(\d+\))?:?$/iu;

/** Why a line of the page is left out; absent for a line of the post. */
export function furnitureOf(line: string): string | undefined {
  const text = line.trim();
  return whole.find(({ pattern }) => pattern.test(text))?.why;
}

/** Whether a line begins the comments. */
export function beginsComments(line: string): boolean {
  return responses.test(line.trim());
}

/** Whether a line begins the form in which readers reply. */
export function beginsReplyForm(line: string): boolean {
  return replyForm.test(line.trim());
}
