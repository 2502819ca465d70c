import { cleanLine } from '@/lib/kernel/text';

/** Bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;
export const MOST_FILES_AT_ONCE = 10;
export const MOST_FILES_HERE = 100;
const LONGEST_NAME = 120;

interface Kind {
  type: string;
  /** The first is the one a wrongly named file gets. */
  extensions: readonly [string, ...string[]];
}

/** What may be given, by what its bytes say it is. */
const kinds: readonly Kind[] = [
  { type: 'application/pdf', extensions: ['pdf'] },
  { type: 'image/png', extensions: ['png'] },
  { type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  { type: 'image/webp', extensions: ['webp'] },
  { type: 'image/heic', extensions: ['heic', 'heif'] },
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extensions: ['pptx'] },
  { type: 'application/zip', extensions: ['zip'] },
];

/** Old Office and WPS files share one container; only their names tell them apart. */
const compound: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  wps: 'application/msword',
  xls: 'application/vnd.ms-excel',
  et: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  dps: 'application/vnd.ms-powerpoint',
};
const plain: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv' };

/** For a file field's `accept`. */
export const acceptedExtensions = [...kinds.flatMap((kind) => kind.extensions), ...Object.keys(compound), ...Object.keys(plain)]
  .map((extension) => `.${extension}`)
  .join(',');

export interface Accepted {
  type: string;
  name: string;
}

/**
 * The type a file is kept under and its name with an extension that fits, or null when it isn't accepted.
 * @param sniffed what its bytes are known as, null when they carry no mark
 * @param isText whether bytes without a mark read as text
 */
export function accept(name: string, sniffed: string | null, isText: () => boolean): Accepted | null {
  const cleaned = cleanName(name);
  const extension = extensionOf(cleaned);
  if (sniffed === null) {
    const type = plain[extension];
    return type !== undefined && isText() ? { type, name: cleaned } : null;
  }
  if (sniffed === 'application/x-cfb') {
    const type = compound[extension];
    return type === undefined ? null : { type, name: cleaned };
  }
  const kind = kinds.find((one) => one.type === sniffed) ?? (sniffed.startsWith('image/heif') ? kinds.find((one) => one.type === 'image/heic') : undefined);
  if (kind === undefined) return null;
  const fits = kind.extensions.includes(extension);
  return { type: kind.type, name: fits ? cleaned : `${cleaned}.${kind.extensions[0]}` };
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A name without folders or signs that a disk or a header would stumble over; too long a one keeps its extension. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const cleaned = cleanLine(last).replace(/[<>:"|?*]/g, '_').replace(/^\.+/, '');
  const characters = Array.from(cleaned);
  if (characters.length <= LONGEST_NAME) return cleaned;
  const extension = extensionOf(cleaned);
  const tail = extension === '' ? '' : `.${extension}`;
  return characters.slice(0, LONGEST_NAME - tail.length).join('').trimEnd() + tail;
}

/** Always a download: nothing people upload is ever shown as a page of ours. RFC 6266 and 5987. */
export function attachmentHeader(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
