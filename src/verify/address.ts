/** Addresses of links as they are printed. */
import { fold } from './fold.ts';

/** What no address has in it (RFC 3986, 2), and a percent sign that begins no letter in hexadecimal digits. */
const foreign = /%(?![\dA-Za-z]{2})|[^!#$%&-;=?-Z_a-z~]/gu;

/** An address with all foreign letters written as `%C3%A4`; folded. */
export function foldAddress(url: string): string {
  return fold(url.replace(foreign, encodeURIComponent));
}

/** Nobody types how a page is fetched. */
export function withoutScheme(address: string): string {
  return address.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
}

/** Whether an address leads to another place of the edition. */
export function isInternal(address: string): boolean {
  return !/^[a-z][a-z\d+.-]*:/i.test(address);
}
