/** WordPress shortcodes: what they would show is not in the text, and their brackets are no words. */

/** A shortcode that was taken out. */
export interface Shortcode {
  readonly text: string;
  /** Lines down from the beginning of the text. */
  readonly linesDown: number;
}

const names =
  'caption|wp_caption|gallery|audio|video|playlist|embed|youtube|vimeo|wpvideo|soundcloud|slideshow|polldaddy|poll|contact-form|contact-field|contact-form-7|sharedaddy|subscribe|recent_posts|archives|googlemaps|slideshare|scribd|ted|dailymotion|instagram|twitter|tweet|flickr|gist|latex|blog_subscription_form|jetpack_subscription_form|recipe|tiled-gallery|sitemap|more|toc|divider|vc_\\w+|et_pb_\\w+';

/** `[gallery ids="1,2"]`, `[/caption]`, `[anything key="value"]`; not `[1]`, `[sic]`, `[see below]`. */
const shortcode = new RegExp(
  `\\[\\[?/?(?:(?:${names})(?=[\\s\\]=/])[^\\]\\n]*|[a-z][\\w-]*(?:\\s+[\\w-]+=(?:"[^"\\n]*"|'[^'\\n]*'))+\\s*/?)\\]\\]?`,
  'gi',
);

/** Puts spaces in the place of shortcodes, so that lines and places stay. What stands between two of them stays. */
export function maskShortcodes(text: string): {
  readonly text: string;
  readonly found: readonly Shortcode[];
} {
  const found: Shortcode[] = [];
  const masked = text.replace(shortcode, (match: string, ...rest: unknown[]) => {
    const at = rest.findLast((it) => typeof it === 'number') as number;
    found.push({ text: match, linesDown: text.slice(0, at).split('\n').length - 1 });
    return ' '.repeat(match.length);
  });
  return { text: masked, found };
}
