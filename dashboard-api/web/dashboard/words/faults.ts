import type { Fault } from '../app/api/problem.js';
import { day, number } from '../app/format.js';
import { dictionary } from '../app/language.js';

/** What goes with the rule of a fault, as words can use it. */
interface Limits {
  readonly field: string;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly of: string;
  readonly site: string;
  readonly count: string;
}

type Sentences = Readonly<Record<string, (limits: Limits) => string>>;

const vi: Sentences = {
  required: () => 'Không được để trống.',
  length: ({ min, max }) =>
    min === undefined
      ? `Dài nhất ${String(max)} ký tự.`
      : min === '1'
        ? `Không được để trống, dài nhất ${String(max)} ký tự.`
        : `Phải có từ ${min} đến ${String(max)} ký tự.`,
  count: ({ min, max }) =>
    min === undefined
      ? `Nhiều nhất ${String(max)} mục.`
      : `Phải có từ ${min} đến ${String(max)} mục.`,
  range: ({ min, max }) =>
    max === undefined
      ? `Phải là số từ ${String(min)} trở lên.`
      : min === undefined
        ? `Phải là số không quá ${max}.`
        : `Phải là số từ ${min} đến ${max}.`,
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
  zone: () => 'Không có múi giờ này. Ví dụ: Asia/Ho_Chi_Minh.',
  scope: () => 'Phải là một trang, một khối hoặc tất cả.',
  period: () => 'Kỳ không đúng. Ví dụ: 2026, 2026-H1, 2026-Q4, 2026-11.',
  'period-kind': () => 'Chỉ nhận tháng, quý, 6 tháng hoặc cả năm.',
  'period-length': ({ max }) => `Kỳ phải có từ 1 đến ${String(max)} ngày, ngày cuối sau ngày đầu.`,
  'day-range': ({ min, max }) => `Phải là ngày từ ${String(min)} đến ${String(max)}.`,
  'to-come': () => 'Không được là ngày chưa đến.',
  over: () => 'Thời điểm này đã qua.',
  'wrong-password': () => 'Mật khẩu hiện tại không đúng.',
  'same-site': () => 'Không thể sáp nhập một trang vào chính nó.',
  'has-successor': ({ site }) =>
    `Trang này đã được sáp nhập vào ${site}. Mỗi trang chỉ sáp nhập vào một nơi.`,
  circle: () => 'Trang này lại đang nhận chính trang kia: sáp nhập như vậy thành vòng tròn.',
  sample: () => 'Không thể sáp nhập dữ liệu thật với dữ liệu mẫu.',
  archived: () => 'Trang đã lưu trữ không nhận sáp nhập được.',
  kept: ({ of }) => `Đã có người bình chọn, phải giữ các lựa chọn: ${of}.`,
  voted: () => 'Đã có người bình chọn, không đưa về bản nháp được.',
  held: ({ count }) => `Còn ${count} mục đang gắn với mục này.`,
  'one-site': () => 'Chỉ lọc được khi xem một trang.',
  'no-filter': () => 'Ở đây không lọc theo mục này được.',
  twice: () => 'Mục này được ghi hai lần.',
  invalid: () => 'Nội dung này chưa đúng.',
};

const en: Sentences = {
  required: () => 'This must not be empty.',
  length: ({ min, max }) =>
    min === undefined
      ? `At most ${String(max)} characters.`
      : min === '1'
        ? `This must not be empty, and at most ${String(max)} characters.`
        : `It must have ${min} to ${String(max)} characters.`,
  count: ({ min, max }) =>
    min === undefined
      ? `At most ${String(max)} entries.`
      : `There must be ${min} to ${String(max)} entries.`,
  range: ({ min, max }) =>
    max === undefined
      ? `It must be a number from ${String(min)} on.`
      : min === undefined
        ? `It must be a number of at most ${max}.`
        : `It must be a number from ${min} to ${max}.`,
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
  zone: () => 'There is no such time zone. An example: Asia/Ho_Chi_Minh.',
  scope: () => 'It must be a site, a group or all.',
  period: () => 'This is no period. Examples: 2026, 2026-H1, 2026-Q4, 2026-11.',
  'period-kind': () => 'It must be a month, a quarter, a half-year or a year.',
  'period-length': ({ max }) =>
    `A period has 1 to ${String(max)} days, the last one after the first.`,
  'day-range': ({ min, max }) => `It must be a day from ${String(min)} to ${String(max)}.`,
  'to-come': () => 'It must not be a day to come.',
  over: () => 'This is over already.',
  'wrong-password': () => 'The current password is not right.',
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

/** In both languages the same: a test asks that every code the server has is there. */
export const sentences = { vi, en };

const words = dictionary(vi, en);

/** What is wrong with a field, in the reader's language; of a code that is not known here, as the server says it. */
export function faultText(fault: Fault): string {
  const sentence = words()[fault.code ?? ''];
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

/** Numbers and days as the language writes them. */
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

const FORMS: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  id: {
    vi: 'Chỉ gồm chữ thường không dấu, số, dấu chấm, gạch nối; tối đa 64 ký tự.',
    en: 'Only small letters, digits, dots and hyphens; at most 64.',
  },
  group: {
    vi: 'Mã khối chỉ gồm chữ thường không dấu, số, gạch nối; tối đa 64 ký tự.',
    en: 'The id of a group: only small letters, digits and hyphens; at most 64.',
  },
  'options.id': {
    vi: 'Mã lựa chọn chỉ gồm chữ thường không dấu, số, gạch nối; tối đa 32 ký tự.',
    en: 'The id of an option: only small letters, digits and hyphens; at most 32.',
  },
  login: {
    vi: 'Chỉ gồm chữ thường không dấu, số và các dấu . _ @ + -; tối đa 100 ký tự.',
    en: 'Only small letters, digits and . _ @ + -; at most 100.',
  },
  origins: {
    vi: 'Mỗi dòng phải có dạng https://ten-mien, không có đường dẫn phía sau.',
    en: 'Each line must look like https://domain, with no path behind it.',
  },
};

function formOf(field: string): { readonly vi: string; readonly en: string } {
  return (
    FORMS[field] ?? {
      vi: 'Nội dung chưa đúng dạng quy định.',
      en: 'It is not of the form it must have.',
    }
  );
}
