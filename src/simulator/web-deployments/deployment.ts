import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, textOf, withoutNulls, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest } from '../wire/platform-error.ts';
import { becomeActive } from './becoming-active.ts';
import { publishedVersion } from './published-versions.ts';

/** Deployments: pending after each write, then active. They show one published version of a configuration. */
export const deploymentType = describedType('webdeployments_deployment', {
  label: 'web deployment',
  audit: { service: 'WebDeployments' },
  holds: { webdeployments_configuration: 409 },
  defaults: () => ({ allowAllDomains: false, allowedDomains: [] }),
  hooks: {
    accept: (context, body, before) => ({
      ...body,
      ...stampsOf(context, before),
      ...configurationOf(body),
      status: body['status'] === 'Inactive' ? 'Inactive' : 'Pending',
    }),
    check: (context, entity) => requireVersion(context.organisation, entity),
    stored: (context, entity) => {
      if (entity?.['status'] === 'Pending') becomeActive(context, 'deployment', entity.id);
    },
    present: (organisation, entity, expand) => ({
      snippet: snippetOf(entity),
      configuration: shownConfiguration(organisation, entity, expand.includes('configuration')),
    }),
  },
});

/** The configuration version that a deployment shows; PlatformError 400 when it is not published. */
export function requireVersion(organisation: Organisation, deployment: Entity): Entity {
  const { id, version } = isObject(deployment['configuration']) ? deployment['configuration'] : {};
  const found = publishedVersion(organisation, String(id), String(version));
  if (found) return found;
  const details = [{ errorCode: 'invalid.reference', fieldName: 'configuration.version', entityId: String(id) }];
  throw badRequest(
    `The configuration with id ${String(id)} has no published version ${String(version)}.`,
    'invalid.reference',
    {
      details,
    },
  );
}

function configurationOf({ configuration }: JsonObject): JsonObject {
  if (!isObject(configuration)) return {};
  return { configuration: { id: configuration['id'], version: configuration['version'] } };
}

function shownConfiguration(organisation: Organisation, entity: Entity, whole: boolean): JsonObject {
  const { id, version } = isObject(entity['configuration']) ? entity['configuration'] : {};
  const found = publishedVersion(organisation, String(id), String(version));
  const selfUri = `/api/v2/webdeployments/configurations/${String(id)}/versions/${String(version)}`;
  const name = found === undefined ? {} : { name: textOf(found, 'name') };
  return { ...(whole ? found : {}), id, version, ...name, selfUri };
}

function snippetOf({ id }: Entity): string {
  return `<script type="text/javascript" charset="utf-8" data-deployment="${id}"></script>`;
}

function stampsOf({ now, caller }: Context, before: Entity | undefined): JsonObject {
  const date = isoDate(now);
  return withoutNulls({
    dateCreated: before?.['dateCreated'] ?? date,
    dateModified: date,
    lastModifiedUser: { id: caller.subjectId },
  });
}
