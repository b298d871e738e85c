/** What addresses and plain values stand for in an environment, as declared. Nothing here guesses. */
export { invertedMappings, mapAddress, type MappedAddress } from './map-address.ts';
export { invertedValueMappings, mapValues } from './map-values.ts';
