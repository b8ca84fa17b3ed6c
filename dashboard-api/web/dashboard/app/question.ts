/** A question before an action. */
export interface Question {
  readonly heading: string;
  readonly text: string;
  /** Label of the button that goes on. */
  readonly act: string;
  /** Label of the button that does nothing. */
  readonly cancel: string;
  readonly go: () => void;
}

let asker: ((question: Question) => void) | undefined;

/** Sets the part of the page that asks questions. The result removes it. */
export function onQuestion(next: (question: Question) => void): () => void {
  asker = next;
  return () => {
    if (asker === next) {
      asker = undefined;
    }
  };
}

/** Asks a question and goes on if the answer is yes. */
export function ask(question: Question): void {
  if (asker) {
    asker(question);
  } else {
    question.go();
  }
}
