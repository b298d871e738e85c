import { readsOfExpression } from '../../expression/reads.ts';
import type { ExpressionPlace } from '../../diagnostic/text-place.ts';
import { ensureListed } from './listing.ts';
import type { World } from './world.ts';

/** Expressions, and the types of the objects behind the variables of iterators around them. */
export interface NameReaders {
  readonly expressions: readonly string[];
  readonly iteratorTypes?: readonly string[] | undefined;
  readonly source: ExpressionPlace;
}

/**
 * Asks for the types behind references that expressions look into, as in `queue.queueFlow.name`: names are known only of
 * objects whose type was read, and types nobody looks at are not read.
 */
export function readNamesBehindReferences(world: World, readers: NameReaders): void {
  const reads = readers.expressions.map((expression) => readsOfExpression(expression, readers.source));
  const fields = new Set(reads.flatMap(({ chains }) => chains.flatMap((chain) => chain.slice(1))));
  const types = new Set([...reads.flatMap((read) => read.types), ...(readers.iteratorTypes ?? [])]);
  for (const type of types) {
    for (const rule of world.input.catalogue.find(type)?.references ?? []) {
      if (!fields.has(rule.path.split(/[.[]/u)[0] ?? '')) continue;
      const targets = typeof rule.type === 'string' ? [rule.type] : Object.values(rule.type.types);
      for (const target of targets) readType(world, target);
    }
  }
}

function readType(world: World, type: string): void {
  const descriptor = world.input.catalogue.find(type);
  if (descriptor?.shape.kind === 'object') ensureListed(world, descriptor);
}
