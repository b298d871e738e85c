import type { ApiRules, DeleteRules, ListRules, WriteRules } from '../../core/resource/index.ts';

/** What a plain type says of its endpoints; the rest follows from `path`. */
export interface CrudFacts {
  /** Path of the collection; an object is at `path/{id}`. */
  readonly path: string;
  /** Largest page that the platform takes. */
  readonly pageSize: number;
  readonly list?: Partial<ListRules>;
  readonly getQuery?: Readonly<Record<string, string>>;
  readonly create?: Partial<WriteRules> | 'none';
  readonly update?: Partial<WriteRules> | 'none';
  readonly delete?: 'none';
  readonly deleteQuery?: Readonly<Record<string, string>>;
  readonly deleteFirst?: DeleteRules['first'];
  readonly goneStates?: readonly string[];
}

/**
 * Rules of a collection that is listed by page number with whole objects under `entities`, created by POST, updated by
 * PUT and deleted by id; without the operations said to be `none`.
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
    ...(facts.create === 'none' ? {} : { create: { method: 'POST', path: facts.path, ...facts.create } }),
    ...(facts.update === 'none' ? {} : { update: { method: 'PUT', path: object, ...facts.update } }),
    ...(facts.delete === 'none'
      ? {}
      : {
          delete: {
            path: object,
            ...(facts.deleteQuery && { query: facts.deleteQuery }),
            ...(facts.deleteFirst && { first: facts.deleteFirst }),
          },
        }),
    ...(facts.goneStates && { goneStates: facts.goneStates }),
    capability: { kind: 'crud' },
  };
}

/** Rules of the one object of its kind in an organisation: read and updated at one place. */
export function singleApi(path: string, update: Pick<WriteRules, 'method'> & Partial<WriteRules>): ApiRules {
  return {
    list: { path, paging: 'none', pageSize: 1, items: '', whole: true, idField: 'id' },
    update: { path, ...update },
    capability: { kind: 'crud' },
  };
}
