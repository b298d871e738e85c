import type { Context } from '../../context.ts';
import type { Route } from '../../feature.ts';
import { isoDate } from '../../kernel/clock.ts';
import type { Reply } from '../../wire/message.ts';

const path = '/api/v2/architect/dependencytracking/build';
const shelf = 'architect.dependency-build';
const buildMs = 2000;

/** Building the dependency data anew, which takes a while. What it holds is right all the time. */
export const buildRoutes: readonly Route[] = [
  { method: 'GET', path, permissions: { all: ['architect:dependencyTracking:view'] }, handle: status },
  { method: 'POST', path, permissions: { all: ['architect:dependencyTracking:rebuild'] }, handle: start },
];

/** A build that is asked for while one is running does not start another one. */
function start(context: Context): Reply {
  const { organisation, caller, now } = context;
  const latest = organisation.ledger(shelf).current(shelf);
  if (latest && now < Number(latest['startedAt']) + buildMs) return { status: 202 };
  const { userId, clientId } = caller;
  organisation.ledger(shelf).put({ id: shelf, buildId: organisation.ids.next(), startedAt: now, userId, clientId });
  return { status: 202 };
}

function status(context: Context): Reply {
  const latest = context.organisation.ledger(shelf).current(shelf);
  if (!latest) return { status: 200, body: { status: 'OPERATIONAL', selfUri: path } };
  const { buildId, userId, clientId } = latest;
  const [startedAt, completedAt] = [Number(latest['startedAt']), Number(latest['startedAt']) + buildMs];
  const isRunning = context.now < completedAt;
  return {
    status: 200,
    body: {
      id: buildId,
      buildId,
      ...(userId === undefined ? {} : { user: { id: userId, selfUri: `/api/v2/users/${String(userId)}` } }),
      ...(clientId === undefined
        ? {}
        : { client: { id: clientId, selfUri: `/api/v2/oauth/clients/${String(clientId)}` } }),
      status: isRunning ? 'BUILDINPROGRESS' : 'OPERATIONAL',
      dateStarted: isoDate(startedAt),
      ...(isRunning ? {} : { dateCompleted: isoDate(completedAt) }),
      selfUri: path,
    },
  };
}
