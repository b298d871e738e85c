import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/index.ts';
import type { ReferenceRule, ResourceDescriptor } from '../../src/core/resource/index.ts';
import { servedOperations, servedTypes } from '../../src/simulator/index.ts';
import { operationsUsed } from './operations-used.ts';

const descriptors = catalogue.types.flatMap((type) => catalogue.find(type) ?? []);
const served = new Map(servedOperations().map((operation) => [endpoint(operation), operation]));
const types = new Map(servedTypes().map((type) => [type.name, type]));
const named = descriptors.map((descriptor) => [descriptor.type, descriptor] as const);

/** `GET /api/v2/routing/queues/{}`: parts with parameters lose their names, queries are left out. */
function endpoint({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path.replace(/\?.*$/u, '').replaceAll(/[^/]*\{\w+\}/gu, '{}')}`;
}

/** Each was written without looking at the other, so that neither can hide the other's mistakes. */
describe.each(named)('what catalogue and simulator say of %s', (type, descriptor) => {
  it('has every operation that the catalogue uses, for the permissions that it names', () => {
    const problems = operationsUsed(descriptor).flatMap((used) => {
      const operation = served.get(endpoint(used));
      if (operation === undefined) return [`${endpoint(used)} is not served`];
      const rule = operation.permissions;
      const asked = 'any' in rule ? rule.any : 'all' in rule ? rule.all : [];
      const strangers = used.permissions.filter((permission) => asked.length > 0 && !asked.includes(permission));
      return strangers.map((permission) => `${endpoint(used)} asks ${asked.join(' or ')}, not ${permission}`);
    });
    expect(problems).toEqual([]);
  });

  it('agrees about properties, versions, references and the names in audits', () => {
    const known = types.get(type);
    expect(known === undefined ? [] : differences(descriptor, known)).toEqual([]);
  });
});

function differences(descriptor: ResourceDescriptor, known: ReturnType<typeof servedTypes>[number]): readonly string[] {
  const { fields, shape, api, hidden, content, versioned, audit } = descriptor;
  const parts = [
    shape.kind === 'object' ? '' : shape.parentField,
    content?.field,
    api.nest?.into,
    ...Object.keys(hidden),
  ];
  const strangers = fields.filter((field) => known.properties?.has(field) === false && !parts.includes(field));
  const missing = known.references.filter((theirs) => !descriptor.references.some((rule) => isSamePlace(rule, theirs)));
  return [
    ...strangers.map((field) => `the platform's answers have no ${field}`),
    ...missing
      .filter(({ path }) => fields.includes(/^[^.[]+/u.exec(path)?.[0] ?? ''))
      .map(({ path, type }) => `${path} refers to ${type}`),
    ...(versioned && !known.isVersioned ? ['writes carry no version'] : []),
    ...(audit.service === known.audit.service ? [] : [`audited by ${known.audit.service}, not ${audit.service}`]),
    ...(audit.entityType === known.audit.entityType
      ? []
      : [`audited as ${known.audit.entityType}, not ${audit.entityType}`]),
  ];
}

function isSamePlace({ path, type }: ReferenceRule, theirs: { readonly path: string; readonly type: string }): boolean {
  const pattern = path.replaceAll(/[.[\]]/gu, String.raw`\$&`).replaceAll('*', String.raw`[^.]+`);
  const known = typeof type === 'string' ? [type] : Object.values(type.types);
  return new RegExp(`^${pattern}(?:\\.id)?$`, 'u').test(theirs.path) && known.includes(theirs.type);
}
