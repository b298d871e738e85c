import type { Random } from '../random.ts';
import { twists } from './twist.ts';
import { oddities, people, places, topics } from './words.ts';

/** Makes names; within one `kind` no two are equal in any letter case. */
export type NameMaker = {
  /** A name of a thing: mostly plain, sometimes odd, long, or close to an earlier one of its kind. */
  readonly thing: (kind: string) => string;
  /** A name of letters, digits and underscores. */
  readonly identifier: (kind: string) => string;
  /** A person, with an address of the domain; persons may share names. */
  readonly person: (domain: string) => { readonly name: string; readonly email: string };
};

/** A maker that has made no name. */
export function createNameMaker(random: Random): NameMaker {
  const taken = new Map<string, Set<string>>();
  const latest = new Map<string, string>();
  let persons = 0;
  const unique = (kind: string, name: string): string => {
    const names = taken.get(kind) ?? new Set<string>();
    taken.set(kind, names);
    let free = name;
    for (let number = names.size; names.has(free.toLowerCase()); number += 1) free = `${name} ${number}`;
    names.add(free.toLowerCase());
    latest.set(kind, free);
    return free;
  };
  return {
    thing: (kind) => {
      const before = latest.get(kind);
      const wish = random.below(100);
      if (before !== undefined && wish < 6) return unique(kind, random.of(twists)(before));
      if (wish < 10) return unique(kind, random.of(oddities));
      if (wish < 12) return unique(kind, longName(random));
      return unique(kind, `${random.of(topics)} ${random.of(places)}`);
    },
    identifier: (kind) => {
      const words = ['Welcome', 'Closed', 'Holiday', 'Hold_Music', 'Menu', 'Error', 'Callback', 'Survey'];
      return unique(kind, `${random.of(words)}_${random.below(1_000_000)}`).replaceAll(/\W/g, '_');
    },
    person: (domain) => {
      const [given, family] = random.of(people);
      persons += 1;
      return { name: `${random.of(given)} ${random.of(family)}`, email: `person${persons}@${domain}` };
    },
  };
}

function longName(random: Random): string {
  return Array.from({ length: 6 }, () => `${random.of(topics)} ${random.of(places)}`)
    .join(' · ')
    .slice(0, 120)
    .trim();
}
