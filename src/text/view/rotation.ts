/** How often each letter stands in a thousand of English, German, French and Spanish, about. */
const FREQUENCIES = [
  80, 16, 30, 43, 145, 17, 19, 38, 75, 3, 10, 43, 27, 75, 62, 21, 5, 65, 66, 72, 42, 12, 13, 3, 12, 6,
];

/** How much likelier each letter is turned by thirteen, as the logarithm of the ratio; by the UTF-16 unit, zero for what is no letter. */
export const GAINS = new Float64Array(0x10000);
/** The same in whole numbers, which are quicker to add up. */
export const GAINS_IN_STEPS = new Int32Array(0x10000);
export const GAIN_STEPS = 1 << 12;

FREQUENCIES.forEach((often, letter) => {
  const gain = Math.log((FREQUENCIES[(letter + 13) % 26] ?? 1) / often);
  for (const unit of [65 + letter, 97 + letter]) {
    GAINS[unit] = gain;
    GAINS_IN_STEPS[unit] = Math.round(gain * GAIN_STEPS);
  }
});
