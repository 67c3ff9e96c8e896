import { LIMITS } from '../../kernel/limits.ts';
import { lookAlike } from './look-alikes.ts';
import { ELSEWHERE, FROM_FOLDER, type Judged, LOOK_ALIKE, MOVING, OWN_FOLDER, UNPROTECTED } from './rules.ts';

const NAMES =
  /^(?:.*(?:requirements|constraints).*\.(?:txt|in)|conda\.ya?ml|python_env\.ya?ml|environment\.ya?ml|cog\.ya?ml|bentofile\.ya?ml|pip\.conf)$/i;

export function isRequirements(name: string): boolean {
  return NAMES.test(name);
}

/** A name before `@`, `-e`, a dash of YAML and quotes may stand before an address. */
const ADDRESS =
  /^\s*(?:-\s+)?["']?(?:(?:-e|--editable|-r|--requirement|-c|--constraint)[\s=]+(?=\w+:|git\+|-e))?(?:(?:-e|--editable)[\s=]+)?(?:[\w.[\],-]+\s*@\s*)?((?:git|hg|svn|bzr)\+\S+|https?:\S+|file:\S+|\.{1,2}(?:[/\\]\S*)?|[/\\]\S+)/i;
const INDEX =
  /(?:^\s*(?:-\s+)?["']?(?:-i|(?:extra-)?index-url|-f|find-links)|(?:^|[\s"'[,])--(?:(?:extra-)?index-url|find-links))[\s=]+["']?([^\s"',\]]+)/i;
const TRUSTED_HOST = /^\s*(?:-\s+)?["']?--?trusted-host\b|^\s*trusted-host\s*=/i;
/** The name that a line begins with; a key of YAML is none. */
const PACKAGE = /^\s*(?:-\s+)?["']?([A-Za-z][\w.-]{0,60}[\w])(?!\s*:)(?![\w.-])/;
/** Not encrypted, or a number in place of a name: whoever stands on the way answers. */
const OPEN_WAY =
  /^(?:(?:git|hg|svn|bzr)\+)?(?:http:|(?:git|svn|ssh|https):\/\/(?:[^@/]*@)?(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])(?:[:/]|$))/i;
/** `-e .`, `.[extra]`: the folder itself, whose recipe is judged where it stands. */
const OWN = /^\.(?:\/|\[[\w, -]{0,80}\])?$/;
const LOCAL = /^(?:file:|\.{1,2}(?:[/\\]|$)|[/\\])/i;

/** Organisations whose libraries models are set up with; what others write can change after this vetting. */
const KNOWN_OWNERS =
  /^(?:huggingface|pytorch|openai|facebookresearch|google|google-research|google-deepmind|microsoft|nvidia|nvlabs|tensorflow|keras-team|jax-ml|mistralai|qwenlm|deepseek-ai|lm-sys|vllm-project|sgl-project|dao-ailab|state-spaces|modelscope|opengvlab|open-mmlab|ultralytics|apple|aws|intel|allenai|stanford-crfm|ggml-org|bitsandbytes-foundation|unslothai|pyannote|speechbrain|salesforce|stability-ai|compvis)\//i;

/** A branch or a tag of a stranger's: no commit is named. */
function isMoving(address: string): boolean {
  const place = /^(?:git|hg)\+\w+:\/\/(?:[^@/]*@)?[\w.-]+\/(.*)$/.exec(address)?.[1];
  return place !== undefined && !KNOWN_OWNERS.test(place) && !/@[0-9a-f]{40}\b/.test(place);
}

/**
 * Where conda built a package that `pip freeze` lists: `name @ file:///croot/name_1671487769961/work`, a folder of a machine
 * that is gone. pip finds nothing there, and no file of a model gets there.
 */
function wasBuiltBy(address: string): boolean {
  const steps = address.split('/');
  const work = steps.indexOf('work');
  return (
    address.startsWith('file:///') && work > 3 && /_\d{9,14}$/.test(steps[work - 1] ?? '') && !steps.includes('..')
  );
}

/** Lines of requirements for pip and conda that take packages from elsewhere than the registry that is set up. */
export function* judgeRequirements(text: string): Iterable<Judged> {
  for (const line of text.split('\n')) {
    const start = line.slice(0, LIMITS.pathBytes);
    const operation = start.trim();
    const address = ADDRESS.exec(start)?.[1];
    const index = INDEX.exec(start)?.[1];
    if (TRUSTED_HOST.test(start)) yield { rule: UNPROTECTED, operation };
    else if (OPEN_WAY.test(address ?? index ?? '')) yield { rule: UNPROTECTED, operation };
    else if (address !== undefined && wasBuiltBy(address)) continue;
    else if (address !== undefined && OWN.test(address)) yield { rule: OWN_FOLDER, operation };
    else if (address !== undefined && LOCAL.test(address)) yield { rule: FROM_FOLDER, operation };
    else if (address !== undefined && isMoving(address)) yield { rule: MOVING, operation };
    else if (address !== undefined || index !== undefined) yield { rule: ELSEWHERE, operation };
    const [, name = ''] = PACKAGE.exec(start) ?? [];
    const known = lookAlike(name);
    if (known !== null) yield { rule: LOOK_ALIKE, operation: `${name}, which is nearly ${known}` };
  }
}
