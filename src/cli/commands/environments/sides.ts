import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { catalogue } from '../../../catalog/index.ts';
import { hasErrors, type EnvironmentRules } from '../../../core/index.ts';
import { createTolerantReader, toComparedObject, type ComparableSide } from '../../../engine/compare/index.ts';
import { createSavedReader } from '../../../engine/snapshot/index.ts';
import type { EmitEvent, PlatformReader } from '../../../engine/index.ts';
import { openExport, type Scratch } from '../../../engine/export/index.ts';
import { embedContent, loadFolder, type LoadedEnvironment } from '../../../project/index.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { readSnapshotOf } from '../../snapshot/read-snapshot-of.ts';
import { withProgress } from '../../terminal/progress.ts';
import { contentFormats } from '../../wiring/content-formats.ts';
import { machineClock } from '../../wiring/machine.ts';
import { withReader } from '../../wiring/platforms.ts';
import { refuseErrors } from '../../wiring/workspace.ts';

/** Two environments to read. */
export interface SidesRequest {
  readonly environments: readonly [LoadedEnvironment, LoadedEnvironment];
  readonly types: readonly string[];
  /** `uat` reads environments/uat/live, `uat=path` that folder or snapshot. */
  readonly saved: readonly string[] | undefined;
  readonly scratch: Scratch;
}

/** Both environments, each read as it was asked for. SB6001 for one and the same, and for others than those. */
export async function openSides(
  context: CommandContext,
  { environments, types, saved = [], scratch }: SidesRequest,
): Promise<{ readonly left: ComparableSide; readonly right: ComparableSide }> {
  const [left, right] = environments;
  if (left.name === right.name)
    throw cliError('SB6001', `${left.name} is compared with itself`, { remedy: 'Name two environments.' });
  const places = savedPlaces(saved, [left.name, right.name]);
  const read = (environment: LoadedEnvironment): Promise<ComparableSide> =>
    readSide(context, { environment, types, scratch, place: places.get(environment.name) });
  return { left: await read(left), right: await read(right) };
}

function savedPlaces(given: readonly string[], names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    given.map((text) => {
      const at = text.indexOf('=');
      const name = at < 0 ? text : text.slice(0, at);
      if (!names.includes(name))
        throw cliError('SB6001', `--saved ${text} names no environment that is compared (${names.join(', ')})`);
      return [name, at < 0 ? `environments/${name}/live` : text.slice(at + 1)];
    }),
  );
}

/** What to read of an environment, and where its documents may wait. */
interface SideRequest {
  readonly environment: LoadedEnvironment;
  /** A folder that `export` wrote or a snapshot file; absent: the organisation itself. */
  readonly place?: string | undefined;
  /** Only these types. */
  readonly types: readonly string[];
  readonly scratch: Scratch;
}

/** An environment read through its read credential, or from what was saved, without any. Errors: SB3002, SB6041, SB6062. */
async function readSide(context: CommandContext, request: SideRequest): Promise<ComparableSide> {
  const { environment, place } = request;
  const { name } = environment.rules;
  if (place === undefined) {
    const from = { source: 'live', takenAt: new Date(machineClock.now()).toISOString() };
    return withProgress(context, `reading ${name}`, (emit) =>
      withReader(context, environment, emit, (reader) => readThrough(reader, request, { ...from, emit })),
    );
  }
  const path = resolve(context.projectDirectory, place);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw cliError('SB6041', `There is no ${place} with a saved ${name}`);
  if (found.isDirectory()) return readFolder(context, request, path);
  const saved = await readSnapshotOf(context, environment, place);
  const from = { source: place, takenAt: saved.header.takenAt };
  return withoutNamesOnly(await readThrough(createSavedReader(saved, catalogue), request, from), environment);
}

/** Of types that are only referred to a snapshot keeps names: enough to pair objects, not to say that they differ. */
function withoutNamesOnly(side: ComparableSide, { rules: { modes } }: LoadedEnvironment): ComparableSide {
  const isWhole = (type: string): boolean => (modes[type] ?? catalogue.find(type)?.defaultMode) !== 'reference';
  const because = 'a snapshot holds no more than names of types that are only referred to';
  const namesOnly = side.types.filter((type) => !isWhole(type)).map((type) => [type, because] as const);
  return { ...side, types: side.types.filter(isWhole), incomplete: new Map([...side.incomplete, ...namesOnly]) };
}

async function readThrough(
  reader: PlatformReader,
  { environment, types, scratch }: SideRequest,
  from: { readonly source: string; readonly takenAt: string; readonly emit?: EmitEvent },
): Promise<ComparableSide> {
  const { source, takenAt, emit } = from;
  const { organisationId, name, neighbours, modes, pins } = environment.rules;
  const exported = await openExport(
    { reader: createTolerantReader(reader), clock: machineClock, emit, scratch },
    { catalogue, organisationId, name, neighbours, modes, pins, contentFormats, only: types },
  );
  return {
    rules: environment.rules,
    from: { environment: name, organisationId, source, takenAt },
    types,
    incomplete: exported.incomplete,
    *objects() {
      for (const { document } of exported.results())
        if (document !== undefined) yield toComparedObject({ catalogue, contentFormats }, document);
    },
  };
}

async function readFolder(
  context: CommandContext,
  { environment, types }: SideRequest,
  path: string,
): Promise<ComparableSide> {
  const root = context.projectDirectory;
  const within = relative(root, path).split('\\').join('/');
  const { documents, diagnostics } = loadFolder(root, within, catalogue);
  // An id inside a text of what is live is no mistake of the author's.
  const serious = diagnostics.filter(({ code }) => code !== 'SB2010');
  if (hasErrors(serious)) refuseErrors(context, serious);
  const { name }: EnvironmentRules = environment.rules;
  const wanted = documents.filter(({ type }) => types.includes(type));
  return Promise.resolve({
    rules: environment.rules,
    from: { environment: name, source: within },
    types,
    incomplete: new Map<string, string>(),
    unsure: new Set(types.filter((type) => !wanted.some((document) => document.type === type))),
    *objects() {
      for (const { address, type, key, document: written, source } of wanted) {
        const contents: Record<string, string> = {};
        const document = embedContent(root, written, contents, source);
        const [contentText] = Object.values(contents);
        const managed = !/~[0-9a-f]{8}(?:-[0-9a-f]{1,8})*$/u.test(key.at(-1) ?? '');
        yield toComparedObject({ catalogue, contentFormats }, { address, type, key, document, contentText, managed });
      }
    },
  });
}
