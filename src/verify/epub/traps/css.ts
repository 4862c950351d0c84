/** Style sheets taken apart: flat rules only, which is all that an e-book may hold. */

/** One `property: value`. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
}

/** Selectors and what they set. */
export interface StyleRule {
  readonly selectors: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** A style sheet; `strange` holds what is not a flat rule, at-rules among it. */
export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  readonly strange: readonly string[];
}

const comment = /\/\*[\s\S]*?\*\//g;
const rule = /([^{}]*)\{([^{}]*)\}/g;

/** Reads a style sheet. Never throws: what it cannot read is told as strange. */
export function readStyleSheet(text: string): StyleSheet {
  const bare = text.replace(comment, ' ');
  const rules: StyleRule[] = [];
  const strange: string[] = [];
  for (const [, head = '', body = ''] of bare.matchAll(rule)) {
    const selector = head.trim().replace(/\s+/g, ' ');
    if (selector === '' || /[@;]/.test(selector)) strange.push(selector || '{');
    else rules.push({ selectors: selector.split(/\s*,\s*/), declarations: readDeclarations(body, strange) });
  }
  const rest = bare.replace(rule, '').trim();
  return { rules, strange: rest === '' ? strange : [...strange, rest.slice(0, 40)] };
}

function readDeclarations(body: string, strange: string[]): Declaration[] {
  const declarations: Declaration[] = [];
  for (const part of body.split(';').map((it) => it.trim().replace(/\s+/g, ' '))) {
    const [, property, value] = /^([a-z-]+) ?: ?(.+)$/.exec(part) ?? [];
    if (property !== undefined && value !== undefined) declarations.push({ property, value });
    else if (part !== '') strange.push(part);
  }
  return declarations;
}
