import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { catalogue } from '../index.ts';
import { renderResourceTypes } from './render-resource-types.ts';

it('has a current page of all types', async () => {
  const page = fileURLToPath(new URL('../../../docs/resource-types.md', import.meta.url));
  await expect(renderResourceTypes(catalogue)).toMatchFileSnapshot(page);
});
