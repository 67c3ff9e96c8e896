import { describe, expect, it } from 'vitest';
import { openGuard } from '../../src/app/guard.ts';

const guard = openGuard({ policy: null, clock: () => 0 });
const redacted = async (text: string) => (await guard).check(text, { origin: 'user' }).text;

describe('digits of other scripts', () => {
  it.each([
    ['رقم بطاقتي الائتمانية ٤١١١ ١١١١ ١١١١ ١١١١', 'رقم بطاقتي الائتمانية [CREDIT_CARD]'],
    ['رقم هاتفي ٠٥٠١٢٣٤٥٦٧', 'رقم هاتفي [PHONE_NUMBER]'],
    ['شماره تلفن من ۰۹۱۲۳۴۵۶۷۸۹ است', 'شماره تلفن من [PHONE_NUMBER] است'],
    ['मेरा फ़ोन नंबर ९८७६५४३२१० है', 'मेरा फ़ोन नंबर [PHONE_NUMBER] है'],
    ['আমার ফোন নম্বর ০১৭১২৩৪৫৬৭৮', 'আমার ফোন নম্বর [PHONE_NUMBER]'],
    ['โทร ๐๘๑๒๓๔๕๖๗๘', 'โทร [PHONE_NUMBER]'],
    ['card ४१११ ११११ ११११ ११११ now', 'card [CREDIT_CARD] now'],
    ['IBAN DE๘๙ ๓๗๐๔ ๐๐๔๔ ๐๕๓๒ ๐๑๓๐ ๐๐ ok', 'IBAN [IBAN_CODE] ok'],
    ['my SSN is ٥١٩-٤٢-٧٣٦١ thanks', 'my SSN is [US_SSN] thanks'],
  ])('are digits: %s', async (text, wanted) => {
    expect(await redacted(text)).toBe(wanted);
  });

  it.each([
    'الاجتماع يوم ١٢/٠٣/٢٠٢٤ الساعة ١٠:٣٠',
    'بلغت المبيعات ١٬٢٥٠٬٠٠٠ ريال في عام ٢٠٢٣',
    'قیمت این کالا ۱۲۵۰۰۰۰ تومان است',
    'در سال ۱۳۹۹ جمعیت شهر ۸۶۹۳۷۰۶ نفر بود',
    'वर्ष २०२३ में १२,५०,००० रुपये खर्च हुए',
    'কুমিল্লায় ২০২২ সালে ৬২,১২,২১৬ জন মানুষ ছিল',
    'ราคา ๑๒,๕๐๐ บาท ในปี ๒๕๖๗',
    'मैंने ५ फ़ोन १२००० रुपये में खरीदे',
    'الهاتف بسعر ١٢٥٠٠٠ دينار',
  ])('count and date as well: %s', async (text) => {
    expect(await redacted(text)).toBe(text);
  });
});
