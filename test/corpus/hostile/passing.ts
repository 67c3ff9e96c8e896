/** Files of each set that pass, and why. All were written before the scanner was asked. */
export const AROUND: Readonly<Record<string, string>> = {
  'settings/21 conf/config.yaml': 'a plugin of Hydra has to be installed; packages of configuration are usual',
  'settings/37 requirements.txt': 'a note: wheels from an address are usual',
  'settings/38 requirements.txt': 'a note: more requirements from an address',
  'settings/64 sweep.yaml': 'runs when a person starts it',
  'settings/69 config.json': 'a miss: an index that is fetched, and unpickled by old releases',
  'settings/70 config.json': 'weights from an address are usual among networks of timm',
  'settings/71 config.json': 'a path on the machine of whoever wrote it is usual',
  'settings/78 .envrc': 'a note: direnv asks a person first',
  'scripts/119 Vagrantfile': 'a note: runs when a person starts it',
  'scripts/123 start.bat': 'a note: the encoded command is empty',
  'templates/207 chat_template.json': 'models without a system prompt drop it likewise',
};

export const MODELS: Readonly<Record<string, string>> = {
  'graphs/182 PrintV2/saved_model.pb': 'prints to the screen: it names no file',
  'graphs/193 WriteImageSummary/saved_model.pb': 'writes with a writer that something else has to make',
  'graphs/196 InitializeTableFromTextFileV2/saved_model.pb': 'how tables of genuine models are filled',
  'graphs/197 TPUCompile/saved_model.pb': 'compiles what the graph holds',
  'graphs/198 XlaLaunch/saved_model.pb': 'compiles what the graph holds',
  'graphs/200 MergeV2Checkpoints/saved_model.pb': 'stands in every saved model, to save it again',
};

/** The third set: hostile and malformed files of every class, with tokenizers and containers that the others had not. */
export const THIRD: Readonly<Record<string, string>> = {
  'settings/777 x.service': 'a unit that starts nothing bad: only a person installs it',
  'chains/158 model.pkl': 'the row is wrong: the pattern is compiled, and matched with nothing',
  'chains/230 model.pkl': 'the row is wrong: Python unpickles lists in lists as deep as these',
  'gadgets/52 builtins.iter.pkl': 'the row is wrong: the letters of a text are gone through',
  'malformed/805 model.tar': 'cut within the blocks of nothing behind its end, which tar may leave out',
  'malformed/906 config.json': 'the row is wrong: readers of JSON take UTF-16 (RFC 4627)',
  'malformed/890 m.gguf': 'the row is wrong: version 3 may be big-endian, and this one is whole',
  'onnx/489 model.onnx': 'the row is wrong: ONNX Runtime takes no library out of the metadata',
  'packages/541 MLproject': 'a note: runs when a person starts it',
  'packages/565 agent.json': 'the row is wrong: the tools of an agent are given, not read',
  'settings/641 config.json': 'the row is wrong: the method is looked up among those that are registered',
  'settings/649 adapter_config.json': 'a folder on the machine of whoever wrote it is usual',
  'settings/709 Cargo.toml': 'runs what build.rs says, which is told where it is',
  'settings/746 demo.ipynb': 'a note: Jupyter runs no script of a notebook that it does not trust',
  'settings/774 uwsgi.ini': 'runs when a person starts it',
  'settings/775 supervisord.conf': 'runs when a person starts it',
  'settings/776 crontab': 'a note: runs when a person installs it',
  'tensorflow/419 saved_model.pb': 'the row is wrong: it calls what the graph holds',
  'tensorflow/424 saved_model.pb': 'sends to what the session was given',
  'tensorflow/428 saved_model.pb': 'writes with a writer that something else has to make',
};

/** The fifth: states that classes restore in their own way, callables held for later, packages, rows of tables, headers. */
export const FIFTH: Readonly<Record<string, string>> = {
  'malformed/161 deep.pkl': 'the row is wrong: Python unpickles tuples as deep as these',
  'states/12 pmdarima.pkl': 'the row is wrong: the release that read a path of its machine is of 2018',
};

