/** Lines of right-to-left text in the order in which they are read; Chromium draws them from left to right. */

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** A base with its marks. */
const clusters = /\P{M}\p{M}*/gu;
/** What runs from left to right inside, turned round: words and numbers, joined by a space or little signs. */
const turned = /[\p{Script=Latin}\d%]+(?:[ \-./:@_+]{1,3}[\p{Script=Latin}\d]+)*\+?/gu;

/** @param drawn lines parted by line ends; those without right-to-left letters stay as they are */
export function readInOrder(drawn: string): string {
  return drawn
    .split('\n')
    .map((line) => (rightToLeft.test(line) ? turn(line).replace(turned, turn) : line))
    .join(' ');
}

function turn(text: string): string {
  return (text.match(clusters) ?? []).reverse().join('');
}
