import { defineCheck } from '../../policy-check.ts';

/** SB1105: a deployment does not keep the API of the organisation busy for longer than is sane. */
export const budgetExceeded = defineCheck({
  code: 'SB1105',
  name: 'budget-exceeded',
  severity: 'warning',
  looksAt: 'requests that the deployment is expected to cost, and the API budget of the environment',
  parameters: { mostMinutes: { default: 60, meaning: 'longest deployment, in minutes', least: 1 } },
  run: ({ world, plan, review }, { mostMinutes }) => {
    const { budget } = world.input;
    if (budget === undefined) return [];
    const requests = review.cost?.requests ?? plan.requests;
    const perMinute = Math.max(1, budget.requestsPerMinute - budget.reserve);
    const minutes = Math.ceil(review.cost?.minutes ?? requests / perMinute);
    if (minutes <= mostMinutes) return [];
    return [
      {
        detail: `${requests} requests at ${perMinute} a minute take about ${minutes} minutes; sane is up to ${mostMinutes}.`,
      },
    ];
  },
});