/** The sixth: of every class, most of them written by the genuine libraries. */
export const SIXTH: Readonly<Record<string, string>> = {
  'containers/910 m.zip': 'names of devices of Windows, which no program of today opens by mistake',
  'hdf5/726 dataset.h5': 'the row is wrong: Keras reads the attribute, and not a data set of its name',
  'keras/697 model.keras': 'the row is wrong: the operation is given a text, which it cannot call',
  'onnx/783 model.onnx': 'the row is wrong: no runtime decodes names',
  'onnx/804 model.onnx': 'the row is wrong: ONNX Runtime takes no library out of the metadata',
  'packages/818 openvino.xml': 'the row is wrong: OpenVINO knows no such attribute',
  'packages/857 model-symbol.json': 'the row is wrong: MXNet knows no such attribute',
  'r/878 q.rds': 'a call that is data, until somebody evaluates it',
  'settings/1072 config.json': 'the row is wrong: transformers knows no such key',
  'settings/1073 config.json': 'the row is wrong: given in a call, and not read',
  'settings/1085 config_sentence_transformers.json': 'the row is wrong: looked up among those that are known',
  'settings/1097 config.json': 'the row is wrong: comes with a request, and not with a model',
  'settings/1116 config.yaml': 'a setting that is a secret of the environment is usual',
  'settings/1127 replicate.yaml': 'the row is wrong: nobody reads it',
  'settings/1142 setup.cfg': 'a version that is read from the package is usual',
  'settings/1192 .vscode/launch.json': 'runs when a person starts it',
  'settings/1205 README.md': 'the row is wrong: names of models, and not paths',
  'settings/1208 demo.ipynb': 'a note: Jupyter runs no script of a notebook that it does not trust',
  'settings/1209 demo.ipynb': 'the row is wrong: a notebook names a kernel, and brings none',
  'settings/1223 alembic.ini': 'runs when a person writes a revision',
  'settings/1233 .netrc': 'a login for a host, which nothing asks',
  'settings/1246 dataset_infos.json': 'the row is wrong: checksums of what was fetched, not addresses to fetch',
  'settings/1248 metadata.yaml': 'the row is wrong: Croissant is JSON',
  'settings/1249 model.onnx.json': 'the row is wrong: Piper reads no address',
  'settings/1250 ggml-metadata.txt': 'a text that nobody hands to a model',
  'settings/1255 llama-server.json': 'the row is wrong: given on the command line',
  'settings/1261 sagemaker.json': 'the row is wrong: given to the service by whoever deploys',
  'sklearn/557 mcs.joblib': 'a pattern that is slow for names that whoever saved it did not have',
  'templates/1028 processor_config.json': 'a prompt without limits, which models are sold with',
  'tensorflow/657 saved_model.pb': 'sends to what the session was given',
  'tokenizers/1060 tokenizer_config.json': 'a miss: one token under two numbers',
  'torch/538 ts-loop.pt': 'a miss: goes round for ever when it is asked',
  'torch/539 ts-huge.pt': 'a miss: asks for more memory than there is when it is asked',
  'weights/745 m.safetensors': 'the row is wrong: the archive is empty',
  'weights/759 m.gguf': 'an address that nobody opens by itself',
  'weights/760 m.gguf': 'the row is wrong: no loader reads these keys',
  'weights/761 m.gguf': 'the row is wrong: looked up among those that are known',
  'torch/535 fx.pt': 'the row is wrong: the source that it brings only computes with tensors',
};

/** The seventh: written after the sixth was mended, and before the scanner saw it. */
export const SEVENTH: Readonly<Record<string, string>> = {
  'pickles/47 model.pkl': 'the row is wrong: NumPy looks the name of a type up, and evaluates nothing',
  'settings/189 MLproject': 'a note: runs when a person starts it',
};

