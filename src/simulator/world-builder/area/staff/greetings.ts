import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Greetings of the organisation, of users and of groups. */
export const greetingArea: Area = {
  shares: { greeting: { part: 0.006, least: 3, most: 400 } },
  build: (draft) => {
    times(draft.count('greeting'), (index) => addGreeting(draft, index));
  },
};

function addGreeting({ add, names, organisation, ref }: Draft, index: number): void {
  const name = names.thing('greeting');
  const owners = [
    { ownerType: 'ORGANIZATION', owner: { id: organisation.id } },
    { ownerType: 'USER', owner: ref('user') },
    { ownerType: 'GROUP', owner: ref('group') },
  ];
  add('greeting', { name, type: 'VOICEMAIL', audioTTS: `You have reached ${name}.`, ...owners[index % owners.length] });
}
