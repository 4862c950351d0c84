/** Edition → bodies → print documents and the e-book's files. Pure: nothing is read or written. */
export { composeBodies } from './bodies.ts';
export { forgetPlaces } from './compact.ts';
export { composeCover } from './cover.ts';
export { drawCover } from './cover-drawing.ts';
export { composeEbook } from './ebook.ts';
export { type Drawing, listDrawings } from './foreign/list.ts';
export { listFurniture } from './furniture.ts';
export { markOutdated } from './outdated.ts';
export { composePrintDocuments } from './print/index.ts';
export { languages, listWords } from './words.ts';
