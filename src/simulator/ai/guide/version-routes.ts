import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import { namedEntity } from '../../entity/visibility.ts';
import { clearedBy } from '../../entity/write.ts';
import type { Route } from '../../feature.ts';
import { isoDate } from '../../kernel/clock.ts';
import { isObject, refId, textOf, withoutNulls, type Entity, type JsonObject } from '../../kernel/values.ts';
import { checkBody } from '../../model/model-check.ts';
import { prunedTo } from '../../model/model-form.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { guideType } from './guide-type.ts';
import { versionsIn, versionsOf } from './version-store.ts';

const audit = { service: 'AIStudio', entityType: 'GuideVersion' };

/** Versions of guides: numbered from 1, drafts again after every change. */
export const guideVersionRoutes: readonly Route[] = [
  describedRoute('postGuideVersions', create),
  describedRoute('getGuideVersion', (context) => reply(namedVersion(context))),
  describedRoute('patchGuideVersion', update),
];

/** The version in the path of a request; PlatformError 404. */
export function namedVersion(context: Context): Entity {
  const { id } = namedEntity(context, guideType);
  const wanted = context.params['versionId'] ?? '';
  const found = versionsOf(context.organisation, id).find(({ version }) => version === wanted);
  if (!found) throw notFound('version of guide', wanted);
  return found;
}

/** A version as answers show it. */
export function shownGuideVersion({ id: _id, guideId, ...version }: Entity): JsonObject {
  const guide = { id: guideId, selfUri: `/api/v2/guides/${String(guideId)}` };
  return { ...version, guide, selfUri: `${guide.selfUri}/versions/${String(version['version'])}` };
}

function create(context: Context): Reply {
  const { organisation, now } = context;
  const guide = namedEntity(context, guideType);
  const body = accepted(context, 'CreateGuideVersion');
  const version = String(Number(versionsOf(organisation, guide.id).at(-1)?.['version'] ?? 0) + 1);
  const date = isoDate(now);
  return store(context, {
    variables: [],
    resources: { dataActions: [] },
    ...body,
    id: `${guide.id}/${version}`,
    guideId: guide.id,
    version,
    state: 'Draft',
    dateCreated: date,
    dateModified: date,
  });
}

function update(context: Context): Reply {
  const before = namedVersion(context);
  const body = accepted(context, 'UpdateGuideVersion');
  const cleared = clearedBy(context.body, 'UpdateGuideVersion', before);
  const after = withoutNulls({ ...before, ...body, ...cleared, state: 'Draft', dateModified: isoDate(context.now) });
  return store(context, { ...after, id: before.id }, before);
}

function accepted(context: Context, model: string): JsonObject {
  const body = prunedTo(checkBody(context.body, model), model) as JsonObject;
  const { resources } = body;
  const actions = isObject(resources) && Array.isArray(resources['dataActions']) ? resources['dataActions'] : [];
  const known = context.organisation.collection('integration_action');
  const stranger = actions.map((action) => refId(action) ?? '').find((id) => !known.current(id));
  if (stranger !== undefined) throw badRequest(`Unable to find data action with id ${stranger}`, 'invalid.reference');
  return body;
}

function store(context: Context, version: Entity, before?: Entity): Reply {
  versionsIn(context.organisation).put(version);
  const guide = context.organisation.collection(guideType.name).current(textOf(version, 'guideId')) ?? {};
  const entity = { id: String(version['version']), name: textOf(guide, 'name') };
  recordAudit(context, { ...auditOf(audit, before, version), entity });
  return reply(version);
}

function reply(version: Entity): Reply {
  return { status: 200, body: shownGuideVersion(version) };
}
