import { authorityOf } from '../access/grants.ts';
import type { Caller, Context, OpenContext } from '../context.ts';
import type { OpenRoute } from '../feature.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { editFlow, flowEdits, saveDraft } from './flow/edit-flow.ts';
import { flowType } from './flow/flow-type.ts';
import { architectSettings, changeArchitectSettings, defaultArchitectSettings } from './job/architect-settings.ts';

const root = '/simulator/organisations/{organisationId}/architect';

/** Steering: how long jobs take, and a person who edits a flow in Architect. */
export const architectSteering: readonly OpenRoute[] = [
  {
    method: 'GET',
    path: `${root}/settings`,
    steering: true,
    handle: (open) => ({ status: 200, body: architectSettings(organisationOf(open)) }),
  },
  { method: 'PATCH', path: `${root}/settings`, steering: true, handle: changeSettings },
  { method: 'POST', path: `${root}/flows/{flowId}/edits`, steering: true, handle: humanEdit },
];

function changeSettings(open: OpenContext): Reply {
  const organisation = organisationOf(open);
  const body = bodyOf(open);
  for (const [name, value] of Object.entries(body)) {
    if (!(name in defaultArchitectSettings) || typeof value !== 'number')
      throw badRequest(`${name} is not a numeric setting`);
  }
  changeArchitectSettings(organisation, body);
  return { status: 200, body: architectSettings(organisation) };
}

/** Body `{ email, edits: ['checkout', 'save', 'checkin', …], content? }`; `flowId` in the path may be the flow's name. */
function humanEdit(open: OpenContext): Reply {
  const organisation = organisationOf(open);
  const body = bodyOf(open);
  const context: Context = {
    ...open,
    organisation,
    body,
    caller: humanCaller(organisation, textOf(body, 'email')),
    query: new URLSearchParams(),
  };
  const edits: unknown[] = Array.isArray(body['edits']) ? body['edits'] : [];
  let flow = flowOf(organisation, open.params['flowId'] ?? '');
  for (const edit of edits) flow = applyEdit(context, flow, edit);
  return { status: 200, body: flow };
}

function applyEdit(context: Context, flow: Entity, wanted: unknown): Entity {
  if (wanted === 'save') return saveDraft(context, flow, textOf(context.body as JsonObject, 'content'));
  const edit = flowEdits.find((known) => known === wanted);
  if (edit === undefined) throw badRequest(`${String(wanted)} is not an edit; use save, ${flowEdits.join(', ')}`);
  return editFlow(context, flow, edit);
}

function flowOf(organisation: Organisation, idOrName: string): Entity {
  const flows = organisation.collection(flowType.name);
  const found = flows.current(idOrName) ?? flows.currentNamed(idOrName)[0];
  if (!found) throw notFound('flow', idOrName);
  return found;
}

function humanCaller(organisation: Organisation, email: string): Caller {
  const user = organisation
    .collection('user')
    .currentAll()
    .find((candidate) => textOf(candidate, 'email') === email);
  if (!user) throw notFound('user', email);
  return { kind: 'user', subjectId: user.id, userId: user.id, authority: authorityOf(organisation, user.id) };
}

function organisationOf(open: OpenContext): Organisation {
  const wanted = open.params['organisationId'] ?? '';
  const all = [...open.world.organisations.values()];
  const found = all.find((organisation) => organisation.id === wanted || organisation.name === wanted);
  if (!found) throw notFound('organisation', wanted);
  return found;
}

function bodyOf(open: OpenContext): JsonObject {
  const text = Buffer.from(open.rawBody).toString('utf8');
  const body: unknown = text === '' ? {} : JSON.parse(text);
  if (!isObject(body)) throw badRequest('the body must be a JSON object');
  return body;
}
