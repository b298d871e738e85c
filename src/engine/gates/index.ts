/** Windows, freezes, lanes and deadlines of an environment, asked by the clock. */
export { journalPassedGates } from './passed-gates.ts';
export { refuseClosedGates } from './refuse-closed-gates.ts';
