import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openStage, soundFiles, type Stage } from './stage.ts';

const queueFile = 'config/routing/routing_queue/billing.yaml';
const deployCommand = 'signalbox deploy billing --env dev --yes';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  const dev = stage.simulator.organisation('dev');
  dev.addClient({ id: 'skills', secret: 'x', permissions: ['routing:skill:*', 'routing:queue:view'] });
  const uat = stage.simulator.organisation('uat');
  uat.addClient({
    id: 'no-edits',
    secret: 'x',
    permissions: ['routing:skill:*', 'routing:queue:view', 'routing:queue:add'],
  });
  uat.create('routing_queue', { name: 'Billing' });
  dev.addClient({ id: 'north', secret: 'x', divisions: ['North'] });
});

afterEach(() => stage.layOut());

afterAll(async () => {
  await stage.close();
});

function withReference(reference: string): Readonly<Record<string, string>> {
  return {
    [queueFile]: (soundFiles[queueFile] ?? '').replace('spec:', () => `spec:\n  whisperPrompt: { $ref: ${reference} }`),
  };
}

/** The command as another OAuth client. */
function as(client: string, uses: readonly ('READ' | 'WRITE')[], command: string): string {
  return `${uses.map((use) => `DEV_${use}_CLIENT_ID=${client} DEV_${use}_CLIENT_SECRET=x`).join(' ')} ${command}`;
}

test('a reference to nothing is refused, with who refers to it', async () => {
  stage.layOut(withReference('architect_user_prompt/Nowhere'));
  for (const command of ['signalbox simulate billing --env dev', deployCommand]) {
    const said = await stage.refusal(command, { exit: 1, code: 'SB1002' });
    expect(said).toContain(
      'routing_queue/Billing refers to architect_user_prompt/Nowhere, which does not exist in dev.',
    );
    expect(said).toContain('It can not be deployed: 1 error.');
  }
});

test('a reference to twins is refused, with the ids to choose from', async () => {
  const dev = stage.simulator.organisation('dev');
  const ids = [1, 2].map(
    () => dev.create('integration', { name: 'CRM', integrationType: { id: 'purecloud-data-actions' } }).id,
  );
  const action = `apiVersion: signalbox/v1
kind: Resource
type: integration_action
category: CRM
name: Look up
spec:
  integrationId: { $ref: integration/CRM }
  config: { request: { requestType: GET, requestUrlTemplate: / }, response: {} }
  contract: { input: { inputSchema: { type: object } }, output: { successSchema: { type: object } } }
`;
  const change = (soundFiles['changesets/billing.yaml'] ?? '').replace(
    'type: routing_queue, name: Billing',
    'type: integration_action, category: CRM, name: Look up',
  );
  stage.layOut({ 'config/integrations/integration_action/look-up.yaml': action, 'changesets/billing.yaml': change });
  const said = await stage.refusal(deployCommand, { exit: 1, code: 'SB1003' });
  expect(said).toContain('integration/CRM means 2 objects: ');
  for (const id of ids) expect(said).toContain(id);
  expect(said).toContain('Pin the address to one id in the environment file');
});

test('an organisation other than the pinned one is refused', async () => {
  const { id: dev } = stage.simulator.organisation('dev');
  const other = 'd0000000-0000-4000-8000-00000000ffff';
  await stage.run(`sed -i s/${dev}/${other}/ environments/dev.yaml`);
  for (const command of ['signalbox simulate billing --env dev', deployCommand]) {
    expect(await stage.refusal(command, { exit: 1, code: 'SB1021' })).toContain(
      `dev is pinned to organisation ${other}, but its credentials belong to ${dev}`,
    );
  }
  expect(await stage.refusal('signalbox export --env dev', { exit: 1, code: 'SB3002' })).toContain(dev);
  await stage.run(`sed -i s/${other}/${dev}/ environments/dev.yaml`);
});

test('a missing permission is refused before the first write', async () => {
  const said = await stage.refusal(as('skills', ['WRITE'], deployCommand), { exit: 1, code: 'SB3021' });
  expect(said).toContain('create routing_queue (routing_queue/Billing) needs routing:queue:add');
  expect(said).not.toContain('routing:skill');
  const edits = 'UAT_WRITE_CLIENT_ID=no-edits UAT_WRITE_CLIENT_SECRET=x signalbox deploy billing --env uat --yes';
  expect(await stage.refusal(edits, { exit: 1, code: 'SB3021' })).toContain(
    'update routing_queue (routing_queue/Billing) needs routing:queue:edit',
  );
});

test('what can not be seen is not made a second time', async () => {
  const seeing = as('north', ['READ'], 'signalbox simulate billing --env dev');
  for (const command of [seeing, as('north', ['READ', 'WRITE'], deployCommand)]) {
    const said = await stage.refusal(command, { exit: 1, code: 'SB1007' });
    expect(said).toContain('routing_queue/Billing was not found, but routing:queue:view holds in 1 division(s) only');
  }
  const blindWriter = await stage.refusal(as('north', ['WRITE'], deployCommand), { exit: 1, code: 'SB3006' });
  expect(blindWriter).toContain('SB1007');
});

test('a wrong secret is refused and never shown', async () => {
  for (const [use, command] of [
    ['READ', 'signalbox simulate billing --env dev'],
    ['WRITE', deployCommand],
  ] as const) {
    const said = await stage.refusal(`DEV_${use}_CLIENT_SECRET=not-the-secret ${command}`, { exit: 1, code: 'SB4001' });
    expect(said).toContain(`The OAuth client dev-${use.toLowerCase()} was refused`);
    expect(said).not.toContain('not-the-secret');
  }
});

test('a credential that is not there is named by its reference', async () => {
  const said = await stage.refusal(`unset DEV_READ_CLIENT_ID; signalbox simulate billing --env dev`, {
    exit: 1,
    code: 'SB2029',
  });
  expect(said).toContain('DEV_READ_CLIENT_ID and DEV_READ_CLIENT_SECRET are not both set');
});

test('none of all this left a run in the store', async () => {
  expect(await stage.run('signalbox history')).toBe('No runs yet.\n');
});