/** The eighth: of every class, for each opcode and each loader's own ways. */
export const EIGHTH: Readonly<Record<string, string>> = {
  'memory/258 model.pkl': 'the row is wrong: a fifth of a second',
  'memory/259 model.pkl': 'the row is wrong: the pattern is compiled in no time',
  'memory/261 model.pkl': 'the row is wrong: Python reads no number of as many digits out of a text',
  'libraries/377 model.pt': 'the row is wrong: PyTorch writes it so',
  'zip/407 model.pt': 'the row is wrong: no tool makes a device out of a zip',
  'safetensors/478 model.safetensors': 'the row is wrong: nobody reads YAML there',
  'gguf/521 model.gguf': 'the row is wrong: no loader knows the key',
  'gguf/522 model.gguf': 'the row is wrong: the others are looked for by their names',
  'others/619 picture.gif': 'no loader of models takes a picture for a script',
  'others/620 picture.jpg': 'no loader of models takes a picture for a script',
  'keras/707 model.keras': 'the row is wrong: an array of a text',
  'keras/708 model.keras': 'the row is wrong: bytes as a name',
  'hdf5/732 model.h5': 'the row is wrong: every reader refuses it',
  'lite/741 model.tflite': 'the row is wrong: only the name of a signature was changed',
  'templates/772 tokenizer_config.json': 'the row is wrong: it calls nothing',
  'templates/791 chat_template.jinja': 'the row is wrong: Jinja refuses it',
  'templates/822 tokenizer_config.json': 'a miss: an answer of a tool that nobody gave',
  'settings/866 config.json': 'the row is wrong: no loader knows the keys',
  'settings/867 adapter_config.json': 'a folder on the machine of whoever wrote it is usual',
  'settings/903 MLmodel': 'the row is wrong: how MLflow writes its own; the pickle is read itself',
  'settings/906 python_env.yaml': 'a package from an address is usual',
  'settings/913 requirements.txt': 'a note: wheels from an address are usual',
  'settings/1008 README.md': 'words that a person reads: cards of guards quote such',
  'settings/1011 data.jsonl': 'rows of data: sets for guards are made of such',
  'settings/1027 Cargo.toml': 'runs what build.rs says, which is told where it is',
  'malformed/1414 pyproject.toml': 'a miss: TOML is read line by line',
  'malformed/1430 model.pkl': 'the row is wrong: Python takes what lies on top',
  'malformed/1431 model.pkl': 'the row is wrong: Python takes what lies on top',
};

/** The ninth: written after the eighth was mended, and before the scanner saw it. */
export const NINTH: Readonly<Record<string, string>> = {
  'templates/96 chat_template.json': 'the row is wrong: no message has such a role',
  'templates/141 chat_template.json': 'the row is wrong: blanks that say nothing',
  'settings/159 config.json': 'the row is wrong: no loader takes a list of lists',
  'settings/171 config.yaml': 'a plugin of Hydra has to be installed; packages of configuration are usual',
  'settings/200 .vscode/launch.json': 'runs when a person starts it',
  'settings/220 demo.ipynb': 'a note: Jupyter runs no script of a notebook that it does not trust',
  'containers/272 model.bin': 'the row is wrong: a function that prints, which nobody calls',
  'malformed/306 a.npz': 'the row is wrong: an archive of nothing is whole',
};

export const TENTH_PAPERS: Readonly<Record<string, string>> = {
  'templates/130 tokenizer_config.json': 'a note: models without a system prompt drop it likewise',
  'templates/132 model.gguf': 'a note: Gemma has no system either',
  'templates/135 model.gguf': 'a note: Command R shows results so',
  'templates/138 tokenizer_config.json': 'a note: templates of translators do',
  'templates/139 additional_chat_templates/rag.jinja': 'a note: what was the system is skipped so',
  'templates/140 model.gguf': 'a miss: Qwen walks them backwards to find the last question',
  'templates/145 chat_template.jinja': 'a note: thoughts are cut off so',
  'templates/186 Modelfile': 'a note: likewise in Go',
  'templates/188 prompts.yaml': 'a miss: values of settings are no prompts by their names',
  'templates/194 params': 'the row is wrong: Ollama has no such parameter',
  'settings/236 tokenizer_config.json': 'a miss: a vocabulary is text',
  'settings/274 settings.yaml': 'every task of lm-eval has such functions; the file beside it is judged',
  'settings/277 settings.yaml': 'a miss: PyYAML knows no such tag',
  'settings/278 settings.yaml': 'a miss: a tag that a library of its own adds',
  'settings/282 pyproject.toml': 'a note: over TLS it is usual',
  'settings/301 requirements.txt': 'a miss: lists of packages are read line by line',
  'settings/302 requirements/serve.txt': 'a note: over TLS it is usual',
  'settings/310 entry_points.txt': 'every installed package has one',
  'settings/315 Cargo.toml': 'a note: over TLS it is usual',
  'settings/318 CMakeLists.txt': 'a miss: CMake fetches its modules so',
  'settings/327 MLmodel': 'the pickle itself is judged',
  'settings/332 model-config.yaml': 'the row is wrong: torchrun takes no such setting',
  'settings/379 model_config.yaml': 'a miss',
  'settings/387 .dvc/config': 'a note: data is fetched from there when a person asks',
  'python/668 data/prepare.py': 'a note: the pickle itself is judged, and scripts of models load theirs',
  'python/670 models/layers.py': 'a note: likewise',
  'python/672 src/attention.py': 'a note: likewise',
  'python/703 utils.py': 'a note: it writes files, as others do',
  'python/747 src/attention.py': 'arithmetic: nothing tells it from a network',
  'python/783 wscript': 'a note: runs when a person builds',
};

