import { declared } from './sdk-client.ts';

/** What is wrong with an answer, compared with the SDK's declaration of its type; empty when nothing is. */
export function problemsOfAnswer(value: unknown, type: string, at = ''): readonly string[] {
  if (value === undefined || value === null) return [];
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type ? [] : [`${at || 'answer'} is a ${typeof value}, declared ${type}`];
    case 'object':
    case 'any':
    case 'void':
      return [];
    default:
      return problemsOfStructure(value, type, at);
  }
}

function problemsOfStructure(value: unknown, type: string, at: string): readonly string[] {
  const list = /^Array<(.+)>$/u.exec(type)?.[1];
  if (list !== undefined) {
    if (!Array.isArray(value)) return [`${at || 'answer'} is no list`];
    return value.flatMap((item, index) => problemsOfAnswer(item, list, `${at}[${index}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${at || 'answer'} is no object, declared ${type}`];
  }
  const map = /^\{ \[key: string\]: (.+); \}$/u.exec(type)?.[1];
  const entries = Object.entries(value);
  if (map !== undefined) return entries.flatMap(([name, inner]) => problemsOfAnswer(inner, map, `${at}.${name}`));
  const model = declared.declarations.models.get(type);
  if (!model) return [];
  return entries.flatMap(([name, inner]) => {
    const property = model.get(name);
    const path = at === '' ? name : `${at}.${name}`;
    return property === undefined ? [`${path} is not in ${type}`] : problemsOfAnswer(inner, property.type, path);
  });
}
