import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/index.ts';
import { SignalboxError, valueAt, withValueAt } from '../../src/core/index.ts';
import { differingFields } from '../../src/core/three-way/index.ts';
import { planInWorld } from '../../src/core/plan/index.ts';
import { createWorld, documentOf, type ProjectedObject } from '../../src/core/plan/world/index.ts';
import { mapReferences, toDocument, type LiveObject } from '../../src/core/resource/index.ts';
import { deploy, simulate, type DeployPorts } from '../../src/engine/index.ts';
import { contentFormats, createInProcessWorld, stateAfter } from '../world/index.ts';
import { randomChange, type RandomChange } from './random-change.ts';

it('what a plan projects is what the organisation then is, field by field of what it declared', async () => {
  let compared = 0;
  const property = fc.asyncProperty(randomChange, async (change) => {
    compared += await compareProjection(change);
  });

  await fc.assert(property, { numRuns: 60 });

  expect(compared).toBeGreaterThan(150);
});

/** How many fields were compared; a change that makes no sense is skipped. */
async function compareProjection({ before, change }: RandomChange): Promise<number> {
  const world = createInProcessWorld({ state: await stateAfter(before) });
  const ports = world.process({ process: 'projection' });
  const request = world.request(change);
  const baseline = await world.store.readBaseline(world.environment.name);
  const asOf = new Date(world.clock.now()).toISOString();
  const { snapshot } = await simulate({ reader: ports.platform, clock: world.clock }, { ...request, baseline, asOf });
  const projected = createWorld({ ...request, baseline, asOf, snapshot, contentFormats });
  planInWorld(projected);
  const report = await deploy(ports, { ...request, asOf }).catch(undefinedIfRefused);
  fc.pre(report?.ending === 'succeeded');
  const made = new Map(
    (await world.store.findRun(report.runId))?.plan.steps.map((step) => [
      step.handle,
      report.steps.find(({ stepId }) => stepId === step.id)?.id ?? step.handle,
    ]),
  );
  let compared = 0;
  for (const object of [...projected.objects.values()].flatMap((objects) => [...objects.values()]))
    if (object.actions.size > 0) compared += await compareObject(ports, object, made);
  return compared;
}

async function compareObject(
  { platform }: DeployPorts,
  object: ProjectedObject,
  made: ReadonlyMap<string, string>,
): Promise<number> {
  const { descriptor, handle, exists, owned } = object;
  const live = await platform.read(descriptor.type, made.get(handle) ?? handle);
  expect(live === undefined, `${descriptor.type} ${handle} is there`).toBe(!exists);
  if (live === undefined) return 1;
  const document = mapReferences(documentOf(object), ({ $handle, $type }) => ({
    $handle: made.get($handle) ?? $handle,
    $type,
  }));
  const wanted = owned
    .filter(([field]) => field !== descriptor.content?.field)
    .map((path) => ({ path, value: valueAt(document, path) ?? null }));
  const texts = { texts: new Map<string, string>(), contentFormats };
  for (const { path, value } of wanted) {
    const now = { texts, descriptor, document: documentOfLive(descriptor.type, live) };
    expect(differingFields(now, withValueAt({}, path, value))).toEqual([]);
  }
  return wanted.length;
}

function documentOfLive(type: string, live: LiveObject) {
  const descriptor = catalogue.find(type);
  if (descriptor === undefined) throw new Error(`no type ${type}`);
  return toDocument(descriptor, live);
}

function undefinedIfRefused(error: unknown): undefined {
  if (!(error instanceof SignalboxError) || error.code !== 'SB3006') throw error;
}
