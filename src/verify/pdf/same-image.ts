/** Whether an image of a PDF is a picture of the source. */
import type { PdfStream } from '@libpdf/core';
import { imageSize } from 'image-size';
import type { Picture } from '../../model.ts';
import { decodePicture, type Pixels, showSame } from '../pixels.ts';
import type { PlacedImage } from './images.ts';
import { asName, asStream, dataOf, type Resolve } from './objects.ts';

/** In pt: what is drawn smaller is not seen. */
const smallest = 2;
/** How far the shape of a picture may be off, as a part of it. */
const tolerance = 0.05;

/** Says what is wrong with an image, as a clause behind “it”; nothing when it is the picture. */
export type CompareImage = (image: PlacedImage, picture: Picture) => string | undefined;

/** Compares each image of a file with each picture once. */
export function openImageComparison(resolve: Resolve): CompareImage {
  const known = new Map<PdfStream, Map<Picture, boolean>>();
  const isSame = (stream: PdfStream, picture: Picture): boolean => {
    const answers = known.get(stream) ?? new Map<Picture, boolean>();
    known.set(stream, answers);
    const answer = answers.get(picture) ?? compareData(stream, picture, resolve);
    answers.set(picture, answer);
    return answer;
  };
  return (image, picture) =>
    comparePlace(image, picture) ??
    (image.stream && isSame(image.stream, picture) ? undefined : 'shows something else');
}

function comparePlace(image: PlacedImage, picture: Picture): string | undefined {
  const { widthPx, heightPx, width, height, orientation } = image;
  if (widthPx !== picture.widthPx || heightPx !== picture.heightPx)
    return `has ${widthPx} × ${heightPx} pixels, expected ${picture.widthPx} × ${picture.heightPx}`;
  if (orientation !== 1 && orientation !== readOrientation(picture)) return 'is turned or mirrored';
  if (Math.min(width, height) < smallest) return 'is too small to be seen';
  const shape = (width / height) * (heightPx / widthPx);
  return Math.abs(shape - 1) > tolerance ? 'is squeezed' : undefined;
}

/** A camera may say that its pictures are to be turned. */
function readOrientation({ mediaType, bytes }: Picture): number {
  return (mediaType === 'image/jpeg' && imageSize(bytes).orientation) || 1;
}

/** A JPEG goes into a PDF as it is; others are compared by their pixels. One that cannot be decoded has its size alone. */
function compareData(stream: PdfStream, picture: Picture, resolve: Resolve): boolean {
  if (['Mask', 'Decode', 'ImageMask'].some((key) => stream.has(key))) return false;
  const isJpeg = asName(resolve(stream.get('Filter'))) === 'DCTDecode';
  if (isJpeg && !stream.has('SMask') && Buffer.compare(stream.data, picture.bytes) === 0) return true;
  const expected = decodePicture(picture);
  if (!expected) return true;
  const found = isJpeg
    ? decodePicture({ mediaType: 'image/jpeg', bytes: stream.data })
    : readPixels(stream, picture, resolve);
  return found !== undefined && showSame(found, expected);
}

/** Samples of 8 bits in grey or red, green and blue, on white where they are transparent (ISO 32000-1, 8.9.5 and 11.6.5.3). */
function readPixels(stream: PdfStream, { widthPx, heightPx }: Picture, resolve: Resolve): Pixels | undefined {
  const data = dataOf(stream);
  const size = widthPx * heightPx;
  const bands = data.length / size;
  if (bands !== 1 && bands !== 3) return undefined;
  const mask = asStream(resolve(stream.get('SMask')));
  const opacity = mask && dataOf(mask);
  if (opacity && opacity.length !== size) return undefined;
  const colours = new Uint8Array(size * 3);
  for (let at = 0, to = 0; at < size; at += 1) {
    const part = (opacity?.[at] ?? 255) / 255;
    for (let band = 0; band < 3; band += 1)
      colours[to++] = Math.round(
        (data[at * bands + Math.min(band, bands - 1)] ?? 0) * part + 255 * (1 - part),
      );
  }
  return { width: widthPx, height: heightPx, colours };
}
