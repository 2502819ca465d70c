import { column, type ColumnKind, type ColumnShape } from '@/lib/imports/sheet-spec';
import type { OutColumn } from '@/lib/imports/write-sheet';
import type { Plain } from '@/lib/imports/registry';
import { parseDay } from '@/lib/kernel/date-text';
import { parseDecimal, parseWan, plainWan } from '@/lib/kernel/money';
import { cleanLine } from '@/lib/kernel/text';

/** Fields a center adds to its companies' files. Pure. A value travels as text, a number, digits of fen, a day or a chosen word. */

export const fieldKinds = ['text', 'number', 'money', 'date', 'choice'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export interface FieldShape {
  id: string;
  name: string;
  kind: FieldKind;
  choices: readonly string[];
}

/** Numbers are kept in ten-thousandths, so that whole-number operators find them. */
export const NUMBER_SCALE = 10_000;
const PLACES = 4;
const LONGEST = 200;
const MOST = 10n ** 15n;

/** What a field is called among a sheet's columns and a form's inputs. */
export const fieldKey = (id: string) => `x-${id}`;
export const isFieldKey = (key: string) => key.startsWith('x-');
export const fieldIdOf = (key: string) => key.slice(2);

/** The value that was typed, null when emptied, or why it can't be: a message key under `errors.`. */
export function parseField(field: Pick<FieldShape, 'kind' | 'choices'>, typed: string): { value: Plain } | { problem: string } {
  const line = cleanLine(typed);
  if (line === '') return { value: null };
  switch (field.kind) {
    case 'text':
      return [...line].length > LONGEST ? { problem: 'field.tooLong' } : { value: line };
    case 'number': {
      const scaled = parseDecimal(line, PLACES);
      return scaled === null || scaled >= MOST || scaled <= -MOST ? { problem: 'field.notANumber' } : { value: Number(scaled) / NUMBER_SCALE };
    }
    case 'money': {
      const amount = parseWan(line);
      return amount === null || amount >= MOST * 10n || amount <= -MOST * 10n ? { problem: 'invalidWan' } : { value: amount.toString() };
    }
    case 'date': {
      const day = parseDay(line);
      return day === null ? { problem: 'invalidDate' } : { value: day };
    }
    case 'choice':
      return field.choices.includes(line) ? { value: line } : { problem: 'invalidChoice' };
  }
}

/** As an input shows it, so that it reads back as the same. */
export function typedField(kind: FieldKind, value: Plain | undefined): string {
  if (value === null || value === undefined) return '';
  return kind === 'money' ? plainWan(BigInt(String(value))) : String(value);
}

export interface StoredValue {
  textValue: string | null;
  numberValue: bigint | null;
  dateValue: string | null;
}

export function storeField(kind: FieldKind, value: Plain): StoredValue {
  return {
    textValue: kind === 'text' || kind === 'choice' ? String(value) : null,
    numberValue: kind === 'number' ? BigInt(Math.round(Number(value) * NUMBER_SCALE)) : kind === 'money' ? BigInt(String(value)) : null,
    dateValue: kind === 'date' ? String(value) : null,
  };
}

export function loadField(kind: FieldKind, { textValue, numberValue, dateValue }: StoredValue): Plain {
  switch (kind) {
    case 'text':
    case 'choice':
      return textValue;
    case 'date':
      return dateValue;
    case 'number':
      return numberValue === null ? null : Number(numberValue) / NUMBER_SCALE;
    case 'money':
      return numberValue?.toString() ?? null;
  }
}

function kindOf(field: FieldShape): ColumnKind {
  switch (field.kind) {
    case 'text':
      return { type: 'text', max: LONGEST };
    case 'number':
      return { type: 'number', places: PLACES };
    case 'money':
      return { type: 'money', unit: 'wan', negative: true };
    case 'date':
      return { type: 'day' };
    case 'choice':
      return { type: 'choice', choices: Object.fromEntries(field.choices.map((word) => [word, [word]])) };
  }
}

/** The columns an import reads for a center's own fields. */
export function fieldColumns(fields: readonly FieldShape[]): Record<string, ColumnShape> {
  return Object.fromEntries(fields.map((field) => [fieldKey(field.id), column(kindOf(field), [field.name])]));
}

export const outKinds: Record<FieldKind, OutColumn['kind']> = { text: 'text', number: 'number', money: 'wan', date: 'day', choice: 'text' };

/** A sheet's header: amounts name their unit. */
export function fieldHeader(field: Pick<FieldShape, 'name' | 'kind'>, locale: string): string {
  if (field.kind !== 'money') return field.name;
  return `${field.name}${locale === 'en' ? ' (10,000 yuan)' : '（万元）'}`;
}

export interface Range {
  from: Plain;
  to: Plain;
}

/** What a filter asks of a field: one value, or for numbers, amounts and days two with ~ or .. between; null when it makes no sense. */
export function parseRange(field: FieldShape, typed: string): Range | null {
  const [first = '', second] = cleanLine(typed).split(/~|～|\.\.|至/, 2);
  const one = parseField(field, first);
  const two = second === undefined ? one : parseField(field, second);
  if ('problem' in one || 'problem' in two) return null;
  if (one.value === null && two.value === null) return null;
  if ((field.kind === 'text' || field.kind === 'choice') && second !== undefined) return null;
  return { from: one.value, to: two.value };
}
