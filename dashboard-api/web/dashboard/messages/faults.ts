import type { Rule } from '../../api/schema.js';
import type { Fault } from '../app/api/problem.js';
import { day, number } from '../app/format.js';
import { dictionary } from '../app/language.js';
import { formOf } from './forms.js';

/** Limits of a rule, formatted for messages. */
interface Limits {
  readonly field: string;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly of: string;
  readonly site: string;
  readonly count: string;
}

type Sentence = (limits: Limits) => string;
type Sentences = Readonly<Record<Rule, Sentence>>;

interface Span {
  readonly both: (min: string, max: string) => string;
  readonly least: (min: string) => string;
  readonly most: (max: string) => string;
  readonly none: string;
}

/** Returns the message for the limits that are present. */
function span({ min, max }: Limits, { both, least, most, none }: Span): string {
  if (min !== undefined) {
    return max === undefined ? least(min) : both(min, max);
  }
  return max === undefined ? none : most(max);
}

const vi: Sentences = {
  required: () => 'Không được để trống.',
  length: (limits) =>
    limits.min === '1'
      ? `Không được để trống${limits.max === undefined ? '' : `, dài nhất ${limits.max} ký tự`}.`
      : span(limits, {
          both: (min, max) => `Phải có từ ${min} đến ${max} ký tự.`,
          least: (min) => `Phải có ít nhất ${min} ký tự.`,
          most: (max) => `Dài nhất ${max} ký tự.`,
          none: 'Độ dài chưa đúng.',
        }),
  count: (limits) =>
    span(limits, {
      both: (min, max) => `Phải có từ ${min} đến ${max} mục.`,
      least: (min) => `Phải có ít nhất ${min} mục.`,
      most: (max) => `Nhiều nhất ${max} mục.`,
      none: 'Số mục chưa đúng.',
    }),
  range: (limits) =>
    span(limits, {
      both: (min, max) => `Phải là số từ ${min} đến ${max}.`,
      least: (min) => `Phải là số từ ${min} trở lên.`,
      most: (max) => `Phải là số không quá ${max}.`,
      none: 'Số này quá nhỏ hoặc quá lớn.',
    }),
  format: ({ field }) => formOf(field).vi,
  choice: ({ of }) => `Phải là một trong các giá trị: ${of}.`,
  distinct: () => 'Có mã bị trùng nhau.',
  order: () => 'Thời điểm mở phải trước thời điểm đóng.',
  unknown: () => 'Mục được chọn không có, hoặc không còn trong hệ thống.',
  fixed: () => 'Mục này không thay đổi được.',
  'unknown-field': () => 'Hệ thống không có mục này.',
  json: () => 'Nội dung gửi lên không đọc được.',
  object: () => 'Nội dung gửi lên phải gồm các mục có tên.',
  list: () => 'Phải là một danh sách.',
  text: () => 'Phải là chữ.',
  number: () => 'Phải là số nguyên.',
  boolean: () => 'Phải là có hoặc không.',
  day: () => 'Ngày không đúng.',
  time: () => 'Thời điểm không đúng.',
  zone: () => 'Hãy chọn tên múi giờ, ví dụ Asia/Ho_Chi_Minh, không dùng dạng GMT+7.',
  scope: () => 'Phải là một trang, một khối hoặc tất cả.',
  period: () => 'Kỳ không đúng. Ví dụ: 2026, 2026-H1, 2026-Q4, 2026-11.',
  'period-kind': () => 'Chỉ nhận tháng, quý, 6 tháng hoặc cả năm.',
  'period-length': (limits) =>
    span(limits, {
      both: (min, max) => `Kỳ phải có từ ${min} đến ${max} ngày, ngày cuối sau ngày đầu.`,
      least: (min) => `Kỳ phải có ít nhất ${min} ngày.`,
      most: (max) => `Kỳ có nhiều nhất ${max} ngày.`,
      none: 'Ngày cuối phải sau ngày đầu.',
    }),
  'day-range': (limits) =>
    span(limits, {
      both: (min, max) => `Phải là ngày từ ${min} đến ${max}.`,
      least: (min) => `Phải là ngày từ ${min} trở đi.`,
      most: (max) => `Phải là ngày không sau ${max}.`,
      none: 'Ngày này quá sớm hoặc quá muộn.',
    }),
  'to-come': () => 'Không được là ngày chưa đến.',
  over: () => 'Thời điểm này đã qua.',
  'wrong-password': () => 'Mật khẩu hiện tại không đúng.',
  'wrong-code': () => 'Mã không đúng. Hãy nhập mã đang hiện trong ứng dụng xác thực.',
  'common-password': () =>
    'Mật khẩu này dễ đoán: phổ biến, lặp lại, theo dãy, hoặc dựa trên tên bạn, tên đăng nhập hay ' +
    'tên trang này. Hãy dùng vài từ không liên quan đến nhau.',
  'same-site': () => 'Không thể sáp nhập một trang vào chính nó.',
  'has-successor': ({ site }) =>
    `Trang này đã được sáp nhập vào ${site}. Mỗi trang chỉ sáp nhập vào một nơi.`,
  circle: () => 'Trang này lại đang nhận chính trang kia: sáp nhập như vậy thành vòng tròn.',
  sample: () => 'Không thể sáp nhập dữ liệu thật với dữ liệu mẫu.',
  archived: () => 'Trang đã lưu trữ không nhận sáp nhập được.',
  kept: ({ of }) => `Đã có người bình chọn, phải giữ các phương án: ${of}.`,
  voted: () => 'Đã có người bình chọn, không đưa về bản nháp được.',
  held: ({ count }) => `Còn ${count} mục đang gắn với mục này.`,
  'one-site': () => 'Chỉ lọc được khi xem một trang.',
  'no-filter': () => 'Ở đây không lọc theo mục này được.',
  twice: () => 'Mục này được ghi hai lần.',
  invalid: () => 'Nội dung này chưa đúng.',
};

