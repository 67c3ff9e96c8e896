import { CONTAINERS } from './containers.ts';
import { GRAPHS } from './graphs.ts';
import { KERAS_FILES } from './keras.ts';
import type { Fresh } from './kit.ts';
import { PICKLES } from './pickles.ts';
import { SETTINGS } from './settings.ts';
import { JINJA } from './templates.ts';

/** Every hostile file of the set that was written before the scanner was asked. The malformed ones are in `malformed.ts`. */
export const HOSTILE: readonly Fresh[] = [...PICKLES, ...CONTAINERS, ...KERAS_FILES, ...GRAPHS, ...JINJA, ...SETTINGS];
