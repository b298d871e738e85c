import { stringify } from 'yaml';
import { publishFlow } from '../../architect/flow/write-flow.ts';
import { checkFlowText } from '../../architect/job/check-flow.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** Published flows: common modules that call each other in a chain, in-queue flows and the queues that use them, flows that only end, inbound flows. */
export const flowArea: Area = {
  shares: { flow: { part: 0.03, least: 16 } },
  build: (draft) => {
    const count = draft.count('flow');
    times(Math.min(25, Math.ceil(count / 4)), () => addModule(draft));
    times(Math.ceil(count / 4), () => addInQueueFlow(draft));
    times(Math.ceil(count / 4), (index) => addPlainFlow(draft, plainKinds[index % plainKinds.length] ?? 'workflow'));
    times(count - draft.made('flow').length, () => addInboundFlow(draft));
  },
};

/** What is published is what Architect was given, so a world has no flow that could not be published again. */
function publish(draft: Draft, root: string, flow: JsonObject): Entity {
  const context = draft.context();
  const checked = checkFlowText(context, stringify({ [root]: flow }, { aliasDuplicateObjects: false }));
  if (checked.kind === 'refused') throw new Error(checked.problems.join('\n'));
  const published = publishFlow(context, checked.publication);
  (draft.made('flow') as Entity[]).push(published);
  return published;
}

function outline({ made, names, random }: Draft, kind: string): JsonObject {
  return {
    name: names.thing(`flow ${kind}`),
    description: names.thing('description'),
    ...(random.chance(0.5) ? { division: textOf(random.of(made('auth_division')), 'name') } : {}),
    startUpRef: 'main',
    defaultLanguage: 'en-us',
    supportedLanguages: { 'en-us': { defaultLanguageSkill: { noValue: true } } },
  };
}

function ofKind(draft: Draft, kind: string): readonly Entity[] {
  return draft.made('flow').filter((flow) => flow['type'] === kind);
}

/** A reference to a made flow of the kind, such as `WORKFLOW`. */
export function flowOfKind(draft: Draft, kind: string): { readonly id: string } {
  return { id: draft.random.of(ofKind(draft, kind)).id };
}

const plainKinds = ['workflow', 'inboundEmail', 'inboundShortMessage', 'outboundCall'];

/** Flows that do nothing but end; triggers, e-mail routes, deployments and campaigns lead to them. */
function addPlainFlow(draft: Draft, root: string): void {
  publish(draft, root, { ...outline(draft, root), tasks: [task([{ endTask: { name: 'End' } }])] });
}

function addModule(draft: Draft): void {
  const before = ofKind(draft, 'COMMONMODULE').at(-1);
  const call = before && {
    callCommonModule: {
      name: 'Next',
      commonModule: { [textOf(before, 'name')]: { ver_latestPublished: { outputs: {} } } },
    },
  };
  const actions = [...(call ? [call] : []), { endTask: { name: 'End', outputs: {} } }];
  publish(draft, 'commonModule', { ...outline(draft, 'COMMONMODULE'), tasks: [task(actions)] });
}

function addInQueueFlow(draft: Draft): void {
  const queue = draft.any('routing_queue');
  const flow = publish(draft, 'inqueueCall', {
    ...outline(draft, 'INQUEUECALL'),
    tasks: [task([playPrompt(draft), transfer(queue), { endTask: { name: 'End' } }])],
  });
  draft.change('routing_queue', queue.id, { queueFlow: { id: flow.id } });
}

function addInboundFlow(draft: Draft): void {
  const { any, made, random } = draft;
  const action = any('integration_action');
  const lookUp = {
    callData: {
      name: 'Look up',
      category: { [textOf(action, 'category')]: { dataAction: { [textOf(action, 'name')]: { inputs: {} } } } },
    },
  };
  const table = { dataTableLookup: { name: 'Table', dataTable: { [textOf(any('architect_datatable'), 'name')]: {} } } };
  const target = random.chance(0.3) ? ofKind(draft, 'INBOUNDCALL').at(-1) : undefined;
  const module = random.of(made('flow').filter((flow) => flow['type'] === 'COMMONMODULE'));
  publish(draft, 'inboundCall', {
    ...outline(draft, 'INBOUNDCALL'),
    tasks: [
      task([
        playPrompt(draft),
        ...(random.chance(0.5) ? [lookUp] : []),
        ...(random.chance(0.4) ? [table] : []),
        {
          callCommonModule: { name: 'Module', commonModule: { [textOf(module, 'name')]: { ver_latestPublished: {} } } },
        },
        ...(target ? [{ transferToFlow: { name: 'Other', targetFlow: { name: textOf(target, 'name') } } }] : []),
        transfer(any('routing_queue'), any('routing_skill')),
        { disconnect: { name: 'Bye' } },
      ]),
    ],
  });
}

function task(actions: readonly JsonObject[]): JsonObject {
  return { task: { name: 'Main', refId: 'main', actions } };
}

function playPrompt({ any }: Draft): JsonObject {
  const name = textOf(any('architect_user_prompt'), 'name');
  return { playAudio: { name: 'Play', audio: { exp: `Prompt.${name}` } } };
}

function transfer(queue: Entity, skill?: Entity): JsonObject {
  const named = (entity: Entity): JsonObject => ({ lit: { name: textOf(entity, 'name') } });
  return {
    transferToAcd: {
      name: 'Transfer',
      targetQueue: named(queue),
      ...(skill ? { skills: [{ acdSkill: named(skill) }] } : {}),
    },
  };
}
