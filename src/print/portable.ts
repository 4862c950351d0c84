/** A WebP picture in a form that every e-reader shows: the browser decodes it and writes it anew. */
import type { Picture } from '../model.ts';
import type { Tab } from './tab.ts';

/**
 * Turns a photograph without transparent parts into JPEG, anything else into PNG; of a moving picture the first
 * image stays. EPUB 3.2 and older know no WebP.
 * @param tab shows the picture
 */
export async function convertPicture(tab: Tab, picture: Picture): Promise<Picture> {
  const { mediaType, bytes } = await tab.encodePicture(isLossy(picture.bytes));
  const ending = mediaType === 'image/jpeg' ? 'jpg' : 'png';
  return { ...picture, path: `${picture.path}.${ending}`, mediaType, bytes };
}

/** Whether a chunk `VP8 ` is among the file's (RFC 9649, section 2.5); `VP8L` is without loss. */
function isLossy(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length; ) {
    if (view.getUint32(at) === 0x56503820) return true;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return false;
}
