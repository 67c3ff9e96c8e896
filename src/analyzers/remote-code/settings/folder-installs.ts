import { isJsonObject, type Json } from '../../../kernel/json.ts';

/**
 * Whether commands of a development container install the folder, or what its lists of requirements name, and serve its
 * page: what they install and serve is judged where it stands.
 */
export function installsFolder(value: Json): boolean {
  if (isJsonObject(value)) {
    const commands = Object.values(value);
    return commands.length > 0 && commands.every((one) => typeof one === 'string' && isInstall(one));
  }
  return typeof value === 'string' && isInstall(value);
}

function isInstall(command: string): boolean {
  const steps = command.length <= LONGEST ? command.split(/ && |; ?/) : [];
  return steps.length > 0 && steps.length <= MOST_STEPS && steps.every((step) => STEPS.some((form) => form.test(step)));
}

const LONGEST = 1000;
const MOST_STEPS = 12;

/** Each is the whole of a step; none takes an address, a variable, or a file of another folder. */
const STEPS: readonly RegExp[] = [
  /^(?:python3? -m )?pip3? install(?: (?:-U|--upgrade|--user|--no-cache-dir))*(?: -r [\w/-]+\.txt| (?:-e |--editable )?\.(?:\[[\w,]+\])?)$/,
  /^(?:python3? -m )?pip3? install(?: (?:-U|--upgrade|--user|--no-cache-dir))* (?:pip|uv|poetry|pre-commit|streamlit|gradio|jupyter|notebook)$/,
  /^(?:uv sync|poetry install|npm (?:ci|install)|yarn install|pnpm install|pre-commit install)$/,
  /^\[ -f [\w.-]+ \]$/,
  /^sudo apt(?:-get)? (?:update|upgrade -y)$/,
  /^sudo xargs apt(?:-get)? install -y <packages\.txt$/,
  /^streamlit run [\w-]+(?:\/[\w-]+)*\.py(?: --server\.\w+ (?:true|false|\d+))*$/,
  /^cp -n \.env\.example \.env$/,
  /^echo (?:'[^'$`\\]*'|"[^"$`\\]*")$/,
];
