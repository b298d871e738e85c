import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Artifact, Diagnostic, JsonObject } from '../../core/index.ts';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject } from '../testing/sample-project.ts';
import { validateProject } from '../validate/validate-project.ts';
import { digestOfArtifact } from './artifact-digest.ts';
import { readArtifact, writeArtifact } from './artifact-file.ts';
import { buildArtifact } from './build-artifact.ts';
import { gatherInputs } from './gather-inputs.ts';

const head = `apiVersion: signalbox/v1
kind: Changeset
metadata: { name: many, owner: dana@example.com, reason: more, workItem: CC-1 }
spec:
`;

function projectWith(spec: string): string {
  return createSampleProject({ 'changesets/many.yaml': head + spec });
}

function build(spec: string, inputs: JsonObject = {}): Artifact {
  const project = loadProject(projectWith(spec), sampleCatalogue);
  return buildArtifact({ changesetName: 'many', inputs, project, catalogue: sampleCatalogue });
}

function problems(spec: string): readonly Diagnostic[] {
  const project = loadProject(projectWith(spec), sampleCatalogue);
  return validateProject(project, sampleCatalogue).filter(({ source }) => source?.file === 'changesets/many.yaml');
}

const whole = `  inputs:
    skills: { type: list, default: [A, B] }
    queue: { type: string, default: "VIP #1: Billing" }
  actions:
    - delete:
        - { type: routing_skill, name: Old }
        - { type: routing_skill, name: Older }
      when: env.name == "dev"
    - forEach: { in: "\${inputs.skills}", as: name }
      where: name != "C"
      do:
        - create: { type: routing_skill, name: "\${name}" }
        - ensure: { type: routing_queue, name: "\${inputs.queue}" }
          from: config
          set: { acwSettings: { timeoutMs: 60000 } }
    - forEach: { type: routing_queue, as: queue }
      expect: { min: "\${size(inputs.skills)}" }
      rename: { to: "\${queue.name} 2" }
      do:
        - forEach: { type: routing_skill }
          delete: true
`;

describe('a changeset that uses the whole language', () => {
  test('becomes one action for each target, with the actions inside and their documents', () => {
    const { actions } = build(whole).changeset;

    expect(actions.map(({ kind, source }) => [kind, source.line])).toEqual([
      ['delete', 10],
      ['delete', 11],
      ['forEachValue', 13],
      ['forEach', 20],
    ]);
    expect(actions[0]).toMatchObject({ target: { key: ['Old'] }, when: 'env.name == "dev"' });
    expect(actions[2]).toMatchObject({
      in: '${inputs.skills}',
      do: [
        { kind: 'create', target: { key: ['${name}'] }, source: { line: 16 } },
        { kind: 'ensure', target: { key: ['VIP #1: Billing'] }, document: { acwSettings: { timeoutMs: 30_000 } } },
      ],
    });
    expect(actions[3]).toMatchObject({
      rename: '${queue.name} 2',
      expect: { min: '${size(inputs.skills)}' },
      do: [{ kind: 'forEach', as: 'it', delete: true }],
    });
    expect(problems(whole)).toEqual([]);
  });

  test('reads back as it was written, places of actions inside included', () => {
    const artifact = build(whole);
    const { path } = writeArtifact(mkdtempSync(join(tmpdir(), 'artifact-')), artifact);

    expect(readArtifact(path)).toEqual(JSON.parse(JSON.stringify(artifact)));
    expect(digestOfArtifact(build(whole.replace('  actions:', '  # moved\n  actions:')))).toBe(artifact.digest);
    expect(build(whole.replace('delete: true', 'set: { name: x }')).digest).not.toBe(artifact.digest);
  });

  test('is a template: other inputs make another artifact, with another file name', () => {
    const directory = mkdtempSync(join(tmpdir(), 'artifact-'));
    const names = [['A'], ['A', 'B'], ['A']].map((skills) => writeArtifact(directory, build(whole, { skills })).path);

    expect(new Set(names).size).toBe(2);
  });
});

