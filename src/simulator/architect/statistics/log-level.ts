import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import { pageOf } from '../../entity/listing.ts';
import { namedEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { isoDate } from '../../kernel/clock.ts';
import { checkBody } from '../../model/model-check.ts';
import { conflict, notFound } from '../../wire/platform-error.ts';
import type { Reply } from '../../wire/message.ts';
import { flowType } from '../flow/flow-type.ts';

const shelf = 'flow_loglevel';

/** How much the executions of a flow are logged; a flow has one such setting or none. */
export const logLevelRoutes: readonly Route[] = [
  describedRoute('getFlowsInstancesSettingsLoglevels', listed),
  describedRoute('getFlowInstancesSettingsLoglevels', (context) => ({
    status: 200,
    body: shown(context, settingOf(context)),
  })),
  describedRoute('postFlowInstancesSettingsLoglevels', (context) => {
    const flow = flowOf(context);
    if (context.organisation.collection(shelf).current(flow.id))
      throw conflict(`The flow ${flow.id} has a log level already.`, 'general.conflict');
    return stored(context, flow, undefined);
  }),
  describedRoute('putFlowInstancesSettingsLoglevels', (context) =>
    stored(context, flowOf(context), settingOf(context)),
  ),
  describedRoute('deleteFlowInstancesSettingsLoglevels', removed),
];

function flowOf(context: Context): Entity {
  return namedEntity(context, flowType);
}

function settingOf(context: Context): Entity {
  const flow = flowOf(context);
  const setting = context.organisation.collection(shelf).current(flow.id);
  if (!setting) throw notFound('log level of the flow', flow.id);
  return setting;
}

function stored(context: Context, flow: Entity, before: Entity | undefined): Reply {
  const { logLevelCharacteristics } = checkBody(context.body, 'FlowLogLevelRequest');
  const setting = { id: flow.id, logLevelCharacteristics, dateModified: isoDate(context.now) };
  context.organisation.collection(shelf).put(setting);
  recordAudit(context, auditOf({ service: 'Architect', entityType: 'FlowLogLevel' }, before, setting));
  return { status: 200, body: shown(context, setting) };
}

function removed(context: Context): Reply {
  const before = settingOf(context);
  context.organisation.collection(shelf).remove(before.id);
  recordAudit(context, auditOf({ service: 'Architect', entityType: 'FlowLogLevel' }, before, undefined));
  return { status: 204 };
}

function listed(context: Context): Reply {
  const settings = context.organisation.collection(shelf).shownAll();
  return {
    status: 200,
    body: pageOf(context, settings, { maxPageSize: 200, present: (setting) => shown(context, setting) }),
  };
}

function shown({ organisation }: Context, setting: Entity): JsonObject {
  const flow = organisation.collection(flowType.name).current(setting.id);
  return {
    ...setting,
    name: textOf(flow ?? {}, 'name'),
    type: textOf(flow ?? {}, 'type').toLowerCase(),
    selfUri: `/api/v2/flows/${setting.id}/instances/settings/loglevels`,
  };
}
