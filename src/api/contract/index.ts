export { compileContracts } from './compile.js';