const en: Sentences = {
  required: () => 'This must not be empty.',
  length: (limits) =>
    limits.min === '1'
      ? `This must not be empty${limits.max === undefined ? '' : `, and have at most ${limits.max} characters`}.`
      : span(limits, {
          both: (min, max) => `It must have ${min} to ${max} characters.`,
          least: (min) => `It must have at least ${min} characters.`,
          most: (max) => `At most ${max} characters.`,
          none: 'It is too short or too long.',
        }),
  count: (limits) =>
    span(limits, {
      both: (min, max) => `There must be ${min} to ${max} entries.`,
      least: (min) => `There must be at least ${min} entries.`,
      most: (max) => `At most ${max} entries.`,
      none: 'There are too few or too many entries.',
    }),
  range: (limits) =>
    span(limits, {
      both: (min, max) => `It must be a number from ${min} to ${max}.`,
      least: (min) => `It must be a number from ${min} on.`,
      most: (max) => `It must be a number of at most ${max}.`,
      none: 'This number is too small or too large.',
    }),
  format: ({ field }) => formOf(field).en,
  choice: ({ of }) => `It must be one of: ${of}.`,
  distinct: () => 'Two of them have the same id.',
  order: () => 'It must open before it closes.',
  unknown: () => 'What was chosen is not there, or no longer.',
  fixed: () => 'This cannot be changed.',
  'unknown-field': () => 'There is no such field.',
  json: () => 'What was sent cannot be read.',
  object: () => 'What was sent must consist of named fields.',
  list: () => 'It must be a list.',
  text: () => 'It must be a text.',
  number: () => 'It must be a whole number.',
  boolean: () => 'It must be yes or no.',
  day: () => 'This is no day.',
  time: () => 'This is no point in time.',
  zone: () => 'Must be the name of a time zone like Asia/Ho_Chi_Minh, not GMT+7.',
  scope: () => 'It must be a site, a group or all.',
  period: () => 'This is no period. Examples: 2026, 2026-H1, 2026-Q4, 2026-11.',
  'period-kind': () => 'It must be a month, a quarter, a half-year or a year.',
  'period-length': (limits) =>
    span(limits, {
      both: (min, max) => `A period has ${min} to ${max} days, the last one after the first.`,
      least: (min) => `A period has at least ${min} days.`,
      most: (max) => `A period has at most ${max} days.`,
      none: 'The last day must be after the first.',
    }),
  'day-range': (limits) =>
    span(limits, {
      both: (min, max) => `It must be a day from ${min} to ${max}.`,
      least: (min) => `It must be a day from ${min} on.`,
      most: (max) => `It must be a day up to ${max}.`,
      none: 'This day is too early or too late.',
    }),
  'to-come': () => 'It must not be a day to come.',
  over: () => 'This is over already.',
  'wrong-password': () => 'The current password is not right.',
  'wrong-code': () => 'The code is not right. Enter the one that the app shows now.',
  'common-password': () =>
    'This password is easy to guess: it is common, a repetition, a sequence, or made of your name, ' +
    'your login or the name of this site. Use some words that have nothing to do with each other.',
  'same-site': () => 'A site cannot be merged into itself.',
  'has-successor': ({ site }) =>
    `It has been merged into ${site} already. A site goes into one other only.`,
  circle: () => 'It takes over the other site itself: that would be a circle.',
  sample: () => 'Real figures and sample data cannot be merged.',
  archived: () => 'An archived site cannot take over another.',
  kept: ({ of }) => `There are votes, so these options must stay: ${of}.`,
  voted: () => 'There are votes, so it cannot be a draft again.',
  held: ({ count }) => `${count} are still tied to it.`,
  'one-site': () => 'Filters are for one site at a time.',
  'no-filter': () => 'Figures cannot be filtered by this here.',
  twice: () => 'It is given twice.',
  invalid: () => 'This is not right.',
};

/** Messages by code in both languages. A test compares the codes with the document. */
export const sentences = { vi, en };

const messages = dictionary(vi, en);

/**
 * Returns the message of a fault in the reader's language. An unknown code shows the detail of the
 * server.
 */
export function faultText(fault: Fault): string {
  const sentence = (messages() as Partial<Record<string, Sentence>>)[fault.code ?? ''];
  return sentence ? sentence(limitsOf(fault)) : fault.detail;
}

function limitsOf({ field, limits = {} }: Fault): Limits {
  const { min, max, of, site, count } = limits;
  return {
    field,
    min: shown(min),
    max: shown(max),
    of: Array.isArray(of) ? of.map(String).join(', ') : '',
    site: shown(site) ?? '',
    count: shown(count) ?? '',
  };
}

/** Formats numbers and days in the language. */
function shown(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return number(value);
  }
  return typeof value === 'string'
    ? /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? day(value)
      : value
    : undefined;
}
