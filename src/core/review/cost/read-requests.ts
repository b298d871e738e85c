import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { isSingle } from '../../resource/key.ts';
import type { Tally } from './tally.ts';

/**
 * How often the state of a job is looked at: at once and 0.25, 0.75, 1.75, 3.75… s later. How long Architect takes is not
 * in the public facts; this is for a publication within four seconds and an export within one.
 */
export const looksPerJob = { publish: 5, export: 3 } as const;

/** How long a publish job keeps its step waiting, in seconds. */
export const secondsPerJob = 3.75;

/** One object read freshly; `elements` is how many a list has that must be read to find it. */
export function addRead(tally: Tally, descriptor: ResourceDescriptor, elements = 1): void {
  const { api, shape } = descriptor;
  const isFacet = shape.kind === 'facet';
  if (api.capability.kind === 'membership') return addList(tally, descriptor, elements);
  if (api.get === undefined && !isFacet) return addList(tally, descriptor, elements);
  const { path } = api.get ?? api.list;
  addVersion(tally, descriptor, path, 1);
  tally.add('GET', path);
  addSettings(tally, descriptor, 1);
}

/** All objects of a type, or of one parent. */
export function addList(tally: Tally, descriptor: ResourceDescriptor, elements: number): void {
  const { list, get, capability } = descriptor.api;
  if (list.path.includes('{id}') && descriptor.shape.kind === 'object') return;
  const isOne = isSingle(descriptor) || (descriptor.shape.kind === 'facet' && capability.kind !== 'membership');
  const pages = list.paging === 'none' || isOne ? 1 : Math.max(1, Math.ceil(elements / list.pageSize));
  const path = isOne ? (get ?? list).path : list.path;
  addVersion(tally, descriptor, path, pages);
  tally.add(isOne ? 'GET' : (list.method ?? 'GET'), path, pages);
  if (isOne) addSettings(tally, descriptor, 1);
  else if (!list.whole && get !== undefined) {
    tally.add('GET', get.path, elements);
    addSettings(tally, descriptor, elements);
  } else if (capability.kind !== 'membership') addSettings(tally, descriptor, elements);
}

/** The published content of one object, exported by a job. */
export function addContent(tally: Tally, descriptor: ResourceDescriptor): void {
  const { capability } = descriptor.api;
  if (capability.kind !== 'flow-jobs') return;
  addRead(tally, descriptor);
  tally.add('POST', capability.exportPath);
  tally.add('GET', `${capability.exportPath}/{id}`, looksPerJob.export);
}

/** What `{version}` in a path stands for is read right before. */
export function addVersion(tally: Tally, { api }: ResourceDescriptor, path: string, times: number): void {
  if (api.version !== undefined && path.includes('{version}')) tally.add('GET', api.version.path, times);
}

function addSettings(tally: Tally, { api }: ResourceDescriptor, times: number): void {
  if (api.settings !== undefined) tally.add('GET', api.settings.path, times);
}
