import { runTask, type TaskMessage, type Workshop } from '../prove/index.js';
import { openContracts } from './open-contracts.js';
import { findSuite, openLibrary } from './open-library.js';
import { readTool } from './package-root.js';

// One of the processes of `prove`: it is sent tasks, and sends their results back.

const library = await openLibrary();
if (!library.ok) throw new Error('The specs do not load.');
const suite = findSuite(library.value, 'full');
if (!suite.ok) throw new Error('There is no suite full.');
const workshop: Workshop = { library: library.value, suite: suite.value, apis: openContracts(), tool: readTool() };

process.on('message', ({ number, task }: TaskMessage) => {
  void runTask(task, workshop).then((result) => process.send?.({ number, result }));
});
