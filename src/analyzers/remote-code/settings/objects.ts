import { isJsonObject, type Json, type JsonObject } from '../../../kernel/json.ts';
import { LIMITS } from '../../../kernel/limits.ts';
import {
  AUTO_MAP,
  IMPORTED,
  INSTALL_SETTING,
  OTHER_REPOSITORY,
  PIPELINE,
  READS_SECRET,
  STARTER,
  TARGET,
} from '../rules.ts';
import { attack, type CodeReference, isDangerous, short } from './targets.ts';
import { nodesOfWorkflow } from './workflows.ts';

/** What an object as a whole makes a program run: several keys together say what it is. */
export function* referencesOfObject(value: JsonObject): Iterable<CodeReference> {
  yield* classFromModule(value);
  yield* moduleOfSentences(value);
  yield* installScripts(value);
  yield* langchain(value);
  yield* chain(value);
  yield* foreignRequirements(value);
  yield* nodesOfWorkflow(value);
  yield* carriedCode(value);
  yield* promptflow(value);
  yield* editorTask(value);
  yield* assistantServer(value);
  yield* editorSettings(value);
  yield* proxySettings(value);
  yield* chunkCodec(value);
}

/** Zarr's metadata: chunks that are pickles (numcodecs, pickles.py), whatever the chunks hold now. */
function* chunkCodec({ filters, compressor, codecs }: JsonObject): Iterable<CodeReference> {
  for (const codec of [compressor, filters, codecs].flat()) {
    if (!isJsonObject(codec ?? null)) continue;
    const { id, name } = codec as JsonObject;
    if (id === 'pickle' || name === 'numcodecs.pickle')
      yield { rule: TARGET, operation: 'unpickles every chunk (codec pickle)' };
  }
}

/**
 * diffusers' model_index.json: `[module, Class]`. A module that is no pipeline of diffusers is imported by its name
 * (pipeline_loading_utils, get_class_obj_and_candidates), or is a file of the repository.
 */
function* classFromModule(value: JsonObject): Iterable<CodeReference> {
  if (!['_diffusers_version', '_class_name', '_blocks_class_name'].some((key) => Object.hasOwn(value, key))) return;
  for (const [component, pair] of Object.entries(value)) {
    // Modular pipelines put where a component is loaded from behind the pair (modular_pipelines/modular_pipeline.py).
    if (!Array.isArray(pair) || (pair.length !== 2 && !(pair.length === 3 && isJsonObject(pair[2])))) continue;
    const [module, name, from] = pair as readonly Json[];
    if (isJsonObject(from)) yield* classFromModule({ _blocks_class_name: '', [component]: from['type_hint'] ?? null });
    if (typeof module !== 'string' || typeof name !== 'string' || PIPELINE_LIBRARIES.has(module)) continue;
    if (BLOCK_LIST.test(component) && !isDangerous(`${module}.${name}`)) continue;
    // Modules of networks have lists of two words too; a class has a capital.
    if (!/^[A-Z]/.test(name) && !isDangerous(`${module}.${name}`)) continue;
    if (isDangerous(`${module}.${name}`)) yield* attack(`${module}.${name}`);
    else
      yield {
        rule: module.includes('/') ? OTHER_REPOSITORY : PIPELINE,
        operation: short(`${component}: ${module}.${name}`),
      };
  }
}

/** Lists of two blocks in the configuration of a network (`down_block_types`): names that diffusers looks up in its own table. */
const BLOCK_LIST = /^(?:down|up|mid|encoder|decoder)_block_types?$/;

