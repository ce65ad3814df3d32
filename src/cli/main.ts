#!/usr/bin/env node
import { perform } from './program.js';

// `| head` closes the pipe when it has seen enough: whoever reads no further is told nothing more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await perform(process.argv.slice(2));
