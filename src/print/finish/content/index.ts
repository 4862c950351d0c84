/** Marks what every page paints, and tells the structure tree (ISO 14289-1, 7.1). */
import type { PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { PDFName, PDFNumber } from '../../pdf-lib.ts';
import { nameBullet } from '../structure/bullets.ts';
import type { Owners, ParentTree } from '../structure/parent-tree.ts';
import type { Holder, StructureTree } from '../structure/tree.ts';
import { applyEdits } from './edit.ts';
import { type Plan, planMarks, type Roles } from './plan.ts';
import { type Form, Resources } from './resources.ts';
import { decodeStream, findStream, joinStreams, listStreams, replaceStream } from './streams.ts';
import { type Survey, surveyContent } from './survey.ts';

const StructParents = PDFName.of('StructParents');
const Contents = PDFName.of('Contents');

/** Elements whose content is drawn: lines and pictures in them are no decoration. */
const drawnRoles = new Set(['Figure', 'Formula', 'Form', 'Lbl']);

export function markContent(pdf: PDFDocument, tree: StructureTree, parents: ParentTree): void {
  const marker = new Marker(pdf, tree, parents);
  for (const page of pdf.getPages()) marker.markPage(page);
}

/** A content stream, and whose it is. */
interface Content {
  readonly stream: PDFRef;
  readonly bytes: Uint8Array;
  readonly survey: Survey;
  readonly holder: Holder;
  /** Absent when nothing of it is tagged. */
  readonly owners: Owners | undefined;
}

class Marker {
  readonly #pdf: PDFDocument;
  readonly #tree: StructureTree;
  readonly #parents: ParentTree;
  readonly #markedForms = new Set<PDFRef>();

  constructor(pdf: PDFDocument, tree: StructureTree, parents: ParentTree) {
    this.#pdf = pdf;
    this.#tree = tree;
    this.#parents = parents;
  }

  markPage(page: PDFPage): void {
    const { node, ref } = page;
    const streams = listStreams(this.#pdf, node.get(Contents));
    const [stream] = streams;
    if (!stream) return;
    const bytes = joinStreams(this.#pdf, streams);
    const resources = new Resources(node.Resources());
    const survey = surveyContent(bytes, (name) => resources.kindOf(name));
    const owners = this.#parents.find(node.lookupMaybe(StructParents, PDFNumber)?.asNumber());
    for (const form of resources.taggedForms) this.#markForm(form, ref, owners);
    const { y, height } = page.getMediaBox();
    this.#mark({ stream, bytes, survey, holder: { page: ref }, owners }, y + height / 2);
    node.set(Contents, stream);
  }

  /** Chromium paints what is half transparent in a form, and counts its marked content as the page's. */
  #markForm({ ref, dict, resources: own }: Form, page: PDFRef, owners: Owners | undefined): void {
    if (this.#markedForms.has(ref)) return;
    this.#markedForms.add(ref);
    const bytes = decodeStream(findStream(this.#pdf, ref));
    const resources = new Resources(own);
    const survey = surveyContent(bytes, (name) => resources.kindOf(name));
    for (const form of resources.taggedForms) this.#markForm(form, page, owners);
    const key = dict.lookupMaybe(StructParents, PDFNumber)?.asNumber();
    const holder = { page, form: ref };
    const ownOwners = this.#parents.find(key) ?? (owners && this.#moveContent(survey, holder, dict, owners));
    this.#mark({ stream: ref, bytes, survey, holder, owners: ownOwners });
  }

  /** Makes marked content a form's own (ISO 32000-1, 14.7.4.2). */
  #moveContent(
    survey: Survey,
    holder: Required<Holder>,
    form: Form['dict'],
    owners: Owners,
  ): Owners | undefined {
    const created = this.#parents.create();
    if (!created) return undefined;
    form.set(StructParents, PDFNumber.of(created.key));
    for (const { mcid } of survey.marks) {
      const element = mcid === undefined ? undefined : owners.find(mcid);
      if (mcid === undefined || !element) continue;
      const reference = { Type: 'MCR', Pg: holder.page, Stm: holder.form, MCID: mcid };
      const page = { page: holder.page };
      this.#tree.replaceContent(element, mcid, page, () => [this.#pdf.context.obj(reference)]);
      created.owners.adopt(mcid, owners);
    }
    return created.owners;
  }

  /** @param middle half the height of the page, in pt */
  #mark(content: Content, middle?: number): void {
    const plan = planMarks(content.survey, this.#rolesOf(content), middle);
    if (plan.edits.length > 0)
      replaceStream(this.#pdf, content.stream, applyEdits(content.bytes, plan.edits));
    if (content.owners) this.#tell(plan, content.owners, content.holder);
  }

  #rolesOf({ owners }: Content): Roles {
    return {
      holdsGraphics: (mcid) => {
        for (let element = owners?.find(mcid); element; element = this.#tree.parent(element)) {
          if (drawnRoles.has(this.#tree.role(element))) return true;
        }
        return owners?.find(mcid) === undefined;
      },
      addNumber: (mcid) => owners?.add(mcid) ?? mcid,
    };
  }

  #tell({ dropped, added, drawn }: Plan, owners: Owners, holder: Holder): void {
    for (const [mcid, numbers] of added) {
      const element = owners.find(mcid);
      if (!element) continue;
      const copies = (kid: Parameters<StructureTree['copyContent']>[0]) => [
        kid,
        ...numbers.map((number) => this.#tree.copyContent(kid, number)),
      ];
      this.#tree.replaceContent(element, mcid, holder, copies);
    }
    for (const mcid of drawn) {
      const element = owners.find(mcid);
      if (element) nameBullet(this.#tree, element);
    }
    for (const mcid of dropped) {
      const element = owners.find(mcid);
      if (!element) continue;
      this.#tree.replaceContent(element, mcid, holder, () => []);
      owners.remove(mcid);
      this.#tree.prune(element);
    }
  }
}
