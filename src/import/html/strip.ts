/** Elements of a page that are not the post: a table of marks, and why what they hold is left out. */
import type { Element } from 'hast';

interface Mark {
  readonly why: string;
  readonly tags?: readonly string[];
  readonly classes?: readonly string[];
  readonly ids?: readonly string[];
}

const marks: readonly Mark[] = [
  {
    why: 'active or embedded content',
    tags: [
      'iframe',
      'object',
      'embed',
      'video',
      'audio',
      'canvas',
      'svg',
      'math',
      'applet',
      'frameset',
      'map',
    ],
  },
  { why: 'form', tags: ['form', 'button', 'input', 'select', 'textarea', 'label', 'fieldset'] },
  {
    why: 'navigation',
    tags: ['nav'],
    classes: ['navigation', 'post-navigation', 'nav-links', 'breadcrumbs', 'screen-reader-text', 'skip-link'],
  },
  {
    why: 'sharing buttons',
    classes: [
      'sharedaddy',
      'sd-sharing',
      'sd-like',
      'addtoany_share_save_container',
      'share',
      'social-share',
      'post-sharing',
      'jetpack-likes-widget-wrapper',
      'likes-widget',
    ],
    ids: ['jp-post-flair'],
  },
  {
    why: 'related posts',
    classes: ['jp-relatedposts', 'related-posts', 'yarpp-related'],
    ids: ['jp-relatedposts'],
  },
  {
    why: 'advertising notice',
    classes: [
      'wpcnt',
      'wpa',
      'wordads-ad-wrapper',
      'adsbygoogle',
      'ad-container',
      'advertisement',
      'wordads-tag',
    ],
  },
  {
    why: 'entry line of the page',
    classes: [
      'postmetadata',
      'entry-meta',
      'entry-footer',
      'post-meta',
      'cat-links',
      'tags-links',
      'edit-link',
      'wp-block-post-terms',
      'wp-block-post-date',
      'wp-block-post-author',
    ],
  },
  { why: 'rating', classes: ['pd-rating', 'rating', 'post-ratings'] },
  {
    why: 'notes of the publisher’s software',
    classes: ['wp-block-jetpack-subscriptions', 'widget', 'sidebar'],
  },
];

const unshown = 'hidden on the page';

/** Why an element is left out with all that is in it; absent for the post's own. */
export function strippedFor({ tagName, properties }: Element): string | undefined {
  if (properties.hidden !== undefined && properties.hidden !== false) return unshown;
  if (/(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(String(properties.style ?? ''))) return unshown;
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
  return marks.find(
    (mark) =>
      mark.tags?.includes(tagName) ||
      mark.classes?.some((name) => classes.includes(name)) ||
      mark.ids?.includes(String(properties.id)),
  )?.why;
}
