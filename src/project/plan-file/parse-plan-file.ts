import type { Plan } from '../../core/plan/index.ts';
import { planFileSchema } from './plan-schema.ts';

/** A plan that was found in a document, or why there is none. */
export type ParsedPlanFile =
  | { readonly plan: Plan }
  | {
      /** The first places that are not as they must be, one sentence each; never empty. */
      readonly problems: readonly string[];
    };

const problemsTold = 3;

/** The plan in the JSON document that `simulate --out` writes, checked in full. Keys that are not known are kept. */
export function parsePlanFile(document: unknown): ParsedPlanFile {
  const parsed = planFileSchema.safeParse(document);
  if (parsed.success) return { plan: parsed.data.plan };
  const problems = parsed.error.issues
    .slice(0, problemsTold)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`));
  return { problems };
}
