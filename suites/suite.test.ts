import { suiteAsTests } from './suite-as-tests.js';

// The other suites choose from this one (`selection.test.ts`): to run them as well would ask everything twice.
await suiteAsTests(process.env['GATEWAY_CONFORMANCE_SUITE'] ?? 'full');
