/** Required formats of texts by field, in both languages. */
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
    vi: 'Mã phương án chỉ gồm chữ thường không dấu, số, gạch nối; tối đa 32 ký tự.',
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

/** Returns the required format of a field. */
export function formOf(field: string): { readonly vi: string; readonly en: string } {
  return (
    FORMS[field] ?? {
      vi: 'Nội dung chưa đúng dạng quy định.',
      en: 'It is not of the form it must have.',
    }
  );
}
