/** fontkit, loaded as CommonJS and only when an edition names a font. */
import { createRequire } from 'node:module';

export const loadFontkit = () => createRequire(import.meta.url)('fontkit') as typeof import('fontkit');
