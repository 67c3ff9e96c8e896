import { isTelling } from './denied.ts';

/** Names of attributes and methods that compute. What opens, loads, saves and starts is not taken for one. */
export function isPlain(name: string): boolean {
  return /^_?[A-Za-z]\w*$/.test(name) && !isTelling(name) && !REACHING.test(name);
}

/** `name`, or `owner.name`. */
export function isPlainPath(path: string): boolean {
  return path.length <= LONGEST && path.split('.').every(isPlain);
}

const LONGEST = 200;
const REACHING =
  /^_*(?:load(?!(?:_state)?_hook)|save|open|write|read_|dump|unpickle|pickle|run|exec|eval|import|export|download|upload|send|fetch|delete|remove|unlink|compile|spawn|system|register|func_|gi_|cr_|tb_|f_|co_|code|globals)|__$/i;
