import type { Context } from '../../context.ts';
import { describedType } from '../../described/described-type.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { updateEntity } from '../../entity/write.ts';
import type { Route } from '../../feature.ts';
import type { Reply } from '../../wire/message.ts';

const complete = describedType('flow_outcome', {
  label: 'flow outcome',
  audit: { service: 'Architect', entityType: 'FlowOutcome' },
  uniqueName: { status: 409, code: 'general.conflict' },
  stamps: [],
});

/** Outcomes that flows end with. The public API cannot delete them. */
export const outcomeType = withoutUpdate(complete);

/** A change of an outcome answers the operation that makes it, not the outcome. */
export const outcomeRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: '/api/v2/flows/outcomes/{flowOutcomeId}',
    permissions: complete.update?.permissions ?? { none: true },
    handle: changed,
  },
];

function changed(context: Context): Reply {
  const outcome = updateEntity(context, complete, context.params['flowOutcomeId'] ?? '', context.body);
  return {
    status: 200,
    body: {
      id: context.organisation.ids.next(),
      complete: true,
      actionName: 'UPDATE',
      actionStatus: 'SUCCESS',
      client: { id: context.caller.clientId ?? outcome.id },
    },
  };
}

function withoutUpdate({ update: _update, ...rest }: EntityType): EntityType {
  return rest;
}
