import { writesOf } from '../reading/audits.ts';
import { differences, objectOf, readOrganisation } from '../reading/organisation-state.ts';
import { createWireClient } from '../reading/wire-client.ts';
import type { Stage } from '../stage.ts';
import { expectSame, prove } from '../telling/claims.ts';
import { perform } from '../telling/perform.ts';
import { admin, organisationOf } from '../world/organisations.ts';
import { reportLines } from './excerpts.ts';
import type { BuiltChange } from './try-in-dev.ts';

/** The platform refuses a write for good, half-way through uat: everything is taken back. */
export async function failInUat(stage: Stage, change: BuiltChange): Promise<void> {
  const { narrator, steering, eyes } = stage;
  narrator.heading('3. A deployment to uat fails half-way');
  narrator.say('The simulator is told to refuse the fourth queue update that Signalbox sends to uat, for good (400).');
  const before = await readOrganisation(eyes.uat);
  const startedAt = Date.now();
  const fault = await steering.addFault({
    clientId: 'uat-write',
    method: 'PUT',
    path: '/api/v2/routing/queues/{queueId}',
    nth: 4,
    times: 1,
    fault: {
      kind: 'status',
      status: 400,
      when: 'before',
      code: 'bad.request',
      message: 'This queue is closed for maintenance.',
    },
  });
  await perform(stage, ['promote', change.file, '--to', 'uat', '--yes'], {
    from: /^Deployment of/u,
    keep: [...reportLines, /^ {22,}(?:PUT|closed|SB4|queue is)/u],
    exitCode: 6,
  });
  const hits = await steering.hits(fault);
  await steering.clearFaults();
  if (stage.isSabotaged) await editBehindItsBack(stage);
  const writes = await writesOf(eyes.uat, { clientId: 'uat-write' }, startedAt);
  prove(narrator, `uat refused one write; ${writes.length} writes, there and back, are in its own audit.`, [
    ...expectSame('refused writes', hits, 1),
    ...(writes.length < 4 ? [`only ${writes.length} writes were made`] : []),
  ]);
  prove(
    narrator,
    `all ${before.size} objects of uat are as they were before, field by field.`,
    differences(before, await readOrganisation(eyes.uat)),
  );
}

async function editBehindItsBack({ steering, simulator, eyes }: Stage): Promise<void> {
  const { id } = organisationOf('uat');
  const hands = createWireClient(simulator.url, await steering.logIn(id, admin.email));
  const queue = objectOf(await readOrganisation(eyes.uat), 'queue Billing');
  await hands.send('PUT', `/api/v2/routing/queues/${String(queue['id'])}`, {
    ...queue,
    description: 'changed by somebody else',
  });
}
