import type { Rule } from '../../domain/finding.ts';
import { FETCHED_CODE, FETCHED_UNASKED } from './rules.ts';

/** What is run without anyone asking is worse than what a person starts, where anybody on the way can change it. */
export function unasked(found: { readonly rule: Rule; readonly operation: string }): typeof found {
  return found.rule === FETCHED_CODE && unprotected(found.operation) ? { ...found, rule: FETCHED_UNASKED } : found;
}

/** Without protection, from a machine elsewhere that has a name of its own; or from one that has only a number. */
export function unprotected(text: string): boolean {
  for (const [, scheme = '', host = ''] of text.matchAll(/\b(https?):\/\/(?:[^@/\s"'`]{1,80}@)?([\w.-]{1,255})/gi)) {
    if (NEAR.test(host) || PLACEHOLDER.test(host) || !host.includes('.')) continue;
    if (SHORTENED.test(host) || scheme.toLowerCase() === 'http' || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return true;
  }
  return false;
}

/** Addresses that say nothing of where they lead. */
const SHORTENED =
  /^(?:tinyurl\.com|bit\.ly|t\.ly|is\.gd|v\.gd|rb\.gy|cutt\.ly|shorturl\.at|ow\.ly|goo\.gl|tiny\.cc|t\.co)$/i;

const NEAR =
  /^(?:localhost|0\.0\.0\.0|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)|\.(?:local|internal|lan|svc|cluster\.local|docker\.internal)$/i;
const PLACEHOLDER =
  /(?:^|\.)example\.(?:com|org|net)$|^(?:foo|bar|domain|site)\.\w+$|\b(?:your|my|host|server|x{2,})\b/i;
