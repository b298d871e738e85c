import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type Json } from '../../core/index.ts';
import { writeFileIfChanged } from '../files/atomic-write.ts';

/** Which files of a folder exports made, with the address each is for. */
export interface ExportManifest {
  readonly files: Readonly<Record<string, string>>;
}

const fileName = '.signalbox-export.json';

/** The manifest of an export folder; empty when there is none or it can not be read. */
export function readManifest(root: string, folder: string): ExportManifest {
  try {
    const value = JSON.parse(readFileSync(join(root, folder, fileName), 'utf8')) as Json;
    const files = isJsonObject(value) && isJsonObject(value['files']) ? value['files'] : {};
    const inside = Object.entries(files).filter(
      ([file, address]) => typeof address === 'string' && isInside(file, folder),
    );
    return { files: Object.fromEntries(inside) as Record<string, string> };
  } catch {
    return { files: {} };
  }
}

/** Writes the manifest, sorted, when it changed. */
export function writeManifest(root: string, folder: string, manifest: ExportManifest): void {
  const files = Object.fromEntries(
    Object.entries(manifest.files).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
  writeFileIfChanged(join(root, folder, fileName), `${JSON.stringify({ files }, null, 2)}\n`);
}

/** What a manifest names is removed, so it must not lead anywhere else. */
function isInside(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`) && !file.split('/').includes('..');
}
