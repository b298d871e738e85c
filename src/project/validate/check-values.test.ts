import { describe, expect, test } from 'vitest';
import type { FieldShapes } from '../../core/resource/index.ts';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject } from '../testing/sample-project.ts';
import { validateProject } from './validate-project.ts';

const shapes: FieldShapes = {
  types: {
    routing_queue: { acwSettings: 'Acw', memberGroups: 'Array<Member>', description: 'string' },
  },
  models: {
    Acw: { timeoutMs: 'number', wrapupPrompt: { type: 'string', enum: ['MANDATORY', 'OPTIONAL'] }, on: 'boolean' },
    Member: { id: 'string', weights: '{ [key: string]: number; }' },
  },
};

/** What is wrong with values that an action sets on a queue, as `line:column severity summary`. */
function problemsOf(set: string, where = ''): readonly string[] {
  const text = `apiVersion: signalbox/v1
kind: Changeset
metadata: { name: values, owner: dana@example.com, reason: r, workItem: CC-1 }
spec:
  inputs: { factor: { type: number, default: 1 }, names: { type: list, default: [] }, tier: { type: string, default: a } }
  actions:
    - forEach: { type: routing_queue, as: queue }
      ${where === '' ? 'expect: { min: 0 }' : where}
      set: ${set}
`;
  const project = loadProject(createSampleProject({ 'changesets/values.yaml': text }), sampleCatalogue);
  return validateProject(project, sampleCatalogue, shapes)
    .filter(({ source }) => source?.file === 'changesets/values.yaml')
    .map(({ code, severity, summary, source }) => {
      const what = summary.replace(/^changesets\/values\.yaml:\d+: /u, '');
      return `${source?.line}:${source?.column} ${severity} ${code} ${what}`;
    });
}

describe('values inside fields', () => {
  test.each<[string, string]>([
    [
      '{ acwSettings: { timeoutMS: 1 } }',
      '9:29 error SB2014 acwSettings.timeoutMS is not a field of routing_queue. Did you mean "timeoutMs"?',
    ],
    [
      '{ acwSettings: { colour: red } }',
      '9:29 warning SB2014 acwSettings.colour is not a field of routing_queue. Known here: timeoutMs, wrapupPrompt, on.',
    ],
    [
      '{ acwSettings: { timeoutMs: "1" } }',
      '9:40 error SB2035 acwSettings.timeoutMs is "1", and a number belongs there.',
    ],
    ['{ acwSettings: { on: yes } }', '9:33 error SB2035 acwSettings.on is "yes", and a boolean belongs there.'],
    ['{ acwSettings: 5 }', '9:27 error SB2035 acwSettings is 5, and an object belongs there.'],
    ['{ memberGroups: vip }', '9:28 error SB2035 memberGroups is "vip", and a list belongs there.'],
    [
      '{ acwSettings: { wrapupPrompt: MANDATRY } }',
      '9:43 warning SB2035 acwSettings.wrapupPrompt is "MANDATRY". Did you mean "MANDATORY"? Known here: MANDATORY, OPTIONAL.',
    ],
    ['{ memberGroups: { $inclde: [] } }', '9:30 error SB2008 "$inclde" is not known here. Did you mean "$include"?'],
    [
      '{ memberGroups: { $include: [5] } }',
      '9:41 error SB2035 memberGroups.$include.0 is 5, and an object belongs there.',
    ],
  ])('%s', (set, problem) => {
    expect(problemsOf(set)).toContain(problem);
  });

  test.each([
    '{ acwSettings: { timeoutMs: "${inputs.factor}", wrapupPrompt: OPTIONAL, on: null } }',
    '{ acwSettings: { $replace: { timeoutMs: 5 } } }',
    '{ memberGroups: { $exclude: [{ $ref: routing_skill/VIP }] } }',
    '{ acwSettings: "${inputs.names[0]}" }',
  ])('%s is fine', (set) => {
    expect(problemsOf(set)).toEqual([]);
  });
});

describe('kinds of expressions', () => {
  test.each<[string, string]>([
    ['where: inputs.factor', 'it gives a number, not true or false'],
    ['where: queue.acwSettings.timeoutMs', 'it gives a number, not true or false'],
    ['where: queue.acwSettings.timeoutMs + "s" == "5s"', 'a number and a text can not be added'],
    ['when: inputs.tier && true', 'a text stands where true or false is needed'],
    ['expect: { min: "${inputs.tier}" }', 'it gives a text, not a number'],
    ['where: env.values.greeting > 5', 'a text and a number have no order'],
    ['where: queue.memberGruops == []', ''],
  ])('%s', (where, problem) => {
    const found = problemsOf('{ description: x }', where);
    expect(found.join('\n')).toContain(problem);
    expect(found).toHaveLength(problem === '' ? 0 : 1);
  });
});
