import { flatSchema } from '../flatbuffer/verify.ts';

/** Tables of messages and of the footer (format/Message.fbs, Schema.fbs, File.fbs); structs lie in lists of eight bytes. */
export const ARROW_SCHEMA = flatSchema(`
Message 2 1 u:-,Schema,DictionaryBatch,RecordBatch 8 [:KeyValue
Footer 2 :Schema . . [:KeyValue
Schema 2 [:Field [:KeyValue [8
Field s 1 1 * :Dictionary [:Field [:KeyValue
Dictionary 8 * 1 2
KeyValue s s
RecordBatch 8 . . * [8
DictionaryBatch 8 :RecordBatch 1
`);
