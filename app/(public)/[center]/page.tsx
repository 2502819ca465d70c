import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getT } from '@/app/_server/i18n';
import { readPublic } from '@/app/_server/read';
import { getSession } from '@/app/_server/session';
import { Conditions } from '@/components/lifecycle/conditions';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { publicCenter } from '@/lib/centers/queries';
import { listCarriers } from '@/lib/companies/queries/carriers';
import { dayOf } from '@/lib/kernel/dates';
import { inForce } from '@/lib/lifecycle/admission';
import { listRuleVersions } from '@/lib/lifecycle/queries/admission';
import { Door } from '../_door/door';

interface Props {
  params: Promise<{ center: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { center: slug } = await params;
  const center = await readPublic(null, (ctx) => publicCenter(ctx, slug));
  return { title: center?.name ?? (await getT('admission'))('public.title') };
}

/** A center's public address: what it asks of those who want in, and the way in. */
export default async function CenterPage({ params }: Props) {
  const { center: slug } = await params;
  const center = await readPublic(null, (ctx) => publicCenter(ctx, slug));
  if (center === null) notFound();
  const { rules, carriers } = await readPublic(center.id, async (ctx) => ({
    rules: inForce(await listRuleVersions(ctx), dayOf(ctx.now)),
    carriers: (await listCarriers(ctx)).filter((one) => one.closedOn === null),
  }));
  const [t, companies, locale, session] = [await getT('admission'), await getT('companies'), await getLocale(), await getSession()];
  const name = locale === 'en' ? center.nameEn : center.name;
  return (
    <Door title={name} note={t('public.lead', { center: name })} wide>
      <div className="mb-6 flex flex-wrap gap-2">
        {session?.role === 'applicant' ? (
          <LinkButton href="/apply" variant="primary" size="lg">
            {t('public.continue')}
          </LinkButton>
        ) : (
          <>
            <LinkButton href={`/${center.slug}/register`} variant="primary" size="lg">
              {t('public.start')}
            </LinkButton>
            {session === null && (
              <LinkButton href="/sign-in?next=%2Fapply" size="lg">
                {t('public.resume')}
              </LinkButton>
            )}
          </>
        )}
      </div>
      <div className="grid gap-4">
        <Card title={t('public.conditions')} {...(rules === null ? {} : { note: t('public.from', { name: rules.name, day: rules.effectiveFrom }) })}>
          {rules === null ? <p>{t('public.noRules')}</p> : <Conditions conditions={rules.conditions} t={t} />}
        </Card>
        {carriers.length > 0 && (
          <Card title={t('public.carriers')} body="rows">
            {carriers.map((one) => (
              <div key={one.id} className="row">
                <span>{one.name}</span>
                <span className="text-ink-2">{[companies(`carriers.kinds.${one.kind}`), one.campus].filter(Boolean).join(' · ')}</span>
              </div>
            ))}
          </Card>
        )}
        {(center.address ?? center.phone) !== null && (
          <Card title={t('public.contact')}>
            <p>{[center.address, center.phone].filter(Boolean).join(' · ')}</p>
          </Card>
        )}
      </div>
    </Door>
  );
}
