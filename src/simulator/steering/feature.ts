import type { OpenContext } from '../context.ts';
import type { Feature, OpenRoute } from '../feature.ts';
import { isObject, textOf, type JsonObject } from '../kernel/values.ts';
import { defaultSettings, type OrganisationSettings } from '../seeds.ts';
import type { Organisation } from '../state/organisation.ts';
import { loadWorld, saveWorld, type SimulatorState } from '../state/snapshot.ts';
import { inChunks, parseState } from '../state/state-file.ts';
import { stateLines } from '../state/state-lines.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import type { FaultRule } from './faults.ts';
import { logIn } from './log-in.ts';
import type { UsageFilter } from './usage.ts';

/** The simulator's own controls under `/simulator`, for other processes; they need no token and count nowhere. */
export const steeringFeature: Feature = {
  name: 'steering',
  openRoutes: [
    steer('GET', '/simulator/organisations', (context) => organisationList(context)),
    steer('POST', '/simulator/organisations/{organisationId}/logins', (context) => logInReply(context)),
    steer('PATCH', '/simulator/organisations/{organisationId}/settings', (context) => changeSettings(context)),
    steer('GET', '/simulator/faults', (context) => ok(context.world.faults.list())),
    steer('POST', '/simulator/faults', (context) => ok({ id: context.world.faults.add(faultRule(context)) })),
    steer('DELETE', '/simulator/faults', (context) => done(() => context.world.faults.clear())),
    steer('DELETE', '/simulator/faults/{faultId}', (context) =>
      done(() => context.world.faults.remove(context.params['faultId'] ?? '')),
    ),
    steer('POST', '/simulator/tokens/expire', (context) =>
      done(() => context.world.tokens.expireAll(textOf(bodyObject(context), 'clientId') || undefined)),
    ),
    steer('GET', '/simulator/usage', (context) => ok(context.world.usage.counts(usageFilter(context)))),
    steer('DELETE', '/simulator/usage', (context) => done(() => context.world.usage.reset())),
    steer('GET', '/simulator/requests', (context) => ok(context.world.usage.latest())),
    steer('GET', '/simulator/state', (context) => stateReply(context)),
    steer('PUT', '/simulator/state', (context) => done(() => loadWorld(context.world, stateBody(context)))),
  ],
};

function steer(method: string, path: string, handle: (context: OpenContext) => Reply): OpenRoute {
  return { method, path, steering: true, handle };
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function done(act: () => void): Reply {
  act();
  return { status: 204 };
}

function usageFilter({ query }: OpenContext): UsageFilter {
  const given = (name: string): string | undefined => query.get(name) ?? undefined;
  return {
    clientId: given('clientId'),
    organisationId: given('organisationId'),
    operation: given('operation'),
  };
}

function organisationList(context: OpenContext): Reply {
  return ok(
    [...context.world.organisations.values()].map((organisation) => ({
      id: organisation.id,
      name: organisation.name,
      domain: organisation.domain,
      settings: organisation.settings(),
    })),
  );
}

function logInReply(context: OpenContext): Reply {
  const organisation = organisationOf(context);
  const email = textOf(bodyObject(context), 'email');
  try {
    return ok({ access_token: logIn(context.world, organisation, email), token_type: 'bearer' });
  } catch {
    throw notFound('user', email);
  }
}

function changeSettings(context: OpenContext): Reply {
  const organisation = organisationOf(context);
  const change: Record<string, number> = {};
  for (const [name, value] of Object.entries(bodyObject(context))) {
    if (!Object.hasOwn(defaultSettings, name) || typeof value !== 'number')
      throw badRequest(`${name} is not a numeric setting`);
    change[name] = value;
  }
  organisation.changeSettings(change satisfies Partial<OrganisationSettings>);
  return ok(organisation.settings());
}

function organisationOf(context: OpenContext): Organisation {
  const wanted = context.params['organisationId'] ?? '';
  const all = [...context.world.organisations.values()];
  const found = all.find((organisation) => organisation.id === wanted || organisation.name === wanted);
  if (!found) throw notFound('organisation', wanted);
  return found;
}

function faultRule(context: OpenContext): FaultRule {
  const body = bodyObject(context);
  if (!isFaultRule(body)) throw badRequest('a fault rule needs { fault: { kind } }');
  return body;
}

function isFaultRule(body: JsonObject): body is JsonObject & FaultRule {
  const kinds = ['status', 'drop', 'slow', 'rate-limit', 'expire-tokens'];
  return isObject(body['fault']) && kinds.includes(textOf(body['fault'], 'kind'));
}

function stateReply({ world }: OpenContext): Reply {
  const headers = { 'Content-Type': 'application/x-ndjson' };
  return { status: 200, headers, chunks: inChunks(stateLines(saveWorld(world))) };
}

function stateBody(context: OpenContext): SimulatorState {
  try {
    return parseState(Buffer.from(context.rawBody));
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error));
  }
}

function bodyObject(context: OpenContext): JsonObject {
  const text = Buffer.from(context.rawBody).toString('utf8');
  const body = text === '' ? {} : parsed(text);
  if (!isObject(body)) throw badRequest('the body must be a JSON object');
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('the body is not JSON');
  }
}