/** Modules that model_index.json names and that are installed, not fetched: the folders of diffusers.pipelines (0.42 and before) and libraries. */
const PIPELINE_LIBRARIES = new Set(
  `diffusers transformers onnxruntime.training optimum.intel optimum.onnxruntime peft k_diffusion
  ace_step allegro alt_diffusion amused animatediff anyflow audio_diffusion audioldm audioldm2 aura_flow blip_diffusion
  bria bria_fibo bria_fibo2 chroma chronoedit cogvideo cogview3 cogview4 consisid consistency_models controlnet
  controlnet_hunyuandit controlnet_sd3 controlnet_xs cosmos dance_diffusion ddim ddpm deepfloyd_if deprecated
  diffusion_gemma dit dreamlite easyanimate ernie_image flux flux2 free_noise_utils glm_image helios hidream_image
  hunyuan_image hunyuan_video hunyuan_video1_5 hunyuandit i2vgen_xl ideogram4 joyimage kandinsky kandinsky2_2 kandinsky3
  kandinsky5 kandinsky6 kolors krea2 latent_consistency_models latent_diffusion latte ledits_pp llada2 longcat_audio_dit
  longcat_image ltx ltx2 lucy lumina lumina2 marigold mochi motif_video musicldm nucleusmoe_image omnigen ovis_image pag
  paint_by_example pia pixart_alpha prx qwenimage qwenimage21 rfd4_proteina sana sana_video sana_wm
  semantic_stable_diffusion shap_e skyreels_v2 spectrogram_diffusion stable_audio stable_audio_3 stable_cascade
  stable_diffusion stable_diffusion_3 stable_diffusion_attend_and_excite stable_diffusion_diffedit
  stable_diffusion_gligen stable_diffusion_k_diffusion stable_diffusion_ldm3d stable_diffusion_panorama
  stable_diffusion_safe stable_diffusion_sag stable_diffusion_xl stable_video_diffusion t2i_adapter
  text_to_video_synthesis unclip unidiffuser versatile_diffusion visualcloze vq_diffusion wan wuerstchen z_image`
    .trim()
    .split(/\s+/),
);

/** modules.json of sentence-transformers: `type` is imported; other packages need trust_remote_code. */
function* moduleOfSentences({ name, path, type }: JsonObject): Iterable<CodeReference> {
  if (typeof name !== 'string' || typeof path !== 'string' || typeof type !== 'string' || !type.includes('.')) return;
  if (/^[/~]|(?:^|[/\\])\.\.(?:[/\\]|$)|^\w+:/.test(path))
    yield { rule: IMPORTED, operation: short(`module in ${path}`) };
  if (/^sentence_transformers\.(?:\w+\.)*[A-Z]\w*$/.test(type)) return;
  if (isDangerous(type)) yield* attack(type);
  else yield { rule: AUTO_MAP, operation: short(`module ${type}`) };
}

/** What npm runs when the folder is installed (npm, scripts), and Composer. */
const STAGES =
  /^(?:(?:pre|post)?install|(?:pre|post)?prepare|prepublish|dependencies|(?:pre|post)-(?:install|update|autoload-dump|package-install)(?:-cmd)?|pnpm:devPreinstall)$/;
/** What only tells Git where the hooks lie, which are judged where they lie. */
const SETS_HOOKS =
  /^(?:npx )?(?:husky(?: install(?: [\w./-]{1,80})?)?|simple-git-hooks|lefthook install)(?: \|\| (?:true|exit 0))?$/;
/** Its own code that npm builds, and so runs, when it installs it; from an address that nobody protects. */
const FOREIGN_PACKAGE = /^(?:git\+|git:|ssh:|https?:|file:\.\.)/;

/** package.json and composer.json. */
function* installScripts(value: JsonObject): Iterable<CodeReference> {
  const { scripts } = value;
  for (const [stage, command] of Object.entries(isJsonObject(scripts) ? scripts : {})) {
    if (!STAGES.test(stage)) continue;
    const lines = Array.isArray(command) ? command : [command];
    for (const line of lines)
      if (typeof line === 'string' && !SETS_HOOKS.test(line))
        yield { rule: INSTALL_SETTING, operation: short(`${stage}: ${line}`) };
  }
  for (const key of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
    const packages = value[key];
    for (const [name, from] of Object.entries(isJsonObject(packages) ? packages : {}))
      if (typeof from === 'string' && FOREIGN_PACKAGE.test(from))
        yield { rule: INSTALL_SETTING, operation: short(`${name} from ${from}`) };
  }
}

/** langchain_core.load: `constructor` imports the class that `id` spells, `secret` reads the environment (CVE-2025-68664). */
function* langchain({ lc, type, id }: JsonObject): Iterable<CodeReference> {
  if (lc !== 1 || !Array.isArray(id) || !id.every((part) => typeof part === 'string')) return;
  const path = id.join('.');
  if (type === 'secret') yield { rule: READS_SECRET, operation: short(`reads ${path}`) };
  if (type !== 'constructor') return;
  if (/^langchain(?:_\w+)?(?:\.|$)/.test(path)) {
    if (RUNNING_CLASS.test(path)) yield { rule: IMPORTED, operation: short(`constructs ${path}`) };
    return;
  }
  if (isDangerous(path)) yield* attack(path);
  else yield { rule: IMPORTED, operation: short(`constructs ${path}`) };
}

