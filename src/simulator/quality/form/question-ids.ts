import type { Context } from '../../context.ts';
import { isObject, type JsonObject } from '../../kernel/values.ts';

const nested = ['questions', 'answerOptions', 'multipleSelectOptionQuestions'] as const;

/** Question groups in which every group, question and answer has an id, and a context id where their model has one. */
export function numberedGroups(context: Context, groups: unknown): readonly JsonObject[] {
  return Array.isArray(groups) ? groups.filter(isObject).map((group) => numbered(context, group, true)) : [];
}

function numbered(context: Context, part: JsonObject, hasContext: boolean): JsonObject {
  const inner = nested.flatMap((name) => {
    const items = part[name];
    if (!Array.isArray(items)) return [];
    const isAnswer = name === 'answerOptions';
    return [[name, items.filter(isObject).map((item) => numbered(context, item, !isAnswer))] as const];
  });
  return {
    ...part,
    id: part['id'] ?? context.organisation.ids.next(),
    ...(hasContext ? { contextId: part['contextId'] ?? context.organisation.ids.next() } : {}),
    ...Object.fromEntries(inner),
  };
}
