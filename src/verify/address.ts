/** Addresses of links as they are printed. */

/** Nobody types how a page is fetched. */
export function withoutScheme(address: string): string {
  return address.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
}

/** Whether an address leads to another place of the edition. */
export function isInternal(address: string): boolean {
  return !/^[a-z][a-z\d+.-]*:/i.test(address);
}
