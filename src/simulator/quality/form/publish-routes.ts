import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { recordAudit } from '../../entity/audit.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { pageOf } from '../../entity/listing.ts';
import { shownTo } from '../../entity/routes.ts';
import { readableEntity, writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { isoDate } from '../../kernel/clock.ts';
import { textOf, type Entity } from '../../kernel/values.ts';
import { permissionsFor } from '../../model/description.ts';
import { checkBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { queryFlag, queryList } from '../../wire/query.ts';
import { evaluationFormType, isDraft, surveyFormType } from './form-type.ts';

/** Publishing of forms, published forms, and all versions of a form. */
export const publishRoutes: readonly Route[] = [
  ...routesFor(evaluationFormType, 'Evaluation'),
  ...routesFor(surveyFormType, 'Survey'),
  describedRoute('getQualityFormsEvaluationsBulkContexts', (context) => {
    const contexts = queryList(context.query, 'contextId');
    const found = contexts.flatMap((id) => publishedIn(context, evaluationFormType, id)[0] ?? []);
    return { status: 200, body: found.map((form) => shownTo(context, evaluationFormType, form)) };
  }),
  describedRoute('patchQualityFormsSurvey', disable),
];

function routesFor(type: EntityType, name: string): readonly Route[] {
  const pageNamed = (context: Context, forms: readonly Entity[]): Reply => {
    const body = pageOf(context, forms, { maxPageSize: 500, present: (form) => shownTo(context, type, form) });
    return { status: 200, body };
  };
  return [
    describedRoute(`getQualityForms${name}Versions`, (context) => {
      const form = readableEntity(context, type, context.params['formId'] ?? '');
      return pageNamed(context, versionsIn(context, type, textOf(form, 'contextId')));
    }),
    describedRoute(`getQualityPublishedforms${name}s`, (context) => pageNamed(context, published(context, type))),
    describedRoute(`getQualityPublishedforms${name}`, (context) => {
      const form = readableEntity(context, type, context.params['formId'] ?? '');
      if (isDraft(form)) throw notFound(`published ${type.label}`, form.id);
      return { status: 200, body: shownTo(context, type, form) };
    }),
    describedRoute(`postQualityPublishedforms${name}s`, (context) => publish(context, type, name)),
  ];
}

/** All versions of a form, the latest first. */
function versionsIn(context: Context, type: EntityType, contextId: string): readonly Entity[] {
  const forms = context.organisation.collection(type.name).shownAll();
  const own = forms.filter((form) => form['contextId'] === contextId);
  return own.toSorted((left, right) => orderOf(right) - orderOf(left));
}

function orderOf(form: Entity): number {
  return isDraft(form) ? Number.MAX_SAFE_INTEGER : Number(form['$number']);
}

function publishedIn(context: Context, type: EntityType, contextId: string): readonly Entity[] {
  return versionsIn(context, type, contextId).filter((form) => !isDraft(form));
}

function published(context: Context, type: EntityType): readonly Entity[] {
  const { query } = context;
  const name = query.get('name')?.toLowerCase() ?? '';
  const isLatestOnly = ['onlyLatestPerContext', 'onlyLatestEnabledPerContext'].some((flag) => queryFlag(query, flag));
  return context.organisation
    .collection(type.name)
    .shownAll()
    .filter((form) => !isDraft(form) && textOf(form, 'name').toLowerCase().includes(name))
    .filter((form) => !isLatestOnly || publishedIn(context, type, textOf(form, 'contextId'))[0]?.id === form.id);
}

/** The draft becomes a published version with the id that it had; the answer is the new draft. */
function publish(context: Context, type: EntityType, name: string): Reply {
  const { id, published: isWanted } = checkBody(context.body, 'PublishForm');
  if (isWanted !== true) throw badRequest('A published form cannot be taken back.', 'invalid.value');
  const rule = permissionsFor(`postQualityPublishedforms${name}s`);
  const form = writableEntity(context, type, String(id), rule);
  if (!isDraft(form)) throw badRequest('The form is published already.', 'form.is.published');
  const forms = context.organisation.collection(type.name);
  const earlier = forms.currentAll().filter((other) => other['contextId'] === form['contextId']);
  const draft: Entity = { ...form, id: context.organisation.ids.next(), modifiedDate: isoDate(context.now) };
  forms.put({ ...form, published: true, $number: earlier.length });
  forms.put(draft);
  recordAudit(context, { ...type.audit, action: 'Publish', entity: { id: form.id, name: textOf(form, 'name') } });
  return { status: 200, body: shownTo(context, type, draft) };
}

/** Survey forms, published ones too, are enabled and disabled by PATCH; nothing else of a published one changes. */
function disable(context: Context): Reply {
  const rule = permissionsFor('patchQualityFormsSurvey');
  const form = writableEntity(context, surveyFormType, context.params['formId'] ?? '', rule);
  const disabled = isDisabling(context.body);
  const changed = { ...form, disabled };
  context.organisation.collection(surveyFormType.name).put(changed);
  recordAudit(context, {
    ...surveyFormType.audit,
    action: 'Update',
    entity: { id: form.id, name: textOf(form, 'name') },
    changes: [{ property: 'disabled', oldValues: [String(form['disabled'])], newValues: [String(disabled)] }],
  });
  return { status: 200, body: shownTo(context, surveyFormType, changed) };
}

function isDisabling(body: unknown): boolean {
  const { disabled } = checkBody({ name: '', language: '', ...(typeof body === 'object' ? body : {}) }, 'SurveyForm');
  if (typeof disabled !== 'boolean') throw badRequest('The body has no "disabled".', 'missing.required.value');
  return disabled;
}
