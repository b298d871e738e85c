import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openStoryWorld, type StoryWorld } from '../story/story-world.ts';

/** Files of a sound project over the environments of a story, to be spoilt. */
export const soundFiles: Readonly<Record<string, string>> = {
  'config/routing/routing_queue/billing.yaml': `apiVersion: signalbox/v1
kind: Resource
type: routing_queue
name: Billing
spec:
  acwSettings: { timeoutMs: 30000 }
`,
  'config/routing/routing_skill/vip.yaml': `apiVersion: signalbox/v1
kind: Resource
type: routing_skill
name: VIP
spec: {}
`,
  'changesets/billing.yaml': `apiVersion: signalbox/v1
kind: Changeset
metadata: { name: billing, owner: dana@example.com, reason: Billing gets a queue, workItem: CC-7 }
spec:
  actions:
    - ensure: { type: routing_skill, name: VIP }
      from: config
    - ensure: { type: routing_queue, name: Billing }
      from: config
`,
};

/** Where bad input is tried: the real command line as a process of its own, three simulated organisations, a store. */
export interface Stage extends StoryWorld {
  /** Removes every file that was spoilt or added, and writes the sound ones and these. */
  readonly layOut: (files?: Readonly<Record<string, string>>) => void;
  /** Runs the command and checks that it refuses and that nothing was written anywhere; gives what it printed. */
  readonly refusal: (command: string, expected: { readonly exit: number; readonly code: string }) => Promise<string>;
}

/** Opens it with a sound project. */
export async function openStage(): Promise<Stage> {
  const world = await openStoryWorld();
  const layOut = (files: Readonly<Record<string, string>> = {}): void => {
    for (const folder of ['config', 'changesets', 'flows'])
      rmSync(join(world.directory, folder), { recursive: true, force: true });
    for (const [path, text] of Object.entries({ ...soundFiles, ...files })) world.write(path, text);
  };
  layOut();
  return { ...world, layOut, refusal: (command, expected) => refusalOf(world, command, expected) };
}

async function refusalOf(
  world: StoryWorld,
  command: string,
  { exit, code }: { readonly exit: number; readonly code: string },
): Promise<string> {
  const before = traces(world);
  const output = await world.run(command);
  expect(output).toContain(`[exit ${exit}]`);
  expect(output).toMatch(new RegExp(`error ${code}: `, 'u'));
  expect(output).toMatch(/ next: +\S/u);
  expect(traces(world)).toEqual(before);
  return output.replaceAll(/^! /gmu, '').replaceAll(/\n +/gu, ' ');
}

/** Everything that a write would leave behind: files of the project, and what the simulator counted beside reads. */
function traces({ directory, simulator }: StoryWorld): {
  readonly files: readonly string[];
  readonly writes: readonly string[];
} {
  const writes = simulator.usage
    .counts()
    .filter(({ operation }) => !/^GET |\/oauth\/token|audits\/query|^POST .*\/(?:query|search)$/u.test(operation));
  return { files: filesIn(directory), writes: writes.map(({ operation, count }) => `${operation} ${count}`) };
}

function filesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => {
      const found = lstatSync(path);
      return found.isDirectory() ? path : `${path} ${found.size} ${found.mtimeMs}`;
    });
}
