export {
  homeOf,
  isNeeded,
  type NeededPrivilege,
  type Securable,
  type SecurableType,
  securableOf,
  securableTypes,
} from './securable.js';
