import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { lightgbmFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  lightgbmFormat.read(sourceOf(bytes), { path: 'model.txt', budget: createBudget(() => 0) });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const model = (trees: string, sizes: string): Uint8Array =>
  bytesOf(
    `tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\nmax_feature_idx=0\nfeature_names=a\nfeature_infos=[0:1]\ntree_sizes=${sizes}\n\n${trees}end of trees\n\nfeature_importances:\nColumn_0=3\n\npandas_categorical:null\n`,
  );
const TREE = 'Tree=0\nnum_leaves=1\nnum_cat=0\nleaf_value=0.5\n\n\n';
const SOUND = model(TREE, String(TREE.length));

describe('the reader of LightGBM', () => {
  it('counts the trees', async () => {
    expect(await read(SOUND)).toMatchObject({ facts: { version: 'v4', trees: 1 }, defects: [], coverage: 'whole' });
  });

  it('reads what releases before 3 wrote', async () => {
    const text = new TextDecoder().decode(SOUND).replace('feature_importances', 'feature importances');
    expect((await read(bytesOf(text))).defects).toEqual([]);
  });

  it.each<[string, Uint8Array, string]>([
    ['other sizes than told', model(TREE, '7'), 'tree-sizes'],
    ['more trees than told', model(TREE + TREE.replace('=0', '=1'), String(TREE.length)), 'tree-sizes'],
    ['trees out of order', model(TREE.replace('=0', '=5'), String(TREE.length)), 'tree-count'],
    ['no end', bytesOf(`tree\nversion=v4\n${TREE}`), 'cut-short'],
    ['text that is no UTF-8', Uint8Array.of(...SOUND, 0xff, 0x3d), 'no-utf-8'],
    ['lines of something else', bytesOf(`${new TextDecoder().decode(SOUND)}\n<script>alert(1)</script>\n`), 'odd-line'],
  ])('%s is a defect', async (_, bytes, code) => {
    expect((await read(bytes)).defects.map((defect) => defect.code)).toContain(code);
  });

  it('refuses a NUL', async () => {
    await expect(read(bytesOf('tree\nversion=v4\n\0'))).rejects.toThrow(MalformedError);
  });
});

describe('any bytes', () => {
  it('are answered with facts, MalformedError or OverBudgetError', async () => {
    await answersAnyBytes(read, { file: SOUND, head: 20 });
  });
});
