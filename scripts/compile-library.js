// @ts-check
// The last step of the build: the harness's own specs, checked, in a form that is quick to read.
import { writeFileSync } from 'node:fs';
import { compiledLibraryFile, loadSpecs, ownLibraryKey } from '../dist/cli/open-library.js';
import { sayProblems } from '../dist/cli/say.js';
import { compileLibrary } from '../dist/spec/index.js';

// Taken first: a file that changes while it is read makes the library one of other files, and nobody uses it.
const key = ownLibraryKey();
const library = await loadSpecs();
if (!library.ok) process.exitCode = sayProblems(library.problems);
else if (key === undefined) throw new Error('specs/ or suites/ changed during the build');
else writeFileSync(compiledLibraryFile, compileLibrary(library.value, key));
