// @ts-check
/**
 * Runs some work and prints what it cost this process, as one line of JSON.
 * @param {() => Promise<void>} work
 */
export async function measure(work) {
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await work();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpuBefore);
  process.stdout.write(
    `${JSON.stringify({ wallMs, cpuMs: (user + system) / 1000, peakMiB: process.resourceUsage().maxRSS / 1024 })}\n`,
  );
}
