import type { EnvironmentRules, Json } from '../../core/index.ts';
import { noChecks } from '../../core/policy/index.ts';
import { formatAddress, parseAddress, type Address, type Catalogue } from '../../core/resource/index.ts';
import type { Clock, EmitEvent, IdSource, Platform } from '../../engine/index.ts';
import { exportOrganisation } from '../../engine/export/index.ts';
import { cliError } from '../errors.ts';
import { draftReplay, type Draft } from './draft.ts';
import { comparableAddress } from './known-addresses.ts';
import type { Remark, ReplayResult, ReplaySource } from './replay-source.ts';
import { tryRound, type RoundTrouble } from './round.ts';
import { settleSharedNames } from './shared-names.ts';

/** What a replay works with. */
export interface ReplayTools {
  /** The organisation to fill, which may be written to in every division. */
  readonly platform: Platform;
  readonly organisationId: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  readonly catalogue: Catalogue;
  readonly contentFormats: Readonly<Record<string, (text: string) => Json>>;
}

/** What a replay can tell of itself; who counts requests and time adds them. */
export type ReplayOutcome = Omit<ReplayResult, 'requests' | 'seconds'>;

/**
 * Recreates the documents in the organisation by requests to its API alone. What turns out to be impossible is left out
 * and named, and the rest goes on: each round plans and deploys what the rounds before it left. Errors: SB6022 when a
 * round neither ends well nor says what stands in its way.
 */
export async function replay(tools: ReplayTools, source: ReplaySource): Promise<ReplayOutcome> {
  const { catalogue, contentFormats } = tools;
  const settled = settleSharedNames(source.documents, catalogue);
  const present = await presentIn(tools);
  const refused = new Map<string, string>();
  const standing = new Map<string, Remark>();
  const mappings = source.rules?.mappings ?? [];
  for (let round = 1; ; round += 1) {
    const draft = draftReplay({
      catalogue,
      contentFormats,
      mappings,
      present,
      refused,
      documents: settled.documents,
      contents: source.contents,
      standing: new Set(standing.keys()),
    });
    const end = await tryRound(tools, { draft, rules: rulesOf(tools, source), contents: source.contents, round });
    if (end.kind === 'done')
      return outcomeOf(source, draft, {
        notMade: settled.notMade,
        differs: [...settled.renamed, ...standing.values(), ...end.differs],
        standing: new Set(standing.keys()),
        catalogue,
      });
    noteTrouble(end.troubles, { catalogue, refused, standing });
  }
}

/** What the organisation has of its own, such as its home division and its default roles. */
async function presentIn({ platform, clock, catalogue, organisationId }: ReplayTools): Promise<readonly Address[]> {
  const exported = await exportOrganisation(
    { reader: platform, clock },
    { catalogue, organisationId, modes: managed(catalogue), pins: [] },
  );
  return exported.documents.map(({ type, key }) => ({ type, key }));
}

function noteTrouble(
  troubles: readonly RoundTrouble[],
  into: {
    readonly catalogue: Catalogue;
    readonly refused: Map<string, string>;
    readonly standing: Map<string, Remark>;
  },
): void {
  const before = into.refused.size;
  for (const { address, reason, isThere } of troubles) {
    const id = comparableAddress(into.catalogue, address);
    into.refused.set(id, reason);
    if (isThere) into.standing.set(id, { type: address.type, address: formatAddress(address), reason });
  }
  if (into.refused.size > before) return;
  const what = troubles.map(({ address, reason }) => `${formatAddress(address)}: ${reason}`).join('; ');
  throw cliError('SB6022', `The replay does not get on: ${what === '' ? 'nothing says why' : what}`);
}

/** Everything may be written, as much as there is of it: the organisation is nobody's yet. */
function rulesOf({ catalogue, organisationId }: ReplayTools, { name, rules }: ReplaySource): EnvironmentRules {
  return {
    name,
    organisationId,
    region: 'us-east-1',
    protected: false,
    values: rules?.values ?? {},
    mappings: rules?.mappings ?? [],
    pins: [],
    labels: [],
    ownership: [],
    modes: managed(catalogue),
    limits: { maxObjects: Number.MAX_SAFE_INTEGER, maxDeletes: 0 },
    onFailure: 'hold',
    policies: noChecks('A replay is a copy for trying things out.'),
  };
}

function managed(catalogue: Catalogue): EnvironmentRules['modes'] {
  return Object.fromEntries(catalogue.types.map((type) => [type, 'manage' as const]));
}

function outcomeOf(
  source: ReplaySource,
  draft: Draft,
  known: {
    readonly notMade: readonly Remark[];
    readonly differs: readonly Remark[];
    readonly standing: ReadonlySet<string>;
    readonly catalogue: Catalogue;
  },
): ReplayOutcome {
  const isStanding = ({ address }: Remark): boolean => {
    const parsed = parseAddress(address);
    return parsed !== undefined && known.standing.has(comparableAddress(known.catalogue, parsed));
  };
  const made = [...draft.documents, ...draft.notMade.filter(isStanding)].map(({ type }) => type);
  return {
    organisation: source.name,
    folder: source.folder,
    documents: source.documents.length,
    made: [...new Set(made)].toSorted().map((type) => ({ type, count: made.filter((one) => one === type).length })),
    notMade: [...draft.notMade.filter((remark) => !isStanding(remark)), ...known.notMade],
    stubs: draft.stubRemarks,
    differs: [...draft.leftOut, ...known.differs],
  };
}
