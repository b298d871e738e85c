import type { StoryEvent, Story } from './parse-story.ts';
import { matchesOutput, normaliseOutput } from './match-output.ts';
import type { StoryWorld } from './story-world.ts';

/** What went differently from what a story says. */
export interface Mismatch {
  readonly line: number;
  readonly command: string;
  readonly expected: string;
  readonly actual: string;
}

/** Plays a story on a stage, event by event, and gives every command whose output is not as written, in order. */
export async function playStory(story: Story, world: StoryWorld): Promise<readonly Mismatch[]> {
  const mismatches: Mismatch[] = [];
  for (const event of story.events) {
    const mismatch = await playEvent(event, world);
    if (mismatch !== undefined) mismatches.push(mismatch);
  }
  return mismatches;
}

async function playEvent(event: StoryEvent, world: StoryWorld): Promise<Mismatch | undefined> {
  switch (event.kind) {
    case 'file':
      world.write(event.path, event.content);
      return undefined;
    case 'act':
      await act(event, world);
      return undefined;
    case 'command': {
      const actual = normaliseOutput(await world.run(event.command), world.directory);
      if (matchesOutput(event.expected, actual)) return undefined;
      return {
        line: event.line,
        command: event.command,
        expected: event.expected.join('\n'),
        actual: actual.join('\n'),
      };
    }
    default:
      return event satisfies never;
  }
}

/**
 * `METHOD path [as person@org.example] [{json}]`: a request of a person in the Admin UI, or a steering request.
 * `{type/name}` in the path stands for the id of that object in the person's organisation.
 */
async function act(event: { readonly text: string; readonly line: number }, world: StoryWorld): Promise<void> {
  const parts =
    /^(?<method>[A-Z]+) (?<path>.+?)(?: as (?<person>\S+@(?<organisation>\w+)\.example))?(?: (?<body>\{.*\}))?$/u.exec(
      event.text,
    )?.groups;
  if (parts === undefined) throw new Error(`line ${event.line}: "${event.text}" is no request`);
  const { method = 'GET', path = '', person, organisation, body } = parts;
  const handle = organisation === undefined ? undefined : world.simulator.organisation(organisation);
  if (method === 'MAKE') {
    world.simulator
      .organisation(path.split(' ')[0] ?? '')
      .create(path.split(' ')[1] ?? '', JSON.parse(body ?? '{}') as object as never);
    return;
  }
  const filled = path.replaceAll(/\{(\w+)\/([^}]+)\}/gu, (_, type: string, name: string) => {
    const found = handle?.entities(type).find((entity) => entity['name'] === name);
    if (found === undefined) throw new Error(`line ${event.line}: there is no ${type} called ${name}`);
    return String(found['id']);
  });
  const token = person === undefined || handle === undefined ? undefined : handle.logIn(person);
  const answer = await fetch(`${world.url}${filled}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  if (!answer.ok)
    throw new Error(`line ${event.line}: ${event.text} was answered ${answer.status} ${await answer.text()}`);
}
