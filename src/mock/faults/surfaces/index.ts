import type { Fault } from '../fault.js';
import { surfaceOperationFaults } from './operations.js';
import { surfacePathFaults } from './paths.js';
import { unsupportedApiFaults } from './unsupported-apis.js';

export const surfaceFaults: readonly Fault[] = [
  ...surfacePathFaults,
  ...unsupportedApiFaults,
  ...surfaceOperationFaults,
];
