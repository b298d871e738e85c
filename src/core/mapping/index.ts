/** What addresses and plain values stand for in an environment, as declared. Nothing here guesses. */
export { mapAddress, mapParsedAddress, type MappedAddress } from './map-address.ts';
export { mapValues } from './map-values.ts';
