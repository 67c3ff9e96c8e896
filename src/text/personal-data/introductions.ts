/** Families of China, and of Korea, that four in five people have. */
const HAN_FAMILIES =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾丁魏薛叶葉阎余潘杜戴夏钟鐘汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文';
const HANGUL_FAMILIES =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모';

/** What stands before a name: a title, an introduction, a field of a form, the end of a letter. */
export interface Introduction {
  readonly text: string;
  readonly anyCase: boolean;
  readonly score: number;
  readonly known: boolean;
  /** What a name looks like behind it, where that has no capitals. */
  readonly written?: RegExp;
}

export const INTRODUCTIONS: readonly Introduction[] = [
  ...[
    'Mr. ',
    'Mrs. ',
    'Ms. ',
    'Dr. ',
    'Prof. ',
    'Mr ',
    'Mrs ',
    'Ms ',
    'Herr ',
    'Frau ',
    'Señor ',
    'Señora ',
    'Sra. ',
    'Mme ',
    'Monsieur ',
    'Madame ',
    'Signora ',
  ].map((text) => ({ text, anyCase: false, score: 0.7, known: false })),
  ...['my name is ', "my name's ", 'name is ', 'ich heiße ', "je m'appelle ", 'me llamo ', 'mi chiamo '].map(
    (text) => ({ text, anyCase: true, score: 0.8, known: false }),
  ),
  ...['我叫', '我的名字是', '我的名字叫', '姓名：', '姓名:', '姓名: ', '名字：', '我姓'].map((text) => ({
    text,
    anyCase: false,
    score: 0.65,
    known: false,
    written: new RegExp(`(?:欧阳|司马|诸葛|上官|[${HAN_FAMILIES}])\\p{Script=Han}{1,2}`, 'uy'),
  })),
  ...['私の名前は', '名前は', '氏名：', '氏名:', 'お名前：', '名前：'].map((text) => ({
    text,
    anyCase: false,
    score: 0.65,
    known: false,
    written:
      /[\p{Script=Han}々]{1,4} ?[\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}]{1,4}?(?=です|と|[。、\s]|$)/uy,
  })),
  ...['제 이름은 ', '내 이름은 ', '저는 ', '이름: ', '성명: ', '이름은 '].map((text) => ({
    text,
    anyCase: false,
    score: 0.65,
    known: false,
    written: new RegExp(`[${HANGUL_FAMILIES}][가-힣]{1,2}(?=입니다|이에요|예요|이라고|라고|이고|[ .,\\n]|$)`, 'uy'),
  })),
  ...['اسمي ', 'الاسم: ', 'मेरा नाम ', 'नाम: '].map((text) => ({
    text,
    anyCase: false,
    score: 0.65,
    known: false,
    written: /[\p{L}\p{M}]{2,15}(?: (?!है|و)[\p{L}\p{M}]{2,15})?/uy,
  })),
  ...[
    'patient ',
    'witness ',
    'employee ',
    'tenant ',
    'client ',
    'customer ',
    'neighbour ',
    'neighbor ',
    'colleague ',
    'officer ',
    'detective ',
    'nurse ',
    'caller: ',
    'patient: ',
    'tenant: ',
    'client: ',
    'attendees: ',
    'signed: ',
    'belongs to ',
    'meeting with ',
    'address of ',
    'contract between ',
  ].map((text) => ({ text, anyCase: true, score: 0.65, known: true })),
  ...[
    'full name: ',
    'first name: ',
    'last name: ',
    'surname: ',
    'name: ',
    'user: ',
    'customer: ',
    'employee: ',
    'attn: ',
    'signed by ',
    'billing address: ',
    'shipping address: ',
    'ship to: ',
    'bill to: ',
    'last name? ',
    'your name? ',
    'was called ',
    'sincerely, ',
    'account of ',
    '" says ',
    '," said ',
    '," says ',
    ',” said ',
    ',” says ',
    "partner's name ",
    "husband's name ",
    "wife's name ",
    'please call me ',
    'everyone calls me ',
  ].map((text) => ({ text, anyCase: true, score: 0.7, known: false })),
  ...[
    'dear ',
    'hi ',
    'hello ',
    'regards,\n',
    'sincerely,\n',
    'i am ',
    "i'm ",
    'this is ',
    'contact ',
    'cc: ',
    'from: ',
    'to: ',
    'call ',
    'email ',
    'ask ',
    'thanks,\n',
    'best,\n',
  ].map((text) => ({ text, anyCase: true, score: 0.65, known: true })),
];
