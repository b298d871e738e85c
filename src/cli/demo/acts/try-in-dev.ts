import { readOrganisation } from '../reading/organisation-state.ts';
import { againstDeployed, vipTimeouts } from '../reading/vip-queues.ts';
import type { Stage } from '../stage.ts';
import { expectSame, prove } from '../telling/claims.ts';
import { perform } from '../telling/perform.ts';
import { reportLines } from './excerpts.ts';
import { runOf } from './runs.ts';

/** The change as it was built. */
export interface BuiltChange {
  readonly file: string;
  readonly digest: string;
}

/** The changeset is checked, built once, simulated, and deployed to dev. */
export async function tryInDev(stage: Stage): Promise<BuiltChange> {
  const { narrator, eyes } = stage;
  narrator.heading('2. The change is built once, and tried in dev');
  narrator.say(
    'The reviewed changeset vip-wrap-up gives every VIP queue twice the time after a call. It finds those queues in whichever organisation it runs (an iterator) and computes each value (an evaluator). It also brings a VIP desk with a hold flow, renames a wrap-up code, and deletes one.',
  );
  await perform(stage, ['validate'], { keep: [/^warning/u, /^contact-centre/u] });
  const change = await build(stage);
  await perform(stage, ['simulate', change.file, '--env', 'dev'], {
    keep: [
      /^ {2}[-+~>] /u,
      /timeoutMs .*→/u,
      /name .*→/u,
      /queueFlow/u,
      /^ {2}(?:changes|risk|reach|undo) /u,
      /^Action \d/u,
      // An action that is longer than a line.
      /^ {10}[!=&|]/u,
      /matched \d+ objects/u,
      /^Plan:/u,
      /^decision/u,
    ],
  });
  const before = await readOrganisation(eyes.dev);
  await perform(stage, ['deploy', change.file, '--env', 'dev', '--yes'], {
    from: /^Deployment of/u,
    keep: reportLines,
  });
  const after = await readOrganisation(eyes.dev);
  prove(narrator, 'in dev 2 VIP queues have twice their time, and the desk, flow and codes are as described.', [
    ...expectSame('VIP queues that matched', vipTimeouts(before).size, 2),
    ...againstDeployed(before, after),
  ]);
  prove(
    narrator,
    'both tests of the changeset passed.',
    expectSame('tests', (await runOf(stage, 'dev')).tests, ['passed', 'passed']),
  );
  return change;
}

async function build(stage: Stage): Promise<BuiltChange> {
  const { stdout } = await perform(stage, ['build', 'vip-wrap-up']);
  const file = /Built (\S+)/u.exec(stdout)?.[1] ?? '';
  const digest = /digest (\S+)/u.exec(stdout)?.[1] ?? '';
  return { file, digest };
}
