/** Lines that belong to the page, not to the post, in the language of the post and in English. */
import { english } from './languages/en.ts';
import { languageFor, type PageWords } from './languages/index.ts';

/** What is known of a page's lines. A line is furniture only if all of it matches. */
export interface Page {
  /** Why a line is left out; absent for a line of the post. */
  furnitureOf(line: string): string | undefined;
  beginsReplyForm(line: string): boolean;
  standsInForm(line: string): boolean;
  beginsComments(line: string): boolean;
  /** The line begins the comments, or is a heading of the post. */
  mayBeginComments(line: string): boolean;
  /** Who says what stands below the line; absent when it does not say that. */
  readerIn(line: string): string | undefined;
  isButton(line: string): boolean;
  /** When a comment was made. */
  isDate(line: string): boolean;
}

/** Lines of any language. */
const general = [
  { why: 'spacer', pattern: /[.\s\u200B-\u200D\u2060~*_=\-–—·•…]*/u },
  {
    why: 'sharing buttons',
    pattern: /(facebook|twitter|linkedin|reddit|pinterest|whatsapp|tumblr|telegram)/iu,
  },
  { why: 'links to other posts', pattern: /[←‹].{0,200}|.{0,200}[→›]|«[^»]{0,200}|[^«]{0,200}»/iu },
  { why: 'page footer', pattern: /©.{0,120}/u },
];

/** @param language BCP 47 */
export function pageOf(language: string): Page {
  const words = [...new Set([languageFor(language), english])].map(({ page }) => page);
  const whole = [...general, ...words.flatMap(({ furniture }) => furniture)].map(({ why, pattern }) => ({
    why,
    pattern: new RegExp(`^(?:${pattern.source})$`, 'iu'),
  }));
  const matches =
    (key: { [K in keyof PageWords]: PageWords[K] extends RegExp ? K : never }[keyof PageWords]) =>
    (line: string) =>
      words.some((page) => page[key].test(line.trim()));
  return {
    furnitureOf: (line) => whole.find(({ pattern }) => pattern.test(line.trim()))?.why,
    beginsReplyForm: matches('replyForm'),
    standsInForm: matches('inForm'),
    beginsComments: matches('responses'),
    mayBeginComments: matches('perhaps'),
    readerIn: (line) => {
      const groups = words.map(({ saying }) => saying.exec(line.trim())?.groups).find((it) => it);
      return (groups?.name ?? groups?.teller)?.trim();
    },
    isButton: matches('button'),
    isDate: (line) => isDay(line.trim()) || matches('ago')(line),
  };
}

/** `March 6, 2017 at 10:30 am`, `6. März 2017 um 10:30`, `2017-03-06`, `2017年3月6日`. */
function isDay(line: string): boolean {
  const time = String.raw`(?:,? ?(?:at |um |a las |à |в )?\d{1,2}[:h.]\d{2}.{0,8})?`;
  const days = [
    String.raw`(?:on |am |el |le )?(?:\p{L}{3,10},? )?\p{L}{3,10}\.? \d{1,2},? \d{4}`,
    String.raw`(?:on |am |el |le )?(?:\p{L}{3,10},? )?\d{1,2}\.? (?:de )?\p{L}{3,10}\.?(?: de)? \d{4}`,
    String.raw`\d{4}-\d{2}-\d{2}`,
    String.raw`\d{4}年\d{1,2}月\d{1,2}日`,
    String.raw`\d{1,2}[./]\d{1,2}[./]\d{4}`,
  ];
  return new RegExp(`^(?:${days.join('|')})${time}$`, 'iu').test(line);
}
