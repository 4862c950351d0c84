/** Identifiers that follow from a name (RFC 9562, section 5.5). */
import { createHash } from 'node:crypto';

/**
 * The `urn:uuid:…` of version 5 for a name within a name space: the same for the same two, and for no others.
 * @param space `urn:uuid:…`
 */
export function nameUuid(space: string, name: string): string {
  const bytes = Buffer.from(space.replace(/^urn:uuid:|-/g, ''), 'hex');
  const hash = createHash('sha1').update(bytes).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const digits = hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return `urn:uuid:${digits}`;
}
