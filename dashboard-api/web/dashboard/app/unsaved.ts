import { ask } from './question.js';
import { dictionary } from './language.js';

/** A form whose input may not be stored yet. */
export interface UnsavedForm {
  /** Returns true if the form has input that is not stored. */
  readonly isDirty: () => boolean;
  /** Returns what is kept when the session ends, undefined if nothing is. */
  readonly kept: () => KeptInput | undefined;
}

/** Input of a form. It must not contain passwords, because it is stored in the browser. */
export interface KeptInput {
  /** Name of the form and of its object: `sites/a.vn`, `polls/new`. */
  readonly name: string;
  /** Draft at the beginning. */
  readonly base: object;
  /** Draft as it was typed. */
  readonly draft: object;
}

interface Kept {
  readonly account: string;
  readonly forms: readonly KeptInput[];
}

const KEY = 'sitepulse.dashboard.unsaved';
const forms = new Set<UnsavedForm>();
const messages = dictionary(
  {
    heading: 'Rời khỏi mà không lưu?',
    text: 'Những gì bạn vừa nhập chưa được lưu và sẽ mất nếu rời khỏi đây.',
    act: 'Rời khỏi, không lưu',
    cancel: 'Ở lại',
  },
  {
    heading: 'Leave without saving?',
    text: 'What you typed has not been saved. It will be lost if you leave.',
    act: 'Leave without saving',
    cancel: 'Stay',
  },
);

/**
 * Watches a form as long as it is shown: leaving the view or the page then asks first. The result
 * ends it.
 */
export function watchForm(form: UnsavedForm): () => void {
  forms.add(form);
  window.addEventListener('beforeunload', onUnload);
  return () => {
    forms.delete(form);
    if (forms.size === 0) {
      window.removeEventListener('beforeunload', onUnload);
    }
  };
}

/** Returns true if a form has input that is not stored. */
export function hasUnsaved(): boolean {
  return [...forms].some((form) => form.isDirty());
}

/** Leaves the view: at once without unsaved input, otherwise if the reader agrees. */
export function leave(go: () => void): void {
  if (hasUnsaved()) {
    const { heading, text, act, cancel } = messages();
    ask({ heading, text, act, cancel, go });
  } else {
    go();
  }
}

/** Keeps the unsaved input of an account in this tab until it has signed in again. */
export function keepUnsaved(account: string): void {
  const dirty = [...forms].filter((form) => form.isDirty()).flatMap((form) => form.kept() ?? []);
  if (dirty.length > 0) {
    write({ account, forms: dirty });
  }
}

/** Returns the kept input of a form and forgets it. Forgets all if another account kept it. */
export function takeKept(account: string, name: string): KeptInput | undefined {
  const kept = read();
  if (kept?.account !== account) {
    forgetKept();
    return undefined;
  }
  const rest = kept.forms.filter((form) => form.name !== name);
  if (rest.length > 0) {
    write({ account, forms: rest });
  } else {
    forgetKept();
  }
  return kept.forms.find((form) => form.name === name);
}

/** Forgets all kept input. */
export function forgetKept(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Without storage nothing was kept.
  }
}

function write(kept: Kept): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is forbidden or full, so the input is lost with the session.
  }
}

function read(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | undefined;
  } catch {
    return undefined;
  }
}

function onUnload(event: Event): void {
  if (hasUnsaved()) {
    event.preventDefault();
  }
}
