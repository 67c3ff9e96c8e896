import type { Rule } from '../../domain/finding.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { ATTACKING_SCRIPT, FETCHED_CODE, TRUST } from './rules.ts';
import { referencesInText } from './strings.ts';

/** Fetched text is run: installers do so too. */
const FETCHES: readonly RegExp[] = [
  /\b(?:curl|wget|fetch|invoke-webrequest|iwr|irm)\b[^\n|;]*\|\s*(?:sudo\s+)?(?:ba|z|da|k)?(?:sh|python\d?|perl|ruby|iex)\b/i,
  /\b(?:bash|sh|eval|source|python\d?\s+-c)\b[^\n]{0,20}(?:<\(|\$\(|`)\s*(?:curl|wget)\b/i,
];

/** What scripts around models have no reason to do: hidden text is run, a stranger is called back. */
const ATTACKS: readonly RegExp[] = [
  /(?:\b(?:curl|wget|nc|ncat|scp|requests|urllib|urlopen|socket|invoke-webrequest)\b.*(?:\/etc\/(?:passwd|shadow)|\.ssh\/|\.aws\/|\.netrc|\.kube\/config|\.huggingface\/token)|(?:\/etc\/(?:passwd|shadow)|\.ssh\/id_|\.aws\/credentials).*\|\s*(?:curl|nc|ncat)\b)/i,
  /\b(?:iex|invoke-expression)\b[^\n]{0,80}(?:downloadstring|webclient|webrequest|frombase64)/i,
  /\bbase64\s+(?:-d|-D|--decode)\b[^\n]*\|\s*(?:ba|z|da)?(?:sh|python\d?|perl)\b/,
  /\bpowershell(?:\.exe)?\b[^\n]*\s-(?:e|en|enc|encodedcommand)\s+[A-Za-z0-9+/=]{16,}/i,
  /\/dev\/(?:tcp|udp)\/[\w.]+\/\d+/,
  /\b(?:nc|ncat|netcat)\b[^\n]*\s-(?:e|c)\b/,
  /\bmkfifo\b[^\n]*\b(?:nc|ncat|sh)\b/,
  /\b(?:exec|eval)\s*\(\s*(?:compile\s*\()?\s*(?:__import__|base64|zlib|marshal|codecs|bytes\.fromhex|urllib|requests)/,
  /\brm\s+-[a-z]*[rf][a-z]*\s+(?:--no-preserve-root\s+)?(?:\/|~|\$HOME)(?:\s|$|\*)/m,
  />>?\s*(?:~|\$HOME|\/root|\/home\/\w+)\/\.(?:bashrc|profile|zshrc|bash_profile|ssh\/authorized_keys)/,
  /\bcertutil\b[^\n]*-urlcache\b|\bmshta\b\s+https?:|\bregsvr32\b[^\n]*\/i:https?:/i,
];

/** The worst such line of a script; null when there is none, which makes it no safer to run. */
export function judgeScript(text: string): { readonly rule: Rule; readonly operation: string } | null {
  let fetched: string | null = null;
  let trusts: string | null = null;
  for (const line of text.slice(0, LONGEST).split('\n')) {
    const start = line.replace(/[ \t]{2,}/g, ' ').slice(0, LONGEST_LINE);
    const operation = start.trim().slice(0, LIMITS.quotation);
    if (ATTACKS.some((pattern) => pattern.test(start))) return { rule: ATTACKING_SCRIPT, operation };
    if (FETCHES.some((pattern) => pattern.test(start))) fetched ??= operation;
    if (!/^\s*#/.test(start) && [...referencesInText(start)].some(({ rule }) => rule === TRUST)) trusts ??= operation;
  }
  if (fetched !== null) return { rule: FETCHED_CODE, operation: fetched };
  return trusts === null ? null : { rule: TRUST, operation: trusts };
}

/** Scripts are short; data in their clothes is judged by what reads it. */
export const LONGEST = 1024 * 1024;
/** Patterns look at pairs of words: their cost grows with the square of a line. */
export const LONGEST_LINE = 1024;
