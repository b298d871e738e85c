import { mapAddress, type AddressMapping, type Json } from '../../core/index.ts';
import {
  contentDigestOf,
  formatAddress,
  isSingle,
  parseAddress,
  type Address,
  type Catalogue,
  type Contents,
} from '../../core/resource/index.ts';
import { comparableAddress, keyTargets } from './known-addresses.ts';
import type { Remark, ReplayDocument } from './replay-source.ts';
import { stubOf } from './stub.ts';
import { refsIn, withoutReferences } from './without-references.ts';

/** What a draft is a function of. */
export interface DraftInput {
  readonly catalogue: Catalogue;
  readonly documents: readonly ReplayDocument[];
  readonly contents: Contents;
  readonly contentFormats: Readonly<Record<string, (text: string) => Json>>;
  readonly mappings: readonly AddressMapping[];
  /** What the organisation has without the replay. */
  readonly present: readonly Address[];
  /** Documents that were tried and can not be recreated, with the reason, by comparable address. */
  readonly refused: ReadonlyMap<string, string>;
  /** Of those, the ones whose object is there nevertheless. */
  readonly standing: ReadonlySet<string>;
}

/** What to make, what not, and what to make differently. */
export interface Draft {
  readonly documents: readonly ReplayDocument[];
  readonly stubs: readonly ReplayDocument[];
  readonly notMade: readonly Remark[];
  readonly stubRemarks: readonly Remark[];
  readonly leftOut: readonly Remark[];
}

/**
 * Decides which documents are made: without those that can not be, and what can not be without them. A reference to
 * something that no document describes leads to an object made by name where a name is enough, else it is left out.
 */
export function draftReplay(input: DraftInput): Draft {
  const view = createView(input);
  while (refuseMore(view));
  const stubs = [...view.stubs.values()];
  const kept = input.documents.filter((document) => !view.refused.has(idOf(view, document)));
  const documents = kept.map((document) => ({ ...document, document: pruned(view, document).document }));
  return {
    documents,
    stubs: stubs.map(({ document }) => document),
    notMade: input.documents.flatMap((document) => {
      const reason = view.refused.get(idOf(view, document));
      return reason === undefined ? [] : [remark(document, reason)];
    }),
    stubRemarks: stubs.map(({ document, user }) => remark(document, `${user} refers to it`)),
    leftOut: kept.flatMap((document) =>
      pruned(view, document).leftOut.map(({ path, ref }) =>
        remark(document, `${path} is left out: ${whyGone(view, ref)}`),
      ),
    ),
  };
}

interface View {
  readonly input: DraftInput;
  readonly refused: Map<string, string>;
  /** All that is or will be there, stubs not included. */
  readonly there: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
  readonly described: ReadonlySet<string>;
  readonly stubs: Map<string, { readonly document: ReplayDocument; readonly user: string }>;
}

function createView(input: DraftInput): View {
  const ids = (addresses: readonly Address[]) =>
    new Set(addresses.map((address) => comparableAddress(input.catalogue, address)));
  const [present, described] = [ids(input.present), ids(input.documents)];
  return {
    input,
    refused: new Map(input.refused),
    present,
    described,
    there: new Set([...present, ...described]),
    stubs: new Map(),
  };
}

/** Refuses what can not be made as things stand; true when that was any. */
function refuseMore(view: View): boolean {
  const before = view.refused.size;
  view.stubs.clear();
  for (const document of view.input.documents) {
    const id = idOf(view, document);
    if (view.refused.has(id)) continue;
    const reason = reasonAgainst(view, document);
    if (reason !== undefined) view.refused.set(id, reason);
  }
  return view.refused.size > before;
}

function reasonAgainst(view: View, document: ReplayDocument): string | undefined {
  const { catalogue } = view.input;
  const descriptor = catalogue.find(document.type);
  if (descriptor === undefined) return 'the type is not known';
  const isThere = view.present.has(idOf(view, document)) || isSingle(descriptor) || descriptor.shape.kind === 'facet';
  if (!isThere && descriptor.limits.create !== undefined) return descriptor.limits.create;
  if (descriptor.limits.update !== undefined && isThere) return descriptor.limits.update;
  for (const target of keyTargets(catalogue, document))
    if (!isAvailable(view, target, document))
      return `it belongs to ${formatAddress(target)}, which ${whyMissing(view, target)}`;
  for (const target of contentTargets(view, document))
    if (!isAvailable(view, target, document))
      return `its content names ${formatAddress(target)}, which ${whyMissing(view, target)}`;
  const { leftOut } = pruned(view, document);
  const needed = leftOut.find(({ path }) => !isThere && descriptor.required.includes(path.replace(/[.[].*$/u, '')));
  return needed === undefined ? undefined : `it needs ${needed.path}: ${whyGone(view, needed.ref)}`;
}

/** True for what is there or can be made by name, for which the stub is then noted. */
function isAvailable(view: View, target: Address, user: ReplayDocument): boolean {
  const { catalogue, present, standing } = { ...view.input, present: view.present };
  const id = comparableAddress(catalogue, target);
  if (present.has(id) || standing.has(id)) return true;
  if (view.described.has(id)) return !view.refused.has(id);
  const descriptor = catalogue.find(target.type);
  if (descriptor !== undefined && isSingle(descriptor)) return true;
  if (view.stubs.has(id)) return true;
  if (view.refused.has(id)) return false;
  const stub = descriptor === undefined ? undefined : stubOf(descriptor, target, view.input.present);
  if (stub !== undefined) view.stubs.set(id, { document: stub, user: formatAddress(user) });
  return stub !== undefined;
}

function pruned(view: View, document: ReplayDocument): ReturnType<typeof withoutReferences> {
  const unavailable = new Set(
    refsIn(document.document).filter((ref) => {
      const target = targetOf(view, ref);
      return target !== undefined && !isAvailable(view, target, document);
    }),
  );
  return withoutReferences(document.document, (ref) => unavailable.has(ref));
}

/** What a reference stands for; undefined where an expression decides on it, which the planner then judges. */
function targetOf(view: View, ref: string): Address | undefined {
  const plain = ref.replaceAll('$${', '\u0000');
  if (plain.includes('${')) return undefined;
  const { mappings, catalogue } = view.input;
  return parseAddress(mapAddress(mappings, plain.replaceAll('\u0000', '${'), catalogue).address);
}

function contentTargets(view: View, { type, document }: ReplayDocument): readonly Address[] {
  const rule = view.input.catalogue.find(type)?.content;
  const digest = rule === undefined ? undefined : contentDigestOf(document[rule.field]);
  const parse = rule === undefined ? undefined : view.input.contentFormats[rule.format];
  const text = digest === undefined ? undefined : view.input.contents[digest];
  if (rule === undefined || parse === undefined || text === undefined) return [];
  try {
    return rule.references(parse(text));
  } catch {
    // The planner says what is wrong with the text.
    return [];
  }
}

function whyGone(view: View, ref: string): string {
  const target = targetOf(view, ref);
  return target === undefined ? `${ref} is no address` : `${formatAddress(target)} ${whyMissing(view, target)}`;
}

function whyMissing(view: View, target: Address): string {
  const id = comparableAddress(view.input.catalogue, target);
  return view.described.has(id) ? 'is not recreated' : 'is not in the export';
}

function idOf({ input }: View, address: Address): string {
  return comparableAddress(input.catalogue, address);
}

function remark(document: ReplayDocument, reason: string): Remark {
  return { type: document.type, address: formatAddress(document), reason };
}
