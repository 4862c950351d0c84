/** Addresses on the web that a file may lead to: a link is touched by people who trust its words. */

import { listTargets } from './source/targets.ts';
import type { SourceEdition } from './source.ts';

const outside = /^(?:https?|mailto|tel):/i;
const mail = /^[^\s@]+@[^\s@]+$/;

/** All addresses outside that the source of an edition names, as a browser writes them. */
export function collectTargets({ segments, disclaimer, metadata }: SourceEdition): ReadonlySet<string> {
  const named = [
    ...segments.flatMap(({ targets }) => targets),
    ...listTargets(disclaimer.full),
    ...listTargets(disclaimer.chapter),
    ...listStrings(metadata).map((text) => (mail.test(text) ? `mailto:${text}` : text)),
  ];
  return new Set(named.filter(isOutside).map(writeTarget));
}

/** Whether an address leads out of the file. */
export function isOutside(address: string): boolean {
  return outside.test(address);
}

/** An address as a browser writes it (URL Standard, 4.5); as it is when it is none. */
export function writeTarget(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}

function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listStrings);
}
