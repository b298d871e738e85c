import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatAddress } from '../../core/resource/index.ts';
import { buildFromGit, type GitBuild, type GitBuildRequest } from '../from-git/build-from-git.ts';
import { sampleCatalogue } from './sample-catalogue.ts';
import { createSampleProject } from './sample-project.ts';

/** Files of a revision; undefined removes one. */
export type Files = Readonly<Record<string, string | undefined>>;

/** A repository whose root is a sample project. */
export interface SampleRepository {
  readonly directory: string;
  readonly git: (...args: readonly string[]) => string;
  /** Writes files without committing them. */
  readonly write: (files: Files) => void;
  /** Writes and commits; returns the commit. */
  readonly commit: (files: Files, message?: string) => string;
  /** Builds from the commit before HEAD, unless told otherwise, with all metadata given. */
  readonly build: (request?: Partial<GitBuildRequest>) => GitBuild;
  /** The actions of `build`, one line each. */
  readonly actions: (request?: Partial<GitBuildRequest>) => readonly string[];
}

/** A repository with the sample project, and these files over it, in its first commit; deleted when the test ends. */
export function createSampleRepository(files: Files = {}): SampleRepository {
  const directory = createSampleProject(files);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.com', ...args], {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const write = (written: Files): void => {
    for (const [name, text] of Object.entries(written)) {
      const path = join(directory, name);
      mkdirSync(dirname(path), { recursive: true });
      if (text === undefined) rmSync(path);
      else writeFileSync(path, text);
    }
  };
  const commit = (written: Files, message = 'a change'): string => {
    write(written);
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '-m', message);
    return git('rev-parse', 'HEAD');
  };
  const build = (request: Partial<GitBuildRequest> = {}): GitBuild =>
    buildFromGit({
      directory,
      from: 'HEAD~1',
      to: 'HEAD',
      given: { owner: 'lee@example.com', reason: 'a trial', workItem: 'CC-1' },
      renamed: new Map(),
      catalogue: sampleCatalogue,
      ...request,
    });
  git('init', '--quiet', '--initial-branch', 'main');
  commit({}, 'the sample');
  return { directory, git, write, commit, build, actions: (request) => build(request).changes.map(lineOf) };
}

/** A document file. */
export function documentFile(head: string, spec = ''): string {
  const own = spec === '' ? '' : `spec:\n${spec.replaceAll(/^/gmu, '  ')}\n`;
  return `apiVersion: signalbox/v1\nkind: Resource\n${head}\n${own}`;
}

function lineOf(change: GitBuild['changes'][number]): string {
  const to = change.kind === 'rename' ? ` to ${change.to}` : '';
  const only = change.environments === undefined ? '' : ` in ${change.environments.join(', ')}`;
  return `${change.kind} ${formatAddress(change.target)}${to}${only}`;
}
