import { isoDate } from '../../kernel/clock.ts';
import type { OpenContext } from '../../context.ts';
import type { OpenRoute } from '../../feature.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { currentLanguage, putLanguage } from './language-store.ts';

/** Where the file of a grammar language is PUT; the file itself is not kept, what is known of it is. */
export const grammarUploadRoute: OpenRoute = {
  method: 'PUT',
  path: '/uploads/grammars/{organisationId}/{grammarId}/{languageCode}/{kind}',
  handle: upload,
};

function upload(open: OpenContext): Reply {
  const { organisationId = '', grammarId = '', languageCode = '', kind = '' } = open.params;
  const organisation = open.world.organisations.get(organisationId);
  const language = organisation && currentLanguage(organisation, grammarId, languageCode);
  if (!organisation || !language || !open.query.get('key')) throw notFound('grammar language', languageCode);
  const name = kind === 'dtmf' ? 'dtmf' : 'voice';
  const fileUrl = `${open.baseUrl}/downloads/grammars/${grammarId}/${languageCode}/${name}`;
  const known = { dateUploaded: isoDate(open.now), fileSizeBytes: open.rawBody.length };
  const metadata = language[`${name}FileMetadata`];
  putLanguage(organisation, {
    ...language,
    [`${name}FileUrl`]: fileUrl,
    [`${name}FileMetadata`]: { ...(typeof metadata === 'object' ? metadata : {}), ...known },
  });
  return { status: 200 };
}
