import { forbidden } from 'next/navigation';
import { connection } from 'next/server';

/** Where a form ends that another site sent, or a proxy that hides our address; see scripts/house/odd-requests.mjs. */
export default async function ForeignPage() {
  await connection();
  forbidden();
}
