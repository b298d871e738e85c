import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Business units, metrics from elsewhere, learning modules, and rules that choose users for them. */
export const performanceArea: Area = {
  shares: {
    workforcemanagement_businessunits: { part: 0.001, least: 1, most: 40 },
    employeeperformance_externalmetrics_definitions: { part: 0.001, least: 1, most: 40 },
    learning_modules: { part: 0.002, least: 1, most: 100 },
    users_rules: { part: 0.001, least: 1, most: 60 },
  },
  build: (draft) => {
    times(draft.count('workforcemanagement_businessunits'), () => addBusinessUnit(draft));
    times(draft.count('employeeperformance_externalmetrics_definitions'), () => addMetric(draft));
    times(draft.count('learning_modules'), (index) => addModule(draft, index));
    times(draft.count('users_rules'), () => addRule(draft));
  },
};

function addBusinessUnit({ add, division, names, random }: Draft): void {
  add('workforcemanagement_businessunits', {
    name: names.thing('workforcemanagement_businessunits'),
    divisionId: String(division()['id']),
    settings: { startDayOfWeek: 'Monday', timeZone: random.of(['Europe/Berlin', 'America/Denver', 'Asia/Tokyo']) },
  });
}

function addMetric({ add, names, random }: Draft): void {
  add('employeeperformance_externalmetrics_definitions', {
    name: names.thing('employeeperformance_externalmetrics_definitions'),
    unit: random.of(['Seconds', 'Percent', 'Number']),
    precision: random.below(3),
    defaultObjectiveType: random.of(['HigherIsBetter', 'LowerIsBetter']),
    enabled: random.chance(0.8),
  });
}

function addModule({ add, names, random }: Draft, index: number): void {
  add('learning_modules', {
    name: names.thing('learning_modules'),
    description: names.thing('description'),
    completionTimeInDays: 1 + random.below(60),
    type: 'Informational',
    informSteps: [{ type: 'Url', name: 'Read', value: `https://learn.example/modules/${index}`, order: 1 }],
    lengthInMinutes: 5 + random.below(90),
  });
}

function addRule({ add, any, names, random }: Draft): void {
  const containers = [
    { container: 'AcdSkill', type: 'routing_skill' },
    { container: 'DirectoryGroup', type: 'group' },
    { container: 'Queue', type: 'routing_queue' },
  ];
  const { container, type } = random.of(containers);
  add('users_rules', {
    name: names.thing('users_rules'),
    description: names.thing('description'),
    type: random.of(['Learning', 'ActivityPlan']),
    criteria: [{ operator: 'Or', group: [{ operator: 'And', container, values: [{ ids: [any(type).id] }] }] }],
  });
}
