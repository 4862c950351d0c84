/** The CMaps that every reader has (ISO 32000-1, 9.7.5.2, Table 118), by the ordering of their characters. */
const byOrdering: Readonly<Record<string, string>> = {
  GB1: 'GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16',
  CNS1: 'B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16',
  Japan1:
    '83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16',
  Korea1: 'KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16',
};

const orderings: ReadonlyMap<string, string> = new Map(
  Object.entries(byOrdering).flatMap(([ordering, names]) =>
    names.split(' ').flatMap((name) => [`${name}-H`, `${name}-V`].map((full) => [full, ordering] as const)),
  ),
);

/** Ordering of a predefined CMap, `Identity` included; undefined for any other name. */
export function orderingOf(name: string): string | undefined {
  if (name === 'Identity-H' || name === 'Identity-V') return 'Identity';
  return name === 'H' || name === 'V' ? 'Japan1' : orderings.get(name);
}
