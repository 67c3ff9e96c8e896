import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';

const template = (text: string): string => JSON.stringify({ chat_template: text });
const MESSAGES = '{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}';

/** Harmless files that look like what rules of the third hostile set catch: `[what, path, text]`. */
const TWINS: readonly (readonly [string, string, string])[] = [
  ['a formatter of logging', 'logging.json', '{"formatters": {"x": {"()": "uvicorn.logging.DefaultFormatter"}}}'],
  ['classes that are only described', 'model.json', '{"py/object": "collections.OrderedDict", "a": 1}'],
  ['a service among callbacks', 'litellm.yaml', 'model_list: []\nlitellm_settings:\n  callbacks: [langfuse]\n'],
  [
    'a modular pipeline of the library',
    'modular_model_index.json',
    '{"_blocks_class_name": "X", "unet": ["diffusers", "UNet2DConditionModel", {"repo": "a/b", "type_hint": ["diffusers", "UNet2DConditionModel"]}]}',
  ],
  [
    'a file on the disk of whoever wrote it',
    'tokenizer_config.json',
    '{"tokenizer_file": "/home/me/model/tokenizer.json"}',
  ],
  ['a prompt', 'config_sentence_transformers.json', '{"prompts": {"query": "Given a question, retrieve passages: "}}'],
  ['a dependency over TLS', 'pyproject.toml', '[project]\ndependencies = ["torch>=2"]\nurl = "http://example.org"\n'],
  [
    'a unit that serves',
    'vllm.service',
    "[Service]\nExecStartPre=/bin/sh -c 'test -d /models'\nExecStart=/opt/venv/bin/python -m vllm\n",
  ],
  [
    'recipes',
    'justfile',
    'p := `which python3`\ntest *args:\n    {{p}} -m pytest {{args}}\nclean:\n    rm -rf build\n',
  ],
  ['processes', 'Procfile', 'web: gunicorn app:app --bind 0.0.0.0:$PORT\nrelease: python manage.py migrate\n'],
  [
    'a template of a report',
    'report.jinja',
    '<h1>{{ title }}</h1> {{ x.__class__.__name__ }} {{ x.__repr__() }} {{ "__NOT_A_NUMBER__" }}',
  ],
  ['a template of code', 'pkg.py.j2', '{% if f == "__init__.py" %}__all__ = {{ names }}{% endif %}'],
  ['a modeline', 'notes.txt', 'hello\n# vim: set ts=4 sw=4 et:\n'],
  ['a checkpoint beside', 'checkpoint', 'model_checkpoint_path: "model.ckpt-7"\n'],
  ['orders that ask for care', 'AGENTS.md', 'Never run commands without asking.\nRun the tests before you commit.\n'],
  ['words out of sight that are no orders', 'README.md', '# M\n<span style="display:none">anchor</span>\n'],
  ['a page that is loaded again', 'README.md', '# M\n<meta http-equiv="refresh" content="30">\n'],
  [
    'loops in loops',
    'tokenizer_config.json',
    template(`{% for a in range(10) %}{% for b in range(10) %}x{% endfor %}{% endfor %}${MESSAGES}`),
  ],
  ['a margin', 'tokenizer_config.json', template(`{{ tools|tojson|indent(4) }}${MESSAGES}`)],
  ['a comment', 'tokenizer_config.json', template(`{# The assistant's turn is safe to leave open. #}${MESSAGES}`)],
  [
    'the words of the system where they belong',
    'tokenizer_config.json',
    template(
      "{% for m in messages %}{% if m.role == 'user' %}<|user|>{{ m.content }}{% elif m.role == 'assistant' %}<|assistant|>{{ m.content }}{% else %}<|system|>{{ m.content }}{% endif %}{% endfor %}",
    ),
  ],
  [
    'a call of a tool, described',
    'tokenizer_config.json',
    template(`To call a tool, reply with its name and arguments.${MESSAGES}`),
  ],
];

describe('twins of hostile files', () => {
  it.each(TWINS)('%s is clean', async (_, path, text) => {
    expect((await judge(path, Buffer.from(text, 'utf8'))).verdict).toBe('clean');
  });
});
