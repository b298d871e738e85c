import { writeFileSync } from 'node:fs';

const file = process.env['BENCH_PEAK_FILE'];

// Loaded with --import before a measured program: tells the most memory that its process ever had, in kilobytes.
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
