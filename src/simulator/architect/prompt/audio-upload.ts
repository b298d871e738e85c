import { authenticate } from '../../access/authenticate.ts';
import type { OpenContext } from '../../context.ts';
import type { OpenRoute, TimerHandler } from '../../feature.ts';
import { startTimer } from '../../state/timers.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { architectSettings } from '../job/architect-settings.ts';
import { currentResource, putResource } from './resource-store.ts';

/** Kind of the timer that ends the transcoding of audio. */
export const transcodeTimer = 'prompt-transcode';

/** Where audio goes: a multipart POST with the access token, with or without the word Bearer; the sound is not kept. */
export const audioUploadRoute: OpenRoute = {
  method: 'POST',
  path: '/uploads/prompts/{organisationId}/{promptId}/{languageCode}',
  handle: upload,
};

/** Marks the audio as transcoded. */
export const endTranscoding: TimerHandler = (_world, organisation, timer) => {
  const [promptId = '', language = ''] = timer.subject.split('/');
  const resource = currentResource(organisation, promptId, language);
  if (!resource) return;
  const mediaUri = `/api/v2/architect/prompts/${promptId}/resources/${language}/audio`;
  putResource(organisation, promptId, language, { ...resource, uploadStatus: 'transcoded', mediaUri });
};

function upload(open: OpenContext): Reply {
  const token = open.headers['authorization']?.replace(/^bearer /i, '');
  const { organisation } = authenticate(open.world, token && `Bearer ${token}`, open.now);
  const { promptId = '', languageCode = '' } = open.params;
  const resource = currentResource(organisation, promptId, languageCode);
  if (!resource || organisation.id !== open.params['organisationId']) throw notFound('prompt resource', languageCode);
  if (open.rawBody.length === 0) throw badRequest('The upload has no file.', 'invalid.request.body');
  putResource(organisation, promptId, languageCode, { ...resource, uploadStatus: 'uploaded' });
  const delayMs = architectSettings(organisation).transcodeMs;
  startTimer(organisation, open.now, { kind: transcodeTimer, subject: `${promptId}/${languageCode}`, delayMs });
  return { status: 200 };
}
