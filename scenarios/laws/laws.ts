/** What must hold of a type when our engine handles its objects on the simulator, in the order of trying. */
export const laws = ['read twice', 'deploy, then no change', 'update', 'roll back', 'drift', 'delete'] as const;

/** One of them. */
export type Law = (typeof laws)[number];

/** How a law came out for a type: it holds, has nothing to be about (and why), or is broken in these ways. */
export type Verdict =
  | { readonly kind: 'holds' }
  | { readonly kind: 'n/a'; readonly because: string }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

/** All verdicts about one type. */
export type Verdicts = Readonly<Record<Law, Verdict>>;
