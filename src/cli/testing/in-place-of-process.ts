export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Place {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Lets something that writes to the standard streams and sets the exit code of the process do so for itself: in a folder
 * and an environment of its own, all of which this process has back afterwards. One waits for the
 * other, since a process has one of each.
 */
export function inPlaceOfProcess(place: Place, perform: () => Promise<void>): Promise<Finished> {
  const finished = last.then(() => performIn(place, perform));
  last = finished.catch(() => {});
  return finished;
}

async function performIn({ cwd, environment }: Place, perform: () => Promise<void>): Promise<Finished> {
  const before = { cwd: process.cwd(), environment: { ...process.env }, exitCode: process.exitCode };
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  process.chdir(cwd);
  setEnvironment(environment);
  process.exitCode = undefined;
  try {
    await perform();
    return { code: Number(process.exitCode ?? 0), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.release();
    stderr.release();
    process.chdir(before.cwd);
    setEnvironment(before.environment);
    process.exitCode = before.exitCode;
  }
}

function setEnvironment(environment: Readonly<Record<string, string | undefined>>) {
  // What Vitest gives its workers stays.
  for (const name of Object.keys(process.env)) if (!name.startsWith('VITEST')) delete process.env[name];
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) process.env[name] = value;
}

function capture(stream: NodeJS.WriteStream) {
  const written: string[] = [];
  const write = stream.write;
  stream.write = (chunk: string | Uint8Array, encoding?: unknown, done?: () => void) => {
    written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const whenDone = typeof encoding === 'function' ? (encoding as () => void) : done;
    if (whenDone !== undefined) queueMicrotask(whenDone);
    return true;
  };
  return {
    text: () => written.join(''),
    release() {
      stream.write = write;
    },
  };
}
