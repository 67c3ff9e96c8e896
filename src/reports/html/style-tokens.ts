/** Colours, type and space of the visual language, both themes in one place; paper is always light. */
export const TOKENS = `@layer tokens, base, components;

@layer tokens {
  :root {
    color-scheme: light dark;

    /* Type: system faces only. Seven sizes; 14 px is the console's reading size, 16 px the report's. */
    --font-sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
    --font-mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
    --text-xs: 0.75rem;
    --text-sm: 0.8125rem;
    --text-base: 0.875rem;
    --text-md: 1rem;
    --text-lg: 1.25rem;
    --text-xl: 1.625rem;
    --text-2xl: 2.25rem;
    --leading-tight: 1.2;
    --leading-normal: 1.5;

    /* Space: steps of 4 px. */
    --space-1: 0.25rem;
    --space-2: 0.5rem;
    --space-3: 0.75rem;
    --space-4: 1rem;
    --space-6: 1.5rem;
    --space-8: 2rem;
    --space-12: 3rem;

    --radius-sm: 3px;
    --radius-md: 6px;
    --radius-lg: 10px;

    /* Neutrals: galvanised steel, a trace of green. */
    --color-page: light-dark(#f3f5f4, #0e1314);
    --color-surface: light-dark(#ffffff, #161c1e);
    --color-sunken: light-dark(#ecefee, #1f2729);
    --color-line: light-dark(#d6dcda, #2e383a);
    --color-edge: light-dark(#78858a, #76858a); /* borders of controls: 3:1 or more */
    --color-ink: light-dark(#12181a, #e9eeed);
    --color-ink-2: light-dark(#414c50, #b9c5c6);
    --color-ink-3: light-dark(#586468, #98a6a8);

    /* Action and selection. Never a verdict. */
    --color-accent: light-dark(#1a56b8, #8ab8ff);
    --color-focus: light-dark(#1a56b8, #a9cbff);
    --color-mark: light-dark(#ffe58a, #5b4708); /* the deciding span in a text */

    /*
     * Meaning. Five tones, each with ink (words, icons), soft (grounds), solid (fills) and on (words on the fill).
     * Teal, amber, crimson, violet and slate keep apart in protanopia, deuteranopia and tritanopia, and in lightness;
     * still no tone ever stands alone: a shape and a word go with it.
     */
    --color-admit-ink: light-dark(#00614f, #6fdcbd);
    --color-admit-soft: light-dark(#ddf2ea, #0c2f28);
    --color-admit-solid: light-dark(#007d63, #43c9a3);
    --color-admit-on: light-dark(#ffffff, #03221a);

    --color-review-ink: light-dark(#7a5000, #ffca61);
    --color-review-soft: light-dark(#fff0cb, #362808);
    --color-review-solid: light-dark(#ffb92e, #ffc044);
    --color-review-on: light-dark(#2a1900, #2a1900);

    --color-deny-ink: light-dark(#9c0f33, #ff9fa5);
    --color-deny-soft: light-dark(#fde7e6, #421719);
    --color-deny-solid: light-dark(#b01432, #d2394b);
    --color-deny-on: #ffffff;

    --color-unscannable-ink: light-dark(#59298f, #d2b5ff);
    --color-unscannable-soft: light-dark(#f1e8fc, #2b1e44);
    --color-unscannable-solid: light-dark(#6a3aa8, #b993f7);
    --color-unscannable-on: light-dark(#ffffff, #1b0a36);

    --color-unknown-ink: light-dark(#3d4853, #c3cdd6);
    --color-unknown-soft: light-dark(#e7ebee, #252d33);
    --color-unknown-solid: light-dark(#4b5661, #93a1ad);
    --color-unknown-on: light-dark(#ffffff, #0f161a);

    /* What changes nothing is neutral. */
    --color-note-ink: var(--color-ink-2);
    --color-note-soft: var(--color-surface);
  }

  :root[data-theme="light"] { color-scheme: light; }
  :root[data-theme="dark"] { color-scheme: dark; }
  @media print {
    :root, :root[data-theme] {
      color-scheme: light;
      --color-page: #ffffff;
    }
  }

  [data-tone="admit"] {
    --tone-ink: var(--color-admit-ink); --tone-soft: var(--color-admit-soft);
    --tone-solid: var(--color-admit-solid); --tone-on: var(--color-admit-on);
  }
  [data-tone="review"] {
    --tone-ink: var(--color-review-ink); --tone-soft: var(--color-review-soft);
    --tone-solid: var(--color-review-solid); --tone-on: var(--color-review-on);
  }
  [data-tone="deny"] {
    --tone-ink: var(--color-deny-ink); --tone-soft: var(--color-deny-soft);
    --tone-solid: var(--color-deny-solid); --tone-on: var(--color-deny-on);
  }
  [data-tone="unscannable"] {
    --tone-ink: var(--color-unscannable-ink); --tone-soft: var(--color-unscannable-soft);
    --tone-solid: var(--color-unscannable-solid); --tone-on: var(--color-unscannable-on);
  }
  [data-tone="unknown"] {
    --tone-ink: var(--color-unknown-ink); --tone-soft: var(--color-unknown-soft);
    --tone-solid: var(--color-unknown-solid); --tone-on: var(--color-unknown-on);
  }
  [data-tone="note"] { --tone-ink: var(--color-note-ink); --tone-soft: var(--color-note-soft); }
}
`;
