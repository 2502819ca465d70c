import type pg from 'pg';

interface Statement {
  down: string;
  up: string;
}

/**
 * Takes down what would refuse rows that arrive table by table (foreign keys, triggers, row-level security that binds
 * the owner too), in the caller's transaction. Nobody else ever sees the tables without them.
 * @returns what puts everything back exactly as it was, checked against all rows
 */
export async function lowerWalls(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<Statement>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as down,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as up
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by conname`);
  const { rows: triggers } = await client.query<Statement>(`
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as down,
           format('alter table %s enable %s trigger %I', tgrelid::regclass,
                  case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as up
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not tgisinternal and tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace order by tgname`);
  const { rows: policies } = await client.query<Statement>(`
    select format('alter table %s no force row level security', oid::regclass) as down,
           format('alter table %s force row level security', oid::regclass) as up
      from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace`);
  // Keys first, so that the checks they come back with see all rows.
  const all = [...keys, ...triggers, ...policies];
  for (const { down } of all) await client.query(down);
  return async () => {
    for (const { up } of all) await client.query(up);
  };
}
