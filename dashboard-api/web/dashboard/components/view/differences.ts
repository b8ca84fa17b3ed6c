/** A part of an entry in words. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** What somebody else made of a part that one has in a form. */
export interface Difference {
  readonly label: string;
  readonly theirs: string;
  /** What one had typed there oneself, where it is something else. */
  readonly mine: string | undefined;
}

/**
 * Lays what was typed over a newer state: what was not touched follows the newer one.
 *
 * @param base what the form began with
 */
export function rebase<D extends object>(base: D, typed: D, newer: D): D {
  const kept = (Object.keys(typed) as (keyof D)[]).filter((key) => !same(base[key], typed[key]));
  return kept.reduce((draft, key) => ({ ...draft, [key]: typed[key] }), newer);
}

/** What differs between what a form began with and a newer state, told by the same parts. */
export function differences(
  base: readonly LabelledText[],
  typed: readonly LabelledText[],
  newer: readonly LabelledText[],
): Difference[] {
  return newer.flatMap(({ label, text: theirs }) => {
    const before = textOf(base, label);
    const mine = textOf(typed, label);
    return theirs === before
      ? []
      : [{ label, theirs, mine: mine === before || mine === theirs ? undefined : mine }];
  });
}

/** Whether two values say the same; a `key` only tells lines of a form apart. */
export function same(a: unknown, b: unknown): boolean {
  return plain(a) === plain(b);
}

function plain(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => (name === 'key' ? undefined : inner));
}

function textOf(list: readonly LabelledText[], label: string): string | undefined {
  return list.find((one) => one.label === label)?.text;
}
