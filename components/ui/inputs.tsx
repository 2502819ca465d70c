import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { cx } from './cx';

type InputProps = InputHTMLAttributes<HTMLInputElement>;

export function Input({ className, type = 'text', ...rest }: InputProps) {
  return <input type={type} className={cx('input', className)} {...rest} />;
}

/** Grows with what is typed. */
export function Textarea({ className, rows = 3, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea rows={rows} className={cx('input', className)} {...rest} />;
}

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
  /** Options with the same group stand under one heading. */
  group?: string;
}

/** Options of a native select, grouped where they say so. */
export function Options({ options }: { options: readonly Option[] }) {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const key = option.group ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [option]);
    else group.push(option);
  }
  const items = (list: readonly Option[]) =>
    list.map((option) => (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ));
  return [...groups].map(([group, list]) =>
    group === '' ? (
      items(list)
    ) : (
      <optgroup key={group} label={group}>
        {items(list)}
      </optgroup>
    ),
  );
}

/** The browser's own select: works without a script and with a thumb. `placeholder` is the empty choice. */
export function Select({
  options,
  placeholder,
  className,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { options: readonly Option[]; placeholder?: string }) {
  return (
    <select className={cx('input', className)} {...rest}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      <Options options={options} />
    </select>
  );
}

/** A day as YYYY-MM-DD. */
export function DateInput({ className, ...rest }: InputProps) {
  return <input type="date" className={cx('input num max-w-52', className)} {...rest} />;
}

export function FileInput({ className, ...rest }: InputProps) {
  return <input type="file" className={cx('input', className)} {...rest} />;
}

/** A checkbox with its words; the whole line can be hit. */
export function Checkbox({ children, className, ...rest }: InputProps & { children: ReactNode }) {
  return (
    <label className={cx('choice', className)}>
      <input type="checkbox" className="check" {...rest} />
      <span>{children}</span>
    </label>
  );
}

export function Radio({ children, className, ...rest }: InputProps & { children: ReactNode }) {
  return (
    <label className={cx('choice', className)}>
      <input type="radio" className="check" {...rest} />
      <span>{children}</span>
    </label>
  );
}

/** One chip; at least 44 px high unless its group is compact. */
export function Chip({ children, type = 'checkbox', ...rest }: InputProps & { children: ReactNode }) {
  return (
    <label className="chip">
      <input type={type} {...rest} />
      {children}
    </label>
  );
}
