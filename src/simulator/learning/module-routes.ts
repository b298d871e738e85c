import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { recordAudit } from '../entity/audit.ts';
import { shownTo } from '../entity/routes.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import { storeEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import { permissionsFor } from '../model/description.ts';
import { checkBody } from '../model/model-check.ts';
import { prunedTo } from '../model/model-form.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { keepPublished, publishedIn, ruleOf, rulesIn } from './module-store.ts';
import { moduleType } from './module.ts';

const publishing = 'postLearningModulePublish';
const changingRule = 'putLearningModuleRule';

/** Publishing a module, its published versions, and the rule that assigns it. */
export const moduleRoutes: readonly Route[] = [
  describedRoute(publishing, publish),
  describedRoute('getLearningModuleVersion', getVersion),
  describedRoute('getLearningModuleRule', (context) => ({
    status: 200,
    body: ruleOf(context.organisation, namedModule(context).id),
  })),
  describedRoute(changingRule, changeRule),
];

function publish(context: Context): Reply {
  const before = writableModule(context, publishing);
  const version = Number(before['version']) + 1;
  const entity = storeEntity(context, moduleType, { entity: { ...before, version, isPublished: true }, before });
  keepPublished(context.organisation, entity);
  return { status: 200, body: { id: entity.id, version, selfUri: `${moduleType.path}/${entity.id}` } };
}

function getVersion(context: Context): Reply {
  const { id } = namedModule(context);
  const version = context.params['versionId'] ?? '';
  const found = publishedIn(context.organisation).current(`${id}/${version}`);
  if (!found) throw notFound('version of learning module', version);
  return { status: 200, body: shownTo(context, moduleType, found['module'] as Entity) };
}

function changeRule(context: Context): Reply {
  const module = writableModule(context, changingRule);
  const { isActive, parts } = checkBody(context.body, 'LearningModuleRule');
  const rule = { id: module.id, isActive, parts: prunedTo(parts, 'Array<LearningModuleRuleParts>') };
  rulesIn(context.organisation).put(rule);
  const entity = { id: module.id, name: textOf(module, 'name') };
  recordAudit(context, { service: 'Learning', entityType: 'Rule', action: 'Update', entity });
  return { status: 200, body: ruleOf(context.organisation, module.id) };
}

function namedModule(context: Context): Entity {
  return readableEntity(context, moduleType, context.params['moduleId'] ?? '');
}

function writableModule(context: Context, operation: string): Entity {
  return writableEntity(context, moduleType, context.params['moduleId'] ?? '', permissionsFor(operation));
}
