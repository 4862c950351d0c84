/** Classes of elements. */
import type { Element } from 'hast';

/** Adds a class to those that an element has. */
export function addClass(element: Element, name: string): void {
  const { className } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), name];
}
