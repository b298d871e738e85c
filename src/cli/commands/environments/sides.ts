import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { catalogue } from '../../../catalog/index.ts';
import { hasErrors, type EnvironmentRules } from '../../../core/index.ts';
import { createTolerantReader, toComparedObject, type ComparableSide } from '../../../engine/compare/index.ts';
import { openExport, type Scratch } from '../../../engine/export/index.ts';
import { embedContent, loadFolder, type LoadedEnvironment } from '../../../project/index.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { withProgress } from '../../terminal/progress.ts';
import { contentFormats } from '../../wiring/content-formats.ts';
import { machineClock } from '../../wiring/machine.ts';
import { withReader } from '../../wiring/platforms.ts';
import { refuseErrors } from '../../wiring/workspace.ts';

/** What to read of an environment, and where its documents may wait. */
export interface SideRequest {
  readonly environment: LoadedEnvironment;
  /** A folder that `export` wrote; absent: the organisation itself. */
  readonly folder?: string | undefined;
  /** Only these types. */
  readonly types: readonly string[];
  readonly scratch: Scratch;
}

/** An environment read through its read credential, or from a folder without any. Errors: SB3002, SB6041. */
export async function readSide(context: CommandContext, request: SideRequest): Promise<ComparableSide> {
  return request.folder === undefined ? readLive(context, request) : readFolder(context, request, request.folder);
}

async function readLive(
  context: CommandContext,
  { environment, types, scratch }: SideRequest,
): Promise<ComparableSide> {
  const { organisationId, name, neighbours, modes, pins } = environment.rules;
  const takenAt = new Date(machineClock.now()).toISOString();
  const exported = await withProgress(context, `reading ${name}`, (emit) =>
    withReader(context, environment, emit, (reader) =>
      openExport(
        { reader: createTolerantReader(reader), clock: machineClock, emit, scratch },
        { catalogue, organisationId, name, neighbours, modes, pins, contentFormats, only: types },
      ),
    ),
  );
  return {
    rules: environment.rules,
    from: { environment: name, organisationId, source: 'live', takenAt },
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
  folder: string,
): Promise<ComparableSide> {
  const root = context.projectDirectory;
  const path = resolve(root, folder);
  const within = relative(root, path).split('\\').join('/');
  if (!existsSync(path)) throw cliError('SB6041', `There is no folder ${folder} with an export of ${environment.name}`);
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
