import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sdk } from './describe.ts';
import { readDeclarations } from './read-declarations.ts';
import { readOperations } from './read-operations.ts';

const packageFolder = join(import.meta.dirname, '../../node_modules/purecloud-platform-client-v2');

/** Everything that the installed official SDK declares. Nothing of it is run. */
export function readSdk(): Sdk {
  const apis = join(packageFolder, 'src/purecloud-platform-client-v2/api');
  return {
    operations: readdirSync(apis)
      .filter((file) => file.endsWith('Api.js'))
      .flatMap((file) => readOperations(readFileSync(join(apis, file), 'utf8'))),
    declarations: readDeclarations(readFileSync(join(packageFolder, 'index.d.ts'), 'utf8')),
  };
}
