/** What an export holds of one post. */

/** A text of the export and the line on which it begins. */
export interface Field {
  readonly text: string;
  readonly line: number;
}

export type Fields = ReadonlyMap<string, Field>;

/** A comment without what nobody asks for; empty texts for what the export does not tell. */
export interface WxrComment {
  readonly id: string;
  /** Id of the comment that it answers, or `0`. */
  readonly parent: string;
  readonly author: string;
  readonly email: string;
  readonly url: string;
  readonly ip: string;
  /** Why it is not kept; absent when it was shown. */
  readonly refusal?: string;
  /** Absent when it is not kept. */
  readonly content?: Field;
}

/** A post, page or other item. */
export interface WxrItem {
  /** By element name: `title`, `content:encoded`, `wp:post_id` … */
  readonly fields: Fields;
  readonly comments: readonly WxrComment[];
  /** Comments for which there was no room. */
  readonly surplus: number;
}

/** A post with more comments would need too much memory. */
export const mostComments = 20_000;

/** Text of a field; empty when there is none. */
export function fieldOf({ fields }: { readonly fields: Fields }, name: string): string {
  return fields.get(name)?.text.trim() ?? '';
}

/** Keeps of a comment only what is needed: a post may have tens of thousands. */
export function toComment(fields: Fields): WxrComment {
  const read = (name: string) => copy(fieldOf({ fields }, `wp:comment_${name}`));
  const refusal = refusalOf(read('type'), read('approved'));
  const content = fields.get('wp:comment_content');
  return {
    id: read('id'),
    parent: read('parent'),
    author: read('author'),
    email: read('author_email'),
    url: read('author_url'),
    ip: read('author_IP'),
    ...(refusal !== undefined && { refusal }),
    ...(content && refusal === undefined && { content: { ...content, text: copy(content.text) } }),
  };
}

/** A part of a long text keeps all of it in memory; a copy does not. */
function copy(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** Why a comment is not kept: nobody has seen it, or it is none. */
function refusalOf(type: string, status: string): string | undefined {
  if (type === 'pingback' || type === 'trackback') return `${type}s`;
  if (status === '1' || status === 'approve') return undefined;
  if (status === '0' || status === 'hold') return 'pending';
  return status === 'spam' ? 'spam' : 'trashed';
}
