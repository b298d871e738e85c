import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import { writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { checkBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, conflict, notFound } from '../../wire/platform-error.ts';
import { grammarType } from './grammar-type.ts';
import { currentLanguage, languageIn, putLanguage, removeLanguage, shownLanguage } from './language-store.ts';

/** The languages of a grammar; their files are uploaded to an address that the platform hands out. */
export const grammarLanguageRoutes: readonly Route[] = [
  describedRoute('postArchitectGrammarLanguages', created),
  describedRoute('getArchitectGrammarLanguage', read),
  describedRoute('patchArchitectGrammarLanguage', changed),
  describedRoute('deleteArchitectGrammarLanguage', removed),
  describedRoute('postArchitectGrammarLanguageFilesVoice', (context) => uploadAddress(context, 'voice')),
  describedRoute('postArchitectGrammarLanguageFilesDtmf', (context) => uploadAddress(context, 'dtmf')),
];

const audit = { service: 'Architect', entityType: 'GrammarLanguage' };

function created(context: Context): Reply {
  const grammar = writableEntity(context, grammarType, context.params['grammarId'] ?? '', { none: true });
  const body = checkBody(context.body, 'GrammarLanguage');
  const code = textOf(body, 'language');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(code)) throw badLanguage(code);
  if (currentLanguage(context.organisation, grammar.id, code))
    throw conflict(`The grammar has the language ${code} already.`, 'general.conflict');
  return keep(context, { ...body, grammarId: grammar.id, language: code }, undefined);
}

function read(context: Context): Reply {
  const { grammarId = '', languageCode = '' } = context.params;
  const language = shownLanguage(context.organisation, grammarId, languageCode);
  if (!language) throw notFound('grammar language', languageCode);
  return { status: 200, body: language };
}

function changed(context: Context): Reply {
  const before = languageNamed(context);
  return keep(context, { ...before, ...checkBody(context.body, 'GrammarLanguageUpdate') }, before);
}

function removed(context: Context): Reply {
  const before = languageNamed(context);
  removeLanguage(context.organisation, textOf(before, 'grammarId'), textOf(before, 'language'));
  recordAudit(context, auditOf(audit, before, undefined));
  return { status: 204 };
}

function uploadAddress(context: Context, kind: 'voice' | 'dtmf'): Reply {
  const { grammarId = '', languageCode = '' } = context.params;
  languageNamed(context);
  checkBody(context.body, 'GrammarFileUploadRequest');
  const uploadKey = context.organisation.ids.next();
  const place = `${context.organisation.id}/${grammarId}/${languageCode}/${kind}`;
  return {
    status: 200,
    body: { url: `${context.baseUrl}/uploads/grammars/${place}?key=${uploadKey}`, uploadKey, headers: {} },
  };
}

function keep(context: Context, language: JsonObject, before: Entity | undefined): Reply {
  const stored = putLanguage(context.organisation, language);
  recordAudit(context, auditOf(audit, before, stored));
  return { status: 200, body: languageIn(stored) };
}

function languageNamed(context: Context): Entity {
  const { grammarId = '', languageCode = '' } = context.params;
  const language = currentLanguage(context.organisation, grammarId, languageCode);
  if (!language) throw notFound('grammar language', languageCode);
  return language;
}

function badLanguage(code: string): Error {
  const details = [{ errorCode: 'invalid.value', fieldName: 'language' }];
  return badRequest(`"${code}" is not a language code.`, 'invalid.value', { details });
}
