/** Names of the Adobe standard Latin character set (ISO 32000-1, Annex D) with their Unicode characters. */

/** In the order of the standard strings 1 to 228 of the compact font format. */
export const latinNames: readonly string[] = (
  'space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus comma ' +
  'hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater ' +
  'question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum ' +
  'underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde ' +
  'exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft ' +
  'guilsinglleft guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase ' +
  'quotedblbase quotedblright guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron ' +
  'breve dotaccent dieresis ring cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ' +
  'ordmasculine ae dotlessi lslash oslash oe germandbls onesuperior logicalnot mu trademark Eth onehalf plusminus ' +
  'Thorn onequarter divide brokenbar degree thorn threequarters twosuperior registered minus eth multiply ' +
  'threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis ' +
  'Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Uacute ' +
  'Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis agrave aring atilde ccedilla ' +
  'eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave ntilde oacute ocircumflex odieresis ' +
  'ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron'
).split(' ');

const latinCharacters = [
  ...' !"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~',
  ..."¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©",
  ...'ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž',
];

const byName: ReadonlyMap<string, string> = new Map([
  ...latinNames.map((name, index) => [name, latinCharacters[index] ?? ''] as const),
  ['Euro', '€'],
  ['nbspace', '\u00a0'],
  ['sfthyphen', '\u00ad'],
]);

const byCharacter: ReadonlyMap<string, string> = new Map(
  [...byName].map(([name, character]) => [character, name]),
);

/** The character of a glyph name: of the Latin set, or by its number, as `uni00E9` and `u1F600`. */
export function characterOf(name: string): string | undefined {
  const [, digits] = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(name)?.filter(Boolean) ?? [];
  if (digits === undefined) return byName.get(name);
  const code = Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The name of a character in the Latin set. */
export function nameOf(character: string): string | undefined {
  return byCharacter.get(character);
}

/** `StandardEncoding` (Annex D.2): names by code. */
export const standardEncoding: ReadonlyMap<number, string> = new Map(
  [
    [0x20, 0x7e],
    [0xa1, 0xaf],
    [0xb1, 0xb4],
    [0xb6, 0xbd],
    [0xbf, 0xbf],
    [0xc1, 0xc8],
    [0xca, 0xcb],
    [0xcd, 0xd0],
    [0xe1, 0xe1],
    [0xe3, 0xe3],
    [0xe8, 0xeb],
    [0xf1, 0xf1],
    [0xf5, 0xf5],
    [0xf8, 0xfb],
  ]
    .flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .map((code, index) => [code, latinNames[index] ?? '']),
);

/** Windows-1252 from 0x80 to 0x9F. Node.js decodes it as Latin-1. */
const windowsCharacters = [...'€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ'];

const characterByCode: Readonly<Record<string, (code: number) => string>> = {
  WinAnsiEncoding: (code) => windowsCharacters[code - 0x80] ?? String.fromCharCode(code),
  MacRomanEncoding: (code) => new TextDecoder('macintosh').decode(Uint8Array.of(code)),
};

/** Names by code of `WinAnsiEncoding`, `MacRomanEncoding` or `StandardEncoding` (Annex D.2). */
export function namedEncoding(name: string | undefined): ReadonlyMap<number, string> | undefined {
  if (name === 'StandardEncoding') return standardEncoding;
  const decode = name === undefined ? undefined : characterByCode[name];
  if (!decode) return undefined;
  const names = Array.from({ length: 256 }, (_, code) => [code, nameOf(decode(code))] as const);
  return new Map(names.flatMap(([code, found]) => (found === undefined ? [] : [[code, found]])));
}
