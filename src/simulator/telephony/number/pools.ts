import { textOf, type JsonObject } from '../../kernel/values.ts';
import { edgeType } from '../edge-type.ts';
import { checkPool, type PoolRule } from './ranges.ts';

/** Pools of phone numbers in E.164 form. */
export const didPoolRule: PoolRule = {
  type: 'telephony_providers_edges_did_pool',
  label: 'DID pool',
  start: 'startPhoneNumber',
  end: 'endPhoneNumber',
  pattern: /^\+[1-9]\d{4,14}$/u,
};

/** Pools of extensions. */
export const extensionPoolRule: PoolRule = {
  type: 'telephony_providers_edges_extension_pool',
  label: 'extension pool',
  start: 'startNumber',
  end: 'endNumber',
  pattern: /^\d{2,9}$/u,
};

/** DID pools: their range is fixed and has no number of another pool. A pool without a name has its numbers as one. */
export const didPoolType = edgeType(didPoolRule.type, {
  label: didPoolRule.label,
  defaults: () => ({ provider: 'PURE_CLOUD' }),
  hooks: {
    accept: (_context, body) => named(didPoolRule, body),
    check: (context, pool, before) => checkPool(context, didPoolRule, pool, before),
  },
});

/** Extension pools: as DID pools. */
export const extensionPoolType = edgeType(extensionPoolRule.type, {
  label: extensionPoolRule.label,
  hooks: {
    accept: (_context, body) => named(extensionPoolRule, body),
    check: (context, pool, before) => checkPool(context, extensionPoolRule, pool, before),
  },
});

function named({ start, end }: PoolRule, body: JsonObject): JsonObject {
  return { name: `${textOf(body, start)} - ${textOf(body, end)}`, ...body };
}
