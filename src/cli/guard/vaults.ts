import { hkdfSync } from 'node:crypto';
import { TOKEN_TYPE } from '../../guard/detectors/pseudonyms/detector.ts';
import type { Guard } from '../../guard/guard.ts';
import { restored, writerFor } from '../../guard/pseudonyms.ts';
import { createVault, NOT_OPENED, type Vault } from '../../guard/vault.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type JsonObject, member } from '../../kernel/json.ts';

/** Opens the vault of a tenant, a new one or one that was sealed before. Throws on what that tenant's key did not seal. */
export type Vaults = (tenant: string, sealed: Uint8Array | null) => Vault;

const KEY_BYTES = 32;

/** Each tenant has a key of its own, made of one secret. Throws `call-invalid` for a short one. */
export function vaultsUnder(secret: string): Vaults {
  const key = Buffer.from(secret.trim());
  if (key.length < KEY_BYTES)
    throw new WeighbridgeError('call-invalid', `the key of pseudonyms must have ${KEY_BYTES} characters or more`, {
      remedy: 'Make one with openssl rand -hex 32, and keep it: vaults open with no other.',
    });
  return (tenant, sealed) => {
    const own = Buffer.from(hkdfSync('sha256', key, '', `weighbridge guard tenant ${tenant}`, KEY_BYTES));
    return sealed === null ? createVault(own) : createVault(own, sealed);
  };
}

export const VAULT_FIELDS = ['tenant', 'vault', 'restore'] as const;

/** Pseudonyms of a line, which keeps nothing for the next one: its vault goes out sealed, and comes back with what it is needed for. */
export interface PseudonymsOfLine {
  readonly vault: Pick<Vault, 'tokenFor'>;
  /** The text that may go on, with what it stands for in place of each pseudonym that the vault has. */
  comeBack(text: string, isToolCall: boolean): string;
  /** The vault in base64; undefined when the line gave nothing a pseudonym, or when it is the way back. */
  sealed(): string | undefined;
}

/** What a line says of pseudonyms, or what is wrong with it; null where it neither makes any nor leads back. */
export function pseudonymsIn(value: JsonObject, guard: Guard, vaults?: Vaults): PseudonymsOfLine | string | null {
  const [tenant = '', given, restore = false] = VAULT_FIELDS.map((name) => member(value, name));
  if (typeof tenant !== 'string') return 'tenant must be a text';
  if (typeof restore !== 'boolean') return 'restore must be true or false';
  if (given !== undefined && typeof given !== 'string') return 'vault must be what an answer gave as its vault';
  if (restore && given === undefined) return 'restore needs the vault that the answer to the question gave';
  if (vaults === undefined)
    return given === undefined && !restore ? null : 'there is no key for vaults; give one with --pseudonym-key';
  if (!guard.pseudonymises && !restore) return null;
  try {
    const sealed = given === undefined ? null : Buffer.from(given, 'base64');
    return restore ? wayBack(vaults, tenant, sealed) : wayThere(vaults(tenant, sealed));
  } catch {
    return NOT_OPENED;
  }
}

function wayThere(vault: Vault): PseudonymsOfLine {
  let used = false;
  return {
    vault: {
      tokenFor: (type, text) => {
        used = true;
        return vault.tokenFor(type, text);
      },
    },
    comeBack: (text) => text,
    sealed: () => (used ? Buffer.from(vault.seal()).toString('base64') : undefined),
  };
}

/** Whom only the answer names gets a pseudonym that leads nowhere: what leads back was opened apart. */
function wayBack(vaults: Vaults, tenant: string, sealed: Uint8Array | null): PseudonymsOfLine {
  const [known, own] = [vaults(tenant, sealed), vaults(tenant, sealed)];
  return {
    vault: { tokenFor: (type, text) => (type === TOKEN_TYPE ? text : own.tokenFor(type, text)) },
    comeBack: (text, isToolCall) => {
      const write = isToolCall ? writerFor(text) : (original: string) => original;
      return restored(text, {
        textFor: (label) => {
          const original = known.textFor(label);
          return original === undefined ? undefined : write(original);
        },
      });
    },
    sealed: () => undefined,
  };
}
