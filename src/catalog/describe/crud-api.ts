import type { ApiRules, ListRules, WriteRules } from '../../core/resource/index.ts';

/** What a plain type says of its endpoints; the rest follows from `path`. */
export interface CrudFacts {
  /** Path of the collection; an object is at `path/{id}`. */
  readonly path: string;
  /** Largest page that the platform takes. */
  readonly pageSize: number;
  readonly list?: Partial<ListRules>;
  readonly getQuery?: Readonly<Record<string, string>>;
  readonly create?: Partial<WriteRules>;
  readonly update?: Partial<WriteRules> | 'none';
  readonly deleteQuery?: Readonly<Record<string, string>>;
  readonly goneStates?: readonly string[];
}

/**
 * Rules of a collection that is listed by page number with whole objects under `entities`, created by POST, updated by
 * PUT and deleted by id.
 */
export function crudApi(facts: CrudFacts): ApiRules {
  const object = `${facts.path}/{id}`;
  return {
    list: {
      path: facts.path,
      paging: 'page',
      pageSize: facts.pageSize,
      items: 'entities',
      whole: true,
      idField: 'id',
      ...facts.list,
    },
    get: { path: object, ...(facts.getQuery && { query: facts.getQuery }) },
    create: { method: 'POST', path: facts.path, ...facts.create },
    ...(facts.update === 'none' ? {} : { update: { method: 'PUT', path: object, ...facts.update } }),
    delete: { path: object, ...(facts.deleteQuery && { query: facts.deleteQuery }) },
    ...(facts.goneStates && { goneStates: facts.goneStates }),
    capability: { kind: 'crud' },
  };
}
