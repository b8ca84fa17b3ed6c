import { dictionary } from '../../app/language.js';

/** Texts around the review. The document has its own. */
export const messages = dictionary(
  {
    title: 'Báo cáo',
    lead: 'Báo cáo soạn sẵn từ số liệu: đọc, in, hoặc tải về để trình.',
    scope: 'Đơn vị',
    organisation: 'Cơ quan ban hành (đầu báo cáo)',
    organisationExample: 'Ví dụ: UBND tỉnh, Văn phòng',
    pdf: 'Tải PDF',
    docx: 'Tải Word',
    xlsx: 'Tải Excel',
    print: 'In',
    issue: 'Ban hành báo cáo',
    issued: 'Báo cáo đã ban hành',
    issueTitle: 'Ban hành báo cáo này?',
    issueText: (period: string, scope: string) =>
      `Số liệu ${period} của “${scope}” được lấy tại thời điểm này, được cấp số và lưu lại. Báo cáo đã ban hành không sửa và không xóa được.`,
    issueRuns: 'Kỳ này chưa kết thúc, số liệu còn thay đổi.',
    made: (time: string, author: string) => `Lập lúc ${time}, người lập: ${author}`,
    away: 'Hệ thống số liệu tạm thời gián đoạn nên chưa lập được báo cáo.',
    noSites: 'Chưa có trang nào để lập báo cáo.',
    contents: 'Nội dung',
    emptySheet: 'Không có số liệu trong kỳ.',
  },
  {
    title: 'Review',
    lead: 'A report composed from the figures: to read, to print, to hand in.',
    scope: 'Site or group',
    organisation: 'Issuing organisation (head of the review)',
    organisationExample: 'For example: Office of the province',
    pdf: 'PDF',
    docx: 'Word',
    xlsx: 'Excel',
    print: 'Print',
    issue: 'Issue review',
    issued: 'Issued reviews',
    issueTitle: 'Issue this review?',
    issueText: (period: string, scope: string) =>
      `The figures of ${period} for “${scope}” are taken at this moment, numbered and stored. An issued review cannot be changed or removed.`,
    issueRuns: 'This period is not over, so its figures still change.',
    made: (time: string, author: string) => `Made at ${time} by ${author}`,
    away: 'The store of figures does not answer for now, so the report cannot be made.',
    noSites: 'There is no site to review yet.',
    contents: 'Contents',
    emptySheet: 'No figures in this period.',
  },
);