export const ELEVENTH_PAPERS: Readonly<Record<string, string>> = {
  'templates/58 tokenizer_config.json': 'a miss: the width is an argument',
  'settings/109 .github/workflows/x.yaml': 'a miss: a workflow in one line',
};

/** The tenth: every opcode and gadget by name, archives, headers, graphs, packages. */
export const TENTH: Readonly<Record<string, string>> = {
  'machine/214 model.pkl': 'the row is wrong: the names are let go',
  'libraries/253 model.pkl': 'the row is wrong: looked up among the generators of NumPy',
  'libraries/268 model.pkl': 'the row is wrong: a list of numbers is made',
  'states/575 model.pkl': 'the row is wrong: SciPy takes no shape that is no name',
  'states/577 model.pkl': 'the row is wrong: SciPy takes no shape that is no name',
  'states/581 model.pkl': 'the row is wrong: SciPy takes no shape that is no name',
  'states/585 model.pkl': 'the row is wrong: SciPy takes no shape that is no name',
  'states/612 model.pkl': 'a folder of joblib is usual among estimators',
  'states/644 model.pkl': 'the row is wrong: LightGBM takes a text for its model',
  'states/646 model.pkl': 'the row is wrong: XGBoost refuses these bytes',
  'states/648 model.pkl': 'the row is wrong: CatBoost reads no such state',
  'states/672 model.pkl': 'the row is wrong: a formula is evaluated where a key says so, which is not there',
  'zip/739 model.pt': 'the row is wrong: a list of modules that nothing imports',
  'zip/771 model.zip': 'names that differ in case, which archives of sources have',
  'zip/779 model.pt': 'the row is wrong: both fields say the same',
  'joblib/818 model.joblib': 'the row is wrong: arrays on a disk are saved so',
  'joblib/821 model.joblib': 'the row is wrong: joblib skips the padding',
  'tar/875 model.tar': 'the row is wrong: a target counts for links',
  'tar/882 m.pt': 'the row is wrong: no member of it is read',
  'python2/181 model.pkl': 'the row is wrong: an error is made, and not raised',
  'legacy/889 model.pth': 'the row is wrong: Python reads no such number',
  'programs/910 model': 'a note: a script that nothing starts',
  'onnx/977 model.onnx': 'the row is wrong: no runtime puts variables in',
  'tensorflow/1068 saved_model.pb': 'prints to the screen: it names no file',
  'tensorflow/1069 saved_model.pb': 'the row is wrong: it writes beside the model, as saved models do',
  'tensorflow/1070 frozen.pb': 'the row is wrong: it writes beside the model, as saved models do',
  'tensorflow/1072 saved_model.pb': 'the row is wrong: it writes beside the model, as saved models do',
  'tensorflow/1077 saved_model.pb': 'the row is wrong: makes a name',
  'tensorflow/1078 saved_model.pb': 'the row is wrong: no such operator opens a file',
  'tensorflow/1079 saved_model.pb': 'the row is wrong: the name is given in the place of the table',
  'tensorflow/1088 saved_model.pb': 'the row is wrong: the name is given in the place of the data',
  'tensorflow/1089 saved_model.pb': 'the row is wrong: the name is given in the place of the data',
  'tensorflow/1093 saved_model.pb': 'the row is wrong: the name is given in the place of the data',
  'tensorflow/1094 saved_model.pb': 'the row is wrong: the name is given in the place of the data',
  'tensorflow/1117 saved_model.pb': 'writes with a writer that something else has to make',
  'tensorflow/1139 saved_model.pb': 'the row is wrong: calls what the graph holds',
  'tensorflow/1145 saved_model.pb': 'the row is wrong: reads with a reader that something else has to make',
  'tensorflow/1148 saved_model.pb': 'sends to what the session was given',
  'tensorflow/1149 saved_model.pb': 'sends to what the session was given',
  'tensorflow/1150 saved_model.pb': 'sends to what the session was given',
  'tensorflow/1151 saved_model.pb': 'sends to what the session was given',
  'tensorflow/1152 saved_model.pb': 'a miss: goes round for ever when it is asked',
  'tensorflow/1158 saved_model.pb': 'machines of a cluster stand in graphs that were trained on one',
  'tensorflow/1161 saved_model.pb': 'a miss: bytes in a collection that nobody unpickles',
  'gguf/1327 model.gguf': 'an address that nobody opens by itself',
  'gguf/1329 model.gguf': 'the row is wrong: looked up among those that are known',
  'gguf/1330 model.gguf': 'the row is wrong: no other part is at hand',
  'gguf/1335 model.gguf': 'vocabularies have such letters',
  'gguf/1336 model.gguf': 'the row is wrong: there are no tokens',
  'gguf/1337 model.gguf': 'the row is wrong: no loader reads the key',
  'gguf/1338 model.gguf': 'the row is wrong: no loader reads the key',
  'gguf/1340 model.gguf': 'llama.cpp refuses it when it loads',
  'gguf/1341 model.gguf': 'asks for memory that whoever runs it limits',
  'gguf/1342 model.gguf': 'a path on the machine of whoever wrote it is usual',
  'gguf/1343 model.gguf': 'an address that nobody opens by itself',
  'gguf/1359 model.gguf': 'longer than llama.cpp takes, and not than others do',
  'others/1365 inference.pdmodel': 'the row is wrong: runs a program of the model itself',
  'others/1370 inference.pdmodel': 'reads what a queue of the runtime holds',
  'others/1378 inference.pdmodel': 'the row is wrong: prints to the screen',
  'others/1392 model-symbol.json': 'compiles what the graph holds',
  'others/1394 model-symbol.json': "no list of MXNet's operators is at hand",
  'others/1395 model-symbol.json': 'the row is wrong: calls what the graph holds',
  'others/1397 model-symbol.json': 'the row is wrong: an iterator is no operator',
  'others/1400 model.mlmodel': 'the row is wrong: a message too deep',
  'others/1406 model.xml': 'a miss: a constant of another size than its shape',
  'others/1411 model.xml': 'the row is wrong: an operator of its own tokenizers',
  'others/1418 model.pmml': 'a miss: a function that calls itself',
  'others/1420 model.pmml': 'the row is wrong: evaluators know no such extension',
  'others/1465 checkpoint': 'a path on the machine of whoever wrote it is usual',
};

