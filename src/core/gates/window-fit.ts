import type { ChangeMetadata } from '../changeset/changeset.ts';
import { nextChance } from './chance.ts';
import type { GateRules } from './gate-rules.ts';
import { instantText } from './judge-gates.ts';

/** Whether a plan fits the times in which its environment may be written. Instants are ISO texts. */
export interface WindowFit {
  /** `open`: it may run at the plan's instant. `closed`: a window or a freeze stands in the way. */
  readonly state: 'open' | 'closed';
  /** When it may run next; the plan's instant while open. Absent when there is no chance within two years. */
  readonly opensAt?: string | undefined;
  /** When no new step starts any more in that span; absent when nothing ends it. */
  readonly closesAt?: string | undefined;
  /** What the deployment is expected to take, pauses between waves included; absent where nothing is known. */
  readonly minutes?: number | undefined;
  /** Whether it ends before the span and the deadline do; absent where that can not be told. */
  readonly fits?: boolean | undefined;
  /** One sentence for people. */
  readonly text: string;
}

/** What the fit is judged by. */
export interface FitQuestion {
  readonly lane: ChangeMetadata['lane'];
  readonly instantMs: number;
  /** Expected minutes of the requests, without pauses; absent where no budget is known. */
  readonly minutes?: number | undefined;
  readonly waves: number;
}

/** Whether the plan fits: undefined where the environment has neither windows, freezes nor a deadline. */
export function judgeFit(rules: GateRules | undefined, question: FitQuestion): WindowFit | undefined {
  if (rules === undefined) return undefined;
  const { windows, freezes, deadlineMinutes } = rules;
  if (windows.length === 0 && freezes.length === 0 && deadlineMinutes === undefined) return undefined;
  const { instantMs } = question;
  const pauses = Math.max(0, question.waves - 1) * (rules.waves?.pauseMinutes ?? 0);
  const minutes = question.minutes === undefined ? undefined : question.minutes + pauses;
  const chance = nextChance(rules, question.lane, instantMs);
  if (chance === undefined)
    return {
      state: 'closed',
      fits: false,
      text: 'No window opens within two years.',
      ...(minutes === undefined ? {} : { minutes }),
    };
  const state = chance.from === instantMs ? 'open' : 'closed';
  const room = Math.min(
    deadlineMinutes ?? Number.POSITIVE_INFINITY,
    chance.until === undefined ? Number.POSITIVE_INFINITY : (chance.until - chance.from) / 60_000,
  );
  const fits = minutes === undefined ? undefined : minutes <= room;
  return {
    state,
    opensAt: instantText(chance.from),
    ...(chance.until === undefined ? {} : { closesAt: instantText(chance.until) }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(fits === undefined ? {} : { fits }),
    text: `${whenText(state, chance)}${needText(minutes, room)}.`,
  };
}

function whenText(
  state: WindowFit['state'],
  chance: { readonly from: number; readonly until?: number | undefined },
): string {
  const end = chance.until === undefined ? '' : ` until ${instantText(chance.until)}`;
  return state === 'open' ? `It may run now${end}` : `It may run from ${instantText(chance.from)}${end}`;
}

function needText(minutes: number | undefined, room: number): string {
  if (minutes === undefined) return '';
  const need = `${Math.ceil(minutes)} min`;
  if (!Number.isFinite(room)) return `, about ${need}`;
  return minutes <= room
    ? `; about ${need} fit into ${Math.floor(room)} min`
    : `; about ${need} do not fit into ${Math.floor(room)} min`;
}
