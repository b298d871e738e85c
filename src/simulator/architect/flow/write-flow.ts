import type { Context } from '../../context.ts';
import { recordAudit } from '../../entity/audit.ts';
import { storeEntity } from '../../entity/write.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { recordConsumed, type DependencyEnd } from '../../state/dependencies.ts';
import { dependencyTypeOfFlow } from '../content/flow-kinds.ts';
import type { ParsedFlow } from '../content/parse-flow.ts';
import { platformForm } from '../content/platform-form.ts';
import { unlocked } from './flow-lock.ts';
import { findFlow, flowType } from './flow-type.ts';
import { authorOf, keepVersion, nextPublishedId } from './flow-versions.ts';

/** What is to be published: the flow, its division and what it uses. */
export type Publication = {
  readonly parsed: ParsedFlow;
  readonly divisionId: string;
  readonly divisionName: string;
  readonly used: readonly DependencyEnd[];
};

/** Publishes a flow's YAML as the next version of the flow with its type and name, or as a new flow. */
export function publishFlow(context: Context, publication: Publication): Entity {
  const { parsed } = publication;
  const before = findFlow(context.organisation, parsed.kind, parsed.name) ?? createFlow(context, publication);
  return publishVersion(context, before, {
    content: platformForm(parsed, publication.divisionName),
    used: publication.used,
    properties: { name: parsed.name, description: parsed.description, division: { id: publication.divisionId } },
  });
}

/** Makes a text the published version of a flow, unlocks it and records what it uses. */
export function publishVersion(
  context: Context,
  flow: Entity,
  wish: { readonly content: string; readonly used: readonly DependencyEnd[]; readonly properties?: JsonObject },
): Entity {
  const id = nextPublishedId(context.organisation, flow.id);
  const version = keepVersion(context, flow, { id, kind: 'PUBLISH', content: wish.content });
  const author = authorOf(context)['createdBy'];
  const published = writeFlow(context, flow, {
    action: 'Publish',
    properties: {
      ...wish.properties,
      ...unlocked,
      active: true,
      publishedVersion: version,
      savedVersion: version,
      checkedInVersion: version,
      publishedBy: author,
    },
  });
  const name = textOf(published, 'name');
  const type = dependencyTypeOfFlow(textOf(published, 'type'));
  recordConsumed(context.organisation, { type, id: flow.id, name, version: id }, wish.used);
  return published;
}

/** Changes properties of a flow with an audit record; undefined removes a property. */
export function writeFlow(
  context: Context,
  flow: Entity,
  change: { readonly action: string; readonly properties: JsonObject },
): Entity {
  const merged = Object.entries({ ...flow, ...change.properties }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const after: Entity = { ...Object.fromEntries(merged), id: flow.id };
  context.organisation.collection(flowType.name).put(after);
  recordAudit(context, {
    ...flowType.audit,
    action: change.action,
    entity: { id: flow.id, name: textOf(after, 'name') },
    changes: versionChange(flow, after),
  });
  return after;
}

function createFlow(context: Context, publication: Publication): Entity {
  const { parsed, divisionId } = publication;
  const entity: Entity = {
    id: context.organisation.ids.next(),
    name: parsed.name,
    type: parsed.kind,
    division: { id: divisionId },
    active: false,
    system: false,
  };
  return storeEntity(context, flowType, { entity, before: undefined });
}

function versionChange(
  before: Entity,
  after: Entity,
): readonly { property: string; oldValues: string[]; newValues: string[] }[] {
  return ['publishedVersion', 'savedVersion', 'checkedInVersion'].flatMap((property) => {
    const [old, now] = [idIn(before[property]), idIn(after[property])];
    return old === now ? [] : [{ property, oldValues: old === '' ? [] : [old], newValues: now === '' ? [] : [now] }];
  });
}

function idIn(value: unknown): string {
  return isObject(value) ? textOf(value, 'id') : '';
}
