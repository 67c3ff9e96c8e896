import { ATTACKING_SCRIPT } from '../rules.ts';
import { judgePlace } from './lasting.ts';
import type { Machine } from './machine.ts';
import { MARKS, marksOf } from './marks.ts';
import { baseOf, isSecretPath, isTokenPath, resolved } from './paths.ts';

/** What a file holds, as far as the script says; what was never written holds what its place says. */
export function contentOf(path: string, machine: Machine): string {
  const whole = resolved(path, machine.folder);
  const written = machine.files.get(whole) ?? machine.files.get(`by name ${baseOf(whole)}`);
  if (written !== undefined) return written;
  if (whole === '/etc/sudoers') return MARKS.own;
  if (isTokenPath(whole)) return MARKS.token;
  if (isSecretPath(whole)) return MARKS.secret;
  const tree = treeOf(whole, machine);
  if (tree !== null) return tree.mark;
  return DATA.test(whole) ? MARKS.decoded : MARKS.unknown;
}

/** Pictures and weights: a program within one is hidden. */
const DATA =
  /\.(?:png|jpe?g|gif|webp|ico|wav|mp3|pdf|safetensors|gguf|onnx|pth?|ckpt|npy|npz|h5|pkl|pickle|joblib|msgpack|tflite|keras)$|(?:^|\/)(?:[\w.-]*model[\w.-]*\.bin|tokenizer\.model)$/i;

/** The folder of something fetched in which a path lies. An archive is named after the folder that it holds, and more. */
export function treeOf(whole: string, { trees }: Machine): { readonly mark: string } | null {
  for (const { path, mark } of trees)
    if (
      path !== '' &&
      (whole === path ||
        whole.startsWith(`${path}/`) ||
        (whole.includes('/') && path.startsWith(`${whole.split('/').slice(0, path.split('/').length).join('/')}-`)))
    )
      return { mark };
  return null;
}

const MOST_FILES = 2_000;

export function write(path: string, value: string, append: boolean, machine: Machine): void {
  const whole = resolved(path, machine.folder);
  if (/^\/dev\/(?:sd|hd|vd|xvd|nvme|mmcblk|disk)/.test(whole)) machine.tell(ATTACKING_SCRIPT);
  // What a step of GitHub's writes there the next ones have among their names.
  if (whole.endsWith('{GITHUB_ENV}'))
    for (const [, name = '', text = ''] of value.matchAll(/^(\w{1,80})=(.*)$/gm)) machine.assign(name, [text]);
  if (/^\/dev\/(?:null|stdout|stderr|tty)$/.test(whole) || machine.files.size > MOST_FILES) return;
  const text = append ? `${machine.files.get(whole) ?? ''}${value}` : value;
  machine.files.set(whole, text.slice(0, 65_536));
  // A script may leave its folder in a way that is not followed: then the name alone has to do.
  const base = baseOf(whole);
  if (base.length > 1 && marksOf(value) !== '') machine.files.set(`by name ${base}`, value.slice(0, 65_536));
  judgePlace(whole, value, machine);
}
