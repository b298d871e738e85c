import type { Context } from '../../context.ts';
import { pageOf } from '../../entity/listing.ts';
import type { JsonObject } from '../../kernel/values.ts';

/** A page by number whose model has counts but no links. */
export function barePageOf<T>(
  context: Context,
  items: readonly T[],
  options: { readonly maxPageSize: number; readonly present: (item: T) => unknown },
): JsonObject {
  const { entities, pageSize, pageNumber, total, pageCount } = pageOf(context, items, options);
  return { entities, pageSize, pageNumber, total, pageCount };
}
