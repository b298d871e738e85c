import { isObject, stringsOf, type JsonObject } from '../kernel/values.ts';
import { findModel } from '../model/description.ts';
import { prunedTo } from '../model/model-form.ts';

/**
 * What a checked request body says, in the names of the model that GET answers: `queueId` becomes `queue: { id }` and
 * `skillIds` a list `skills: [{ id }]` where the answer has those. Nothing that no model has is kept.
 */
export function storedForm(body: JsonObject, requestModel: string, objectModel: string | undefined): JsonObject {
  const pruned = prunedTo(body, requestModel);
  const answered = objectModel === undefined ? undefined : findModel(objectModel);
  if (!isObject(pruned) || !answered) return body;
  return Object.fromEntries(
    Object.entries(pruned).map(([name, value]) => {
      if (name in answered) return [name, value];
      const one = name.endsWith('Id') ? name.slice(0, -2) : '';
      if (one in answered && typeof value === 'string') return [one, { id: value }];
      const stem = name.endsWith('Ids') ? name.slice(0, -3) : '';
      const many = [`${stem}s`, `${stem}es`].find((plural) => stem !== '' && plural in answered);
      if (many !== undefined && Array.isArray(value)) return [many, stringsOf(value).map((id) => ({ id }))];
      return [name, value];
    }),
  );
}
