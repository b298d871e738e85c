import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { recordAudit } from '../entity/audit.ts';
import { shownTo } from '../entity/routes.ts';
import { namedEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import { prunedTo } from '../model/model-form.ts';
import type { Collection } from '../state/collection.ts';
import type { Reply } from '../wire/message.ts';
import { deploymentType, requireVersion } from './deployment.ts';
import { shownVersion } from './version-routes.ts';

const model = 'DeploymentIdentityResolutionConfig';

/** What a deployment shows at present, and whether it resolves who its visitors are. */
export const deploymentRoutes: readonly Route[] = [
  describedRoute('getWebdeploymentsDeploymentConfigurations', showing),
  describedRoute('getWebdeploymentsDeploymentIdentityresolution', identityResolution),
  describedRoute('putWebdeploymentsDeploymentIdentityresolution', changeIdentityResolution),
];

function showing(context: Context): Reply {
  const deployment = namedDeployment(context);
  const configurationVersion = shownVersion(context, requireVersion(context.organisation, deployment));
  return { status: 200, body: { configurationVersion, deployment: shownTo(context, deploymentType, deployment) } };
}

function identityResolution(context: Context): Reply {
  const { id } = namedDeployment(context);
  const { id: _id, ...stored } = resolutionsIn(context).shown(id) ?? { id, resolveIdentities: false };
  return { status: 200, body: { ...stored, selfUri: context.pathname } };
}

function changeIdentityResolution(context: Context): Reply {
  const deployment = namedDeployment(context);
  const { selfUri: _uri, ...body } = prunedTo(checkBody(context.body, model), model) as JsonObject;
  resolutionsIn(context).put({ ...body, id: deployment.id });
  const entity = { id: deployment.id, name: textOf(deployment, 'name') };
  recordAudit(context, { ...deploymentType.audit, action: 'Update', entity });
  return { status: 200, body: { ...body, selfUri: context.pathname } };
}

function namedDeployment(context: Context): Entity {
  return namedEntity(context, deploymentType);
}

function resolutionsIn(context: Context): Collection {
  return context.organisation.collection('webdeployments_deployment.identities');
}
