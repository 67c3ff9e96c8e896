const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Functions that renderers of chat templates give them (transformers, chat_template_utils) and Jinja's harmless own. */
export const FUNCTIONS = words('raise_exception strftime_now namespace range dict');

/** Filters that only shape values (Jinja 3, list of builtin filters, without `attr`, `xmlattr` and `pprint`), and those renderers add. */
export const FILTERS = words(`
  abs batch capitalize center count d default dictsort e escape first float forceescape format from_json groupby indent
  int items join last length list lower map max min reject rejectattr replace reverse round safe select selectattr slice
  sort string striptags sum title tojson trim truncate unique upper urlencode wordcount wordwrap`);

/** Tests of Jinja 3 (list of builtin tests) and of engines beside it; `not` is how a denied one is read here. */
export const TESTS = words(`
  boolean callable containing defined divisibleby endingwith eq equalto escaped even false filter float ge greaterthan gt
  in integer iterable le lessthan lower lt mapping match ne none not null number odd sameas search sequence startingwith string
  test true undefined upper == != < > <= >=`);

/** Methods of strings, lists and dictionaries that give a new value or look something up. */
export const METHODS = words(`
  append capitalize copy count endswith extend find get index insert isalnum isalpha isdigit islower isspace isupper
  items join keys ljust lower lstrip partition pop removeprefix removesuffix replace rfind rindex rjust rpartition
  rsplit rstrip split splitlines startswith strftime strip title update upper values zfill`);

/** Statements; those of `INCLUDES` have a rule of their own. `generation` is transformers' own. */
export const BARE_STATEMENTS = words(`
  autoescape block break continue else endautoescape endblock endcall endfilter endfor endgeneration endif endmacro
  endset endwith generation`);
export const INCLUDES = words('include import from extends');

/** Objects of Jinja and of web frameworks that escapes start from; no chat template has a use for them. */
export const ESCAPE_ROOTS = words('lipsum cycler joiner self request url_for get_flashed_messages environment');

/** Attributes of Python's own machinery that have no double underscores. */
const INTERNALS = words(`
  mro gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await ag_frame ag_code f_globals f_locals f_builtins f_back f_code
  tb_frame tb_next func_globals func_code im_func im_self im_class co_code co_consts`);

const DUNDER = /^__\w+__$/;

/** Whether this attribute leads inside Python. */
export function isInternal(name: string): boolean {
  return DUNDER.test(name) || INTERNALS.has(name);
}

/** Keys under which a message holds what its author wrote. */
export const TEXT_KEYS = words('content text');

/** Names of fields and kinds of content, for which templates look in a message's parts. */
export const FIELD_NAMES = words(`
  image image_url video video_url audio audio_url input_audio text type url content role name tool_calls tool_call_id
  function arguments parameters reasoning_content thinking parts blocks value values`);

/** Words in place of an empty message, and the mark that transformers appends when a message is to be continued. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([
  ...words('null none None true false undefined CONTINUE_FINAL_MESSAGE_TAG'),
  // Switches that families of reasoning models were trained with.
  'detailed thinking on',
  'detailed thinking off',
]);

/** Roles that families of models were trained with. */
export const ROLES = words(`
  system user assistant tool tools function functions ipython developer environment observation model human gpt bot context documents
  document knowledge control thinking thought tool_call tool_calls tool_response tool_result available_tools latest_user root platform critic`);
