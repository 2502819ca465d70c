import type { Metadata } from 'next';
import { hiddenFields } from '@/app/_server/form';
import { clerks } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { ChipField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { TextareaField, TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { ChooseCompany } from '@/components/service-desk/choose-company';
import { FrequentAnswers } from '@/components/service-desk/frequent-answers';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { listAnswerTemplates } from '@/lib/centers/queries';
import { searchCompanies, theOneMeant } from '@/lib/companies/queries/search';
import type { SearchParams } from '@/lib/kernel/list-params';
import { onBehalf } from '@/lib/service-desk/inputs';
import { behalfChannels } from '@/lib/service-desk/inputs/item';
import { frequentAnswers } from '@/lib/service-desk/queries/home';
import { companyStanding, ownCompanyNames } from '@/lib/service-desk/queries/people';
import { logOnTheSpotAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('service-desk'))('spot.title') };
}

const path = '/desk/requests/spot';

/** 当场办结: who asked, what, and the answer. One save. */
export default async function SpotPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const { filters } = onBehalf.parse(asked);
  const view = await read(clerks, async (ctx) => {
    const found = filters.company === undefined && filters.q !== undefined ? await searchCompanies(ctx, filters.q, 10) : [];
    const companyId = filters.company ?? theOneMeant(found, filters.q ?? '')?.id;
    const company = companyId === undefined ? null : await companyStanding(ctx, companyId);
    return {
      companyId,
      company,
      found,
      own: company === null ? await ownCompanyNames(ctx) : [],
      answers: await frequentAnswers(ctx),
      templates: await listAnswerTemplates(ctx),
    };
  });
  const [t, centers] = [await getT('service-desk'), await getT('centers')];
  const prefilled = view.templates.find(({ id }) => id === asked.answer);
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.desk'), href: '/desk/requests' }, { label: t('spot.title') }] }}
        title={t('spot.title')}
        meta={t('spot.note')}
      />
      {view.company === null || view.companyId === undefined ? (
        <ChooseCompany t={t} path={path} typed={filters.q} found={view.found} suggestions={view.own} />
      ) : (
        <Card title={view.company.name} aside={<LinkButton href={path} size="sm">{t('behalf.change')}</LinkButton>}>
          <FrequentAnswers
            label={centers('answers.insert')}
            answers={view.templates}
            into="answer"
            href={(id) => `${path}?${new URLSearchParams({ company: view.companyId ?? '', answer: id }).toString()}`}
          />
          <Form key={prefilled?.id ?? 'empty'} action={logOnTheSpotAction} hidden={await hiddenFields()} labels={{ submit: t('spot.save'), pending: t('spot.saving'), errorTitle: t('act.errorTitle') }}>
            <ChipField name="channel" type="radio" label={t('behalf.channel')} value={['phone']} options={behalfChannels.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))} />
            <TextField name="question" label={t('spot.question')} required maxLength={200} suggestions={view.answers.map(({ question }) => question)} />
            <TextareaField name="answer" label={t('spot.answer')} required rows={3} maxLength={3000} value={prefilled?.body ?? ''} />
            <input type="hidden" name="company" value={view.companyId} />
          </Form>
        </Card>
      )}
      {view.answers.length > 0 && (
        <Card title={t('spot.templates')} body="bare" className="mt-4">
          <ul className="divide-y divide-line border-t border-line">
            {view.answers.map(({ question, answer }) => (
              <li key={question} className="px-(--pad) py-2">
                <b className="font-medium">{question}</b>
                <span className="block text-ink-2">{answer}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
