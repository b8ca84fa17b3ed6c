/** Every state of the widgets, for the mock server and the gallery. */
const labels = {
  vi: ['Hữu ích', 'Dễ sử dụng', 'Phong phú đa dạng'],
  en: ['Useful', 'Easy to use', 'Rich and varied'],
};
const questions = {
  vi: 'Theo bạn thông tin nội dung website thế nào?',
  en: 'What do you think of the content of this website?',
};
const ids = ['useful', 'easy', 'rich'];
const ballots = [301, 97, 61];

export const counters = {
  site: 'so-tttt',
  day: '2026-11-21',
  asOf: '2026-11-21T15:00:00Z',
  online: 7,
  today: { views: 1520, visits: 689, visitors: 655 },
  yesterday: { views: 2210, visits: 1204, visitors: 1100 },
  week: { views: 9000, visits: 5320, visitors: 5100 },
  month: { views: 32100, visits: 20480, visitors: 19900 },
  year: { views: 412000, visits: 318004, visitors: 301020 },
  total: { views: 5100200, visits: 2756838, visitors: 2410332 },
};

/** A poll as the server answers it. */
export function poll(language, more = {}, results = true) {
  return {
    id: 'p',
    site: 'so-tttt',
    question: questions[language],
    options: ids.map((id, i) => ({
      id,
      label: labels[language][i],
      ...(results ? { ballots: ballots[i] } : {}),
    })),
    ...(results ? { participants: 459 } : {}),
    phase: 'open',
    maxChoices: 1,
    changeable: true,
    visibility: 'always',
    resultsVisible: results,
    assurance: 'survey',
    voted: false,
    ...more,
  };
}

/** Name, poll and stored vote of the browser. */
export function pollStates(language) {
  const voted = { choices: 'useful' };
  return [
    ['open', poll(language)],
    ['several', poll(language, { maxChoices: 2, closes: Date.UTC(2031, 11, 31, 10) })],
    ['after-voting', poll(language, { visibility: 'after-voting' }, false)],
    ['voted-changeable', poll(language), voted],
    ['voted-final', poll(language, { changeable: false }), voted],
    [
      'voted-hidden',
      poll(language, { visibility: 'after-closing', changeable: false }, false),
      voted,
    ],
    ['managers', poll(language, { visibility: 'managers' }, false)],
    [
      'corrected',
      poll(language, {
        note: { vi: 'Một số phiếu đã bị loại.', en: 'Some votes are set aside.' },
      }),
    ],
    ['scheduled', poll(language, { phase: 'scheduled', opens: Date.UTC(2031, 0, 5, 1) }, false)],
    ['closed', poll(language, { phase: 'closed' })],
    ['closed-voted', poll(language, { phase: 'closed' }), voted],
    ['closed-hidden', poll(language, { phase: 'closed', visibility: 'managers' }, false)],
    ['unknown', undefined],
    ['failed', 'broken'],
  ];
}
