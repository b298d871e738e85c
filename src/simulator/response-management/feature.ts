import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';
import { queryResponsesRoute } from './query-responses.ts';

const audit = { service: 'ResponseManagement' };
const responses = describedType('responsemanagement_response', { label: 'response', audit });

/** Response management. */
export const responseManagementFeature: Feature = {
  name: 'response-management',
  types: [
    describedType('responsemanagement_library', { label: 'library', audit }),
    responses,
    describedType('responsemanagement_responseasset', { label: 'responseasset', audit }),
  ],
  routes: [queryResponsesRoute(responses)],
};
