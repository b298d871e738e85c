import { catalogue } from '../../../catalog/index.ts';
import { fitsType, isOneType, parseAddressPattern, type AddressPattern } from '../../../engine/export/index.ts';
import type { ExportOptions } from '../../arguments/authoring.ts';
import { cliError } from '../../errors.ts';
import { refuseUnknownTypes } from '../../wiring/known-types.ts';

/** What the flags of an export choose. */
export interface ExportFlags {
  readonly only: readonly string[] | undefined;
  readonly include: readonly AddressPattern[] | undefined;
  readonly exclude: readonly AddressPattern[] | undefined;
  readonly divisions: readonly string[] | undefined;
  readonly dependencyDepth: number;
  readonly includePeople: boolean | undefined;
}

/** The choice of the flags; SB6001 for types that are none and patterns that can not be understood. */
export function choiceOf(options: ExportOptions): ExportFlags {
  refuseUnknownTypes(options.type ?? []);
  return {
    only: options.type,
    include: options.include?.map((text) => patternOf('--include', text)),
    exclude: options.exclude?.map((text) => patternOf('--exclude', text)),
    divisions: options.division,
    dependencyDepth: depthOf(options.withDependencies),
    includePeople: options.includeUsers,
  };
}

function patternOf(flag: string, text: string): AddressPattern {
  const pattern = parseAddressPattern(text);
  if (pattern === undefined)
    throw cliError('SB6001', `${flag} "${text}" is no pattern of addresses`, {
      remedy: 'Write a type (routing_queue) or a type and a name (routing_queue/VIP*); * stands for any text.',
    });
  if (isOneType(pattern)) refuseUnknownTypes([pattern.type]);
  else if (!catalogue.types.some((type) => fitsType(pattern, type)))
    throw cliError('SB6001', `${flag} "${text}" fits no resource type`, {
      remedy: 'signalbox types lists every type with its area.',
    });
  return pattern;
}

/** The flag alone follows references as far as they go. */
function depthOf(given: number | true | undefined): number {
  if (given === undefined) return 0;
  return given === true ? Number.POSITIVE_INFINITY : given;
}
