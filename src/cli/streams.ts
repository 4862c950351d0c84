/** The outside of a command: where it writes, and whether a person watches. */
import picocolors from 'picocolors';

/** A stream that text goes to. */
export interface Sink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What a command may use of its surroundings. */
export interface Surroundings {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Colours for a terminal, none elsewhere, as https://no-color.org asks. */
export function coloursFor(sink: Sink, env: Surroundings['env']) {
  return picocolors.createColors(sink.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb');
}
