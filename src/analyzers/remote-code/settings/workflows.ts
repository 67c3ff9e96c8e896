import { isJsonObject, type Json, type JsonObject } from '../../../kernel/json.ts';
import { NODE_CODE } from '../rules.ts';
import { type CodeReference, short } from './targets.ts';

/**
 * ComfyUI's workflows: as the editor saves them, nodes with a `type` and `widgets_values`; as its API takes them, nodes
 * with a `class_type` and `inputs` (Comfy-Org/ComfyUI, execution.py). Nodes that run what they hold come with extensions,
 * under names of their authors' choice: what a name says, and what an input is called, has to do.
 */
export function* nodesOfWorkflow(node: JsonObject): Iterable<CodeReference> {
  const { type, class_type: classType, widgets_values: widgets, inputs } = node;
  if (typeof classType === 'string' && isJsonObject(inputs)) {
    const code = Object.entries(inputs).find(([name, value]) => CODE_INPUT.test(name) && isFilled(value));
    if (code !== undefined) yield told(classType, code[1]);
    else if (saysThatItRuns(classType)) yield told(classType, Object.values(inputs).find(isFilled));
    else yield* calls(classType, Object.values(inputs) as readonly Json[]);
  }
  // Langflow: a component's source, which is run when the flow is opened.
  if (type === 'code' && typeof node['value'] === 'string') yield* calls('code', [node['value']]);
  if (widgets === undefined || typeof widgets !== 'object' || widgets === null) return;
  const values = Object.values(widgets) as readonly Json[];
  const name = typeof type === 'string' ? type : '';
  if (saysThatItRuns(name)) yield told(name, values.find(isFilled));
  else yield* calls(name, values);
}

/** Links to other nodes are pairs: what comes out of them is not in the file. */
const CODE_INPUT = /^(?:(?:python|js|javascript|shell|bash|custom|user)_?)?(?:code|script|command|cmd|source_code)$/i;
export const CALLS = /\b__import__\s*\(|\b(?:os\.(?:system|popen)|subprocess\.\w+|exec|eval)\s*\(/;
const RUNS: ReadonlySet<string> = new Set(
  'python py exec eval shell bash powershell cmd subprocess javascript js ide lambda interpreter'.split(' '),
);
const VERBS: ReadonlySet<string> = new Set(['run', 'execute', 'evaluate', 'runner', 'executor', 'custom']);
const THINGS: ReadonlySet<string> = new Set(['code', 'script', 'command', 'program']);

/** By whole words: `CLIPTextEncode` and `XY Plot Script` run nothing of theirs. */
function saysThatItRuns(name: string): boolean {
  const words = name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => word.toLowerCase());
  const verb = words.some((word) => VERBS.has(word));
  return words.some((word) => RUNS.has(word) || (verb && THINGS.has(word)));
}

function* calls(name: string, values: readonly Json[]): Iterable<CodeReference> {
  for (const value of values) if (typeof value === 'string' && CALLS.test(value)) yield told(name, value);
}

function isFilled(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function told(name: string, value: Json | undefined): CodeReference {
  return { rule: NODE_CODE, operation: short(`node ${name}: ${typeof value === 'string' ? value : ''}`) };
}