describe('a secret input', () => {
  const spec = `  inputs: { token: { type: secret } }
  actions: [{ ensure: { type: routing_skill, name: A } }]
`;

  test.each([
    ['env:TOKEN', { $secret: 'env:TOKEN' }],
    [
      { reference: 'file:token.txt', version: 3 },
      { $secret: 'file:token.txt', version: '3' },
    ],
  ])('%j is bound as a reference', (token, bound) => {
    expect(build(spec, { token }).changeset.inputs).toEqual({ token: bound });
  });

  test('is refused as plain text, which is not repeated', () => {
    expect(() => build(spec, { token: 'hunter2' })).toThrow(
      'The input token must say where the secret is kept: file:, exec:, env:, vault:, aws-sm:.',
    );
    const inFile = problems(spec.replace('type: secret', 'type: secret, default: hunter2'));
    expect(inFile).toMatchObject([{ code: 'SB2017', source: { line: 5 } }]);
    expect(JSON.stringify(inFile)).not.toContain('hunter2');
  });
});

describe('inputs', () => {
  const declared = { factor: { type: 'number' }, tier: { type: 'string' }, other: { type: 'list' } } as const;
  const file = join(mkdtempSync(join(tmpdir(), 'inputs-')), 'inputs.yaml');
  writeFileSync(file, 'factor: 3\nother: [a]\n');

  test('come from variables, over which a file wins, over which flags win', () => {
    const variables = { SIGNALBOX_INPUT_FACTOR: '2', SIGNALBOX_INPUT_TIER: 'vip', SIGNALBOX_INPUT_UNRELATED: 'x' };

    expect(gatherInputs(declared, { variables, flags: {} })).toEqual({ factor: '2', tier: 'vip' });
    expect(gatherInputs(declared, { variables, file, flags: { other: '["b"]' } })).toEqual({
      factor: 3,
      tier: 'vip',
      other: '["b"]',
    });
  });

  test.each(['1e999', '9007199254740993', '-9007199254740992', 'NaN', 'null', '""'])(
    'are refused where %s is no number that can be kept exactly',
    (factor) => {
      const spec =
        '  inputs: { factor: { type: number } }\n  actions: [{ ensure: { type: routing_skill, name: A } }]\n';
      expect(() => build(spec, { factor })).toThrow('The input factor must be a number (whole ones below 2^53).');
      expect(build(spec, { factor: '9007199254740991' }).changeset.inputs).toEqual({ factor: 9007199254740991 });
    },
  );

  test('are refused from a file that holds none', () => {
    writeFileSync(`${file}.list`, '- a\n');
    const gather = (name: string) => (): unknown => gatherInputs(declared, { variables: {}, file: name, flags: {} });
    expect(gather(`${file}.list`)).toThrow(expect.objectContaining({ code: 'SB2023' }) as Error);
    expect(gather(`${file}.missing`)).toThrow(expect.objectContaining({ code: 'SB2001' }) as Error);
  });
});

describe('an expression error', () => {
  test.each<[string, string, { line: number; column: number }, string]>([
    ['in a plain text', 'where: it.name === "x"', { line: 7, column: 24 }, 'it.name === "x"\n          ^'],
    ['in a quoted text', `where: "it.name == \\"x\\" &&& true"`, { line: 7, column: 34 }, '&&&'],
    ['in a block', 'where: |\n        it.name == "x" &&\n          it.size ++ 1', { line: 9, column: 20 }, '^'],
    ['in a folded block', 'where: >-\n        it.name == "x"\n        &&& true', { line: 9, column: 11 }, '^'],
    ['in a text over two lines', 'where: it.name ==\n        nothing', { line: 8, column: 9 }, 'nothing'],
  ])('%s is told with its line, column and a caret', (_, where, source, detail) => {
    const [found] = problems(
      `  actions:\n    - forEach: { type: routing_queue }\n      ${where}\n      set: { description: x }\n`,
    );
    expect(found).toMatchObject({ source, detail: expect.stringContaining(detail) as string });
  });

  test('in a value points into the value', () => {
    const [found] = problems(
      '  actions:\n    - ensure: { type: routing_skill, name: A }\n      set: { name: "x ${inputs.a +} y" }\n',
    );
    expect(found).toMatchObject({ code: 'SB2501', source: { line: 7, column: 35 } });
  });
});
