import { dictionary } from '../../app/language.js';

/** Texts of the letterhead in the form of a group. */
export const messages = dictionary(
  {
    title: 'Thể thức báo cáo Word (Nghị định 30/2020/NĐ-CP)',
    lead: 'Ô để trống thành chỗ trống “…” trong văn bản, điền trước khi ký.',
    superior: 'Cơ quan chủ quản',
    organisation: 'Cơ quan ban hành',
    symbol: 'Ký hiệu văn bản',
    place: 'Địa danh',
    addressees: 'Kính gửi',
    recipients: 'Nơi nhận',
    position: 'Quyền hạn, chức vụ người ký',
    signer: 'Họ tên người ký',
    hints: {
      superior: 'Ví dụ: Ủy ban nhân dân tỉnh.',
      organisation: 'Ví dụ: Văn phòng Ủy ban nhân dân tỉnh.',
      symbol: 'Phần sau số văn bản. Ví dụ: BC-VP.',
      place: 'Ví dụ: Quảng Ngãi.',
      addressees: 'Mỗi dòng một cơ quan.',
      recipients: 'Mỗi dòng một nơi. Ví dụ: Như trên; Lưu: VT.',
      position: 'Mỗi dòng một cấp. Ví dụ: KT. Chánh Văn phòng, dòng dưới: Phó Chánh Văn phòng.',
      signer: 'Ví dụ: Nguyễn Văn An.',
    },
  },
  {
    title: 'Form of the Word report (Decree 30/2020/NĐ-CP)',
    lead: 'What is empty stays a gap “…” in the document, to be filled before it is signed.',
    superior: 'Superior organisation',
    organisation: 'Issuing organisation',
    symbol: 'Symbol of the document',
    place: 'Place',
    addressees: 'Addressees',
    recipients: 'Distribution list',
    position: 'Authority and position of the signer',
    signer: 'Name of the signer',
    hints: {
      superior: 'For example: People’s Committee of the province.',
      organisation: 'For example: Office of the province.',
      symbol: 'What follows the number. For example: BC-VP.',
      place: 'For example: Quảng Ngãi.',
      addressees: 'One organisation a line.',
      recipients: 'One entry a line.',
      position: 'One level a line.',
      signer: 'For example: Nguyễn Văn An.',
    },
  },
);
