/** 接手 a center's books: one workbook, its sheets in the order they are written, each by the names it may have. */
export const takeoverParts = [
  { kind: 'companies', only: ['企业', 'Companies'] },
  { kind: 'facts', only: ['年度数据', 'Yearly facts'] },
  { kind: 'ip', only: ['知识产权', 'IP rights'] },
  { kind: 'contacts', only: ['联系人', 'Contacts'] },
  { kind: 'road', only: ['历程', 'Road'] },
] as const;
export type TakeoverKind = (typeof takeoverParts)[number]['kind'];

export function sheetNameOf(kind: TakeoverKind, locale: string): string {
  const names = takeoverParts.find((part) => part.kind === kind)?.only ?? ['', ''];
  return locale === 'en' ? names[1] : names[0];
}
