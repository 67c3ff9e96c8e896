const LINE = /(?:^|\s)(?:\/\/|#|--|%)[ \t]*([A-Za-z][^\n]{12,200})/g;
const BLOCK = /\/\*+([^*]{12,500}(?:\*(?!\/)[^*]{0,200}){0,20})\*\/|"""([^"]{12,500})"""/g;

/** What stands in the comments of a program, each on one line. */
export function commentsOf(source: string): readonly string[] {
  const lines = Array.from(source.matchAll(LINE), ([, text = '']) => text.trim());
  const blocks = Array.from(source.matchAll(BLOCK), ([, text, other]) =>
    (text ?? other ?? '')
      .replace(/\n\s*\*/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return [...lines, ...blocks].filter((text) => text.length > 12);
}
