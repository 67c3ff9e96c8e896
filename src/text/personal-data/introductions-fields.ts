import type { Introduction } from './introduction.ts';

/** What the names of people are kept under. */
const SOMEBODYS =
  /(?:full|first|last|sur|given|family|middle|maiden|nick|customer|client|patient|employee|contact|recipient|sender|guest|member|student|tenant|driver|holder|caller|person|author|assignee|manager|owner|legal|preferred|spouse|child|parent)[ _-]?$/i;

/** Greetings at the end of a line, fields of forms and records in many languages, cells of tables, headers of letters. */
export const FIELD_INTRODUCTIONS: readonly Introduction[] = [
  // Who is greeted, at the end of a line.
  ...['dear ', 'hi ', 'hello '].map((text) => ({
    text,
    anyCase: true,
    score: 0.65,
    asks: 'word' as const,
    behind: /,(?: ?\n|$)/y,
  })),
  ...['hi ', 'hello ', 'bonjour ', 'gentile ', 'prezado ', 'prezada ', 'estimado ', 'estimada ', 'beste '].map(
    (text) => ({
      text,
      anyCase: true,
      score: 0.65,
      asks: 'words' as const,
      behind: /[,!:]/y,
    }),
  ),
  ...["it's ", 'its ', 'thx, ', 'thanks, ', 'dear ', 'hi ', 'hello ', 'name: ', 'customer ', 'patient ', 'client '].map(
    (text) => ({
      text,
      anyCase: true,
      score: 0.65,
      asks: 'small' as const,
      small: true,
    }),
  ),
  // Fields in other languages.
  ...[
    'nom : ',
    'nom: ',
    'nombre: ',
    'nome: ',
    'naam: ',
    'namn: ',
    'navn: ',
    'nimi: ',
    'nama: ',
    'nume: ',
    'ad soyad: ',
    'ime i prezime: ',
    'nama saya ',
    'zovem se ',
  ].map((text) => ({ text, anyCase: true, score: 0.65, asks: 'words' as const })),
  ...[
    'Imię i nazwisko: ',
    'Jméno: ',
    'Név: ',
    'Họ tên: ',
    'Tên tôi là ',
    'Όνομα: ',
    'Με λένε ',
    'ФИО: ',
    'ПІБ: ',
    'Имя: ',
    'Меня зовут ',
    'меня зовут ',
    'Мене звати ',
    'мене звати ',
    'Клиент: ',
    'Уважаемый ',
    'Уважаемая ',
    'С уважением,\n',
  ].map((text) => ({ text, anyCase: false, score: 0.65, asks: 'words' as const })),
  // Fields of records, and cells behind the name of a column.
  ...['name": "', 'name":"', 'name=', 'name>', "name: '", 'name: "'].map((text) => ({
    text,
    anyCase: true,
    score: 0.65,
    asks: 'known' as const,
    before: SOMEBODYS,
  })),
  ...[
    'customer',
    'client',
    'patient',
    'employee',
    'contact',
    'assignee',
    'owner',
    'recipient',
    'holder',
    'user',
  ].flatMap((role) =>
    [`${role}": "`, `${role}":"`, `${role} | `, `${role}=`, `${role}: `].map((text) => ({
      text,
      anyCase: true,
      score: 0.65,
      asks: 'known' as const,
    })),
  ),
  { text: 'name | ', anyCase: true, score: 0.65, asks: 'known' },
  // Two words in capitals and the end of a field, of an address, of a sentence.
  ...['customer', 'client', 'patient', 'employee', 'assignee', 'recipient', 'holder'].flatMap((role) =>
    [`${role}": "`, `${role}":"`, `${role} | `, `${role}: `].map((text) => ({
      text,
      anyCase: true,
      score: 0.65,
      asks: 'words' as const,
      behind: /(?: ?[|";\r\n]|$)/y,
    })),
  ),
  ...['from: ', 'to: ', 'cc: '].map((text) => ({
    text,
    anyCase: true,
    score: 0.65,
    asks: 'words' as const,
    behind: / ?[<;]/y,
  })),
  ...["i'm ", 'this is '].map((text) => ({
    text,
    anyCase: true,
    score: 0.65,
    asks: 'words' as const,
    behind: /[.,](?:\s|$)| from /y,
  })),
];
