/** What goes out, in order: texts that follow each other are encoded together. */
export function createPieces() {
  const pieces: Buffer[] = [];
  let text = '';
  const encode = (): void => {
    if (text !== '') pieces.push(Buffer.from(text));
    text = '';
  };
  return {
    add: (piece: Buffer | string): void => {
      if (typeof piece === 'string') text += piece;
      else {
        encode();
        pieces.push(piece);
      }
    },
    all: (): Buffer => {
      encode();
      return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
    },
  };
}
