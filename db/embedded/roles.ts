import pg from 'pg';

export const DATABASE = 'dxe';
export const OWNER = 'dxe_owner';
/** What requests run as; migrations make it. */
export const APP_ROLE = 'dxe_app';
/** The login the application uses: it owns nothing and is a member of APP_ROLE. */
export const APP_LOGIN = 'dxe_web';

export interface Passwords {
  superuser: string;
  owner: string;
  app: string;
}

export interface Urls {
  superUrl: string;
  ownerUrl: string;
  appUrl: string;
}

export function urlsOf(port: number, passwords: Passwords): Urls {
  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    superUrl: url('postgres', passwords.superuser, 'postgres'),
    ownerUrl: url(OWNER, passwords.owner, DATABASE),
    appUrl: url(APP_LOGIN, passwords.app, DATABASE),
  };
}

/**
 * Makes sure of the logins and the database; the superuser does nothing else. Changes nothing when all is there.
 * The group the application acts as is the owner's, so that migrations may go on granting to it.
 */
export async function ensureRoles(superUrl: string, passwords: Passwords): Promise<void> {
  await asClient(superUrl, async (client) => {
    await client.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${OWNER}') then
          create role ${OWNER} login createrole nosuperuser nobypassrls;
        end if;
        if not exists (select from pg_roles where rolname = '${APP_LOGIN}') then
          create role ${APP_LOGIN} login nosuperuser nobypassrls nocreatedb nocreaterole;
        end if;
        if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
          set local role ${OWNER};
          create role ${APP_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
          grant ${APP_ROLE} to ${APP_LOGIN};
          reset role;
        end if;
      end $$;
      alter role ${OWNER} password ${pg.escapeLiteral(passwords.owner)};
      alter role ${APP_LOGIN} password ${pg.escapeLiteral(passwords.app)};
    `);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) {
      await client.query(`create database ${DATABASE} owner ${OWNER}`);
    }
    await client.query(`revoke all on database ${DATABASE} from public; grant connect on database ${DATABASE} to ${APP_LOGIN}`);
  });
}

export async function asClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
