import { nearestName } from '../../../core/index.ts';
import { explanationsToHuman, explanationsToJson, explanationsToMarkdown } from '../../../views/index.ts';
import type { ExplainOptions } from '../../arguments/explaining.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { print } from '../../terminal/print.ts';
import { knownCodes } from '../../explanations/known-codes.ts';

/** `signalbox explain`: what diagnostic codes mean and what to do; needs no project and talks to nobody. */
export async function runExplain(context: CommandContext, { codes }: ExplainOptions): Promise<ExitCode> {
  refuseRules(codes);
  const wanted = [...new Set(codes.map(normalised))];
  refuseUnknown(wanted);
  const found = wanted.flatMap((code) => knownCodes.get(code) ?? []);
  print(context, {
    human: () => explanationsToHuman(context.screen, found),
    json: () => explanationsToJson(found),
    markdown: () => explanationsToMarkdown(found),
  });
  return Promise.resolve(exitCodes.fine);
}

/** `sb1042` and `1042` mean SB1042. */
function normalised(code: string): string {
  const upper = code.trim().toUpperCase();
  return /^\d/u.test(upper) ? `SB${upper}` : upper;
}

/** SB6052 for a rule of a project's own policies, which says itself what it means. */
function refuseRules(codes: readonly string[]): void {
  const rule = codes.find((code) => code.startsWith('POLICY/'));
  if (rule === undefined) return;
  const file = `policies/${rule.split('/')[1] ?? ''}.yaml`;
  throw cliError('SB6052', `${rule} is a rule of the project's own policies, not of Signalbox`, {
    remedy: `Read it in ${file}; signalbox policy list shows how it is taken.`,
  });
}

/** SB6052 for the first code that is none, with the nearest that is. */
function refuseUnknown(codes: readonly string[]): void {
  const unknown = codes.find((code) => !knownCodes.has(code));
  if (unknown === undefined) return;
  const nearest = nearestNumber(unknown) ?? nearestName(unknown, knownCodes.keys());
  throw cliError(
    'SB6052',
    `There is no diagnostic ${unknown}`,
    nearest === undefined
      ? {}
      : { remedy: `Did you mean ${nearest} (${knownCodes.get(nearest)?.summary.replace(/\.$/u, '') ?? ''})?` },
  );
}

const near = 10;

/** The code whose number is closest, where one is close. */
function nearestNumber(code: string): string | undefined {
  const wanted = numberOf(code);
  const [closest] = [...knownCodes.keys()]
    .map((known) => ({ known, distance: Math.abs(numberOf(known) - wanted) }))
    .filter(({ distance }) => distance <= near)
    .toSorted((left, right) => left.distance - right.distance);
  return closest?.known;
}

function numberOf(code: string): number {
  return /^SB\d{4}$/u.test(code) ? Number(code.slice(2)) : Number.NaN;
}
