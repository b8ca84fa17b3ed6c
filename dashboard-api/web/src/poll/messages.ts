import type { Language } from '../widget/language';
import type { Screen, HiddenReason } from './screen';
import type { Refusal } from './vote';

type Name =
  | 'retry'
  | 'closes'
  | 'sending'
  | 'change'
  | 'keep'
  | 'upTo'
  | 'chosen'
  | 'thanks'
  | 'results'
  | 'option'
  | 'ballots'
  | 'share'
  | 'yours'
  | 'people'
  | 'person'
  | 'assurance'
  | 'asOf'
  | 'none'
  | 'tooMany'
  | 'refused';

/** Texts of the poll widget. `#` is replaced by a number or a time. */
export type Messages = Record<Name | Screen | HiddenReason | Refusal, string>;

export const MESSAGES: Record<Language, Messages> = {
  vi: {
    loading: 'Đang tải bình chọn…',
    unknown: 'Không tìm thấy bình chọn này.',
    failed: 'Chưa tải được bình chọn. Hãy kiểm tra kết nối mạng.',
    retry: 'Thử lại',
    scheduled: 'Bình chọn mở lúc #.',
    closed: 'Bình chọn đã kết thúc.',
    closes: 'Kết thúc lúc #.',
    form: 'Bình chọn',
    sending: 'Đang gửi…',
    change: 'Đổi lựa chọn',
    keep: 'Giữ nguyên',
    upTo: 'Chọn tối đa # phương án.',
    chosen: 'Đã chọn #.',
    thanks: 'Cảm ơn bạn đã bình chọn.',
    voted: 'Bạn đã bình chọn.',
    results: 'Kết quả bình chọn',
    option: 'Phương án',
    ballots: 'Số phiếu',
    share: 'Tỷ lệ người chọn',
    yours: 'lựa chọn của bạn',
    people: '# người đã tham gia bình chọn',
    person: '# người đã tham gia bình chọn',
    assurance: 'Khảo sát tham khảo',
    asOf: 'số liệu lúc #',
    none: 'Bạn chưa chọn phương án nào.',
    tooMany: 'Chỉ được chọn tối đa # phương án.',
    refused: 'Phiếu chưa được nhận (mã #).',
    afterVoting: 'Kết quả hiện sau khi bạn bình chọn.',
    votersOnly: 'Kết quả chỉ hiện với người đã bình chọn.',
    afterClosing: 'Kết quả được công bố sau khi bình chọn kết thúc.',
    managers: 'Kết quả không công bố ở đây.',
    closedNow: 'Bình chọn đã kết thúc, phiếu không được nhận.',
    notOpen: 'Bình chọn chưa mở, phiếu không được nhận.',
    alreadyVoted: 'Bạn đã bình chọn rồi và không thể đổi phiếu.',
    choices: 'Các phương án bạn chọn không còn phù hợp. Hãy chọn lại.',
    origin: 'Trang web này không được nhận bình chọn.',
    offline: 'Chưa gửi được. Hãy kiểm tra kết nối mạng rồi gửi lại; phiếu chỉ được tính một lần.',
    busy: 'Máy chủ đang bận. Hãy gửi lại sau ít phút; phiếu chỉ được tính một lần.',
  },
  en: {
    loading: 'Loading the poll…',
    unknown: 'This poll was not found.',
    failed: 'The poll could not be loaded. Please check your connection.',
    retry: 'Try again',
    scheduled: 'This poll opens #.',
    closed: 'This poll has closed.',
    closes: 'Closes #.',
    form: 'Vote',
    sending: 'Sending…',
    change: 'Change my vote',
    keep: 'Keep my vote',
    upTo: 'Choose up to #.',
    chosen: 'Chosen: #.',
    thanks: 'Thank you for voting.',
    voted: 'You have voted.',
    results: 'Results',
    option: 'Option',
    ballots: 'Votes',
    share: 'Share of people',
    yours: 'your choice',
    people: '# people have voted',
    person: '# person has voted',
    assurance: 'Indicative survey',
    asOf: 'figures of #',
    none: 'You have not chosen anything.',
    tooMany: 'You may choose up to #.',
    refused: 'Your vote was not taken (code #).',
    afterVoting: 'Results are shown once you have voted.',
    votersOnly: 'Results are shown only to those who voted.',
    afterClosing: 'Results are published after the poll closes.',
    managers: 'Results are not published here.',
    closedNow: 'The poll has closed; your vote was not taken.',
    notOpen: 'The poll is not open; your vote was not taken.',
    alreadyVoted: 'You have already voted, and votes in this poll cannot be changed.',
    choices: 'Your choices do not fit the poll any more. Please choose again.',
    origin: 'This website may not take votes.',
    offline: 'Not sent. Please check your connection and send again; your vote counts only once.',
    busy: 'The server is busy. Please send again in a few minutes; your vote counts only once.',
  },
};

/** Inserts a number or a time into a text. */
export function say(text: string, what: string | number): string {
  return text.replace('#', () => `${what}`);
}
