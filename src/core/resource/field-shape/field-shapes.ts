/**
 * The type of a field as the public API's description writes it: `string`, `number`, `boolean`, `object`, the name of a
 * model, `Array<…>` or `{ [key: string]: …; }`. With `enum`: the texts it knows.
 */
export type DescribedField = string | { readonly type: string; readonly enum: readonly string[] };

/** What is known of the values of fields: for people who write them, never for deciding what a field may hold. */
export interface FieldShapes {
  /** Top-level fields of documents by resource type; a type or field that is missing may hold anything. */
  readonly types: Readonly<Record<string, Readonly<Record<string, DescribedField>>>>;
  /** Properties of models by name. */
  readonly models: Readonly<Record<string, Readonly<Record<string, DescribedField>>>>;
}

/** The shape of a value. `of`: of the items or values inside. */
export type FieldShape =
  | { readonly kind: 'any' | 'number' | 'boolean' }
  | { readonly kind: 'text'; readonly known?: readonly string[] | undefined }
  | { readonly kind: 'list' | 'map'; readonly of: FieldShape }
  | { readonly kind: 'object'; readonly model: string };

/** The shape that a described field means. */
export function fieldShape(field: DescribedField): FieldShape {
  if (typeof field !== 'string') return { ...fieldShape(field.type), known: field.enum } as FieldShape;
  const list = /^Array<(?<of>.+)>$/u.exec(field)?.groups?.['of'];
  if (list !== undefined) return { kind: 'list', of: fieldShape(list) };
  const map = /^\{ \[key: string\]: (?<of>.+); \}$/u.exec(field)?.groups?.['of'];
  if (map !== undefined) return { kind: 'map', of: fieldShape(map) };
  if (field === 'string') return { kind: 'text' };
  if (field === 'number' || field === 'boolean') return { kind: field };
  return /^[A-Z]\w*$/u.test(field) ? { kind: 'object', model: field } : { kind: 'any' };
}
