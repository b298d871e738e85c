import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(async () => {
  await stage.close();
});

test.for([
  {
    command: 'deploy billing --env dev --yess',
    code: 'SB6001',
    exit: 1,
    says: ["unknown option '--yess'", 'Did you mean --yes?'],
  },
  { command: 'depoly billing', code: 'SB6001', exit: 1, says: ["unknown command 'depoly'", 'Did you mean deploy?'] },
  { command: 'deploy billing', code: 'SB6001', exit: 1, says: ['the flag -e, --env <name> is missing'] },
  {
    command: 'simulate billing --env dev --format yaml',
    code: 'SB6001',
    exit: 1,
    says: ["'yaml' is invalid", 'human, json'],
  },
  { command: 'deploy billing --env dev', code: 'SB6002', exit: 4, says: ['--yes was not given; nothing was written'] },
  {
    command: 'simulate billing --env prd',
    code: 'SB6003',
    exit: 1,
    says: ['no environment prd; it has dev, uat, prod'],
  },
  { command: 'simulate biling --env dev', code: 'SB2024', exit: 1, says: ['Did you mean "billing"?'] },
  {
    command: 'simulate built/x.artifact.json --env dev',
    code: 'SB6004',
    exit: 1,
    says: ['There is no file built/x.artifact.json'],
  },
  { command: 'promote billing --to dev --yes', code: 'SB6006', exit: 1, says: ['dev is the first environment'] },
  {
    command: 'export --env dev --type routing_que',
    code: 'SB6001',
    exit: 1,
    says: ['"routing_que" is no resource type'],
  },
  {
    command: 'export --env dev --into ../elsewhere',
    code: 'SB2033',
    exit: 1,
    says: ['../elsewhere is not inside the project'],
  },
  { command: 'validate --project /nowhere', code: 'SB2020', exit: 1, says: ['/nowhere holds no signalbox.yaml'] },
  { command: 'show run_1', code: 'SB6005', exit: 1, says: ['run_1'] },
  { command: 'rollback run_1 --yes', code: 'SB6005', exit: 1, says: ['run_1'] },
])('signalbox $command says what is wrong', async ({ command, code, exit, says }) => {
  const said = await stage.refusal(`signalbox ${command}`, { exit, code });
  for (const text of says) expect(said).toContain(text);
});

test('asked for JSON, the command line gives its error as JSON too', async () => {
  const said = await stage.run('signalbox simulate biling --env dev --format json 2>/dev/null');
  expect(JSON.parse(said.replace('[exit 1]\n', ''))).toMatchObject({ kind: 'Error', code: 'SB2024' });
});
