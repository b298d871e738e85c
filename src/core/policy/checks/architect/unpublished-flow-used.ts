import { valueAt } from '../../../json/path.ts';
import { contentTargets } from '../../../plan/steps/dependencies.ts';
import { addressOf } from '../../../plan/world/label.ts';
import { ensureListed, findObject } from '../../../plan/world/listing.ts';
import { documentOf } from '../../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../../plan/world/world.ts';
import { contentDigestOf, referencesIn } from '../../../resource/reference.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import type { TouchedObject } from '../../touched-objects.ts';

/** SB1140: nothing is made to use a flow that was never published, be it a call route, a queue or another flow. */
export const unpublishedFlowUsed = defineCheck({
  code: 'SB1140',
  name: 'unpublished-flow-used',
  severity: 'warning',
  protectedSeverity: 'error',
  looksAt: 'references that are written, those in flow contents included, and whether their flow is published',
  run: (context) =>
    findingsPerObject(context, (touched) => {
      const unpublished = targetsOf(context.world, touched).filter((target) => !isPublished(target));
      const names = new Set(unpublished.map((target) => addressOf(context.world, target)));
      return [...names].map((name) => `${touched.address} uses ${name}, which has no published version.`);
    }),
});

function targetsOf(world: World, { object, changes }: TouchedObject): readonly ProjectedObject[] {
  const referred = changes
    .flatMap(({ after }) => referencesIn(after))
    .flatMap(({ $type, $handle }) => {
      const descriptor = world.input.catalogue.find($type);
      if (descriptor?.content === undefined) return [];
      ensureListed(world, descriptor);
      return findObject(world, $type, $handle) ?? [];
    });
  const isRewritten = changes.some(({ path }) => path[0] === object.descriptor.content?.field);
  return [...referred, ...(isRewritten ? contentTargets(world, object) : [])];
}

/** Also true for what this plan publishes. */
function isPublished(target: ProjectedObject): boolean {
  const { content } = target.descriptor;
  if (content === undefined || target.live === undefined) return true;
  const isWrittenHere = contentDigestOf(documentOf(target)[content.field]) !== undefined;
  return isWrittenHere || (valueAt(target.live.body, content.revision.split('.')) ?? null) !== null;
}
