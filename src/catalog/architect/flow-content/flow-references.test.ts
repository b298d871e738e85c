import { expect, it } from 'vitest';
import type { Json } from '../../../core/index.ts';
import { referencesOfFlow } from './flow-references.ts';

function addressesIn(root: string, body: Json): readonly string[] {
  return referencesOfFlow({ [root]: { name: 'Test', actions: body } }).map(({ type, key }) => [type, ...key].join('/'));
}

const lit = (name: string): Json => ({ lit: { name } });

it.each([
  ['a queue to transfer to', { transferToAcd: { targetQueue: lit('VIP #1: Süd') } }, ['routing_queue/VIP #1: Süd']],
  [
    'the skills of a transfer',
    { acdSkills: [{ acdSkill: lit('A') }, { acdSkill: lit('B') }] },
    ['routing_skill/A', 'routing_skill/B'],
  ],
  ['a language', { transferToAcd: { languageSkill: lit('Español') } }, ['routing_language/Español']],
  ['a user', { transferToUser: { targetUser: lit('zoe@example.com') } }, ['user/zoe@example.com']],
  ['a group', { transferToGroup: { targetGroup: lit('Team') } }, ['group/Team']],
  [
    'opening hours',
    { evaluateScheduleGroup: { scheduleGroup: lit('Hours'), emergencyGroup: lit('Fire') } },
    ['architect_schedulegroups/Hours', 'architect_emergencygroup/Fire'],
  ],
  ['a schedule', { evaluateSchedule: { schedule: lit('Noon') } }, ['architect_schedules/Noon']],
  ['a wrap-up code', { setWrapupCode: { wrapupCode: lit('Done') } }, ['routing_wrapupcode/Done']],
  ['a data table', { dataTable: { 'IVR Cache': { foundOutputs: {} } } }, ['architect_datatable/IVR Cache']],
  [
    'a data action',
    { category: { CRM: { dataAction: { 'Get X': { inputs: {} } } } } },
    ['integration_action/CRM/Get X'],
  ],
  ['a common module', { commonModule: { Resolve: { ver_latestPublished: {} } } }, ['flow/commonmodule/Resolve']],
  ['a bot', { callBotFlow: { botFlow: { Helper: { ver_latestPublished: {} } } } }, ['flow/bot/Helper']],
  ['a digital bot', { callDigitalBotFlow: { botFlow: { Helper: {} } } }, ['flow/digitalbot/Helper']],
  ['a flow of its own kind', { transferToFlow: { targetFlow: { name: 'Next' } } }, ['flow/inboundcall/Next']],
  ['a secure flow', { transferToFlowSecure: { targetFlow: { name: 'Pay' } } }, ['flow/securecall/Pay']],
  ['an in-queue flow', { transferToAcd: { overrideInQueueFlow: { name: 'Wait' } } }, ['flow/inqueuecall/Wait']],
  ['a user prompt', { playAudio: { audio: { prompt: 'Prompt.Welcome' } } }, ['architect_user_prompt/Welcome']],
  [
    'a user prompt in an expression',
    { audio: { exp: 'AudioPlaybackOptions(ToAudio(Prompt.Welcome), true)' } },
    ['architect_user_prompt/Welcome'],
  ],
  [
    'what a variable starts with',
    { queueVariable: { name: 'Flow.q', initialValue: lit('Services') } },
    ['routing_queue/Services'],
  ],
  ['what a variable becomes', { queue: { variable: 'Flow.q', value: lit('Services') } }, ['routing_queue/Services']],
])('finds %s', (_, body, expected) => {
  expect(addressesIn('inboundCall', body)).toEqual(expected);
});

it.each([
  ['system prompts', { holdMusic: lit('PromptSystem.on_hold_music') }],
  ['prompts inside texts', { exp: 'Append("say Prompt.Welcome", "!")' }],
  [
    'names that an expression looks up during a call',
    { exp: 'FindQueue("Sales")', findQueue: { findName: { lit: 'Sales' } } },
  ],
  ['values that are not set', { targetQueue: { noValue: true }, languageSkill: { exp: 'Flow.language' } }],
  ['names of actions', { holdMusic: { name: 'Hold Music', bargeInEnabled: { lit: false } } }],
])('passes over %s', (_, body) => {
  expect(addressesIn('inboundCall', body)).toEqual([]);
});

it('names everything once, however often the flow does', () => {
  const twice = [{ targetQueue: lit('Sales') }, { targetQueue: lit('Sales') }];
  expect(addressesIn('inboundCall', twice)).toEqual(['routing_queue/Sales']);
});

it('knows which flow a transfer means from the flow it stands in', () => {
  const transfer = { transferToFlow: { targetFlow: { name: 'Next' } } };
  expect(addressesIn('inqueueCall', transfer)).toEqual(['flow/inboundcall/Next']);
  expect(addressesIn('inboundEmail', transfer)).toEqual(['flow/inboundemail/Next']);
  expect(addressesIn('workflow', transfer)).toEqual([]);
});

it('names the division that the flow lies in', () => {
  const flow = { workflow: { name: 'Test', division: 'Süd' } };
  expect(referencesOfFlow(flow)).toEqual([{ type: 'auth_division', key: ['Süd'] }]);
});

it('finds nothing in what is no flow', () => {
  expect(referencesOfFlow(null)).toEqual([]);
  expect(referencesOfFlow({ inboundCall: {}, workflow: {} })).toEqual([]);
});
