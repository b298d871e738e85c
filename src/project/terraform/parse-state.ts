import {
  isJsonArray,
  isJsonObject,
  recordedId,
  type Json,
  type JsonObject,
  type OwnedObjects,
} from '../../core/index.ts';
import { isSingle, singleName, type Catalogue } from '../../core/resource/index.ts';

/** The objects that a state names, by type and id; or in words why the text is no state that can be read. */
export type ParsedState = { readonly names: OwnedObjects['names'] } | { readonly unreadable: string };

/** One thing that a state manages. Nothing but its id is ever taken out of its attributes. */
interface ManagedInstance {
  /** As Terraform names it, with its prefix. */
  readonly type: string;
  /** Terraform's own address: `module.a.genesyscloud_routing_queue.vip["x"]`. */
  readonly name: string;
  readonly id: string;
}

/**
 * What a Terraform state manages of Genesys Cloud: states of version 3 and 4, `attributes` and `attributes_flat`, modules,
 * counted and keyed instances, deposed ones too, and the output of `terraform show -json`. Data sources own nothing.
 * Source: Terraform's state file formats.
 */
export function parseTerraformState(text: string, catalogue: Catalogue): ParsedState {
  const state = parseJson(text);
  if (!isJsonObject(state)) return { unreadable: 'it is no JSON object, as every Terraform state is' };
  if (state['encrypted_data'] !== undefined) return { unreadable: 'it is encrypted' };
  const instances = instancesOf(state);
  if (instances === undefined) return { unreadable: whyUnknown(state) };
  return { names: byTypeAndId(instances, catalogue) };
}

function instancesOf(state: JsonObject): readonly ManagedInstance[] | undefined {
  const { version, resources, modules, values } = state;
  if (version === 4 && isJsonArray(resources)) return resources.flatMap(ofVersion4);
  if (version === 3 && isJsonArray(modules)) return modules.flatMap(ofVersion3);
  if (typeof state['format_version'] !== 'string') return undefined;
  if (isJsonObject(values)) return ofShown(values['root_module']);
  return isEmptyShown(state) ? [] : undefined;
}

/** What `terraform show -json` prints of a state without any resource; of a plan or of provider schemas it prints more. */
function isEmptyShown(state: JsonObject): boolean {
  return Object.keys(state).every((name) => ['format_version', 'terraform_version', 'checks'].includes(name));
}

function whyUnknown({ version, format_version: format }: JsonObject): string {
  if (format !== undefined) return 'it is JSON of Terraform, but not of a state (terraform show -json prints one)';
  if (version === 3 || version === 4) return `it says version ${version} and has no list of resources`;
  return typeof version === 'number'
    ? `it has version ${version}; versions 3 and 4 can be read`
    : 'it has no version, as every Terraform state has';
}

function ofVersion4(resource: Json): readonly ManagedInstance[] {
  if (!isJsonObject(resource) || resource['mode'] !== 'managed') return [];
  const { type, name, module, instances } = resource;
  if (typeof type !== 'string' || typeof name !== 'string' || !isJsonArray(instances)) return [];
  const base = `${typeof module === 'string' ? `${module}.` : ''}${type}.${name}`;
  return instances.flatMap((instance) => {
    if (!isJsonObject(instance)) return [];
    const id = idIn(instance['attributes']) ?? idIn(instance['attributes_flat']);
    const index = instance['index_key'];
    const place = index === undefined || index === null ? '' : `[${JSON.stringify(index)}]`;
    return id === undefined ? [] : [{ type, id, name: `${base}${place}${deposed(instance['deposed'])}` }];
  });
}

function ofVersion3(module: Json): readonly ManagedInstance[] {
  if (!isJsonObject(module) || !isJsonObject(module['resources'])) return [];
  const path = isJsonArray(module['path']) ? module['path'].slice(1) : [];
  const prefix = path.map((part) => `module.${String(part)}.`).join('');
  return Object.entries(module['resources']).flatMap(([key, resource]) => {
    if (key.startsWith('data.') || !isJsonObject(resource) || typeof resource['type'] !== 'string') return [];
    const { type, primary } = resource;
    const name = `${prefix}${key.replace(/\.(\d+)$/u, '[$1]')}`;
    const others = isJsonArray(resource['deposed']) ? resource['deposed'] : [];
    return [
      ...ofVersion3Instance(primary, { type, name }),
      ...others.flatMap((other) => ofVersion3Instance(other, { type, name: `${name} (deposed)` })),
    ];
  });
}

function ofVersion3Instance(instance: Json | undefined, of: Omit<ManagedInstance, 'id'>): readonly ManagedInstance[] {
  if (!isJsonObject(instance)) return [];
  const id = idIn(instance) ?? idIn(instance['attributes']);
  return id === undefined ? [] : [{ ...of, id }];
}

function ofShown(module: Json | undefined): readonly ManagedInstance[] {
  if (!isJsonObject(module)) return [];
  const { resources, child_modules: children } = module;
  const own = (isJsonArray(resources) ? resources : []).flatMap((resource): readonly ManagedInstance[] => {
    if (!isJsonObject(resource) || resource['mode'] !== 'managed') return [];
    const { type, address } = resource;
    const id = idIn(resource['values']);
    if (typeof type !== 'string' || typeof address !== 'string' || id === undefined) return [];
    return [{ type, id, name: `${address}${deposed(resource['deposed_key'])}` }];
  });
  return [...own, ...(isJsonArray(children) ? children : []).flatMap(ofShown)];
}

function byTypeAndId(instances: readonly ManagedInstance[], catalogue: Catalogue): OwnedObjects['names'] {
  const names = new Map<string, Record<string, string>>();
  for (const { type, name, id } of instances) {
    if (!type.startsWith(prefix)) continue;
    const own = type.slice(prefix.length);
    const descriptor = catalogue.find(own);
    const ofType = names.get(own) ?? {};
    names.set(own, ofType);
    ofType[descriptor !== undefined && isSingle(descriptor) ? singleName : recordedId(id)] ??= name;
  }
  return Object.fromEntries(names);
}

const prefix = 'genesyscloud_';

function idIn(attributes: Json | undefined): string | undefined {
  const id = isJsonObject(attributes) ? attributes['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function deposed(key: Json | undefined): string {
  return typeof key === 'string' && key !== '' ? ` (deposed ${key})` : '';
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
