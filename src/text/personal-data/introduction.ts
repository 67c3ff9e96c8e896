/** What stands before a name: a title, an introduction, a field of a form, the end of a letter. */
export interface Introduction {
  readonly text: string;
  readonly anyCase: boolean;
  readonly score: number;
  /** What must follow: any word in capitals; two of them, a given or a family name where no such word is sure; two, one of them known; none but in small letters. */
  readonly asks: 'word' | 'words' | 'given' | 'family' | 'known' | 'small';
  /** Whether a given name in small letters is one, too. */
  readonly small?: boolean;
  /** What before it says that any word in capitals follows, whatever it asks for. */
  readonly before?: RegExp;
  /** What must stand behind the name. */
  readonly behind?: RegExp;
  /** What a name looks like behind it, where that has no capitals. */
  readonly written?: RegExp;
}
