import type { Language } from '../widget/language';

/** Formats a part of a whole as a percentage with at most one decimal: 26,1%. Of zero it is 0%. */
export function percentage(part: number, whole: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
    whole > 0 ? part / whole : 0,
  );
}
