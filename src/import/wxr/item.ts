/** What an export holds of one post. */

/** A text of the export and the line on which it begins. */
export interface Field {
  readonly text: string;
  readonly line: number;
}

export interface WxrComment {
  readonly fields: ReadonlyMap<string, Field>;
}

/** A post, page or other item. */
export interface WxrItem {
  /** By element name: `title`, `content:encoded`, `wp:post_id` … */
  readonly fields: ReadonlyMap<string, Field>;
  readonly comments: readonly WxrComment[];
}

/** Text of a field; empty when there is none. */
export function fieldOf({ fields }: WxrComment, name: string): string {
  return fields.get(name)?.text.trim() ?? '';
}
