import type { JsonObject } from '../../../kernel/values.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';
import { flowOfKind } from '../flows.ts';

/** What happens to calls that are answered, and rules before and after contacts: codes, data actions, skills. */
export const outboundRuleArea: Area = {
  shares: {
    outbound_callanalysisresponseset: { part: 0.002, least: 1, most: 60 },
    outbound_ruleset: { part: 0.003, least: 1, most: 150 },
    outbound_digitalruleset: { part: 0.001, least: 1, most: 80 },
  },
  build: (draft) => {
    times(draft.count('outbound_callanalysisresponseset'), () => addResponseSet(draft));
    times(draft.count('outbound_ruleset'), () => addRuleSet(draft));
    times(draft.count('outbound_digitalruleset'), () => addDigitalRuleSet(draft));
  },
};

function addResponseSet(draft: Draft): void {
  const flow = { reactionType: 'transfer_flow', name: 'Outbound', data: flowOfKind(draft, 'OUTBOUNDCALL').id };
  draft.add('outbound_callanalysisresponseset', {
    name: draft.names.thing('outbound_callanalysisresponseset'),
    responses: {
      callable_person: draft.random.chance(0.6) ? flow : { reactionType: 'transfer' },
      callable_machine: { reactionType: 'hangup' },
      callable_busy: { reactionType: 'hangup' },
      callable_noanswer: { reactionType: 'hangup' },
    },
    beepDetectionEnabled: draft.random.chance(0.3),
    liveSpeakerDetectionMode: 'Disabled',
  });
}

function addRuleSet(draft: Draft): void {
  const { add, names, random, ref } = draft;
  const rules = times(1 + random.below(4), (index) => ({
    name: names.thing(`rule ${draft.made('outbound_ruleset').length}`),
    order: index,
    ...random.of([afterCode, beforeCall, withAction])(draft),
  }));
  add('outbound_ruleset', {
    name: names.thing('outbound_ruleset'),
    contactList: ref('outbound_contact_list'),
    queue: ref('routing_queue'),
    rules,
  });
}

function afterCode({ refs }: Draft): JsonObject {
  const codes = refs('routing_wrapupcode', 2).map(({ id }) => id);
  return {
    category: 'DIALER_WRAPUP',
    conditions: [{ type: 'wrapupCondition', inverted: false, codes }],
    actions: [
      {
        type: 'modifyContactAttribute',
        actionTypeName: 'MODIFY_CONTACT_ATTRIBUTE',
        updateOption: 'SET',
        properties: { Name: 'x' },
      },
    ],
  };
}

function beforeCall({ refs }: Draft): JsonObject {
  const skills = JSON.stringify(refs('routing_skill', 2).map(({ id }) => id));
  return {
    category: 'DIALER_PRECALL',
    conditions: [
      {
        type: 'contactAttributeCondition',
        attributeName: 'Größe',
        valueType: 'NUMERIC',
        operator: 'LESS_THAN',
        value: '7',
      },
    ],
    actions: [{ type: 'Action', actionTypeName: 'SET_SKILLS', properties: { skills } }],
  };
}

function withAction({ ref }: Draft): JsonObject {
  const mappings = [{ contactColumnName: 'Name', dataActionField: 'customerId' }];
  return {
    category: 'DIALER_PRECALL',
    conditions: [
      {
        type: 'dataActionCondition',
        dataAction: ref('integration_action'),
        dataNotFoundResolution: false,
        contactColumnToDataActionFieldMappings: mappings,
        predicates: [
          {
            outputField: 'tier',
            outputOperator: 'GREATER_THAN',
            comparisonValue: '2',
            inverted: false,
            outputFieldMissingResolution: false,
          },
        ],
      },
    ],
    actions: [{ type: 'Action', actionTypeName: 'DO_NOT_DIAL', properties: {} }],
  };
}

function addDigitalRuleSet({ add, names, ref }: Draft): void {
  const condition = { columnName: 'Größe', operator: 'GreaterThan', value: '100', valueType: 'Numeric' };
  add('outbound_digitalruleset', {
    name: names.thing('outbound_digitalruleset'),
    contactList: ref('outbound_contact_list'),
    rules: [
      {
        name: names.thing('digital rule'),
        order: 0,
        category: 'PreContact',
        conditions: [{ inverted: false, contactColumnConditionSettings: condition }],
        actions: [{ doNotSendActionSettings: {} }],
      },
    ],
  });
}
