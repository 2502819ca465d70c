import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { env } from '@/lib/kernel/env';

const rows = Array.from({ length: 20 }, (_, index) => ({ id: index + 1, name: `Row ${index + 1}`, state: index % 3 === 0 ? 'open' : 'closed' }));

/** What Next costs by itself: the yardstick of `npm run bench`, and nowhere else to be found. */
export default async function Bare() {
  await connection();
  if (!env().BENCH) notFound();
  return (
    <main>
      <h1>Bare</h1>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.id}</td>
              <td>{row.name}</td>
              <td>{row.state}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
