import { flatSchema } from '../flatbuffer/verify.ts';

/** Tables of a model's core and of its counts of categories (catboost/libs/model/flatbuffers), in the order of their fields. */
export const CATBOOST_SCHEMA = flatSchema(`
Core s :Trees [:Pair [s
Pair s s
Trees 4 [4 [4 [4 [:Category [:Float [:OneHot [:Counter [8 [8 [4 [4 [:Category [:Estimated 8 8 [8 [4 [:Embedding
Float 1 4 4 [4 s 1
Category 4 4 s 1
Embedding 4 4 s 4 1
Estimated 4 . 4 [4 1
OneHot 4 [4 [s
Counter :CounterOf [4
CounterOf :CounterBase 4 4 4 4 4
CounterBase :Combination 1
Combination [4 [8 [8
Table :CounterBase [1 [1 4 4
`);
