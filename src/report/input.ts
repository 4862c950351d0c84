/** What the report is made of. */
import type {
  Edition,
  Generator,
  Message,
  PagePicture,
  ReadingLevel,
  Sheets,
  SourceText,
  Templates,
  Verified,
} from '../model.ts';

/** A file with what only the pipeline knows of it. */
export interface ReportedFile {
  readonly artifact: Verified;
  /** Booklets and chapter handouts only. */
  readonly sheets?: Sheets;
  /** One for each page; empty for an e-book. */
  readonly pictures: readonly PagePicture[];
}

/** Everything that the report tells. */
export interface ReportInput {
  readonly edition: Edition;
  /** In the order of the manifest. */
  readonly files: readonly ReportedFile[];
  /** In the order of the segments. */
  readonly levels: readonly ReadingLevel[];
  readonly messages: readonly Message[];
  /** By path as printed in messages. */
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly generator: Generator;
  readonly templates: Templates;
}
