/** The pictures of a PDF: what its structure tree calls a figure, and what is drawn beside the tree. */
import type { Message, Picture } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type FoundPicture, tellAdded } from '../checks/pictures.ts';
import { type Findings, gather, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import { openFurniture } from '../furniture.ts';
import type { SourcePicture } from '../source/pictures.ts';
import type { SourceEdition, SourceSegment } from '../source.ts';
import { encloseContent } from './boxes.ts';
import { contentId } from './content.ts';
import type { MarkedImage } from './images.ts';
import { tellPlace } from './place.ts';
import type { PageLayout, PdfReading } from './read.ts';
import { type CompareImage, openImageComparison } from './same-image.ts';
import type { UaDocument } from './ua/document.ts';
import type { Element } from './ua/element.ts';

type Pictures = SourceEdition['pictures'];

/** Pictures that are tagged, in reading order, and images that are not. */
export interface PdfPictures {
  readonly tagged: readonly FoundPicture[];
  /** Figures that draw nothing are read out all the same: their words. */
  readonly empty: readonly Element[];
  readonly untagged: readonly PageImage[];
  readonly compareImage: CompareImage;
}

interface PageImage {
  readonly image: MarkedImage;
  readonly leaf: PageLayout;
}

/** Reads the pictures of a document. */
export function readPictures(
  reading: PdfReading,
  { structure, look }: UaDocument,
  edition: SourceEdition,
): PdfPictures {
  const furniture = openFurniture(edition);
  const compareImage = openImageComparison(look.resolve);
  const images = listImages(reading);
  const figures = structure.elements.filter(({ role }) => role === 'Figure');
  const tagged: FoundPicture[] = [];
  const empty: Element[] = [];
  for (const element of figures) {
    const place = reading.places.get(element.dict);
    const leaf = reading.layout[(place?.page ?? 0) - 1];
    const ids = listContent(element);
    const own = ids.flatMap((id) => images.get(id) ?? []);
    for (const id of ids) images.delete(id);
    if (!place || !leaf) empty.push(element);
    else {
      const texts = ['Alt', 'ActualText'].flatMap((key) => look.text(element.dict, key) ?? []);
      const alt = [...new Set(texts)].join(' ');
      tagged.push({
        at: place.start,
        alt,
        place: tellPlace(leaf, own[0]?.image ?? encloseContent(leaf, new Set(ids))),
        compare: (source) => compareImages(own, source, edition.pictures, compareImage),
        isLabel: own.length === 0 && furniture.explains(fold(alt)),
      });
    }
  }
  tagged.sort((a, b) => a.at - b.at);
  return { tagged, empty, untagged: [...images.values()].flat(), compareImage };
}

function listImages({ layout }: PdfReading): Map<string, PageImage[]> {
  const byContent = new Map<string, PageImage[]>();
  for (const leaf of layout)
    for (const image of leaf.images) {
      const others = byContent.get(image.id) ?? [];
      byContent.set(image.id, others);
      others.push({ image, leaf });
    }
  return byContent;
}

function listContent({ contents, children }: Element): string[] {
  return [...contents.map(({ holder, mcid }) => contentId(holder, mcid)), ...children.flatMap(listContent)];
}

/** What is wrong, as a clause behind “it”. A drawing has lines, of which it is not known what they show. */
function compareImages(
  images: readonly PageImage[],
  { path }: SourcePicture,
  pictures: Pictures,
  compareImage: CompareImage,
): string | undefined {
  const picture = path === undefined ? undefined : pictures.get(path);
  if (!picture || picture.mediaType === 'image/svg+xml')
    return images.length > 0 && !holdsPixels(picture) ? 'has pixels' : undefined;
  if (images.length === 0) return 'has no pixels';
  for (const { image } of images) {
    const problem = compareImage(image, picture);
    if (problem) return problem;
  }
  return undefined;
}

/** A drawing may hold a picture of pixels. */
function holdsPixels(picture: Picture | undefined): boolean {
  return picture !== undefined && /data:image\//i.test(Buffer.from(picture.bytes).toString('latin1'));
}

/** Pictures outside of the segments, and images outside of the tree: decorative ones of the source, and no others. */
export function checkStrays(
  { tagged, empty, untagged, compareImage }: PdfPictures,
  segments: readonly SourceSegment[],
  isInSegment: (at: number) => boolean,
  edition: SourceEdition,
  file: string,
): Findings {
  const lost: Message[] = [];
  const left = [...untagged];
  for (const segment of segments)
    for (const source of segment.pictures) {
      const picture = edition.pictures.get(source.path ?? '');
      if (source.alt.trim() !== '' || !picture) continue;
      const at = left.findIndex(({ image }) => compareImage(image, picture) === undefined);
      if (at >= 0) left.splice(at, 1);
      else if (picture.mediaType !== 'image/svg+xml') lost.push(tellLost(source, segment, file));
    }
  const pixels = [...edition.pictures.values()].some(
    (it) => it.mediaType === 'image/svg+xml' && holdsPixels(it),
  );
  const strange = pixels ? [] : left.map(({ image, leaf }) => ({ alt: '', place: tellPlace(leaf, image) }));
  const outside = tagged.filter(({ at, isLabel }) => !isLabel && !isInSegment(at));
  const silent = empty.map(({ where }) => ({ alt: '', place: where }));
  const added = [...outside, ...strange, ...silent].map((it) => tellAdded(it, 'the document', file));
  const messages = [...lost, ...added];
  return messages.length === 0 ? gather([]) : judge('pictures', '', messages);
}

function tellLost({ path = '', at }: SourcePicture, segment: SourceSegment, file: string): Message {
  const values = {
    picture: path,
    chapter: segment.title,
    source: at ? `${segment.file}:${at.line}` : segment.file,
    problem: 'is not there',
    where: 'the whole file',
  };
  return createMessage('proof-picture', values, { file });
}
