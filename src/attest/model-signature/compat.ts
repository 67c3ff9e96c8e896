/**
 * The bytes that release 0.2 of model_signing signed by mistake: `DSSEV1`, and the payload as Python's `repr` shows bytes.
 * Taken for signatures of that release alone.
 */
export function preAuthEncodingV02(payloadType: string, payload: Uint8Array): Uint8Array {
  return Buffer.from(`DSSEV1 ${payloadType.length} ${payloadType} ${payload.length} ${pythonRepr(payload)}`, 'utf8');
}

const ESCAPES: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };

/** As `repr(bytes)`: single quotes, unless the bytes hold such and no double ones. */
function pythonRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    const shown = byte >= 0x20 && byte < 0x7f ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
    text += character === quote ? `\\${quote}` : (ESCAPES[byte] ?? shown);
  }
  return `b${quote}${text}${quote}`;
}
