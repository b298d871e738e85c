import type { Context } from '../../context.ts';
import { recordAudit } from '../../entity/audit.ts';
import { pageOf } from '../../entity/listing.ts';
import { readableEntity, writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { checkBody, writableNames } from '../../model/model-check.ts';
import { propertyChanges } from '../../state/audit-trail.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, conflict, notFound } from '../../wire/platform-error.ts';
import { promptType } from './prompt-type.ts';
import { currentResource, putResource, removeResource, shownResource, shownResources } from './resource-store.ts';

const resources = `${promptType.path}/{promptId}/resources`;
const edit = { all: ['architect:userPrompt:edit'] };
const languageTag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** What user prompts say, language by language: text to speak, or audio uploaded to `uploadUri`. */
export const resourceRoutes: readonly Route[] = [
  { method: 'GET', path: resources, permissions: { all: ['architect:userPrompt:view'] }, handle: list },
  { method: 'POST', path: resources, permissions: edit, handle: create },
  {
    method: 'GET',
    path: `${resources}/{languageCode}`,
    permissions: { all: ['architect:userPrompt:view'] },
    handle: get,
  },
  { method: 'PUT', path: `${resources}/{languageCode}`, permissions: edit, handle: update },
  { method: 'DELETE', path: `${resources}/{languageCode}`, permissions: edit, handle: remove },
];

function list(context: Context): Reply {
  const prompt = readableEntity(context, promptType, promptId(context));
  const items = shownResources(context.organisation, prompt.id);
  const present = (resource: JsonObject): JsonObject => presented(context, prompt, resource);
  return { status: 200, body: pageOf(context, items, { maxPageSize: 100, present }) };
}

function get(context: Context): Reply {
  const prompt = readableEntity(context, promptType, promptId(context));
  const resource = shownResource(context.organisation, prompt.id, languageCode(context));
  if (!resource) throw notFound('prompt resource', languageCode(context));
  return { status: 200, body: presented(context, prompt, resource) };
}

function create(context: Context): Reply {
  const prompt = writableEntity(context, promptType, promptId(context), edit);
  const body = checkBody(context.body, 'PromptAssetCreate');
  const language = textOf(body, 'language').toLowerCase();
  if (!languageTag.test(language)) {
    throw badRequest(`"${language}" is not a language tag.`, 'invalid.value', {
      details: [{ errorCode: 'invalid.value', fieldName: 'language' }],
    });
  }
  if (currentResource(context.organisation, prompt.id, language)) {
    throw conflict(`The prompt already has a resource for ${language}.`);
  }
  const resource: JsonObject = {
    ...body,
    id: language,
    promptId: prompt.id,
    language,
    uploadStatus: 'created',
    languageDefault: language === context.organisation.defaultLanguage.toLowerCase(),
    selfUri: `${promptType.path}/${prompt.id}/resources/${language}`,
  };
  return store(context, prompt, { before: undefined, after: resource, language });
}

function update(context: Context): Reply {
  const prompt = writableEntity(context, promptType, promptId(context), edit);
  const language = languageCode(context);
  const before = currentResource(context.organisation, prompt.id, language);
  if (!before) throw notFound('prompt resource', language);
  const replaced = new Set(writableNames('PromptAsset'));
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !replaced.has(name)));
  const after = { ...kept, ...checkBody(context.body, 'PromptAsset') };
  return store(context, prompt, { before, after, language });
}

function remove(context: Context): Reply {
  const prompt = writableEntity(context, promptType, promptId(context), edit);
  const language = languageCode(context);
  const before = currentResource(context.organisation, prompt.id, language);
  if (!before) throw notFound('prompt resource', language);
  store(context, prompt, { before, after: undefined, language });
  return { status: 204 };
}

function store(
  context: Context,
  prompt: Entity,
  change: {
    readonly before: JsonObject | undefined;
    readonly after: JsonObject | undefined;
    readonly language: string;
  },
): Reply {
  const { before, after, language } = change;
  if (after) putResource(context.organisation, prompt.id, language, after);
  else removeResource(context.organisation, prompt.id, language);
  recordAudit(context, {
    service: 'Architect',
    entityType: 'PromptResource',
    action: before === undefined ? 'Create' : after === undefined ? 'Delete' : 'Update',
    entity: { id: language, name: textOf(prompt, 'name') },
    changes: propertyChanges(before ?? {}, after ?? {}),
  });
  return { status: 200, body: after && presented(context, prompt, after) };
}

function presented(context: Context, prompt: Entity, resource: JsonObject): JsonObject {
  const language = textOf(resource, 'language');
  const { baseUrl, organisation } = context;
  return { ...resource, uploadUri: `${baseUrl}/uploads/prompts/${organisation.id}/${prompt.id}/${language}` };
}

function promptId(context: Context): string {
  return context.params['promptId'] ?? '';
}

function languageCode(context: Context): string {
  return (context.params['languageCode'] ?? '').toLowerCase();
}
