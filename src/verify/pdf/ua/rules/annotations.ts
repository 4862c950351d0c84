/** Annotations have their place in the structure, and words (ISO 14289-1, 7.18). */
import type { PdfDict } from '@libpdf/core';
import { asName, deepest } from '../../objects.ts';
import type { Annotation } from '../annotation.ts';
import { createAttributeReader } from '../attributes.ts';
import type { UaDocument } from '../document.ts';
import type { Look } from '../look.ts';
import { type Fault, type Rule, rule } from '../rule.ts';

/** Those that a reader meets. */
function visible({ annotations }: UaDocument): readonly Annotation[] {
  return annotations.filter(({ isHidden }) => !isHidden);
}

/** Annotations of a subtype stand in an element of a role, which refers to them. */
function* findHomeless(annotations: readonly Annotation[], home: string): Iterable<Fault> {
  for (const { element, object, where } of annotations) {
    if (element?.role !== home)
      yield { problem: `it stands in ${element?.role ?? 'no element'}, expected ${home}`, where };
    else if (object !== undefined && !element.objects.includes(object))
      yield { problem: `its element ${element.type} does not refer to it`, where };
  }
}

/** A pop-up belongs to the annotation that opens it. */
const special = new Set(['Link', 'Widget', 'PrinterMark', 'Popup']);

function others(document: UaDocument): readonly Annotation[] {
  return visible(document).filter(({ subtype }) => !special.has(subtype));
}

function ofSubtype(document: UaDocument, wanted: string): readonly Annotation[] {
  return visible(document).filter(({ subtype }) => subtype === wanted);
}

/** In `Annot` (7.18.1; Matterhorn 28-002). */
function findHomelessOthers(document: UaDocument): Iterable<Fault> {
  return findHomeless(others(document), 'Annot');
}

/** In `Form` (7.18.4; Matterhorn 28-010). */
function findHomelessWidgets(document: UaDocument): Iterable<Fault> {
  return findHomeless(ofSubtype(document, 'Widget'), 'Form');
}

/** In `Link` (7.18.5; Matterhorn 28-011). */
function findHomelessLinks(document: UaDocument): Iterable<Fault> {
  return findHomeless(ofSubtype(document, 'Link'), 'Link');
}

/** `Contents`, or `Alt` of the element (7.18.1; Matterhorn 28-004). */
function* findSilentOthers(document: UaDocument): Iterable<Fault> {
  const { look } = document;
  for (const { dict, element, where } of others(document))
    if (!look.text(dict, 'Contents') && !look.text(element?.dict, 'Alt'))
      yield { problem: 'it has no Contents that describe it', where };
}

/** `Contents` (7.18.5; Matterhorn 28-012). */
function* findSilentLinks(document: UaDocument): Iterable<Fault> {
  for (const { dict, where } of ofSubtype(document, 'Link'))
    if (!document.look.text(dict, 'Contents'))
      yield { problem: 'it has no Contents that describe it', where };
}

/** A field has a name for people (7.18.1; Matterhorn 28-005). */
function* findNamelessFields(document: UaDocument): Iterable<Fault> {
  const { look } = document;
  for (const { subtype, dict, element, where } of visible(document)) {
    if (subtype !== 'Widget' || look.text(element?.dict, 'Alt')) continue;
    if (!fieldName(dict, look)) yield { problem: 'its field has no TU that describes it', where };
  }
}

/** `TU` of the field: the widget itself if it has a name, else the nearest above that has one (12.7.3.1). */
function fieldName(widget: PdfDict, look: Look): string | undefined {
  let node: PdfDict | undefined = widget;
  for (let steps = 0; node && !node.has('T') && steps < deepest; steps += 1) node = look.dict(node, 'Parent');
  return look.text(node ?? widget, 'TU');
}

/** A form element holds one widget, unless it has a role (7.18.4; ISO 32000-1, Table 340). */
function* findCrowdedForms({ structure, look }: UaDocument): Iterable<Fault> {
  const read = createAttributeReader(structure.root, look);
  for (const element of structure.elements) {
    if (element.role !== 'Form' || asName(read(element, 'PrintField', 'Role')) !== undefined) continue;
    const { children, contents, objects, where } = element;
    if (children.length + contents.length > 0 || objects.length !== 1)
      yield { problem: 'it has no role, and not one widget alone', where };
  }
}

/** The reading order is the order of the tab key (7.18.3; Matterhorn 28-008 and 28-009). */
function* findTabOrder({ file, look }: UaDocument): Iterable<Fault> {
  for (const { dict, number } of file.pages) {
    if (look.list(dict, 'Annots').length === 0 || look.name(dict, 'Tabs') === 'S') continue;
    yield { problem: 'it has annotations, and no Tabs with the value S', where: `page ${number}` };
  }
}

/** No trap networks (7.18.2; Matterhorn 28-007). */
function* findTrapNetworks(document: UaDocument): Iterable<Fault> {
  for (const { where } of ofSubtype(document, 'TrapNet'))
    yield { problem: 'trap networks are not allowed', where };
}

/** Marks for the press are no content (7.18.8; Matterhorn 28-017). */
function* findTaggedMarks(document: UaDocument): Iterable<Fault> {
  for (const { element, where } of ofSubtype(document, 'PrinterMark'))
    if (element) yield { problem: 'it is in the structure tree', where };
}

const inOrder = 'Tag the annotation in the finishing pass: a link in Link, with a reference to it.';
const words = 'Describe the annotation in Contents, a field in TU.';

const noMarks = 'Print without marks for the press.';

export const annotationRules: readonly Rule[] = [
  rule('7.18.1', findHomelessOthers, inOrder),
  rule('7.18.1', findSilentOthers, words),
  rule('7.18.1', findNamelessFields, words),
  rule('7.18.2', findTrapNetworks, noMarks),
  rule('7.18.3', findTabOrder, 'Set Tabs to S on every page that has annotations.'),
  rule('7.18.4', findHomelessWidgets, inOrder),
  rule('7.18.4', findCrowdedForms, inOrder),
  rule('7.18.5', findHomelessLinks, inOrder),
  rule('7.18.5', findSilentLinks, words),
  rule('7.18.8', findTaggedMarks, noMarks),
];
