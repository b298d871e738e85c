import type { Context, OpenContext } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { readableEntity } from '../entity/visibility.ts';
import type { OpenRoute, Route } from '../feature.ts';
import { isObject, textOf, type Entity } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { greetingType } from './greeting.ts';

/** Where the sound of a greeting is, recorded or spoken by the platform: 404 for greetings that have neither. */
export const greetingDownloadRoutes: readonly Route[] = [
  describedRoute('getGreetingDownloads', download),
  describedRoute('getGreetingGroupsDownloads', download),
];

/** The sound itself: a wave file without samples, since sounds are not kept. */
export const greetingSoundRoute: OpenRoute = {
  method: 'GET',
  path: '/downloads/greetings/{organisationId}/{greetingId}',
  handle: sound,
};

function download(context: Context): Reply {
  const greeting = readableEntity(context, greetingType, context.params['greetingId'] ?? '');
  if (!hasSound(greeting)) throw notFound('audio file of greeting', greeting.id);
  const mediaFileUri = `${context.baseUrl}/downloads/greetings/${context.organisation.id}/${greeting.id}`;
  return { status: 200, body: { id: greeting.id, mediaFileUri } };
}

function sound({ world, params }: OpenContext): Reply {
  const { organisationId = '', greetingId = '' } = params;
  const greeting = world.organisations.get(organisationId)?.collection(greetingType.name).current(greetingId);
  if (!greeting || !hasSound(greeting)) throw notFound('audio file of greeting', greetingId);
  return { status: 200, body: 'RIFF$   WAVE', headers: { 'Content-Type': 'audio/wav' } };
}

function hasSound(greeting: Entity): boolean {
  return isObject(greeting['audioFile']) || textOf(greeting, 'audioTTS') !== '';
}
