export type { Diagnosis, Line, Mark, Section } from './diagnosis.js';
export { type DoctorOptions, examine } from './examine.js';
export { exitCodeOfDiagnosis } from './exit-code.js';
export { renderDiagnosis } from './render.js';
