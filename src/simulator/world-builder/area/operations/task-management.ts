import type { Entity, JsonObject } from '../../../kernel/values.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

const worktype = 'task_management_worktype';
const status = 'task_management_worktype_status';

/** Work bins, schemas of work items, work types with statuses that lead to each other, rules, and some work items. */
export const taskArea: Area = {
  shares: {
    task_management_workbin: { part: 0.002, least: 1, most: 100 },
    task_management_workitem_schema: { part: 0.001, least: 1, most: 50 },
    [worktype]: { part: 0.002, least: 1, most: 100 },
    [status]: { part: 0.006, least: 3, most: 300 },
    task_management_worktype_flow_datebased_rule: { part: 0.001, least: 1, most: 60 },
    task_management_worktype_flow_onattributechange_rule: { part: 0.001, least: 1, most: 60 },
    task_management_worktype_flow_oncreate_rule: { part: 0.001, least: 1, most: 60 },
    task_management_workitem: { part: 0.004, least: 1, most: 300 },
  },
  build: (draft) => {
    times(draft.count('task_management_workbin'), () => addWorkbin(draft));
    times(draft.count('task_management_workitem_schema'), () => addSchema(draft));
    times(draft.count(worktype), () => addWorktype(draft));
    addStatuses(draft);
    for (const [name, condition] of Object.entries(rules)) {
      times(draft.count(`${worktype}_flow_${name}_rule`), () => addRule(draft, name, condition));
    }
    times(draft.count('task_management_workitem'), () => addWorkitem(draft));
  },
};

function addWorkbin({ add, division, names }: Draft): void {
  add('task_management_workbin', {
    name: names.thing('task_management_workbin'),
    description: names.thing('description'),
    divisionId: String(division()['id']),
  });
}

function addSchema({ add, names }: Draft): void {
  const name = names.thing('task_management_workitem_schema');
  const text = {
    allOf: [{ $ref: '#/definitions/text' }],
    title: 'Größe',
    description: '',
    minLength: 0,
    maxLength: 50,
  };
  add('task_management_workitem_schema', {
    name,
    version: 1,
    enabled: true,
    jsonSchema: {
      $schema: 'http://json-schema.org/draft-04/schema#',
      title: name,
      description: names.thing('description'),
      required: [],
      properties: { size_text: text },
    },
  });
}

function addWorktype({ add, any, division, names, random }: Draft): void {
  add(worktype, {
    name: names.thing(worktype),
    description: names.thing('description'),
    divisionId: String(division()['id']),
    defaultWorkbinId: any('task_management_workbin').id,
    defaultQueueId: any('routing_queue').id,
    defaultLanguageId: any('routing_language').id,
    defaultSkillIds: [any('routing_skill').id],
    schemaId: any('task_management_workitem_schema').id,
    schemaVersion: 1,
    ...(random.chance(0.3) ? { defaultScriptId: any('script').id } : {}),
    defaultPriority: random.below(10),
    defaultDurationSeconds: 60 * (1 + random.below(500)),
    assignmentEnabled: random.chance(0.7),
    disableDefaultStatusCreation: true,
  });
}

const stages = [
  { name: 'Erledigt', category: 'Closed' },
  { name: 'In Arbeit', category: 'InProgress' },
  { name: '開始', category: 'Open' },
];

/** Every work type has the stages, each leading to the one before; the last one made is where work items start. */
function addStatuses(draft: Draft): void {
  const { add, change, count, made, random } = draft;
  const types = made(worktype);
  times(count(status), (index) => {
    const type = types[Math.floor(index / stages.length) % types.length];
    const stage = stages[index % stages.length];
    if (!type || !stage) return;
    const round = Math.floor(index / stages.length / types.length);
    const [before] = statusesOf(draft, type).slice(-1);
    const lead = before && index % stages.length > 0;
    const made = add(
      status,
      {
        ...stage,
        name: round === 0 ? stage.name : `${stage.name} ${round + 1}`,
        description: random.chance(0.5) ? `Stage ${index}` : '',
        destinationStatusIds: lead ? [before.id] : [],
        ...(lead ? { defaultDestinationStatusId: before.id, statusTransitionDelaySeconds: 86_400 } : {}),
      },
      { $worktypeId: type.id, worktype: { id: type.id } },
    );
    change(worktype, type.id, { defaultStatus: { id: made.id } });
  });
}

function statusesOf({ made }: Draft, type: Entity): readonly Entity[] {
  return made(status).filter((candidate) => candidate['$worktypeId'] === type.id);
}

const rules: Readonly<Record<string, (draft: Draft, type: Entity) => JsonObject>> = {
  datebased: ({ random }) => ({
    condition: { attribute: 'dateDue', relativeMinutesToInvocation: -10 * (1 + random.below(10)) },
  }),
  onattributechange: (draft, type) => {
    const statuses = statusesOf(draft, type);
    return { condition: { attribute: 'statusId', newValue: draft.random.of(statuses).id } };
  },
  oncreate: () => ({}),
};

function addRule(draft: Draft, name: string, condition: (draft: Draft, type: Entity) => JsonObject): void {
  const type = draft.any(worktype);
  draft.add(
    `${worktype}_flow_${name}_rule`,
    { name: draft.names.thing(`rule ${type.id}`), ...condition(draft, type) },
    { $worktypeId: type.id, worktype: { id: type.id } },
  );
}

function addWorkitem(draft: Draft): void {
  const { add, any, made, names, random } = draft;
  const type = random.of(made(worktype).filter((candidate) => statusesOf(draft, candidate).length > 0));
  add('task_management_workitem', {
    name: names.thing('task_management_workitem'),
    description: names.thing('description'),
    typeId: type.id,
    workbinId: any('task_management_workbin').id,
    statusId: random.of(statusesOf(draft, type)).id,
    priority: random.below(10),
    ...(random.chance(0.5) ? { queueId: any('routing_queue').id } : { assigneeId: any('user').id }),
  });
}
