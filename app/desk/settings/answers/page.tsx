import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { businessAndAuditor } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { TextareaField, TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { EmptyState } from '@/components/ui/notice';
import { canKeepAnswers } from '@/lib/centers/policy';
import { listAnswerTemplates } from '@/lib/centers/queries';
import type { SearchParams } from '@/lib/kernel/list-params';
import { removeAnswerAction, saveAnswerAction } from './actions';

const path = '/desk/settings/answers';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('answers.title') };
}

/** What the desk answers again and again. `?edit=` opens one in the form below the list. */
export default async function AnswersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { edit } = await searchParams;
  const { answers, mayKeep } = await read(businessAndAuditor, async (ctx) => ({ answers: await listAnswerTemplates(ctx), mayKeep: canKeepAnswers(ctx.actor) }));
  const [t, shell] = [await getT('centers'), await getT('shell')];
  const chosen = answers.find((one) => one.id === edit);
  const hidden = new Map<string, Awaited<ReturnType<typeof hiddenFields>>>();
  for (const answer of answers) hidden.set(answer.id, await hiddenFields());
  const question = { title: t('answers.removeTitle'), text: t('answers.removeText'), yes: t('answers.yes'), no: t('answers.no') };
  return (
    <>
      <PageHead
        crumbs={{ label: shell('crumbs'), items: [{ label: t('settings.title'), href: '/desk/settings' }, { label: t('answers.title') }] }}
        title={t('answers.title')}
        meta={t('answers.intro')}
      />
      <Card body="rows">
        {answers.length === 0 && <EmptyState title={t('answers.empty')}>{t('answers.emptyText')}</EmptyState>}
        {answers.map((answer) => (
          <div key={answer.id} className="row flex-wrap gap-2">
            <span className="min-w-0 flex-1 basis-64">
              <b className="break-words">{answer.title}</b>
              <span className="sub break-words whitespace-pre-line">{answer.body}</span>
            </span>
            {mayKeep && (
              <span className="flex gap-2">
                <LinkButton href={`${path}?edit=${answer.id}#answer`} size="sm">
                  {t('answers.change')}
                  <span className="sr-only"> {answer.title}</span>
                </LinkButton>
                <ConfirmButton action={removeAnswerAction} hidden={hidden.get(answer.id)} values={{ template: answer.id }} question={question} variant="quiet" size="sm">
                  {t('answers.remove')}
                </ConfirmButton>
              </span>
            )}
          </div>
        ))}
      </Card>
      {mayKeep && (
        <Card title={chosen === undefined ? t('answers.add') : t('answers.edit', { title: chosen.title })} id="answer" className="mt-4">
          <Form
            key={chosen?.id ?? 'new'}
            action={saveAnswerAction}
            hidden={await hiddenFields(chosen?.version)}
            labels={await formLabels(t('answers.save'))}
            extra={
              chosen !== undefined && (
                <LinkButton variant="quiet" href={path}>
                  {shell('form.cancel')}
                </LinkButton>
              )
            }
          >
            {chosen !== undefined && <input type="hidden" name="template" value={chosen.id} />}
            <TextField name="title" label={t('answers.name')} hint={t('answers.nameHint')} value={chosen?.title ?? ''} required maxLength={40} />
            <TextareaField name="body" label={t('answers.body')} value={chosen?.body ?? ''} required rows={4} maxLength={3000} />
          </Form>
        </Card>
      )}
    </>
  );
}
