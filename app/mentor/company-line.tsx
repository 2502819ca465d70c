import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { StatePill } from '@/components/ui/pill';
import type { Translate } from '@/lib/kernel/i18n';
import type { MentoredCompany } from '@/lib/mentoring/queries/mentors';

/** How long they haven't met, in words with their colour. */
export function ContactPill({ t, company }: { t: Translate; company: Pick<MentoredCompany, 'contact'> }) {
  const { days, never, tone } = company.contact;
  return <StatePill tone={tone}>{never ? t('notMet', { days }) : t('lastVisit', { day: t('ago', { days }) })}</StatePill>;
}

/** One company on the mentor's home: its file behind the name, a visit behind the button. */
export function CompanyLine({ t, company }: { t: Translate; company: MentoredCompany }) {
  const where = company.room ?? company.address;
  return (
    <div className="flex items-center gap-2 pr-(--pad)">
      <a href={`/mentor/companies/${company.id}`} className="min-w-0 flex-1 py-3 pl-(--pad)">
        <span className="block font-semibold">{company.name}</span>
        {where !== null && <span className="block text-sm text-ink-2">{where}</span>}
        <span className="mt-1 block">
          {company.assignedNow ? <ContactPill t={t} company={company} /> : <span className="text-sm text-ink-2">{t('home.until', { day: company.untilOn ?? '' })}</span>}
        </span>
      </a>
      {company.assignedNow && (
        <LinkButton href={`/mentor/visits/new?company=${company.id}`} icon aria-label={`${t('home.record')}: ${company.name}`}>
          <Icon name="pencil" size={20} />
        </LinkButton>
      )}
    </div>
  );
}
