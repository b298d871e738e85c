import type { Cell } from './cells.ts';
import type { TypeFact } from '../../tools/api-description/facts.ts';

/** The fact about the API for which a cell does not apply to a type; undefined when it applies. */
export function factAgainst(facts: TypeFact, cell: Cell): string | undefined {
  const one = facts.singleton ? 'there is exactly one' : undefined;
  switch (cell) {
    case 'list':
      return facts.list ? undefined : (one ?? 'the API has no list of it');
    case 'create':
      return facts.create ? undefined : (one ?? 'the API does not create it');
    case 'get':
      return facts.get ? undefined : 'the API does not read one';
    case 'update':
      return facts.update ? undefined : 'the API does not change it';
    case 'conflict':
      return conflictFact(facts);
    case 'delete':
      return facts.delete ? undefined : 'the API does not delete it';
    case 'gone':
      if (facts.delete === undefined || facts.get === undefined) return 'the API does not delete it';
      return facts.singleton ? 'a deletion puts back what a new organisation has' : undefined;
    default:
      return cell satisfies never;
  }
}

function conflictFact({ update, version }: TypeFact): string | undefined {
  if (update === undefined) return 'the API does not change it';
  if (version === undefined) return 'it has no version: the last write wins';
  return version === 'shown' ? 'writes carry no version: the last write wins' : undefined;
}
