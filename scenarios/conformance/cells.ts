/** What is tried with every type, in this order; each is a cell of its row in the table. */
export const cells = ['list', 'create', 'get', 'update', 'conflict', 'delete', 'gone'] as const;

/** A cell of the table. */
export type Cell = (typeof cells)[number];

/** How a cell came out: it holds, does not apply (with the fact), or is wrong in these ways. */
export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'n/a'; readonly fact: string }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

/** One type's cells. */
export type Row = Readonly<Record<Cell, Outcome>>;
