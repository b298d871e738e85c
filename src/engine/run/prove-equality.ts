import { formatPath, withValueAt } from '../../core/index.ts';
import type { EqualityProof } from '../report.ts';
import { differingFields } from '../../core/three-way/index.ts';
import { observe, type Work } from '../steps/index.ts';
import { bindDocument, idOfHandle } from '../bindings/index.ts';
import type { Ending } from './finish-run.ts';
import type { RunContext } from './run-context.ts';
import { compensationWorks, forwardWorks } from './works.ts';
import { needsContent, changesOf } from '../steps/work.ts';

/**
 * For a run that went back (a rollback, or a compensation): reads every object once more and compares the fields it was
 * to get back. Empty for any other run.
 */
export async function proveEquality(context: RunContext, ending: Ending): Promise<readonly EqualityProof[]> {
  const works = worksThatGoBack(context, ending);
  const gone = new Set(works.filter(({ step }) => step.kind === 'delete').map(({ step }) => step.handle));
  const proofs = new Map<string, EqualityProof>();
  for (const work of works) {
    if (work.step.kind !== 'delete' && gone.has(work.step.handle)) continue;
    const differing = await differingNow(context, work);
    const earlier = proofs.get(work.step.address);
    const all = [...(earlier?.differing ?? []), ...differing];
    proofs.set(work.step.address, { address: work.step.address, equal: all.length === 0, differing: all });
  }
  return [...proofs.values()];
}

function worksThatGoBack(context: RunContext, ending: Ending): readonly Work[] {
  if (ending.state === 'compensated') return compensationWorks(context);
  if (context.run.kind !== 'rollback' || ending.state !== 'succeeded') return [];
  const { early, late } = forwardWorks(context);
  return [...early, ...late];
}

async function differingNow(context: RunContext, work: Work): Promise<readonly string[]> {
  const { step, descriptor } = work;
  const id = idOfHandle(context.memory.bindings, step.handle);
  const observed = id === undefined ? undefined : await observe(context, descriptor, id, needsContent(work));
  if (step.kind === 'delete') return observed === undefined ? [] : ['it is still there'];
  if (observed === undefined) return ['it is not there'];
  const input = { texts: context, descriptor, document: observed.document };
  const wanted =
    step.kind === 'create'
      ? Object.entries(step.after).map(([name, value]) => ({ path: [name], after: value }))
      : changesOf(descriptor, step);
  return wanted.flatMap(({ path, after }) => {
    const bound = bindDocument(context.memory.bindings, { value: after });
    return differingFields(input, withValueAt({}, path, bound['value'] ?? null)).map((overlap) =>
      formatPath(overlap.path),
    );
  });
}
