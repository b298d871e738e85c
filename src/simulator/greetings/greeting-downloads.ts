import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { readableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { greetingType } from './greeting.ts';

/** Where the sound of a greeting is: 404 for greetings that have none. */
export const greetingDownloadRoutes: readonly Route[] = [
  describedRoute('getGreetingDownloads', download),
  describedRoute('getGreetingGroupsDownloads', download),
];

function download(context: Context): Reply {
  const greeting = readableEntity(context, greetingType, context.params['greetingId'] ?? '');
  if (!isObject(greeting['audioFile'])) throw notFound('audio file of greeting', greeting.id);
  const mediaFileUri = `${context.baseUrl}/downloads/greetings/${context.organisation.id}/${greeting.id}`;
  return { status: 200, body: { id: greeting.id, mediaFileUri } };
}
