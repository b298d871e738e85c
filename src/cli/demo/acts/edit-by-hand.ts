import { writesOf } from '../reading/audits.ts';
import { objectOf, readOrganisation } from '../reading/organisation-state.ts';
import { createWireClient, type WireObject } from '../reading/wire-client.ts';
import type { Stage } from '../stage.ts';
import { prove } from '../telling/claims.ts';
import { perform } from '../telling/perform.ts';
import { admin, organisationOf } from '../world/organisations.ts';

const edited = 'VIP #4: Téléassistance';
const newTimeoutMs = 99_000;

/** An admin edits in the Admin UI, and drift tells who and when. */
export async function editByHand(stage: Stage): Promise<void> {
  const { narrator, steering, simulator, eyes } = stage;
  narrator.heading('6. Meanwhile, an edit by hand in uat');
  narrator.say(`${admin.name} changes "${edited}" in the Admin UI of uat, with her own sign-in.`);
  const startedAt = Date.now();
  const hands = createWireClient(simulator.url, await steering.logIn(organisationOf('uat').id, admin.email));
  const { wrapupCodes: _codes, ...queue } = objectOf(await readOrganisation(eyes.uat), `queue ${edited}`);
  const acwSettings = { ...(queue['acwSettings'] as WireObject), timeoutMs: newTimeoutMs };
  await hands.send('PUT', `/api/v2/routing/queues/${String(queue['id'])}`, { ...queue, acwSettings });
  const { stdout } = await perform(stage, ['drift', '--env', 'uat', '--detailed-exitcode'], { exitCode: 2 });
  const [edit] = (await writesOf(eyes.uat, { userId: await adminId(stage) }, startedAt)).filter(
    ({ name }) => name === edited,
  );
  const second = (edit?.at ?? 'no edit').slice(0, 19).replace('T', ' ');
  const told = [edited, admin.name, second, `→ ${newTimeoutMs}`, '1 object drifted'];
  prove(
    narrator,
    'drift names the field, the values, the person and the second, as the audit of uat has them; and nothing else.',
    told.filter((text) => !stdout.includes(text)).map((text) => `the output does not say "${text}"`),
  );
}

async function adminId({ eyes }: Stage): Promise<string> {
  const users = await eyes.uat.list('/api/v2/users');
  return String(users.find((user) => user['email'] === admin.email)?.['id']);
}
