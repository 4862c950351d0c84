/** The proof that a PDF conforms to PDF/UA-1, as far as a machine can tell. */
import { createMessage } from '../../../rules.ts';
import { type Findings, judge } from '../../findings.ts';
import { findBreaches, uaRules } from './check.ts';
import type { UaDocument } from './document.ts';

/** One message for each breach. */
export function proveUa(document: UaDocument, file: string): Findings {
  const messages = findBreaches(document).map((breach) =>
    createMessage('proof-pdf-ua', { ...breach }, { file }),
  );
  return judge('pdf-ua', `${uaRules.length} rules of ISO 14289-1`, messages);
}
