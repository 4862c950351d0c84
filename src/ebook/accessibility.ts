import type { PackageWords } from '../model.ts';
import type { Inspection } from './inspect.ts';

/**
 * The `schema:` metadata of EPUB Accessibility 1.1, section 2.2. It claims no conformance:
 * that takes a person's evaluation.
 */
export interface Accessibility {
  readonly modes: readonly string[];
  readonly sufficientModes: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  readonly summary: string;
}

/** Derives the metadata from what the files hold; the cover, whose alternative is its text, does not count. */
export function describeAccessibility(
  files: readonly Inspection[],
  hasPages: boolean,
  words: PackageWords,
): Accessibility {
  const hasMath = files.some((file) => file.properties.includes('mathml'));
  const isVisual = files.some((file) => file.images > 0);
  const isDescribed =
    files.some((file) => file.images > 0) && files.every((file) => file.imagesWithoutText === 0);
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder'];
  const sentences = [words.reflows];
  if (isDescribed) {
    features.push('alternativeText');
    sentences.push(words.picturesDescribed);
  }
  if (hasMath) {
    features.push('MathML');
    if (files.every((file) => file.formulasWithoutText === 0)) features.push('describedMath');
    sentences.push(words.formulas);
  }
  if (hasPages) {
    features.push('pageNavigation', 'pageBreakMarkers');
    sentences.push(words.pageNumbers);
  }
  return {
    modes: isVisual ? ['textual', 'visual'] : ['textual'],
    sufficientModes: ['textual'],
    features,
    hazards: ['none'],
    summary: sentences.join(' '),
  };
}
