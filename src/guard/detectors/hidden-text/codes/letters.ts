import type { Reusable } from '../../idle.ts';
import { isOrderForLater, isOrderToModel } from '../orders/orders.ts';

/**
 * Reads the body of a letter in base64, which is sent in lines that end within words: each with the few before it. Its reader sees
 * what it says, and who greets asks for things, so that in such a letter only what is said to whoever answers for another is told.
 */
export interface LetterReader extends Reusable {
  /** What it says, when the line by which it orders something is there. */
  read(line: string): string | null;
  /** Whether what this line says by itself orders something in this letter. */
  orders(says: string): boolean;
}

/** RFC 2045 cuts at 76 characters, some programs at 64: either way no letter of base64 is parted from its bytes. */
const LINE = /^\s*[A-Za-z0-9+/]{4,100}={0,2}\s*$/;
/** A sentence goes over no more. */
const MOST = 4;
const MOST_LINES = 64;

const GREETING =
  /^[\s<>"*]{0,8}(?:hi|hello|dear|hey|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?|sehr geehrte\p{L}*|guten (?:tag|morgen|abend)|servus|moin|bonjour|bonsoir|chers?|chères?|salut|hola|estimad\p{L}+|querid\p{L}+|buen[oa]s|olá|oi|bom dia|boa (?:tarde|noite)|prezad\p{L}+|car[oaie]|ciao|gentil\p{L}+|buongiorno|egregi\p{L}|привет|здравствуй\p{L}*|уважаем\p{L}+|дорог\p{L}+|добр\p{L}+ (?:день|утро|вечер)|привіт|шановн\p{L}+|вітаю|merhaba|selam|sayın|sevgili|cześć|dzień dobry|szanown\p{L}+|drog\p{L}+|hoi|beste|geachte|hej|hei|kära|kjære|ahoj|dobrý den|vážen\p{L}+|bună|dragă|stimat\p{L}+|γεια|αγαπητ\p{L}+|szia|kedves|tisztelt|xin chào|kính gửi|chào|halo|yth|مرحبا\p{L}*|السلام|عزيز\p{L}*|أهلا\p{L}*|سلام|שלום|היי|नमस्ते|प्रिय|สวัสดี|您好|你好|尊敬|亲爱|안녕|친애)(?![\p{L}])|^[^\n]{1,20}(?:さん|様|さま|님)[\s,、,]|^[^\n]{1,12}(?:你好|您好)|^お世話/iu;

export function createLetterReader(): LetterReader {
  let lines: string[] = [];
  let greets = false;
  return {
    restart: () => {
      lines = [];
      greets = false;
    },
    read: (line) => {
      if (!LINE.test(line)) {
        if (lines.length > 0) lines = [];
        greets = false;
        return null;
      }
      lines = [...lines.slice(1 - MOST), line.trim()];
      const says = Buffer.from(lines.join(''), 'base64').toString('utf8');
      greets ||= lines.length === 1 && GREETING.test(says);
      if (lines.length === 1 || !ordersInLetter(says, greets)) return null;
      lines = [];
      return says;
    },
    orders: (says) => ordersInLetter(says, greets || GREETING.test(says)),
  };
}

/** As a whole and line by line: neither is cut into sentences before. */
function ordersInLetter(text: string, greets: boolean): boolean {
  const plain = unmarked(text);
  const isOrder = greets ? isOrderToModel : isOrderForLater;
  // A line that goes on in small letters was wrapped.
  return plain
    .replace(/\r?\n(?=\p{Ll})/gu, ' ')
    .split(/[\r\n]+|(?<=[.!?。！？])\s+/u, MOST_LINES)
    .some(isOrder);
}

/** Without elements: of a drawing what it shows. */
export function unmarked(text: string): string {
  return text.includes('<') ? text.replace(/<[^<>]{0,400}>/g, ' ').trim() : text;
}
