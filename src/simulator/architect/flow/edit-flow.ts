import type { Context } from '../../context.ts';
import { refId, textOf, type Entity } from '../../kernel/values.ts';
import { badRequest, conflict } from '../../wire/platform-error.ts';
import { resolveContent } from '../content/resolve-content.ts';
import { lockedByCaller, requireUnlocked, unlocked } from './flow-lock.ts';
import { contentOf, keepVersion, nextSavedId, versionOf } from './flow-versions.ts';
import { publishVersion, writeFlow } from './write-flow.ts';

/** What can be done with a flow in Architect, besides publishing a file. */
export type FlowEdit = 'checkout' | 'checkin' | 'unlock' | 'publish' | 'revert' | 'deactivate';

/** Names of all edits, for routes. */
export const flowEdits: readonly FlowEdit[] = ['checkout', 'checkin', 'unlock', 'publish', 'revert', 'deactivate'];

/** Does the edit for the caller and returns the flow after it. PlatformError 409 when somebody else holds the flow. */
export function editFlow(context: Context, flow: Entity, edit: FlowEdit): Entity {
  if (edit !== 'unlock') requireUnlocked(context, flow);
  switch (edit) {
    case 'checkout':
      return writeFlow(context, flow, { action: 'Checkout', properties: lockedByCaller(context) });
    case 'unlock':
      return writeFlow(context, flow, { action: 'Unlock', properties: unlocked });
    case 'checkin':
      return checkIn(context, flow);
    case 'revert':
      return revert(context, flow);
    case 'deactivate':
      return writeFlow(context, flow, { action: 'Deactivate', properties: { active: false } });
    case 'publish':
      return publishDraft(context, flow);
    default:
      return edit satisfies never;
  }
}

/** Saves a text as the flow's draft; the caller must have it checked out (PlatformError 409). */
export function saveDraft(context: Context, flow: Entity, content: string): Entity {
  requireUnlocked(context, flow);
  if (flow['lockedUser'] === undefined && flow['lockedClient'] === undefined) {
    throw conflict(`The flow '${textOf(flow, 'name')}' is not checked out.`, 'architect.flow.not.locked');
  }
  const id = nextSavedId(context.organisation, flow.id);
  const version = keepVersion(context, flow, { id, kind: 'SAVE', content });
  return writeFlow(context, flow, { action: 'Update', properties: { savedVersion: version } });
}

function checkIn(context: Context, flow: Entity): Entity {
  const saved = refId(flow['savedVersion']);
  if (saved === undefined || saved === refId(flow['checkedInVersion'])) {
    return writeFlow(context, flow, { action: 'Checkin', properties: unlocked });
  }
  const content = contentOf(context.organisation, flow.id, saved) ?? '';
  const version = keepVersion(context, flow, { id: saved, kind: 'CHECKIN', content });
  const properties = { ...unlocked, savedVersion: version, checkedInVersion: version };
  return writeFlow(context, flow, { action: 'Checkin', properties });
}

function revert(context: Context, flow: Entity): Entity {
  const checkedIn = versionOf(context.organisation, flow.id, refId(flow['checkedInVersion']) ?? '');
  return writeFlow(context, flow, { action: 'Revert', properties: { ...unlocked, savedVersion: checkedIn } });
}

function publishDraft(context: Context, flow: Entity): Entity {
  const saved = context.query.get('version') ?? refId(flow['savedVersion']) ?? '';
  const content = contentOf(context.organisation, flow.id, saved);
  if (content === undefined)
    throw badRequest(
      `The flow '${textOf(flow, 'name')}' has no configuration to publish.`,
      'architect.flow.no.configuration',
    );
  const { used, problems } = resolveContent(context.organisation, content);
  if (problems.length > 0) throw badRequest(problems.join(' '), 'architect.flow.validation.failed');
  return publishVersion(context, flow, { content, used });
}
