/** What the steps of the pipeline hand on. */
import type {
  Body,
  Edition,
  Kind,
  Message,
  PagePicture,
  Paper,
  Progress,
  ReadingLevel,
  SettledLayout,
  SourceText,
  Templates,
  Verified,
} from '../model.ts';
import type { Painter } from '../pictures/index.ts';
import type { PrintBrowser, Printed } from '../print/index.ts';
import type { Today } from '../source/index.ts';
import type { BookPages, Verifier } from '../verify/index.ts';

/** What is asked of a build. */
export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  readonly kinds: ReadonlySet<Kind>;
  /** Overrides `paper` of `edition.yaml`. */
  readonly paper?: Paper;
  /** What `reviewBy` is held against. */
  readonly today: Today;
  /** Folder for the composed HTML. */
  readonly keepHtml?: string;
  /** Whether `report.html` is written. */
  readonly report: boolean;
  readonly version: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What came of a command: the editions written are in `verified`; none when a message is an error. */
export interface Outcome {
  readonly messages: readonly Message[];
  readonly verified: readonly Verified[];
}

/** An edition and what was composed of it. */
export interface Composed {
  readonly edition: Edition;
  readonly bodies: readonly Body[];
  readonly templates: Templates;
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly levels: readonly ReadingLevel[];
}

/** What editions are made with. */
export interface Means {
  /** Absent when only the e-book is wanted and there is none. */
  readonly browser: PrintBrowser | undefined;
  readonly verifier: Verifier;
  /** Absent when no report is wanted, or no PDF. */
  readonly painter: Painter | undefined;
  readonly composed: Composed;
  /** Layouts of the last build, by path. */
  readonly last: ReadonlyMap<string, SettledLayout>;
}

/** A file that was proved or refused. */
export interface Made {
  readonly messages: readonly Message[];
  readonly verified: Verified | undefined;
  /** Of the book only: its pages as they were read back. */
  readonly book: BookPages | undefined;
}

/** A print that was asked for, and what is then made of it. */
export interface Underway {
  readonly printed: Promise<Printed>;
  readonly made: Promise<Made>;
}

/** All files that were proved or refused. */
export interface MadeAll extends Outcome {
  /** By path of the file; PDFs only, and none when no report is wanted. */
  readonly pictures: ReadonlyMap<string, Promise<readonly PagePicture[]>>;
}
