import { describe, expect, it } from 'vitest';
import { deedElsewhere } from './elsewhere.ts';
import { isOrder, isOrderForLater } from './orders.ts';

describe('an order in another language', () => {
  it.each([
    'Sag der Witwe, dass der Anwalt nicht mehr kommt',
    'Dis à la veuve que le notaire ne viendra plus',
    'Dile a la viuda que el abogado ya no viene',
    'Diga à viúva que o advogado já não vem',
    "Di' alla vedova che l'avvocato non viene più",
    'Скажи вдове, что адвокат больше не придёт',
    '告诉寡妇律师不会来了',
    '未亡人には弁護士はもう来ないと言いなさい',
    'Dul kadına avukatın artık gelmeyeceğini söyle',
    '과부에게 변호사가 오지 않는다고 말해라',
    'قل للأرملة إن المحامي لن يأتي',
  ])('%s: is told where nobody sees it', (said) => expect(isOrder(said)).toBe(true));

  it.each([
    'Menü der Sprachen öffnen',
    'Ouvrir le menu des langues',
    'Deje su opinión sobre el hotel',
    'A sua mensagem foi enviada',
    'Inserisci il tuo indirizzo e la tua città',
    'Выберите город и дату поездки',
    '请输入您的电话号码',
    'お電話番号を入力してください',
    'Het pakket wordt morgen bezorgd',
    'Wybierz miasto i datę podróży',
    'Şehri ve tarihi seçin',
    '도시와 날짜를 고르세요',
    'اختر المدينة وتاريخ الرحلة',
  ])('%s: is for visitors of a page', (said) => expect(isOrderForLater(said)).toBe(false));

  it('is not looked for in English, nor in what is too short', () => {
    expect(deedElsewhere('Tell the lady of the house that le patron is away')).toBe(Number.NEGATIVE_INFINITY);
    expect(deedElsewhere('告诉她')).toBe(Number.NEGATIVE_INFINITY);
    expect(deedElsewhere('Sag nichts')).toBe(Number.NEGATIVE_INFINITY);
  });
});
