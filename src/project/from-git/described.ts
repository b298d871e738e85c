import type { JsonObject } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { comparableIn, listRulesOf, patch } from '../artifact/expand-ensure.ts';
import type { ProjectDocument } from '../project.ts';

/** One resource as the files of one revision describe it. */
export interface Described {
  readonly type: string;
  readonly key: readonly string[];
  /** One-line address. */
  readonly address: string;
  readonly shared?: ProjectDocument | undefined;
  /** The documents of single environments, by environment. */
  readonly own: ReadonlyMap<string, ProjectDocument>;
  /** How its lists compare. */
  readonly ruleAt: ReturnType<typeof listRulesOf>;
}

/** The document that an environment has: what of it is owned, and the labels that go with it. */
export interface EffectiveDocument {
  readonly document: JsonObject;
  readonly labels: JsonObject;
  readonly files: readonly string[];
}

/** Documents by what they describe; addresses are compared as their types compare keys. */
export function describe(documents: readonly ProjectDocument[], catalogue: Catalogue): ReadonlyMap<string, Described> {
  const found = new Map<string, Described & { own: Map<string, ProjectDocument> }>();
  for (const document of documents) {
    const { type, key, address, environment } = document;
    const id = comparableIn(catalogue, document);
    const known = found.get(id) ?? {
      type,
      key,
      address,
      own: new Map<string, ProjectDocument>(),
      ruleAt: listRulesOf(catalogue, type),
    };
    if (environment === undefined) found.set(id, { ...known, type, key, address, shared: document });
    else found.set(id, { ...known, own: known.own.set(environment, document) });
  }
  return found;
}

/** The document as the environment has it, its own laid over the shared one; undefined where it has none. */
export function effectiveIn(described: Described | undefined, environment: string): EffectiveDocument | undefined {
  if (described === undefined) return undefined;
  const own = described.own.get(environment);
  const isForIt = described.shared?.environments?.includes(environment) ?? described.shared !== undefined;
  const shared = isForIt ? described.shared : undefined;
  const layers = [shared, own].filter((layer) => layer !== undefined);
  const [first, second] = layers;
  if (first === undefined) return undefined;
  return {
    document: second === undefined ? first.document : patch(first.document, second.document, described.ruleAt),
    labels: { ...first.labels, ...second?.labels },
    files: layers.map(({ source }) => source.file),
  };
}

/** Every file that describes it. */
export function filesOf({ shared, own }: Described): readonly string[] {
  return [shared, ...own.values()].flatMap((document) => document?.source.file ?? []);
}
