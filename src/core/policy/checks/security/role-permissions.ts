import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../json/json.ts';

/** Every permission that the document of a role names, as `domain:entity:action`, sorted. */
export function permissionsOfRole(role: JsonObject | undefined): readonly string[] {
  const plain = textsOf(role?.['permissions']);
  const policies = role?.['permissionPolicies'];
  const named = (isJsonArray(policies) ? policies : []).flatMap((policy) => {
    if (!isJsonObject(policy)) return [];
    const { domain = '', entityName = '' } = policy;
    return textsOf(policy['actionSet']).map((action) => `${String(domain)}:${String(entityName)}:${action}`);
  });
  return [...new Set([...plain, ...named])].toSorted();
}

/** True for a permission in which a wildcard stands for entities or actions. */
export function isWildcard(permission: string): boolean {
  return permission.split(':').includes('*');
}

/** Some of many for a sentence: the first five, and how many more. */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

function textsOf(value: Json | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
