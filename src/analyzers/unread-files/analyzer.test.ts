import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../../domain/artifact.ts';
import { scanVerdictOf } from '../../domain/scan.ts';
import type { Item, Reading, Unreadable } from '../../intake/inventory.ts';
import { unreadFiles } from './analyzer.ts';
import { RULE_OF_REASON } from './rules.ts';

const FILE: FileRecord = {
  path: 'model.bin',
  size: 100,
  kind: 'unknown',
  role: 'weights',
  digest: { kind: 'unknown', reason: 'test' },
  loadable: true,
  coverage: 'none',
};

function item(
  file: Partial<FileRecord>,
  readings: readonly unknown[] = [],
  unreadable: readonly Unreadable[] = [],
): Item {
  return { file: { ...FILE, ...file }, readings: readings as readonly Reading[], unreadable };
}

const unread = (reason: Unreadable['reason'], more: Partial<Unreadable> = {}): Unreadable => ({
  kind: 'unreadable',
  format: null,
  member: [],
  reason,
  message: 'why it is so',
  offset: 7,
  ...more,
});

const reading = (format: string, facts: object, defects: readonly object[] = [], member: readonly string[] = []) => ({
  kind: 'read',
  format,
  member,
  facts: { format, ...facts },
  defects,
});

const inspect = (given: Item) => [...unreadFiles.inspect(given)];
const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n';

