/** When and how deployments may run: windows, freezes, lanes, waves, as pure functions of rules and instants. */
export { parseDay, parseTimeOfDay, parseWallTime } from '../calendar/day.ts';
export { parseRecurrence } from '../calendar/recurrence.ts';
export { instantAt, isTimeZone } from '../calendar/zone.ts';
export { nextChance, type Chance } from './chance.ts';
export type { Freeze, GateRules, Lane, LaneRules, PassableGate, PreApproved } from './gate-rules.ts';
export type { WaveRule, WaveSize, WindowRule } from './gate-rules.ts';
export { instantText, judgeGates, type GateFact, type GateVerdict } from './judge-gates.ts';
export { splitSteps, type Wave } from './partition-waves.ts';
export type { WindowFit } from './window-fit.ts';
