import { allSame, holdsDay, weighed } from './checksums.ts';
import { type DataRow, row } from './row.ts';

/** Identifiers of Mexico, Argentina and Chile. */
export const LATIN_AMERICA_ROWS: readonly DataRow[] = [
  row('MX_CURP', /[A-Z][AEIOUX][A-Z]{2}[0-9]{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z][0-9]/i, {
    title: 'Mexican population registry code (CURP)',
    digits: 7,
    valid: (text) => holdsDay(text.slice(4, 10), 'YMD'),
    alone: 0.8,
    context: /curp\b|población|population registry/i,
    fires: ['CURP PELM820719HDFRRN04', 'PELM820719HDFRRN04'],
    quiet: ['PELM821319HDFRRN04'],
  }),
  row('MX_RFC', /[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{2}[0-9A]/i, {
    title: 'Mexican tax number (RFC)',
    digits: 6,
    valid: (_, match) => holdsDay(match.slice(-9, -3), 'YMD'),
    context: /\brfc\b|contribuyente|mexican tax|\bsat\b/i,
    fires: ['RFC PELM820719KX3'],
    quiet: ['RFC PELM821319KX3'],
  }),
  row('AR_CUIT', /(?:2[03-7]|3[034])(?:-[0-9]{8}-|[0-9]{8})[0-9]/, {
    title: 'Argentine tax and labour number (CUIT, CUIL)',
    digits: 11,
    valid: (text, match) => isCuit(text) && (match.includes('-') || !allSame(text.slice(2))),
    context: /\bcui[tl]\b|argentin/i,
    fires: ['CUIT 2048271935#'],
    quiet: ['20-48271935-55 is a part'],
  }),
  row('AR_CUIT', /(?:2[03-7]|3[034])-[0-9]{8}-[0-9]/, {
    title: 'Argentine tax and labour number (CUIT, CUIL)',
    digits: 11,
    valid: isCuit,
    alone: 0.6,
    context: /\bcui[tl]\b|argentin/i,
    fires: ['20-48271935-#'],
  }),
  row('CL_RUT', /[0-9]{1,2}(?:\.[0-9]{3}){2}-[0-9K]/i, {
    title: 'Chilean identity and tax number (RUT)',
    digits: 7,
    valid: isRut,
    alone: 0.6,
    context: /\bru[tn]\b|chile/i,
    fires: ['RUT 14.827.193-#', '14.827.193-#'],
    quiet: ['14.827.193-A'],
  }),
  row('CL_RUT', /[0-9]{7,8}-[0-9K]/i, {
    title: 'Chilean identity and tax number (RUT)',
    digits: 7,
    valid: isRut,
    alone: 0.4,
    context: /\bru[tn]\b|chile/i,
    fires: ['RUT 14827193-#'],
    quiet: ['14827193-A'],
  }),
  row('CL_RUT', /[0-9]{7,8}[0-9K]/i, {
    title: 'Chilean identity and tax number (RUT)',
    digits: 7,
    valid: isRut,
    context: /\bru[tn]\b|chilean/i,
    bare: false,
    fires: ['RUT 14827193#'],
    quiet: ['RUT 14827193A'],
  }),
];

/** AFIP: mod 11, nine for ten. */
function isCuit(text: string): boolean {
  const check = (11 - (weighed(text.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return Math.min(check, 9) === Number(text[10]);
}

/** Registro Civil: mod 11 from the right, weights 2 to 7 over and over; K for ten. */
function isRut(text: string): boolean {
  const body = Array.from(text.slice(0, -1)).reverse().join('');
  const check = (11 - (weighed(body, [2, 3, 4, 5, 6, 7, 2, 3]) % 11)) % 11;
  return text.at(-1) === (check === 10 ? 'K' : String(check));
}
