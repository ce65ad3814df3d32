import { suiteAsTests } from './suite-as-tests.js';
await suiteAsTests('gate');
