import { randomBytes } from 'node:crypto';
import { TOKEN_TYPE } from './detectors/pseudonyms/detector.ts';
import { createRestorer, type Restorer, tokensIn } from './pseudonyms.ts';
import { createVault, type Vault } from './vault.ts';

/** Pseudonyms of one question and its answer: they are made, led back from, and forgotten with it. */
export interface PseudonymExchange {
  /** For the texts of the question. */
  readonly sent: Pick<Vault, 'tokenFor'>;
  /** For the texts of the answer: what it says of others than the question does gets pseudonyms that lead nowhere. */
  readonly answered: Pick<Vault, 'tokenFor'>;
  /** The question was guarded: its pseudonyms are known from here on, by whoever guards it once more and in the answer. */
  settle(): void;
  /** Puts back what the question said, written as `write` has it; null when it has no pseudonyms. */
  restorer(write?: (text: string) => string): Restorer | null;
}

const KEY_BYTES = 32;

export function createPseudonymExchange(vault: Vault = createVault(randomBytes(KEY_BYTES))): PseudonymExchange {
  const [given, known] = [new Set<string>(), new Set<string>()];
  return {
    sent: {
      tokenFor: (type, text) => {
        if (type === TOKEN_TYPE && tokensIn(text).some(({ label }) => known.has(label))) return text;
        const token = vault.tokenFor(type, text);
        given.add(token.slice(1, -1));
        return token;
      },
    },
    answered: { tokenFor: (type, text) => (type === TOKEN_TYPE ? text : vault.tokenFor(type, text)) },
    settle: () => {
      for (const label of given) known.add(label);
    },
    restorer: (write) => {
      if (known.size === 0) return null;
      return createRestorer({
        textFor: (label) => {
          const text = known.has(label) ? vault.textFor(label) : undefined;
          return text === undefined || write === undefined ? text : write(text);
        },
      });
    },
  };
}
