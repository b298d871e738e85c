import { catalogue } from '../../src/catalog/index.ts';
import type { Artifact, JsonObject } from '../../src/core/index.ts';
import { formatAddress, type ResourceDescriptor } from '../../src/core/resource/index.ts';
import type { RunReport } from '../../src/engine/index.ts';
import type { PortableDocument } from '../../src/engine/export/index.ts';
import { artifactOf, ensure, remove } from '../world/index.ts';
import type { LawWorld } from './law-world.ts';
import { laws, type Law, type Verdict, type Verdicts } from './laws.ts';
import type { Copied, Variation } from './variation.ts';

/** What the laws of one type share. */
type Trial = {
  readonly world: LawWorld;
  readonly descriptor: ResourceDescriptor;
  readonly known: Variation;
  readonly original: PortableDocument;
  /** The object that is changed: a copy where the type can be created, otherwise the original. */
  subject: Copied;
  updateRun: { readonly artifact: Artifact; readonly runId: string } | undefined;
};

const tries: Readonly<Record<Law, (trial: Trial) => Promise<readonly string[]>>> = {
  'read twice': readTwice,
  'deploy, then no change': deployCopy,
  update: deployUpdate,
  'roll back': takeBack,
  drift: noticeStranger,
  delete: deleteCopy,
};

/** Tries every law on the object of which this is the exported document. */
export async function proveType(world: LawWorld, original: PortableDocument, known: Variation = {}): Promise<Verdicts> {
  const descriptor = catalogue.find(original.type);
  if (descriptor === undefined) throw new Error(`there is no type ${original.type}`);
  const subject = { key: original.key, set: settable(descriptor, original.document) };
  const trial: Trial = { world, descriptor, known, original, subject, updateRun: undefined };
  const verdicts: Partial<Record<Law, Verdict>> = {};
  for (const law of laws) {
    const because = elsewhere(trial, law) ?? reasonAgainst(trial, law);
    verdicts[law] = because === undefined ? await verdictOf(trial, law) : { kind: 'n/a', because };
  }
  return verdicts as Verdicts;
}

async function verdictOf(trial: Trial, law: Law): Promise<Verdict> {
  try {
    const problems = await tries[law](trial);
    return problems.length === 0 ? { kind: 'holds' } : { kind: 'broken', problems };
  } catch (error) {
    return { kind: 'broken', problems: [error instanceof Error ? error.message : String(error)] };
  }
}

function elsewhere({ descriptor, known }: Trial, law: Law): string | undefined {
  if (law === 'read twice') return undefined;
  if (descriptor.level === 'C') return 'level C claims no more than facts';
  return known.elsewhere === undefined ? undefined : `tried in ${known.elsewhere}`;
}

function reasonAgainst(trial: Trial, law: Law): string | undefined {
  const { limits } = trial.descriptor;
  switch (law) {
    case 'read twice':
      return undefined;
    case 'deploy, then no change':
      return isWritable(trial) ? undefined : (limits.update ?? 'it can not be written');
    case 'update':
      if (limits.update !== undefined) return limits.update;
      return changeOf(trial) === undefined ? 'it has no text or flag beside its key' : undefined;
    case 'roll back':
    case 'drift':
      return trial.updateRun === undefined ? 'nothing was updated' : undefined;
    case 'delete':
      return limits.delete ?? (isCopied(trial) ? undefined : 'there is no copy to delete');
    default:
      return law satisfies never;
  }
}

function isWritable({ descriptor: { api } }: Trial): boolean {
  const writesParts = api.capability.kind === 'membership' || api.capability.kind === 'grants';
  return writesParts || api.create !== undefined || api.update !== undefined;
}

function isCopied({ descriptor: { api, limits } }: Trial): boolean {
  return api.create !== undefined && limits.create === undefined;
}

async function readTwice({ world, descriptor: { type } }: Trial): Promise<readonly string[]> {
  const [first, second] = [await world.documentsOf(type), await world.documentsOf(type)];
  return JSON.stringify(first) === JSON.stringify(second) ? [] : ['two readings differ'];
}

async function deployCopy(trial: Trial): Promise<readonly string[]> {
  const { descriptor, original, known } = trial;
  if (known.remake) {
    const problems = await deleteCopy(trial);
    if (problems.length > 0) return problems;
  } else if (isCopied(trial)) {
    const copy = known.copy ?? otherLastPart;
    const copied = copy(original.key, trial.subject.set);
    trial.subject = { ...copied, set: settable(descriptor, copied.set) };
  }
  return deployAndPlan(trial, artifactFor(trial, trial.subject.set));
}

async function deployUpdate(trial: Trial): Promise<readonly string[]> {
  const change = changeOf(trial) ?? {};
  const artifact = artifactFor(trial, { ...trial.subject.set, ...change });
  const problems = await deployAndPlan(trial, artifact, (report) => {
    trial.updateRun = { artifact, runId: report.runId };
    return report.steps.some(({ kind, state }) => kind === 'update' && state === 'applied')
      ? []
      : ['nothing was updated'];
  });
  return problems;
}

