/** Width and height of each page size. */
import type { PageSize } from '../model.ts';

/** In CSS units; letter, its half and 6 × 9 are set in inches, ISO 216 sizes in millimetres. */
export const sheets: Readonly<Record<PageSize, { readonly width: string; readonly height: string }>> = {
  letter: { width: '8.5in', height: '11in' },
  a4: { width: '210mm', height: '297mm' },
  a5: { width: '148mm', height: '210mm' },
  '6x9': { width: '6in', height: '9in' },
  'half-letter': { width: '5.5in', height: '8.5in' },
};
