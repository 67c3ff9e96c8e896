/**
 * A file of data of a database of TensorStore, named by a random number (google/tensorstore, ocdbt/format/data_file_id.cc).
 * It may begin with a frame of Zstandard, and no loader decompresses a file of that name.
 */
export const OCDBT_DATA_FILE = /(?:^|\/)d\/[0-9a-f]{32}$/;
