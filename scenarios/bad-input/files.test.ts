import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openStage, soundFiles, type Stage } from './stage.ts';

const queueFile = 'config/routing/routing_queue/billing.yaml';
const changeFile = 'changesets/billing.yaml';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterEach(() => stage.layOut());

afterAll(async () => {
  await stage.close();
});

/** A file of the sound project with one text replaced. */
function spoilt(file: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = soundFiles[file] ?? '';
  if (!text.includes(from)) throw new Error(`${from} is not in ${file}`);
  return { [file]: text.replace(from, () => to) };
}

/** What is wrong, the code that `validate` gives it, and what a reader must be told. */
const faults: readonly {
  readonly fault: string;
  readonly files: Readonly<Record<string, string>>;
  readonly code: string;
  readonly says: readonly string[];
}[] = [
  {
    fault: 'an unknown key',
    files: spoilt(queueFile, 'spec:', 'sepc:'),
    code: 'SB2008',
    says: [`${queueFile}:5: "sepc" is not known here. Did you mean "spec"?`],
  },
  {
    fault: 'an unknown field',
    files: spoilt(queueFile, 'acwSettings', 'acwSetings'),
    code: 'SB2014',
    says: [`${queueFile}:6: "acwSetings" is not a field of routing_queue. Did you mean "acwSettings"?`],
  },
  {
    fault: 'an unknown key of an action',
    files: spoilt(changeFile, 'from: config', 'form: config'),
    code: 'SB2008',
    says: [`${changeFile}:7: "form" is not known here. Did you mean "from"?`],
  },
  {
    fault: 'an unknown type',
    files: spoilt(queueFile, 'type: routing_queue', 'type: routing_que'),
    code: 'SB2013',
    says: [`${queueFile}:3: "routing_que" is not a type. Did you mean "routing_queue"?`],
  },
  {
    fault: 'a name cut at a number sign',
    files: spoilt(queueFile, 'name: Billing', 'name: Billing #1'),
    code: 'SB2011',
    says: [`${queueFile}:4: YAML reads only "Billing"; the rest, "#1", is a comment.`, 'quotes'],
  },
  {
    fault: 'a platform id',
    files: spoilt(
      queueFile,
      'spec:',
      'spec:\n  queueFlow: { $ref: flow/inqueuecall/0a0b0c0d-1111-4222-8333-444455556666 }',
    ),
    code: 'SB2010',
    says: [
      `${queueFile}:6: spec.queueFlow.$ref holds the platform id 0a0b0c0d-1111-4222-8333-444455556666.`,
      'Write the name',
    ],
  },
  {
    fault: 'an expression that can not be read',
    files: spoilt(queueFile, '30000', '"${min(1000, 2000 + * 3)}"'),
    code: 'SB2501',
    says: [`where: ${queueFile}:6:49`, 'min(1000, 2000 + * 3) ^'],
  },
  {
    fault: 'a document that is not there',
    files: spoilt(changeFile, 'type: routing_queue, name: Billing', 'type: routing_queue, name: Biling'),
    code: 'SB2022',
    says: [`${changeFile}:8: config/ has no document for routing_queue/Biling.`],
  },
  {
    fault: 'a key that stands twice',
    files: spoilt(queueFile, 'name: Billing', 'name: Billing\nname: Sales'),
    code: 'SB2004',
    says: [`${queueFile}:5`, 'stands twice'],
  },
  {
    fault: 'a secret in plain text',
    files: spoilt(queueFile, 'spec:', 'spec:\n  description: AKIAABCDEFGHIJKLMNOP'),
    code: 'SB2017',
    says: [`${queueFile}:6: description holds a secret`],
  },
];

test.for(faults)('$fault is refused wherever the file is used', async ({ files, code, says }) => {
  stage.layOut(files);
  const said = await stage.refusal('signalbox validate', { exit: 1, code });
  for (const text of says) expect(said).toContain(text);
  expect(said).toContain('1 error.');
  const refused = await stage.refusal('signalbox deploy billing --env dev --yes', { exit: 1, code: 'SB2030' });
  expect(refused).toContain(`the way: ${code} `);
});

test('nothing is built from files with errors', async () => {
  stage.layOut(spoilt(queueFile, 'acwSettings', 'acwSetings'));
  await stage.refusal('signalbox build billing', { exit: 1, code: 'SB2030' });
});

test('an expression shows its place with a caret below it', async () => {
  stage.layOut(spoilt(queueFile, '30000', '"${min(1000, 2000 + * 3)}"'));
  const lines = (await stage.run('signalbox validate')).split('\n');
  const code = lines.findIndex((line) => line.endsWith('min(1000, 2000 + * 3)'));
  expect(lines[code + 1]?.indexOf('^')).toBe(lines[code]?.indexOf('*'));
});

test('a runaway expression is stopped and named', async () => {
  const digits = '[1,2,3,4,5,6,7,8,9]';
  const nest = (depth: number): string => (depth === 0 ? '1' : `${digits}.map(x${depth}, ${nest(depth - 1)})`);
  stage.layOut(spoilt(changeFile, 'actions:\n', `actions:\n    - let: { many: "\${${nest(9)}}" }\n`));
  const said = await stage.refusal('signalbox deploy billing --env dev --yes', { exit: 1, code: 'SB2503' });
  expect(said).toContain(`${changeFile}:6`);
  expect(said).toContain('it was stopped because it takes too many steps');
});

test('bytes that are no text are refused', async () => {
  writeFileSync(join(stage.directory, queueFile), Buffer.from('\u007FELF\u0002\u0001\u00FF\u00FE', 'latin1'));
  expect(await stage.refusal('signalbox validate', { exit: 1, code: 'SB2002' })).toContain(queueFile);
  await stage.refusal('signalbox deploy billing --env dev --yes', { exit: 1, code: 'SB2030' });
});

test('a flow that is no YAML is refused before it is uploaded', async () => {
  const flow =
    'apiVersion: signalbox/v1\nkind: Resource\ntype: flow\nflowType: inboundcall\nname: Main\nspec: { content: { file: flows/main.i3InboundFlow } }\n';
  const change = (soundFiles[changeFile] ?? '').replace(
    'type: routing_skill, name: VIP',
    'type: flow, flowType: inboundcall, name: Main',
  );
  stage.layOut({
    'config/architect/flow/main.yaml': flow,
    'flows/main.i3InboundFlow': 'JTdCJTIybmFtZSUyMg==',
    [changeFile]: change,
  });
  const said = await stage.refusal('signalbox deploy billing --env dev --yes', { exit: 1, code: 'SB1016' });
  expect(said).toContain('flow/inboundcall/Main: this is no flow in YAML');
});

test('an artifact with one byte changed is refused', async () => {
  const file =
    (await stage.run('signalbox build billing --out built --format json')).match(/"path": "(?<path>[^"]+)"/u)?.groups?.[
      'path'
    ] ?? '';
  await stage.run(`sed -i s/30000/30001/ '${file}'`);
  for (const command of ['simulate', 'deploy --yes']) {
    const said = await stage.refusal(`signalbox ${command} '${file}' --env dev`, { exit: 1, code: 'SB2025' });
    expect(said).toContain('was changed after it was built');
  }
  await stage.run(`sed -i s/30001/30000/ '${file}'`);
  expect(await stage.run(`signalbox simulate '${file}' --env dev`)).toContain('Plan: 2 to create.');
});

test('none of all this left a run in the store', async () => {
  expect(await stage.run('signalbox history')).toBe('No runs yet.\n');
});
