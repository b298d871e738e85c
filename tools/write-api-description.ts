import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from './api-description/describe.ts';
import { readFacts } from './api-description/facts.ts';
import { descriptionFiles, descriptionFolder } from './api-description/files.ts';
import { readSdk } from './api-description/sdk.ts';

// Writes src/simulator/model/{types,operations,models}.json from the installed SDK and the recorded facts.
for (const [name, text] of Object.entries(descriptionFiles(describeApi(readSdk(), readFacts()))))
  writeFileSync(join(descriptionFolder, name), text);
