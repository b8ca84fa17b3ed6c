import type { Poll } from '../src/poll/screen';

/** An open poll with results, as the server answers it. */
export function aPoll(more: Partial<Poll> = {}): Poll {
  return {
    question: 'Theo bạn thông tin nội dung website thế nào?',
    options: [
      { id: 'useful', label: 'Hữu ích', ballots: 301 },
      { id: 'easy', label: 'Dễ sử dụng', ballots: 97 },
      { id: 'rich', label: 'Phong phú đa dạng', ballots: 61 },
    ],
    participants: 459,
    phase: 'open',
    maxChoices: 1,
    changeable: true,
    visibility: 'always',
    resultsVisible: true,
    ...more,
  };
}
