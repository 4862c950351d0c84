/** What was seen on the pages, counted: one message for many places. */

/** Something that was seen on a page, with how often. */
export interface Sighting {
  readonly what: string;
  readonly where: string;
  count: number;
}

/** Sightings by what and where. */
export type Sightings = Map<string, Sighting>;

/** Counts a sighting. */
export function note(sightings: Sightings, what: string, where: string): void {
  const key = `${what} ${where}`;
  const known = sightings.get(key);
  if (known) known.count += 1;
  else sightings.set(key, { what, where, count: 1 });
}
