// @ts-check
// Loaded before a command: writes down its peak of resident memory, in MiB, when it ends.
import { writeFileSync } from 'node:fs';

const { BENCH_PEAK_FILE } = process.env;
process.on('exit', () => {
  if (BENCH_PEAK_FILE !== undefined) writeFileSync(BENCH_PEAK_FILE, String(process.resourceUsage().maxRSS / 1024));
});