describe('unread-files', () => {
  it.each(Object.keys(RULE_OF_REASON) as Unreadable['reason'][])('lets no file pass that is unread: %s', (reason) => {
    const findings = inspect(item({}, [], [unread(reason)]));
    expect(findings).toMatchObject([{ rule: `unread-files/${reason}`, location: { path: 'model.bin', offset: 7 } }]);
    expect(scanVerdictOf(findings)).toBe('unscannable');
  });

  it('says what the reader took it for, and which part it was', () => {
    const [finding] = inspect(item({}, [], [unread('malformed', { format: 'pickle', member: ['a.zip', 'data.pkl'] })]));
    expect(finding?.message).toContain('Read as pickle: why it is so.');
    expect(finding?.location).toEqual({ path: 'model.bin', member: ['a.zip', 'data.pkl'], offset: 7 });
  });

  it.each<[string, Item, readonly string[]]>([
    ['a file that was read whole', item({ kind: 'json' }, [reading('json', { duplicateKeys: [] })]), []],
    ['an empty document', item({ kind: 'empty', role: 'document', size: 0 }), ['unread-files/empty']],
    ['an empty module', item({ kind: 'empty', role: 'code', size: 0 }), ['unread-files/empty']],
    [
      'an empty archive',
      item({ kind: 'empty', role: 'other', path: 'm.skops', size: 0 }),
      ['unread-files/empty-needed'],
    ],
    [
      'an archive of folders',
      item({ kind: 'zip', path: 'm.zip' }, [reading('zip', { entries: [{ name: 'a/' }] })]),
      ['unread-files/nothing-inside'],
    ],
    ['an archive of no arrays', item({ kind: 'zip', path: 'm.npz', size: 22 }, [reading('zip', { entries: [] })]), []],
    [
      'an archive of nothing',
      item({ kind: 'tar', path: 'm.tar' }, [reading('tar', { entries: [] })]),
      ['unread-files/nothing-inside'],
    ],
    [
      'a text for an archive',
      item({ kind: 'text', role: 'other', path: 'm.skops' }),
      ['unread-files/text-for-weights'],
    ],
    [
      'a path file of Python',
      item({ kind: 'text', role: 'weights', path: 'x.pth' }, [reading('text', { text: 'import x; x.y()' })]),
      [],
    ],
    [
      'folders for the path of Python',
      item({ kind: 'text', role: 'weights', path: 'x.pth' }, [reading('text', { text: '/opt/a b/src\n' })]),
      [],
    ],
    [
      'a link of Git for weights',
      item({ kind: 'text', role: 'weights', path: 'x.pth' }, [reading('text', { text: '../../blobs/0a1b' })]),
      ['unread-files/text-for-weights'],
    ],
    [
      'an answer of a server for weights',
      item({ kind: 'json', path: 'model.bin' }, [reading('json', { duplicateKeys: [], value: { error: 'no' } })]),
      ['unread-files/text-for-weights'],
    ],
    [
      'a model of XGBoost in JSON',
      item({ kind: 'json', path: 'model.bin' }, [reading('json', { duplicateKeys: [], value: { learner: {} } })]),
      [],
    ],
    [
      'an answer of a server for settings',
      item({ kind: 'json', role: 'config', path: 'm/config.json' }, [
        reading('json', { duplicateKeys: [], value: { error: 'no', statusCode: 404 } }),
      ]),
      ['unread-files/text-for-weights'],
    ],
    [
      'settings with a message among them',
      item({ kind: 'json', role: 'config', path: 'm/config.json' }, [
        reading('json', { duplicateKeys: [], value: { message: 'no', model_type: 'llama' } }),
      ]),
      [],
    ],
    [
      'a text for a shard of a checkpoint',
      item({ kind: 'text', role: 'other', path: 'variables/variables.data-00000-of-00001' }),
      ['unread-files/text-for-weights'],
    ],
    [
      'a text for the weights of darknet',
      item({ kind: 'text', role: 'other', path: 'yolo.weights' }),
      ['unread-files/text-for-weights'],
    ],
    [
      'a text for a vocabulary',
      item({ kind: 'text', role: 'tokenizer', path: 'spiece.model' }, [reading('text', { text: '404' })]),
      ['unread-files/text-for-weights'],
    ],
    [
      'a list of tiktoken under the name of a vocabulary',
      item({ kind: 'text', role: 'tokenizer', path: 'tokenizer.model' }, [
        reading('text', { text: 'IQ== 0\nIg== 1\n' }),
      ]),
      [],
    ],
    [
      'a text for weights in an archive',
      item({ kind: 'tar', role: 'other', path: 'm.nemo' }, [
        { ...reading('text', { text: '404' }), member: ['model_weights.ckpt'] } as unknown as Item['readings'][number],
      ]),
      ['unread-files/text-for-weights'],
    ],
    ['JSON for a pickle', item({ kind: 'json', path: 'model.pkl' }), ['unread-files/text-for-weights']],
    [
      'a page for a vocabulary',
      item({ kind: 'text', role: 'tokenizer', path: 'tokenizer.model' }, [
        reading('text', { text: '<!DOCTYPE html>' }),
      ]),
      ['unread-files/text-for-weights'],
    ],
    [
      'an index without names',
      item({ kind: 'json', role: 'config', path: 'model.safetensors.index.json' }, [
        reading('json', { duplicateKeys: [], value: { weight_map: { a: 1 } } }),
      ]),
      ['unread-files/damaged'],
    ],
    ['empty weights', item({ kind: 'empty', role: 'weights', size: 0 }), ['unread-files/empty-needed']],
    [
      'empty weights from which a network takes nothing',
      item({ kind: 'empty', role: 'weights', size: 0 }, [
        reading('tensor-data', { namedBy: ['model.xml'], link: null }),
      ]),
      ['unread-files/empty'],
    ],
    [
      'an empty MLmodel',
      item({ kind: 'empty', role: 'other', path: 'm/MLmodel', size: 0 }),
      ['unread-files/empty-needed'],
    ],
    [
      'an empty list of stages',
      item({ kind: 'empty', role: 'config', path: 'params.yaml', size: 0 }),
      ['unread-files/empty'],
    ],
    [
      'an empty setting of an editor',
      item({ kind: 'empty', role: 'config', path: 'a/.vscode/keys.json', size: 0 }),
      ['unread-files/empty'],
    ],
    [
      'an empty setting of a tool',
      item({ kind: 'empty', role: 'config', path: 'tox.ini', size: 0 }),
      ['unread-files/empty'],
    ],
    [
      'an empty setting of a model',
      item({ kind: 'empty', role: 'config', path: 'm/model_config.yaml', size: 0 }),
      ['unread-files/empty-needed'],
    ],
    ['an empty configuration', item({ kind: 'empty', role: 'config', size: 0 }), ['unread-files/empty-needed']],
    [
      'a folder of Git',
      item({ kind: 'git-folder', role: 'other', path: '.git', size: 0 }),
      ['unread-files/git-folder'],
    ],
    [
      'an LFS pointer',
      item({ kind: 'text', size: 60 }, [reading('text', { text: POINTER })]),
      ['unread-files/pointer'],
    ],
    [
      'a text about LFS pointers',
      item({ kind: 'text', role: 'document' }, [reading('text', { text: `See ${POINTER}` })]),
      [],
    ],
    [
      'a long text that begins like one, for weights',
      item({ kind: 'text', size: 5000, role: 'weights' }, [reading('text', { text: POINTER })]),
      ['unread-files/text-for-weights'],
    ],
    [
      'keys that stand twice in settings',
      item({ path: 'model/tokenizer_config.json' }, [reading('json', { duplicateKeys: ['a'] })]),
      ['unread-files/repeated-setting'],
    ],
    ['keys that stand twice', item({}, [reading('json', { duplicateKeys: ['a'] })]), ['unread-files/repeated-keys']],
    [
      'a damaged picture',
      item({}, [reading('media', {}, [{ code: 'x', message: 'y', offset: 1 }])]),
      ['unread-files/damaged'],
    ],
    [
      'defects with an analyzer of their own',
      item({}, [reading('gguf', {}, [{ code: 'x', message: 'y', offset: 1 }])]),
      [],
    ],
  ])('finds in %s', (_, given, rules) => {
    expect(inspect(given).map(({ rule }) => rule)).toEqual(rules);
  });

  it('names three repeated keys and counts the others', () => {
    const [finding] = inspect(item({}, [reading('json', { duplicateKeys: ['a', 'b', 'c.d', 'e', 'f'] })]));
    expect(finding?.message).toBe('A key stands twice in one object. Here: a, b, c.d and 2 more.');
  });
});
