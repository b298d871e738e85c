/** A deployment in waves: what runs together, and the tests and pauses in between. */
export { passBetweenWaves } from './between-waves.ts';
export { waveWorks, type WaveWorks } from './wave-works.ts';
