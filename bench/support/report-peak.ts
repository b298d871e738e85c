import { writeFileSync } from 'node:fs';

/** Path of this module: loaded with `--import` before a program, it writes the program's peak memory in kilobytes. */
export const peakReporter = import.meta.filename;

const file = process.env['BENCH_PEAK_FILE'];
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
