import type { Diagnostic, EnvironmentRules } from '../../core/index.ts';
import { parseAddress, type Address, type Contents } from '../../core/resource/index.ts';
import { deploy, simulate, type Platform, type RunReport } from '../../engine/index.ts';
import { createMemoryStore } from '../../engine/memory/index.ts';
import type { Draft } from './draft.ts';
import type { Remark } from './replay-source.ts';
import { replayArtifact } from './replay-artifact.ts';
import type { ReplayTools } from './replay.ts';

/** A document that could not be recreated as it is. */
export interface RoundTrouble {
  readonly address: Address;
  readonly reason: string;
  /** True when its object is there all the same. */
  readonly isThere: boolean;
}

/** How a round ended: everything is there, with what came out otherwise, or what stood in the way. */
export type RoundEnd =
  | { readonly kind: 'done'; readonly differs: readonly Remark[] }
  | { readonly kind: 'trouble'; readonly troubles: readonly RoundTrouble[] };

/** What a round does. */
export interface RoundRequest {
  readonly draft: Draft;
  readonly rules: EnvironmentRules;
  readonly contents: Contents;
  readonly round: number;
}

/** Longer than any replay: nobody else could take the organisation over. */
const leaseMs = 7 * 24 * 3_600_000;
const concurrency = 16;

/** Plans the draft, and deploys it when the plan has no error. Nothing that was written is taken back. */
export async function tryRound(tools: ReplayTools, request: RoundRequest): Promise<RoundEnd> {
  const { catalogue, contentFormats, platform, clock, emit, ids } = tools;
  const { draft, rules, contents, round } = request;
  const documents = [...draft.documents, ...draft.stubs];
  const artifact = replayArtifact(documents, contents, { catalogue, round });
  const ground = { catalogue, contentFormats, environment: rules };
  const decided = { ...ground, artifact, environmentDigest: 'replay' };
  const simulation = await simulate(
    { reader: platform, clock, emit },
    { ...decided, baseline: { environment: rules.name, entries: {} }, withoutObstacles: true },
  );
  const errors = simulation.plan.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { kind: 'trouble', troubles: troublesOfPlan(errors, request) };
  const report = await deploy(
    {
      platform,
      clock,
      emit,
      ids,
      concurrency,
      keepsGoing: true,
      store: createMemoryStore(clock),
      leasing: { holder: 'replay', ttlMs: leaseMs, requestTimeoutMs: 60_000 },
    },
    { ...decided, startedBy: 'replay', computePlan: async () => simulation },
  );
  if (report.ending === 'succeeded') return { kind: 'done', differs: differencesIn(report) };
  return { kind: 'trouble', troubles: await troublesOfRun(platform, report) };
}

/** Of a plan's errors the documents that they come from: every document has a file of its own. */
function troublesOfPlan(errors: readonly Diagnostic[], { draft }: RoundRequest): readonly RoundTrouble[] {
  const byFile = new Map([...draft.documents, ...draft.stubs].map((document) => [document.source.file, document]));
  return errors.flatMap(({ source, address, summary, detail }) => {
    const named = byFile.get(source?.file ?? '') ?? (address === undefined ? undefined : parseAddress(address));
    const reason = detail === '' ? summary : detail;
    return named === undefined ? [] : [{ address: named, reason, isThere: false }];
  });
}

/** The steps that failed; their objects may be there, with other values than wanted. */
async function troublesOfRun(platform: Platform, report: RunReport): Promise<readonly RoundTrouble[]> {
  const troubles: RoundTrouble[] = [];
  for (const { address, type, id, error } of report.steps) {
    const parsed = parseAddress(address);
    if (error === undefined || parsed === undefined) continue;
    const isThere = id !== undefined && (await platform.read(type, id)) !== undefined;
    troubles.push({ address: parsed, reason: error.message, isThere });
  }
  return troubles;
}

function differencesIn({ findings }: RunReport): readonly Remark[] {
  return findings.map(({ address, summary }) => ({ type: address.split('/')[0] ?? '', address, reason: summary }));
}
