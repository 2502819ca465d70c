import { RuleError } from '@/lib/kernel/errors';
import { isDayFormat, serialToDay } from './excel-dates';
import { type Archive, openZip, unreadable } from './open-zip';
import { parse } from './read-part';
import type { CellValue, Sheet, SheetRow } from './workbook';

export type ReadLimits = { rows: number; columns: number };

type Book = {
  sheets: { name: string; path: string }[];
  from1904: boolean;
  strings: string[];
  dayStyles: boolean[];
};

/** Reads every visible sheet of an xlsx workbook: the values of formulas, the plain text of rich text, days of date cells. */
export async function readXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<Sheet[]> {
  const zip = await openZip(bytes);
  try {
    const book = await readBook(zip);
    const sheets: Sheet[] = [];
    let rowsLeft = limits.rows;
    for (const { name, path } of book.sheets) {
      const rows = await readRows(zip, path, book, { ...limits, rows: rowsLeft }, limits.rows);
      rowsLeft -= rows.length;
      sheets.push({ name, rows });
    }
    return sheets;
  } catch (error) {
    throw error instanceof RuleError ? error : unreadable(error);
  } finally {
    zip.close();
  }
}

async function readBook(zip: Archive): Promise<Book> {
  const root = await readRelations(zip, '_rels/.rels', '');
  const path =
    root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await readRelations(
    zip,
    `${folder}_rels/${path.slice(folder.length)}.rels`,
    folder,
  );
  const found: { name: string; relation: string }[] = [];
  let from1904 = false;
  await parse(zip, path, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible')
        found.push({ name: attributes.name ?? '', relation: attributes.id ?? '' });
    },
  });
  if (found.length === 0) throw new RuleError('sheet.unreadable');
  const sheets = found.flatMap(({ name, relation }) => {
    const target = relations.find(
      ({ id, type }) => id === relation && type.endsWith('/worksheet'),
    )?.target;
    return target === undefined ? [] : [{ name, path: target }];
  });
  const pathOf = (kind: string) => relations.find(({ type }) => type.endsWith(kind))?.target;
  return {
    sheets,
    from1904,
    strings: await readStrings(zip, pathOf('/sharedStrings')),
    dayStyles: await readDayStyles(zip, pathOf('/styles')),
  };
}

async function readRelations(zip: Archive, path: string, folder: string) {
  const relations: { id: string; type: string; target: string }[] = [];
  await parse(zip, path, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name === 'Relationship')
        relations.push({
          id: Id,
          type: Type,
          target: Target.startsWith('/') ? Target.slice(1) : resolvePath(folder + Target),
        });
    },
  });
  return relations;
}

/** Texts that cells share. Phonetic guides (rPh) beside them are not part of the text. */
async function readStrings(zip: Archive, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inGuide = false;
  await parse(zip, path, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inGuide = true;
      inText = name === 't' && !inGuide;
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(text));
      if (name === 'rPh') inGuide = false;
      if (name === 't') inText = false;
    },
  });
  return strings;
}

/** For each cell style whether it shows a number as a day. */
async function readDayStyles(zip: Archive, path: string | undefined): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await parse(zip, path, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(isDayFormat(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

async function readRows(
  zip: Archive,
  path: string,
  book: Book,
  limits: ReadLimits,
  allowed: number,
): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let cell: {
    at: number;
    type: string;
    style: number;
    value: string;
    hasValue: boolean;
    isFormula: boolean;
  } | null = null;
  let nextColumn = 0;
  let collecting = false;
  let inGuide = false;
  await parse(zip, path, {
    open: (name, attributes) => {
      switch (name) {
        case 'row':
          row = {
            number: attributes.r === undefined ? row.number + 1 : Number(attributes.r),
            cells: [],
          };
          nextColumn = 0;
          break;
        case 'c': {
          const at = attributes.r === undefined ? nextColumn : columnIndex(attributes.r);
          nextColumn = at + 1;
          cell = {
            at,
            type: attributes.t ?? 'n',
            style: Number(attributes.s ?? 0),
            value: '',
            hasValue: false,
            isFormula: false,
          };
          break;
        }
        case 'f':
          if (cell) cell.isFormula = true;
          break;
        case 'rPh':
          inGuide = true;
          break;
        case 'v':
        case 't':
          collecting = cell !== null && !inGuide;
          if (cell && collecting) cell.hasValue = true;
          break;
      }
    },
    text: (more) => {
      if (collecting && cell) cell.value += more;
    },
    close: (name) => {
      switch (name) {
        case 'v':
        case 't':
          collecting = false;
          break;
        case 'rPh':
          inGuide = false;
          break;
        case 'c': {
          if (cell && cell.at < limits.columns) {
            const value = cellValue(cell, book);
            if (value !== null && value !== '') {
              while (row.cells.length < cell.at) row.cells.push(null);
              row.cells[cell.at] = value;
            }
          }
          cell = null;
          break;
        }
        case 'row':
          if (row.cells.length === 0) break;
          if (rows.length >= limits.rows)
            throw new RuleError('sheet.tooManyRows', { params: { max: allowed } });
          rows.push(row);
          break;
      }
    },
  });
  return rows;
}

function cellValue(
  cell: { type: string; style: number; value: string; hasValue: boolean; isFormula: boolean },
  book: Book,
): CellValue {
  // A formula that was never calculated has no value to read; it is named rather than taken for empty.
  if (!cell.hasValue) return cell.isFormula ? { error: '=' } : null;
  switch (cell.type) {
    case 's':
      return book.strings[Number(cell.value)] ?? null;
    case 'str':
    case 'inlineStr':
      return unescapeText(cell.value);
    case 'b':
      return isTrue(cell.value);
    case 'e':
      return { error: cell.value };
    case 'd':
      return { date: cell.value.slice(0, 10) };
    default: {
      if (cell.value.trim() === '') return null;
      const number = Number(cell.value);
      if (Number.isNaN(number)) return cell.value;
      const day = book.dayStyles[cell.style] === true ? serialToDay(number, book.from1904) : null;
      return day === null ? number : { date: day };
    }
  }
}

/** 'AB12' → 27. */
function columnIndex(reference: string): number {
  let index = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    index = index * 26 + letter - 64;
  }
  return index - 1;
}

function resolvePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Sheets write characters that XML can't hold, and line ends, as _x000D_. */
function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
