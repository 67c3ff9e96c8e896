/** Whose turn it is in a conversation that stands in a message. */
export type Role = 'user' | 'assistant' | 'system' | 'tool';

const NAMES: readonly (readonly [Role, string])[] = [
  [
    'user',
    'user|human|me|guest|visitor|student|person|q|question|instruction|input|prompt|query|usuario|usuário|utilizador|utilisateur|nutzer|benutzer|mensch|utente|пользователь|человек|用户|用戶|ユーザー|利用者|사용자',
  ],
  [
    'assistant',
    'assistant|ai|bot|chatbot|model|gpt|chatgpt|claude|gemini|llm|copilot|helper|tutor|a|answer|response|output|completion|reply|asistente|assistente|assistent|ki|ia|ассистент|помощник|бот|ии|助手|アシスタント|어시스턴트',
  ],
  ['system', 'system|sys|developer|operator|admin|root|système|sistema|система|系统|系統|システム|시스템'],
];

/** What those who speak are called, by their parts in it. */
export const ROLES: ReadonlyMap<string, Role> = new Map(
  NAMES.flatMap(([role, names]) => names.split('|').map((name) => [name, role] as const)),
);
export const NAMES_OF_ROLES: readonly string[] = [...ROLES.keys()];

/** Who is named by what marks a turn; null if nobody is. */
export function roleIn(marker: string): Role | null {
  if (/^<(?:tool|function)/i.test(marker)) return 'tool';
  if (/^\[inst/i.test(marker)) return 'user';
  if (/sys>>/i.test(marker)) return 'system';
  const words = marker
    .replace('\\n', ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const named = words.filter((word) => ROLES.has(word) || word.startsWith('admin'));
  // `user prompt`, `end of input`: who speaks is named by another word, if by any.
  const word = named.find((one) => !THINGS.has(one)) ?? named[0];
  if (word === undefined) return /instruct/i.test(marker) ? 'system' : null;
  return ROLES.get(word) ?? 'system';
}

const THINGS = new Set(['input', 'prompt', 'instruction']);