/** Classes of LangChain's own that run what they are given: shells, Pythons, browsers of files. */
const RUNNING_CLASS = /\.\w*(?:REPL|Shell|Bash|Terminal|PythonAst|PALChain|Exec|CodeInterpreter)\w*$/;

/** LangChain's chains and tools that run, as code or as commands, what a model answers (langchain, chains/loading.py). */
const RUNNING_CHAIN =
  /^(?:llm_math_chain|pal_chain|llm_bash_chain|python_repl\w*|terminal|sql_database_chain|llm_requests_chain|requests_\w+|pandas_\w+agent\w*)$/;

function* chain({ _type: type }: JsonObject): Iterable<CodeReference> {
  if (typeof type === 'string' && RUNNING_CHAIN.test(type))
    yield { rule: IMPORTED, operation: short(`chain ${type} runs what a model answers`) };
}

/** spaCy's meta.json: what `spacy package` makes a package require. */
function* foreignRequirements({ requirements }: JsonObject): Iterable<CodeReference> {
  if (!Array.isArray(requirements)) return;
  for (const one of requirements as readonly Json[])
    if (typeof one === 'string' && /@\s*(?:git\+|https?:|file:)/.test(one))
      yield { rule: INSTALL_SETTING, operation: short(`requires ${one}`) };
}

/** AutoGen's components and n8n's nodes: code or a command that whoever loads the flow runs. */
function* carriedCode({ provider, type, config, parameters, content }: JsonObject): Iterable<CodeReference> {
  // Open WebUI: filters, pipes, actions and tools are Python, which the server runs when they are loaded.
  if (
    typeof content === 'string' &&
    content.length < LIMITS.document &&
    /^class (?:Filter|Pipe|Pipeline|Tools|Action)\b/m.test(content)
  )
    yield { rule: IMPORTED, operation: short(`a function of Open WebUI: ${content}`) };
  const functions = isJsonObject(config) ? config['functions'] : undefined;
  if (typeof provider === 'string' && Array.isArray(functions) && functions.length > 0)
    yield { rule: IMPORTED, operation: short(`${provider} runs ${JSON.stringify(functions[0])}`) };
  const source = isJsonObject(config) ? config['source_code'] : undefined;
  if (typeof provider === 'string' && typeof source === 'string')
    yield { rule: IMPORTED, operation: short(`${provider} compiles ${source}`) };
  if (typeof type !== 'string' || !/^n8n-nodes-base\.(?:code|function(?:Item)?|executeCommand|ssh)$/.test(type)) return;
  const { jsCode, pythonCode, functionCode, command } = isJsonObject(parameters) ? parameters : {};
  const code = [jsCode, pythonCode, functionCode, command].find((one) => typeof one === 'string');
  if (code !== undefined) yield { rule: IMPORTED, operation: short(`node ${type}: ${code}`) };
}

/** flow.dag.yaml of promptflow: a node of type python runs a file of the folder. */
function* promptflow({ type, source }: JsonObject): Iterable<CodeReference> {
  if (type !== 'python' || !isJsonObject(source)) return;
  const runs = source['path'] ?? source['tool'];
  if (typeof runs === 'string') yield { rule: IMPORTED, operation: short(`runs ${runs}`) };
}

/** tasks.json of editors: a task that opening the folder starts. */
function* editorTask({ runOptions, command, label }: JsonObject): Iterable<CodeReference> {
  if (!isJsonObject(runOptions) || runOptions['runOn'] !== 'folderOpen') return;
  const what = typeof command === 'string' ? command : typeof label === 'string' ? label : 'a task';
  yield { rule: STARTER, operation: short(`on opening the folder: ${what}`) };
}