async function takeBack(trial: Trial): Promise<readonly string[]> {
  const { world, updateRun } = trial;
  if (updateRun === undefined) return ['nothing was updated'];
  const report = await world.rollBack(updateRun.artifact, updateRun.runId);
  const problems = problemsOf(report);
  if (problems.length > 0) return problems;
  return leftToDo(trial, artifactFor(trial, trial.subject.set));
}

/** A stranger makes the same update; drift has to show it with its author. */
async function noticeStranger(trial: Trial): Promise<readonly string[]> {
  const { world, descriptor, subject, updateRun } = trial;
  if (updateRun === undefined) return ['nothing was updated'];
  const edited = problemsOf(await world.editAsStranger(updateRun.artifact));
  if (edited.length > 0) return edited;
  const { findings } = await world.drift();
  const address = formatAddress({ type: descriptor.type, key: subject.key });
  const finding = findings.find((candidate) => candidate.address === address);
  if (finding === undefined) return [`the edit of ${address} is not seen`];
  const author = finding.authors[0];
  const isAttributed = finding.origin === 'foreign-edit' && author?.kind === 'client';
  const problems = isAttributed ? [] : [`attributed as ${finding.origin} by ${author?.kind ?? 'nobody'}`];
  const restored = await world.deploy(artifactFor(trial, subject.set));
  return [...problems, ...problemsOf(restored)];
}

async function deleteCopy(trial: Trial): Promise<readonly string[]> {
  const { world, descriptor, subject } = trial;
  const artifact = artifactOf({ name: 'law-delete', actions: [remove(descriptor.type, subject.key)] });
  const report = await world.deploy(artifact);
  const isDeleted = report.steps.some(({ kind, state }) => kind === 'delete' && state === 'applied');
  return isDeleted ? problemsOf(report) : [...problemsOf(report), 'nothing was deleted'];
}

async function deployAndPlan(
  trial: Trial,
  artifact: Artifact,
  judge: (report: RunReport) => readonly string[] = () => [],
): Promise<readonly string[]> {
  const report = await trial.world.deploy(artifact);
  const problems = [...problemsOf(report), ...judge(report)];
  return problems.length > 0 ? problems : leftToDo(trial, artifact);
}

async function leftToDo({ world }: Trial, artifact: Artifact): Promise<readonly string[]> {
  const plan = await world.plan(artifact);
  const errors = plan.diagnostics.filter(({ severity }) => severity === 'error');
  const steps = plan.steps.filter(({ kind }) => kind !== 'noop');
  return [
    ...errors.map(({ code, summary, detail }) => `${code} ${summary}: ${detail}`),
    ...steps.map(
      (step) =>
        `still to do: ${step.kind} ${step.address} ${JSON.stringify('changes' in step ? step.changes : '').slice(0, 300)}`,
    ),
  ];
}

function problemsOf(report: RunReport): readonly string[] {
  const failed = report.steps.flatMap(({ address, error }) =>
    error === undefined ? [] : [`${address}: ${error.code} ${error.message}`],
  );
  const findings = report.findings.map(({ kind, summary }) => `${kind}: ${summary}`);
  return [
    ...failed,
    ...findings,
    ...(report.ending === 'succeeded' ? [] : [`the run ${report.ending}: ${report.outcome}`]),
  ];
}

function artifactFor({ descriptor, subject }: Trial, set: JsonObject): Artifact {
  return artifactOf({
    name: `law-${descriptor.type.replaceAll('_', '-')}`,
    actions: [ensure(descriptor.type, subject.key, set)],
  });
}

function changeOf({ known, descriptor, subject }: Trial): JsonObject | undefined {
  if (known.update !== undefined) return typeof known.update === 'function' ? known.update(subject.set) : known.update;
  const fixed = new Set([...descriptor.key.fields, ...descriptor.createOnly]);
  const names = Object.keys(subject.set).filter((name) => !fixed.has(name));
  const text = ['description', 'notes', 'name', ...names].find(
    (name) => !fixed.has(name) && typeof subject.set[name] === 'string',
  );
  if (text !== undefined) return { [text]: `${String(subject.set[text])} 2` };
  const flag = names.find((name) => typeof subject.set[name] === 'boolean');
  return flag === undefined ? undefined : { [flag]: subject.set[flag] !== true };
}

/** What an author would write: no key fields, no references to what is made with the object. */
function settable({ key }: ResourceDescriptor, document: JsonObject): JsonObject {
  const entries = Object.entries(document).filter(([name]) => !key.fields.includes(name));
  return Object.fromEntries(entries) as JsonObject;
}

function otherLastPart(key: readonly string[], document: JsonObject): Copied {
  const last = key.at(-1) ?? '';
  return { key: [...key.slice(0, -1), `${last} copy`], set: document };
}
