import type { JsonObject } from '../kernel/values.ts';
import { systemContext } from '../organisation-handle.ts';
import type { OrganisationSeed } from '../seeds.ts';
import type { Organisation } from '../state/organisation.ts';
import type { World } from '../world.ts';
import { areas } from './areas.ts';
import { createDraft } from './draft.ts';
import { createNameMaker } from './name/name-maker.ts';
import { createRandom } from './random.ts';
import { countsFor } from './world-size.ts';

/**
 * Fills an organisation with a plausible content that depends on the plan, the organisation's ids and nothing else.
 * It goes straight into the state, readable at once and without audits.
 */
export function buildWorld(
  world: World,
  organisation: Organisation,
  plan: NonNullable<OrganisationSeed['contents']> & {
    readonly seen?: ((type: string, body: JsonObject) => void) | undefined;
  },
): void {
  const random = createRandom(`${plan.seed}/${organisation.name}`);
  const shares = Object.assign({}, ...areas.map((area) => area.shares)) as (typeof areas)[number]['shares'];
  const audits = [...organisation.audits.all()];
  const lag = organisation.settings().consistencyLagMs;
  organisation.changeSettings({ consistencyLagMs: 0 });
  const draft = createDraft({
    context: systemContext(world, organisation, {}),
    random,
    names: createNameMaker(random),
    counts: countsFor(plan.objects, shares, 'user'),
    seen: plan.seen,
  });
  for (const area of areas) area.build(draft);
  organisation.changeSettings({ consistencyLagMs: lag });
  organisation.audits.load(audits);
}
