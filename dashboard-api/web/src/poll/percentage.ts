import type { Language } from '../widget/language';

/** A part of a whole in percent, with at most one decimal: 26,1%. Of nothing it is 0%. */
export function share(part: number, whole: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
    whole > 0 ? part / whole : 0,
  );
}
