import { businessAndAuditor } from '@/app/_server/gates';
import { readAs } from '@/app/_server/context';
import { getT } from '@/app/_server/i18n';
import { getSession } from '@/app/_server/session';
import { searchCompanies } from '@/lib/companies/queries/search';
import { hasRole } from '@/lib/kernel/actor';
import { jumpToRequests } from '@/lib/service-desk/queries/list';

const LONGEST = 100;
const EACH = 8;

/** What ⌘K finds: companies by name, pinyin initials or credit code, requests by number. */
export async function GET(request: Request): Promise<Response> {
  const session = await getSession();
  if (session === null || session.state !== 'open') return Response.json([], { status: 401 });
  if (!hasRole(session.actor, ...businessAndAuditor)) return Response.json([], { status: 403 });
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, LONGEST).trim();
  if (text === '') return Response.json([]);
  const { companies, requests } = await readAs(session.actor, async (ctx) => ({
    companies: await searchCompanies(ctx, text, EACH),
    requests: await jumpToRequests(ctx, text, EACH),
  }));
  const [t, list] = [await getT('shell'), await getT('companies')];
  const groups = [
    {
      heading: t('search.companies'),
      items: companies.map((row) => ({
        id: row.id,
        href: `/desk/companies/${row.id}`,
        title: row.name,
        detail: [row.formerly === null ? null : list('formerly', { name: row.formerly }), list(`states.${row.state}`), row.creditCode].filter(Boolean).join(' · '),
      })),
    },
    {
      heading: t('search.requests'),
      items: requests.map((row) => ({ id: row.id, href: `/desk/requests/${row.id}`, title: `${row.number} ${row.title}`, detail: row.company })),
    },
  ];
  return Response.json(groups.filter((group) => group.items.length > 0), { headers: { 'cache-control': 'private, no-store' } });
}