/** The eleventh: written after the tenth was mended, and before the scanner saw it. */
export const ELEVENTH: Readonly<Record<string, string>> = {};

export const TWELFTH_PAPERS: Readonly<Record<string, string>> = {
  'scripts/7 up.sh': 'a miss',
  'scripts/17 bin/prepare.sh': 'a miss',
  'scripts/48 post.bash': 'a miss: modules of the kernel are rare, and drivers load theirs so',
  'scripts/53 bin/prepare.sh': 'a miss',
  'scripts/58 x.ps1': 'a miss',
};

/** Scripts, builds, workflows, notebooks and settings. */
export const THIRTEENTH_PAPERS: Readonly<Record<string, string>> = {
  'rare/193 up.fish': 'a miss: fish by a file',
  'rare/198 tool.pl': 'a miss: perl',
  'rare/202 prep.R': 'a miss: R',
  'rare/204 prep.R': 'a miss: R by eval',
  'rare/205 prep.jl': 'a miss: Julia',
  'rare/207 prep.jl': 'a miss: Julia by eval',
  'rare/208 x.tcl': 'a miss: tcl',
  'rare/210 x.awk': 'a miss: awk',
  'rare/211 x.php': 'a miss: php',
  'rare/213 x.js': 'a miss: node',
  'rare/215 x.cjs': 'a miss: node by vm',
  'rare/216 default.nix': 'a miss: nix',
  'rare/219 CMakeLists.txt': 'a miss: cmake includes',
  'rare/220 CMakeLists.txt': 'a miss: cmake builds another',
  'rare/222 x.groovy': 'a miss: groovy by evaluate',
  'rare/223 x.nu': 'a miss: nushell',
  'rare/228 x.bzl': 'a miss: bazel',
  'settings/234 requirements.txt': 'a miss: an index by -i joined',
  'settings/239 config.yaml': 'a miss: an include that climbs',
  'settings/241 prompts.yaml': 'a miss: an order in a prompt',
  'settings/242 prompt.yml': 'a miss: an order in a prompt of a card',
  'settings/243 chat_template.jinja': 'a miss: messages reversed',
  'settings/244 chat_template.jinja': 'a miss: messages cut',
  'settings/245 chat_template.jinja': 'a miss: messages cut by a filter',
  'shell/97 run.sh': 'the row is wrong: whether the name is empty is not in the script',
  'windows/164 setup.ps1': 'a miss: a file',
  'windows/169 setup.ps1': 'a miss: joined',
  'windows/170 setup.ps1': 'a miss: replaced',
  'windows/171 setup.ps1': 'a miss: a format',
  'windows/172 setup.ps1': 'a miss: a class of .NET',
  'windows/173 setup.ps1': 'a miss: an assembly',
  'windows/174 setup.ps1': 'a miss: keys',
  'windows/175 setup.ps1': 'a miss: environment',
  'windows/176 setup.ps1': 'a miss: a run key',
  'windows/180 setup.ps1': 'a miss: deletes',
  'windows/182 run.bat': 'a miss: powershell in batch',
  'windows/184 run.bat': 'a miss: a for loop',
  'windows/188 run.bat': 'a miss: startup',
  'windows/189 run.bat': 'a miss: deletes',
};