/** .mcp.json and its like (VS Code: `servers`, opencode: `mcp`, Zed: `context_servers`): programs that a coding assistant starts; hooks that it runs. */
function* assistantServer(value: JsonObject): Iterable<CodeReference> {
  for (const key of ['mcpServers', 'servers', 'mcp', 'context_servers']) {
    const servers = value[key];
    for (const [name, server] of Object.entries(isJsonObject(servers ?? null) ? (servers as JsonObject) : {})) {
      if (!isJsonObject(server)) continue;
      const { command, url, args, type } = server;
      // Other programs have servers too.
      const told = typeof type === 'string' && /^(?:stdio|local|remote|sse|http)$/.test(type);
      if (key !== 'mcpServers' && args === undefined && !told) continue;
      const starts = Array.isArray(command)
        ? (command as readonly Json[]).filter((word) => typeof word === 'string').join(' ')
        : command;
      if (typeof starts === 'string') yield { rule: STARTER, operation: short(`server ${name}: ${starts}`) };
      else if (typeof url === 'string') yield { rule: STARTER, operation: short(`server ${name}: ${url}`) };
    }
  }
  const { hooks } = value;
  for (const [event, list] of Object.entries(isJsonObject(hooks) ? hooks : {})) {
    if (Array.isArray(list) && list.some((one) => isJsonObject(one) && Array.isArray(one['hooks'])))
      yield { rule: STARTER, operation: short(`hook ${event}`) };
  }
}

/** Settings of an editor that choose which programs, and with what in their environment, it starts. */
const EDITOR_PROGRAMS =
  /^(?:terminal\.integrated\.(?:env|automationProfile)\.\w+|git\.path|task\.allowAutomaticTasks|(?:python\.(?:defaultInterpreterPath|pythonPath))|[\w.-]+\.(?:serverPath|executablePath|server\.path))$/;
/** Environments that people make for a project lie in it. */
const OWN_ENVIRONMENT =
  /(?:^|[/\\])(?:\.?venv|\.?env|\.conda|\.pixi|\.virtualenv)[\w.-]*[/\\]|^python[\d.]*$|^\/(?:usr|opt)\//;
const PRELOADS =
  /^(?:LD_PRELOAD|LD_LIBRARY_PATH|DYLD_\w+|PYTHONSTARTUP|BASH_ENV|ENV|PROMPT_COMMAND|NODE_OPTIONS|PERL5OPT|RUBYOPT|GIT_SSH_COMMAND|PATH)$/;

/** A program that lies in the folder itself. */
const IN_FOLDER = /^(?:\.{1,2}[/\\]|\$\{workspaceFolder\})/;

/** A terminal whose shell lies in the folder, or is handed a text: it runs with every terminal that is opened. */
function* terminalProfiles(key: string, profiles: Json | undefined): Iterable<CodeReference> {
  for (const profile of isJsonObject(profiles) ? Object.values(profiles) : []) {
    const args = isJsonObject(profile) ? profile['args'] : undefined;
    const words = [args].flat().filter((word) => typeof word === 'string');
    const program = [isJsonObject(profile) ? profile['path'] : undefined]
      .flat()
      .find((one) => typeof one === 'string' && IN_FOLDER.test(one));
    if (typeof program === 'string') yield { rule: STARTER, operation: short(`${key}: ${program}`) };
    const at = words.findIndex((word) => /^-(?:[il]*c|(?:encoded)?command)\b/i.test(word));
    if (at >= 0) yield { rule: STARTER, operation: short(`${key}: ${words.slice(at).join(' ')}`) };
  }
}

/** .vscode/settings.json. */
function* editorSettings(value: JsonObject): Iterable<CodeReference> {
  for (const key of Object.keys(value)) {
    if (/^terminal\.integrated\.profiles\.\w+$/.test(key)) yield* terminalProfiles(key, value[key]);
    if (!key.includes('.') || !EDITOR_PROGRAMS.test(key)) continue;
    const setting = value[key];
    const harmless =
      (typeof setting === 'string' && (OWN_ENVIRONMENT.test(setting) || /^(?:off|auto|)$/.test(setting))) ||
      (isJsonObject(setting) && !Object.keys(setting).some((name) => PRELOADS.test(name) || name === 'path'));
    if (!harmless) yield { rule: STARTER, operation: short(`${key}: ${JSON.stringify(setting)}`) };
  }
}

/** LiteLLM's proxy: callbacks by the path of an object, `module.instance`, beside names of services that it has itself. */
function* proxySettings(value: JsonObject): Iterable<CodeReference> {
  const settings = value['litellm_settings'];
  if (!isJsonObject(settings)) return;
  for (const key of ['callbacks', 'success_callback', 'failure_callback', 'input_callback', 'service_callback']) {
    const given = settings[key];
    for (const path of Array.isArray(given) ? (given as readonly Json[]) : [given])
      if (typeof path === 'string' && path.includes('.') && !/^(?:litellm|langfuse|prometheus)\b/.test(path))
        yield { rule: IMPORTED, operation: short(`${key}: ${path}`) };
  }
}
