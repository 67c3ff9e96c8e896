import { LIMITS } from '../../kernel/limits.ts';
import { type Judged, UNPROTECTED } from './rules.ts';

/** Settings of installers that may choose where packages come from. */
const NAMES =
  /^(?:pip\.ini|pipfile|pyproject\.toml|setup\.cfg|uv\.toml|poetry\.toml|\.npmrc|\.yarnrc(?:\.yml)?|\.condarc|\.pypirc|\.lfsconfig|chart\.yaml|environment\.ya?ml|conda\.ya?ml)$/i;

export function isSourceSetting(name: string): boolean {
  return NAMES.test(name);
}

const OPEN = String.raw`(?:git\+)?(?:http:\/\/|https:\/\/(?:[^@/\s]*@)?\d{1,3}(?:\.\d{1,3}){3}\b)`;
/** Keys and lists under which an address is one of packages; the home page of a project is not. */
const SOURCE = new RegExp(
  `^\\s*(?:-\\s*)?["']?(?:registry|@[\\w-]+:registry|repository|index-url|extra-index-url|default-index|channels|default_channels|channel_alias|custom_channels|npmregistryserver|url)["']?\\s*[:=]\\s*[[\\s"']*${OPEN}|^\\s*-\\s*["']?${OPEN}|\\b(?:git|url|index)\\s*=\\s*["']${OPEN}|[\\w\\]]\\s{0,4}@\\s{0,4}${OPEN}`,
  'i',
);
const NO_CERTIFICATES =
  /^\s*["']?(?:verify_ssl|ssl_verify|strict-ssl|enableStrictSsl|verify)["']?\s*[:=]\s*["']?(?:false|no|0)\b/i;
/** Sections of TOML that describe the project, whose addresses nobody installs from. */
const DESCRIPTION =
  /^\s*\[(?:metadata|project(?:\.urls)?|tool\.poetry(?:\.urls)?|tool\.(?!poetry\.|uv\.|pdm\.|pixi|hatch\.envs)[\w.-]+)\]/;

/** Lines that take packages from where anybody on the way can answer. */
export function* judgeSources(text: string): Iterable<Judged> {
  let describes = false;
  for (const line of text.split('\n')) {
    const start = line.slice(0, LIMITS.pathBytes);
    if (/^\s*\[/.test(start)) describes = DESCRIPTION.test(start);
    if (describes || /^\s*[#;]/.test(start)) continue;
    if (SOURCE.test(start) || NO_CERTIFICATES.test(start)) yield { rule: UNPROTECTED, operation: start.trim() };
  }
}
