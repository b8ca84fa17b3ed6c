import { dictionary } from '../../app/language.js';

/** Numbers of votes by outcome, as texts. */
type Outcome = Record<'received' | 'ballots' | 'changes' | 'duplicates' | 'rejected', string>;

/** Votes by network, as texts. */
type Networks = Record<'since' | 'votes' | 'networks' | 'largest', string>;

/** Texts of the panel that tells how votes came. */
export const messages = dictionary(
  {
    votes: 'Lượt gửi phiếu',
    votesOutcome: (n: Outcome) =>
      `Đã nhận ${n.received} lượt: ${n.ballots} phiếu đầu tiên, ${n.changes} lần đổi phiếu, ${n.duplicates} lần gửi lại, ${n.rejected} lượt bị từ chối.`,
    votesNetworks: (n: Networks) =>
      `Từ ${n.since}: ${n.votes} lượt từ ${n.networks} mạng; mạng nhiều nhất chiếm ${n.largest}.`,
    votesNone: (since: string) =>
      `Từ khi máy chủ bắt đầu đếm theo mạng (${since}), chưa có lượt gửi nào.`,
    votesNote:
      'Một mạng là dải địa chỉ /24 (IPv4) hoặc /48 (IPv6). Số theo mạng chỉ được đếm trong bộ nhớ, nhiều nhất một ngày, không được lưu.',
    byMinute: 'Số phiếu mỗi phút',
    peaks: 'Số phiếu của phút nhiều nhất',
    peaksNote: (span: string) =>
      `Mỗi cột là ${span}; chiều cao là số phiếu của phút nhiều nhất trong đó.`,
    marked: 'Phiếu bị loại',
    spanMinutes: (n: string) => `${n} phút`,
    hours: (n: string) => `${n} giờ`,
    days: (n: string) => `${n} ngày`,
    minutes: 'Những phút nhiều phiếu nhất',
    minute: 'Phút',
    minuteVotes: 'Số phiếu',
    minuteMost: 'Phương án nhiều nhất',
  },
  {
    votes: 'Votes received',
    votesOutcome: (n: Outcome) =>
      `${n.received} received: ${n.ballots} first votes, ${n.changes} changes, ${n.duplicates} sent again, ${n.rejected} rejected.`,
    votesNetworks: (n: Networks) =>
      `Since ${n.since}: ${n.votes} from ${n.networks} networks; the largest sent ${n.largest}.`,
    votesNone: (since: string) => `None since the server began to count by network (${since}).`,
    votesNote:
      'A network is a range of addresses, /24 (IPv4) or /48 (IPv6). Networks are counted in memory for up to a day and not stored.',
    byMinute: 'Votes per minute',
    peaks: 'Votes of the busiest minute',
    peaksNote: (span: string) =>
      `Each bar is ${span}; its height is the votes of the busiest minute in it.`,
    marked: 'Set aside',
    spanMinutes: (n: string) => `${n} minutes`,
    hours: (n: string) => (n === '1' ? '1 hour' : `${n} hours`),
    days: (n: string) => (n === '1' ? '1 day' : `${n} days`),
    minutes: 'Minutes with most votes',
    minute: 'Minute',
    minuteVotes: 'Votes',
    minuteMost: 'Option with most',
  },
);
