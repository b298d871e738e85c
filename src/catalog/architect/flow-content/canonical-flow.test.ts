import { expect, it } from 'vitest';
import type { Json } from '../../../core/index.ts';
import { canonicalFlow } from './canonical-flow.ts';
import { flowTypesByRoot, keyOfFlow } from './flow-types.ts';

function flowWith(tasks: Json, startUpRef: string): Json {
  return { inboundCall: { name: 'Main', startUpRef, tasks } };
}

it('takes flows as equal that differ in the numbers of their references', () => {
  const mine = flowWith([{ task: { name: 'Start', refId: 'Start_10' } }], '/inboundCall/tasks/task[Start_10]');
  const theirs = flowWith([{ task: { name: 'Start', refId: 'Start_44' } }], '/inboundCall/tasks/task[Start_44]');
  expect(canonicalFlow(mine)).toEqual(canonicalFlow(theirs));
});

it('keeps apart which of two tasks of one name is meant', () => {
  const tasks = [{ task: { name: 'A', refId: 'A_1' } }, { task: { name: 'A', refId: 'A_2' } }];
  const first = flowWith(tasks, '/inboundCall/tasks/task[A_1]');
  const second = flowWith(tasks, '/inboundCall/tasks/task[A_2]');
  expect(canonicalFlow(first)).not.toEqual(canonicalFlow(second));
});

it('keeps a reference that leads nowhere', () => {
  const flow = flowWith([], '/inboundCall/tasks/task[Gone_1]');
  expect(canonicalFlow(flow)).toEqual(flow);
});

it('does not mind values that are written out as not set', () => {
  const short = { workflow: { name: 'W', actions: [{ callData: { name: 'Call' } }] } };
  const long = {
    workflow: {
      name: 'W',
      description: '',
      actions: [
        { callData: { name: 'Call', timeout: { noValue: true }, failureOutputs: { status: { noValue: true } } } },
      ],
    },
  };
  expect(canonicalFlow(long)).toEqual(canonicalFlow(short));
});

it('minds everything else', () => {
  const flow = (language: Json): Json => ({ workflow: { name: 'W', supportedLanguages: language } });
  expect(canonicalFlow(flow({ 'en-us': { none: true } }))).not.toEqual(canonicalFlow(flow({})));
  expect(canonicalFlow(flow({ 'en-us': { defaultLanguageSkill: { noValue: true } } }))).toEqual(flow({ 'en-us': {} }));
});

it('knows the twenty flow types by the root of their YAML', () => {
  expect(new Set(Object.values(flowTypesByRoot)).size).toBe(20);
  expect(keyOfFlow({ botFlow: { name: 'Helfer' } })).toEqual(['bot', 'Helfer']);
});

it.each([
  ['a placeholder in the name', { workflow: { name: '{{name}}' } }],
  ['no name', { workflow: { description: 'x' } }],
  ['an unknown root', { inboundFax: { name: 'x' } }],
  ['two roots', { workflow: { name: 'x' }, inboundCall: { name: 'y' } }],
  ['no object', 'workflow'],
])('can not tell the key of a flow with %s', (_, parsed) => {
  expect(keyOfFlow(parsed)).toBeUndefined();
});
