import { schedulesIn } from '../../../journey/schedule-store.ts';
import type { JsonObject } from '../../../kernel/values.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Segments and outcomes of journeys, offers, maps that say when to make them, predictors and views. */
export const journeyArea: Area = {
  shares: {
    journey_segment: { part: 0.002, least: 1, most: 100 },
    journey_outcome: { part: 0.002, least: 1, most: 100 },
    journey_outcome_predictor: { part: 0.001, least: 1, most: 50 },
    journey_action_template: { part: 0.001, least: 1, most: 50 },
    journey_action_map: { part: 0.002, least: 1, most: 100 },
    journey_views: { part: 0.001, least: 1, most: 50 },
  },
  build: (draft) => {
    const { add, count, made } = draft;
    times(count('journey_segment'), () => addSegment(draft));
    times(count('journey_outcome'), () => addOutcome(draft));
    times(count('journey_outcome_predictor'), (index) =>
      add('journey_outcome_predictor', { outcome: { id: made('journey_outcome')[index]?.id ?? '' } }),
    );
    times(count('journey_action_template'), () => addTemplate(draft));
    times(count('journey_action_map'), () => addMap(draft));
    times(count('journey_views'), () => addView(draft));
  },
};

const visits: JsonObject = {
  patterns: [
    {
      criteria: [
        { key: 'page.hostname', values: ['shop.example'], operator: 'equal', shouldIgnoreCase: true },
        { key: 'page.url', values: ['/basket', '/Übersicht'], operator: 'containsAny', shouldIgnoreCase: true },
      ],
      count: 1,
      streamType: 'Web',
      sessionType: 'web',
    },
  ],
};

function addSegment({ add, names, random }: Draft): void {
  add('journey_segment', {
    displayName: names.thing('journey_segment'),
    description: names.thing('description'),
    color: `#${random.below(0xff_ff_ff).toString(16).padStart(6, '0')}`,
    isActive: random.chance(0.8),
    shouldDisplayToAgent: random.chance(0.5),
    journey: visits,
  });
}

function addOutcome({ add, names, random }: Draft): void {
  add('journey_outcome', {
    displayName: names.thing('journey_outcome'),
    description: names.thing('description'),
    isActive: random.chance(0.8),
    isPositive: random.chance(0.8),
    journey: visits,
  });
}

function addTemplate({ add, names }: Draft): void {
  add('journey_action_template', {
    name: names.thing('journey_action_template'),
    description: names.thing('description'),
    mediaType: 'contentOffer',
    state: 'Active',
    contentOffer: {
      displayMode: 'Modal',
      layoutMode: 'TextOnly',
      title: names.thing('title'),
      headline: names.thing('headline'),
      body: names.thing('text'),
    },
  });
}

function addMap({ add, any, names, random, ref }: Draft): void {
  add('journey_action_map', {
    displayName: names.thing('journey_action_map'),
    isActive: random.chance(0.7),
    triggerWithSegments: [any('journey_segment').id],
    triggerWithOutcomeProbabilityConditions: random.chance(0.4)
      ? [{ outcomeId: any('journey_outcome').id, maximumProbability: 0.5 }]
      : [],
    pageUrlConditions: [{ values: ['/basket'], operator: 'containsAny' }],
    activation: { type: 'immediate' },
    weight: 1 + random.below(3),
    action: { mediaType: 'contentOffer', isPacingEnabled: false, actionTemplate: ref('journey_action_template') },
    ...(random.chance(0.3)
      ? { actionMapScheduleGroups: { actionMapScheduleGroup: ref('architect_schedulegroups') } }
      : {}),
    startDate: '2024-01-01T00:00:00.000Z',
  });
}

function addView({ add, names, organisation, random }: Draft): void {
  const event = (id: string, name: string, followedBy: readonly JsonObject[]): JsonObject => ({
    id,
    name,
    attributes: { type: 'Event', id: 'Web', source: 'page_viewed' },
    followedBy,
  });
  const view = add('journey_views', {
    name: names.thing('journey_views'),
    description: names.thing('description'),
    duration: 'P30D',
    elements: [event('first', 'Started', [{ id: 'second' }]), event('second', 'Ended', [])],
  });
  if (random.chance(0.4)) return;
  schedulesIn(organisation).put({
    id: view.id,
    scheduleId: organisation.ids.next(),
    frequency: random.of(['Daily', 'Weekly', 'Monthly']),
    dateModified: view['dateModified'],
  });
}
