import { migrate } from '@/db/migrate';

/** Brings the database of DATABASE_URL to this code's shape; `npm start` does the same by itself. */
const ownerUrl = process.env.DATABASE_URL;
if (ownerUrl === undefined) throw new Error('DATABASE_URL is not set');
await migrate({ ownerUrl, appUrl: process.env.DATABASE_APP_URL, log: (line) => console.log(line) });
