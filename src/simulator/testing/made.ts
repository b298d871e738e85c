import type { TestWorld } from './world.ts';

/** The id of an object that a POST of the body makes; an Error with the answer when it is refused. */
export async function made(world: TestWorld, path: string, body: object): Promise<string> {
  const answer = await world.call('POST', path, body);
  if (answer.status >= 300) throw new Error(`POST ${path} gave ${answer.status}: ${JSON.stringify(answer.body)}`);
  return String(answer.body['id']);
}
