import { catalogue } from '../../catalog/index.ts';
import type { EnvironmentRules } from '../../core/index.ts';
import { parseAddress } from '../../core/resource/index.ts';
import type { SavedSnapshot } from '../../core/snapshot/index.ts';
import type { EmitEvent } from '../../engine/index.ts';
import { exportOrganisation } from '../../engine/export/index.ts';
import { createVirtualClock } from '../../engine/memory/index.ts';
import type { ClientSeed, OrganisationSeed, SimulatorState } from '../../simulator/index.ts';
import { replayInto, type Remark, type ReplaySource } from '../replay/index.ts';
import { contentFormats } from '../wiring/content-formats.ts';
import { machineIds } from '../wiring/machine.ts';

/** A copy of an organisation in the simulator, to be started from again and again. */
export interface Clone {
  readonly state: SimulatorState;
  readonly client: ClientSeed;
  readonly organisation: string;
  /** Objects that were recreated. */
  readonly objects: number;
  /** What the copy lacks or has otherwise, and why. */
  readonly differs: readonly Remark[];
}

/** Rebuilds what a snapshot holds in a simulated organisation with the same id, by requests to its API. Errors: SB6022. */
export async function cloneSnapshot(saved: SavedSnapshot, rules: EnvironmentRules, emit: EmitEvent): Promise<Clone> {
  const { createSimulator } = await import('../../simulator/index.ts');
  const { createLenientReader } = await import('./lenient-reader.ts');
  const { header, snapshot } = saved;
  const client: ClientSeed = { id: 'rehearsal', secret: 'rehearsal' };
  const seed: OrganisationSeed = { name: rules.name, id: header.organisation.id, clients: [client] };
  const clock = createVirtualClock(Date.parse(header.takenAt));
  const simulator = createSimulator({ seed: 'rehearsal', clock, organisations: [seed] });
  const exported = await exportOrganisation(
    { reader: createLenientReader(saved, catalogue), clock },
    {
      catalogue,
      organisationId: header.organisation.id,
      pins: rules.pins,
      modes: Object.fromEntries(catalogue.types.map((type) => [type, 'manage' as const])),
      only: [...Object.keys(snapshot.types), ...Object.keys(snapshot.parts)],
      contentFormats,
    },
  );
  const source: ReplaySource = {
    name: rules.name,
    folder: `the snapshot of ${rules.name}`,
    documents: exported.documents
      .filter(({ managed }) => managed)
      .map(({ type, key, document, address }) => ({ type, key, document, source: { file: address } })),
    contents: exported.contents,
    rules: { organisationId: header.organisation.id, values: rules.values, mappings: [] },
  };
  const place = {
    simulator,
    organisation: rules.name,
    client,
    clock,
    ids: machineIds,
    emit,
    catalogue,
    contentFormats,
  };
  const result = await replayInto(place, source);
  const twins = exported.documents.filter(({ managed }) => !managed).map(({ address }) => sharing(address));
  return {
    state: simulator.snapshot(),
    client,
    organisation: rules.name,
    objects: result.made.reduce((sum, { count }) => sum + count, 0),
    differs: [...twins, ...result.notMade, ...result.stubs.map(asStub), ...result.differs],
  };
}

function sharing(address: string): Remark {
  const type = parseAddress(address)?.type ?? '';
  return { type, address, reason: 'several objects have its name, so it is left out' };
}

function asStub({ type, address, reason }: Remark): Remark {
  return { type, address, reason: `made by name only: ${reason}` };
}
