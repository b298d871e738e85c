import type { Context } from '../../context.ts';
import { describedType } from '../../described/described-type.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { isoDate } from '../../kernel/clock.ts';
import type { Entity, JsonObject } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { numberedGroups } from './question-ids.ts';

/** Evaluation forms and survey forms: drafts, of which lists show one for each context, and published versions. */
export const evaluationFormType = formType('quality_forms_evaluation', 'evaluation form', {});

/** As `evaluationFormType`; a survey form can be disabled. */
export const surveyFormType = formType('quality_forms_survey', 'survey form', { disabled: false });

/** A form that can be changed: lists and writes are about drafts. */
export function isDraft(form: Entity): boolean {
  return form['published'] !== true;
}

function formType(name: string, label: string, defaults: JsonObject): EntityType {
  const type = describedType(name, {
    label,
    audit: { service: 'Quality' },
    defaults: () => ({ published: false, ...defaults }),
    hooks: {
      accept: acceptForm,
      check: (_context, _form, before) => refusePublished(before, 'change'),
      checkDelete: (_context, form) => refusePublished(form, 'be deleted'),
    },
  });
  if (!type.list) return type;
  return { ...type, list: { ...type.list, filter: () => isDraft } };
}

/** Whether a form is published, and its context, are for the platform to say. */
function acceptForm(context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const { published: _published, contextId: _context, publishedVersions: _versions, ...own } = body;
  return {
    ...own,
    questionGroups: numberedGroups(context, own['questionGroups']),
    contextId: before?.['contextId'] ?? context.organisation.ids.next(),
    published: before?.['published'] ?? false,
    modifiedDate: isoDate(context.now),
  };
}

function refusePublished(form: Entity | undefined, what: string): void {
  if (!form || isDraft(form)) return;
  throw badRequest(`A published form cannot ${what}.`, 'form.is.published');
}