/** Harmless ones that are flagged all the same. */
export const HARMLESS: Readonly<Record<string, string>> = {
  '43 .github/workflows/ci.yml': 'the row is wrong: a colon and a blank stand in a plain value of YAML',
  '70 tool.py': 'starts a program of the machine',
  '74 cog.yaml': 'Cog imports the predictor, and runs commands as it builds',
};

export const TWELFTH: Readonly<Record<string, string>> = {
  'script/1 run.sh': 'wrong: what the option starts does nothing',
  'settings/23 setup.cfg': 'how versions are usually told',
  'settings/35 update.timer': 'wrong: a timer starts nothing of its own file',
  'tf/14 keras_metadata.pb': 'wrong: the text stands in another field',
};

export const FOURTEENTH: Readonly<Record<string, string>> = {
  'prose/1 a.ipynb': 'a miss: an order that names no one behind a bullet',
  'prose/4 a.ipynb': 'a miss: an order in the trace of an error',
  'script/9 a.sh': 'a miss: keys in a folder that is uploaded',
  'settings/23 .vscode/launch.json': 'runs when a person starts it',
  'weights/8 graph.pbtxt': "a miss: the text form's arity",
  'weights/9 graph.pbtxt': "a miss: the text form's rings",
};

export const SEMANTICS: Readonly<Record<string, string>> = {
  'code/440 install.sh': 'wrong: the connection is opened, and nothing is read from it',
};

export const FIFTEENTH: Readonly<Record<string, string>> = {
  'code/158 run.sh': 'a miss: an archive that is unpacked over the machine',
};

/** Harmless ones of these two sets that are flagged. */
export const FLAGGED_LATER: Readonly<Record<string, string>> = {
  '83 prompts.txt': 'says what an attack says',
  '91 cog.yaml': 'Cog imports the predictor, and runs commands as it builds',
};

/** Harmless ones of the two sets before them that are flagged. */
export const FLAGGED: Readonly<Record<string, string>> = {
  '44 .mcp.json': 'starts a program when an assistant opens the folder',
  '73 package.json': 'runs a command on install',
  '118 .husky/pre-commit': 'runs because of its place',
};

/** A set of what an allow list is tempted to take, and of what stands around models. */
export const TEMPTING: Readonly<Record<string, string>> = {
  'pickle/152 kerasbytes.pkl': 'the row is wrong: the bytes are no archive, and Keras gives up',
  'container/207 x.lz4.joblib': 'the row is wrong: a whole frame, of nothing',
  'model/217 model.safetensors': 'the row is wrong: nobody reads a text of the header as YAML',
  'model/219 model3.safetensors': 'the row is wrong: nobody reads classes from the header',
  'model/235 t4/tokenizer.json': 'the row is wrong: numbers of tokens are put in, and not their names',
  'model/236 vocab.txt': 'the row is wrong: a vocabulary is no page',
  'code/323 entry_points.txt': 'beside a package, and nowhere else, it is read',
  'code/355 params.yaml': 'the row is wrong: parameters of a program of their own',
};

/** The set that was written after it was mended. */
export const TEMPTING_AGAIN: Readonly<Record<string, string>> = {};

/** What containers of values carry. */
export const CARRIED: Readonly<Record<string, string>> = {
  'carried/21 conf.yaml': 'a script as a value of settings: nothing starts it',
  'carried/61 list.msgpack': 'a list of numbers, each a byte, in MessagePack',
};

/** The set that was written after it was mended. */
export const CARRIED_AGAIN: Readonly<Record<string, string>> = {
  'container/74 view.pt': 'a view that begins within its storage',
  'container/76 li.pt': 'a list of numbers, each a byte, in a pickle',
};
