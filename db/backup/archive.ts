import type { Table, TableSum } from './tables';

/** First in the archive: enough to refuse before anything is written. */
export interface Header {
  format: 1;
  createdAt: string;
  migrations: string[];
  tables: Table[];
}

/** Last in the archive: what must have arrived. An archive without it was cut off. */
export interface Manifest {
  tables: Record<string, TableSum>;
  sequences: Record<string, string | null>;
  /** By their path in the data folder. */
  files: Record<string, { size: number; sha256: string }>;
}

export interface Summary {
  tables: number;
  rows: number;
  files: number;
}

/** What restored rows need to be read with: signatures, salts. */
export type CarriedSecrets = Record<string, string>;

export const HEADER = 'header.json';
export const SECRETS = 'secrets.json';
export const MANIFEST = 'manifest.json';
export const TABLES = 'tables/';
/** What lies in the data folder beside the database: uploads, and the heads of the audit chains. */
export const FILES = 'files/';
export const HEADS = 'heads/';

/** Why a backup can't be restored. Nothing was changed when this is thrown. */
export class BackupError extends Error {
  readonly code: 'damaged' | 'otherVersion' | 'notEmpty' | 'differs';

  constructor(code: BackupError['code'], detail = '') {
    super(detail);
    this.code = code;
  }
}

export function summarise(manifest: Manifest): Summary {
  const sums = Object.values(manifest.tables);
  return {
    tables: sums.length,
    rows: sums.reduce((total, { rows }) => total + rows, 0),
    files: Object.keys(manifest.files).filter((name) => name.startsWith(FILES)).length,
  };
}
