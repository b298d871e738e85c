import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../index.ts';
import { descriptors } from '../registry.ts';
import { renderResourceTypes } from './render-resource-types.ts';

const rendered = renderResourceTypes(catalogue);
const lines = rendered.split('\n');

it('has a current page of all types', async () => {
  const page = fileURLToPath(new URL('../../../docs/resource-types.md', import.meta.url));
  await expect(rendered).toMatchFileSnapshot(page);
});

describe.each(descriptors.map((descriptor) => [descriptor.type, descriptor] as const))('%s', (type, descriptor) => {
  it('has one row with its area and level, and one section with every reference and every reason', () => {
    const rows = lines.filter((line) =>
      line.startsWith(`| [${type}](#${type}) | ${descriptor.area} | ${descriptor.level} |`),
    );
    const start = lines.indexOf(`## ${type}`);
    const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
    const section = lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n');
    const told = [
      ...Object.values(descriptor.limits),
      ...descriptor.knownLimits,
      ...descriptor.references.map(({ path }) => `\`${path}\``),
      ...Object.values(descriptor.permissions).flat(),
    ];

    expect(rows).toHaveLength(1);
    expect(lines.filter((line) => line === `## ${type}`)).toHaveLength(1);
    expect(told.filter((text) => !section.includes(text))).toEqual([]);
  });
});
