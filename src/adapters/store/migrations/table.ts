import controlPlane from './0001-control-plane.sql';

/** Every step of the schema, in order. Only ever added to: a database that went further was written by a newer version. */
export const MIGRATIONS: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 1, sql: controlPlane },
];
