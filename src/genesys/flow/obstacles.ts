import { isJsonObject, valueAt, withValueAt, type JsonObject } from '../../core/index.ts';
import type { WriteObstacle } from '../../engine/index.ts';
import { readPersonName } from '../access/person-name.ts';
import type { GenesysClient } from '../client/client.ts';
import { textAt } from './job.ts';

/** Who holds a flow: a person's or another client's lock, or a draft that is newer than what is published. */
export function flowObstacles(flow: JsonObject, ownClientId: string): readonly WriteObstacle[] {
  return [...lockOf(flow, ownClientId), ...draftOf(flow)];
}

/** The flow with the names of people whom the platform named by id only. */
export async function withPersonNames(client: GenesysClient, flow: JsonObject): Promise<JsonObject> {
  let named = flow;
  for (const path of [['lockedUser'], ['savedVersion', 'createdBy'], ['checkedInVersion', 'createdBy']]) {
    const id = textAt(flow, [...path, 'id']);
    if (id === undefined || textAt(flow, [...path, 'name']) !== undefined) continue;
    const name = await readPersonName(client, id);
    if (name !== undefined && isJsonObject(valueAt(named, path))) named = withValueAt(named, [...path, 'name'], name);
  }
  return named;
}

function lockOf(flow: JsonObject, ownClientId: string): readonly WriteObstacle[] {
  const user = personAt(flow, ['lockedUser']);
  if (user !== undefined) return [{ kind: 'locked', holder: user, detail: `${user} has the flow open for editing` }];
  const client = textAt(flow, ['lockedClient', 'id']);
  if (client === undefined || client === ownClientId) return [];
  const holder = textAt(flow, ['lockedClient', 'name']) ?? client;
  return [{ kind: 'locked', holder, detail: `the OAuth client ${holder} has locked the flow` }];
}

function draftOf(flow: JsonObject): readonly WriteObstacle[] {
  const published = textAt(flow, ['publishedVersion', 'id']);
  for (const name of ['savedVersion', 'checkedInVersion']) {
    const id = textAt(flow, [name, 'id']);
    if (id === undefined || id === published || !isNewer(flow, name)) continue;
    const holder = personAt(flow, [name, 'createdBy']) ?? textAt(flow, [name, 'createdByClient', 'id']) ?? 'somebody';
    const detail = `version ${id}, ${name === 'savedVersion' ? 'saved' : 'checked in'} by ${holder}, is newer than ${published ?? 'nothing'} published`;
    return [{ kind: 'newer-draft', holder, detail }];
  }
  return [];
}

/** Version ids count up ("3.0", "3.10"); where they are no numbers, the dates tell. */
function isNewer(flow: JsonObject, name: string): boolean {
  const published = textAt(flow, ['publishedVersion', 'id']);
  if (published === undefined) return true;
  const draft = textAt(flow, [name, 'id']) ?? '';
  if (!isNumbered(draft) || !isNumbered(published)) return dateOf(flow, name) > dateOf(flow, 'publishedVersion');
  const [draftMajor, draftMinor] = numbersOf(draft);
  const [major, minor] = numbersOf(published);
  return draftMajor > major || (draftMajor === major && draftMinor > minor);
}

function isNumbered(id: string): boolean {
  return /^\d+(?:\.\d+)?$/u.test(id);
}

function numbersOf(id: string): readonly [number, number] {
  const [major = '0', minor = '0'] = id.split('.');
  return [Number(major), Number(minor)];
}

function dateOf(flow: JsonObject, name: string): number {
  const dates = ['dateSaved', 'dateCheckedIn', 'dateCreated'].map((field) => valueAt(flow, [name, field]));
  return Math.max(0, ...dates.filter((date) => typeof date === 'number'));
}

function personAt(flow: JsonObject, path: readonly string[]): string | undefined {
  return textAt(flow, [...path, 'name']) ?? textAt(flow, [...path, 'email']) ?? textAt(flow, [...path, 'id']);
}
