import type { Language } from './kind.ts';

/** Where a number stands: `{w}` is what it is called, `{v}` the number. */
export interface Sentences {
  /** What the rules were written with. */
  readonly development: readonly string[];
  /** What they are judged by. */
  readonly held: readonly string[];
}

/** In the language of the number's country: beside a word for it. */
export const IN_WORDS: Readonly<Record<Language, Sentences>> = {
  en: {
    development: [
      'My {w} is {v}.',
      'Please note the {w}: {v}, and call back.',
      '{w}: {v}',
      'The customer gave {v} as {w}.',
      '"{w}": "{v}",',
    ],
    held: [
      'For our files, the {w} on record is {v}; nothing else has changed.',
      'hi, can you check if {v} is still my {w}? thx',
      'Could someone confirm the {w} ({v}) before noon?',
      '{w}\t{v}',
      '| {w} | {v} |',
      '{"kind": "{w}", "value": "{v}"}',
      'Agent: And the {w}? Caller: Sure, that is {v}.',
      'I moved last month. {w} = {v}',
      '- {w}: {v}\n- status: open',
    ],
  },
  de: {
    development: ['Meine {w} lautet {v}.', '{w}: {v}', 'Bitte notieren Sie die {w} {v}.'],
    held: [
      'Können Sie prüfen, ob {v} noch als {w} hinterlegt ist?',
      'Der Kunde hat als {w} {v} angegeben.',
      '{w} {v}, bitte vertraulich behandeln',
      '{w} = {v}',
    ],
  },
  fr: {
    development: ['Mon {w} est {v}.', '{w} : {v}', 'Merci de noter le {w} {v}.'],
    held: [
      'Pouvez-vous vérifier que {v} est bien le {w} du client ?',
      'Voici le {w} demandé : {v}, merci.',
      '{w} = {v}',
    ],
  },
  es: {
    development: ['Mi {w} es {v}.', '{w}: {v}', 'Anote el {w} {v}, por favor.'],
    held: [
      '¿Puede comprobar que {v} sigue siendo el {w} del cliente?',
      'El solicitante, con {w} {v}, firmó ayer.',
      '{w} = {v}',
    ],
  },
  it: {
    development: ['Il mio {w} è {v}.', '{w}: {v}', 'Annoti {w} {v}, per favore.'],
    held: [
      'Può verificare che {v} sia ancora {w} del cliente?',
      'Il richiedente, {w} {v}, ha firmato ieri.',
      '{w} = {v}',
    ],
  },
  pt: {
    development: ['Meu {w} é {v}.', '{w}: {v}'],
    held: ['Pode verificar se {v} ainda é o {w} do cliente?', 'O cliente, {w} {v}, assinou ontem.', '{w} = {v}'],
  },
  nl: {
    development: ['Mijn {w} is {v}.', '{w}: {v}'],
    held: ['Kunt u nagaan of {v} nog het {w} van de klant is?', 'De klant gaf als {w} {v} op.', '{w} = {v}'],
  },
  pl: {
    development: ['Mój {w} to {v}.', '{w}: {v}'],
    held: ['Proszę sprawdzić, czy {v} to nadal {w} klienta.', 'Klient podał {w} {v} wczoraj.', '{w} = {v}'],
  },
  sv: {
    development: ['Mitt {w} är {v}.', '{w}: {v}'],
    held: ['Kan du kontrollera om {v} fortfarande är kundens {w}?', 'Kunden uppgav {w} {v} i går.', '{w} = {v}'],
  },
  fi: {
    development: ['{w} on {v}.', '{w}: {v}'],
    held: ['Voitko tarkistaa, onko {v} yhä asiakkaan {w}?', 'Asiakas antoi tiedon {w} {v} eilen.', '{w} = {v}'],
  },
  tr: {
    development: ['{w}: {v}', 'Benim {w} {v}.'],
    held: ['Müşterinin {w} hâlâ {v} mi, kontrol eder misiniz?', 'Müşteri dün {w} {v} olarak bildirdi.', '{w} = {v}'],
  },
  ru: {
    development: ['Мой {w} {v}.', '{w}: {v}'],
    held: ['Проверьте, пожалуйста, {w} клиента {v} до обеда.', 'Клиент указал {w} {v} вчера.', '{w} = {v}'],
  },
  ko: {
    development: ['제 {w}는 {v}입니다.', '{w}: {v}'],
    held: ['고객의 {w} {v} 확인 부탁드립니다.', '{w}가 {v} 맞나요?', '{w} = {v}'],
  },
  th: {
    development: ['{w} ของฉันคือ {v}', '{w}: {v}'],
    held: ['กรุณาตรวจสอบ {w} {v} ก่อนเที่ยง', '{w} = {v}'],
  },
  zh: {
    development: ['我的{w}是{v}。', '{w}：{v}'],
    held: ['请核对客户的{w} {v}，谢谢。', '请确认{v}是不是我的{w}。', '{w} = {v}'],
  },
  ja: {
    development: ['私の{w}は{v}です。', '{w}：{v}'],
    held: ['お客様の{w} {v} をご確認ください。', '{w}は{v}で登録しました。', '{w} = {v}'],
  },
};

/** Beside no word: for numbers that tell what they are. */
export const WITHOUT_WORDS: Sentences = {
  development: ['Here it is: {v}', '{v}', 'id={v}', 'Use {v} for now.'],
  held: [
    'ok so {v} then, anything else?',
    'sent {v} to the desk.',
    '4711;{v};open',
    'ref [{v}] closed',
    '{"a":1,"b":"{v}"}',
    '{v}\n',
  ],
};
