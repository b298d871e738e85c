import type { Case } from '../case.ts';

const partOfQueue: Case = {
  find: (made) => made.id('routing_queue'),
  values: async (made) => ({ queueId: await made.id('routing_queue') }),
};

/** What the suite is told of routing types. */
export const routingCases: Readonly<Record<string, Case>> = {
  routing_email_domain: {
    create: { id: 'mail.conformance.example' },
    update: { mailFromSettings: { mailFromDomain: 'from.conformance.example' } },
  },
  routing_email_route: {
    create: { pattern: 'billing', fromName: 'Billing' },
    update: { fromName: 'Billing team' },
    values: async (made) => ({ domainName: await made.id('routing_email_domain') }),
  },
  routing_queue_conditional_group_activation: {
    ...partOfQueue,
    update: { description: 'activated' },
  },
  routing_queue_conditional_group_routing: { ...partOfQueue, update: { description: 'routed' } },
  routing_queue_outbound_email_address: { ...partOfQueue, update: { description: 'mailed' } },
  routing_settings: { update: { resetAgentScoreOnPresenceChange: true } },
  // A skill changes its division only.
  routing_skill: {
    update: async (_skill, made) => ({ divisionId: await made.id('auth_division') }),
    isChanged: ({ division }, { divisionId }) => (division as { readonly id: string } | undefined)?.id === divisionId,
  },
  routing_skill_group: {
    create: async (made) => ({
      memberDivisions: [],
      skillConditions: [
        {
          routingSkillConditions: [
            {
              routingSkill: await made.id('routing_skill'),
              comparator: 'GreaterThan',
              proficiency: 2,
              childConditions: [],
            },
          ],
          languageSkillConditions: [],
          operation: 'And',
        },
      ],
    }),
  },
  routing_utilization: {
    update: (utilization) => ({
      utilization: {
        ...(utilization['utilization'] as object),
        chat: { maximumCapacity: 6, interruptableMediaTypes: ['email'], includeNonAcd: false },
      },
    }),
  },
};
