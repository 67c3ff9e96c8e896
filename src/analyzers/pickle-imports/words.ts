/** The words of a text, so that long lists stay readable: `words('os posix nt')`. */
export function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
