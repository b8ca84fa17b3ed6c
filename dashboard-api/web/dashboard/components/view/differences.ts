/** A value with its label, as people read it. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** A field that another person changed while it was being edited. */
export interface Difference {
  readonly label: string;
  readonly theirs: string;
  /** The reader's own input, if it differs. */
  readonly mine: string | undefined;
}

/**
 * Applies the edits of a draft to a newer state. Untouched fields take the newer value.
 *
 * @param base initial state of the form
 */
export function rebase<D extends object>(base: D, typed: D, newer: D): D {
  const kept = (Object.keys(typed) as (keyof D)[]).filter((key) => !same(base[key], typed[key]));
  return kept.reduce((draft, key) => ({ ...draft, [key]: typed[key] }), newer);
}

/** Lists the differences between the initial state of a form and a newer state. */
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

/** Compares two values, ignoring `key`, which only identifies rows of a form. */
export function same(a: unknown, b: unknown): boolean {
  return plain(a) === plain(b);
}

function plain(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => (name === 'key' ? undefined : inner));
}

function textOf(list: readonly LabelledText[], label: string): string | undefined {
  return list.find((one) => one.label === label)?.text;
}
