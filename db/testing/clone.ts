import pg from 'pg';
import { inject } from 'vitest';
import { asClient } from '@/db/embedded/roles';

export interface Clone {
  ownerUrl: string;
  appUrl: string;
}

/** The run's migrated template, without rows, under a name of its own; there already where another file of this worker made it. */
export async function cloneTemplate(name: string): Promise<Clone> {
  const on = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  const template = new URL(inject('ownerUrl')).pathname.slice(1);
  await asClient(inject('superUrl'), async (server) => {
    const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await server.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)} owner dxe_owner`);
  });
  return { ownerUrl: on(inject('ownerUrl')), appUrl: on(inject('appUrl')) };
}

/** What of the product is loaded from now on works on this database. */
export function workOn(clone: Clone): void {
  process.env.DATABASE_URL = clone.ownerUrl;
  process.env.DATABASE_APP_URL = clone.appUrl;
}
