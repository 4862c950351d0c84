/** The author of the post among those who comment on it. */

import type { About, Comment } from '../types.ts';
import { squeeze } from '../words.ts';

const credentials = /,?\s+((?:MD|DO|PhD|PharmD|RN|NP|DNP|PA-C|DC|PsyD|MBBS|MSc?|MPH|FRCP|LCSW)\.?)$/u;

/**
 * Who answers others under the post, with credentials, and begins no thread: most likely its author. Nobody else
 * is taken for the author, so that no reader's name gets on a title page.
 */
export function namesAuthor(comments: readonly Comment[]): Pick<About, 'author'> {
  const answering = new Set(comments.filter(({ depth }) => depth > 0).map(({ author }) => author));
  for (const { author, depth } of comments) if (depth === 0) answering.delete(author);
  const [author, another] = [...answering].filter((name) => credentials.test(name));
  return author === undefined || another !== undefined ? {} : { author };
}

/** Marks the author's own answers. */
export function markAuthors(comments: readonly Comment[], author: string | undefined): Comment[] {
  const name = author === undefined ? undefined : foldName(author);
  return comments.map((comment) => ({
    ...comment,
    isAuthors: comment.isAuthors || foldName(comment.author) === name,
  }));
}

/** A name parted from its credentials. */
export function splitCredentials(name: string): { name: string; credentials?: string } {
  const match = credentials.exec(name);
  return match?.[1] === undefined ? { name } : { name: name.slice(0, match.index), credentials: match[1] };
}

function foldName(name: string): string {
  return squeeze(splitCredentials(name).name).toLowerCase();
}
