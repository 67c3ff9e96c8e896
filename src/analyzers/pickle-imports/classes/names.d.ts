/** The bundler, and the tests, give such a file as its text. */
declare module '*.names' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: it is what bundlers make of a file.
  export default text;
}
