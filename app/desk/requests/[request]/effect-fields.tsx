import { CheckboxField, RadioField } from '@/components/form/choice-fields';
import { DateField, SelectField, TextareaField, TextField } from '@/components/form/text-fields';
import { VerdictTable } from '@/components/lifecycle/verdict-table';
import { Notice } from '@/components/ui/notice';
import { getT } from '@/app/_server/i18n';
import type { Translate } from '@/lib/kernel/i18n';
import type { EffectsView } from './load';

/** What granting sets off, said before it is pressed, and what it has to know. */
export async function EffectFields({ t, effects, mayGrant, granted }: { t: Translate; effects: EffectsView; mayGrant: boolean; granted: string }) {
  const { all, asked, companyId, carriers, today } = effects;
  const [admission, companies, errors] = [await getT('admission'), await getT('companies'), await getT('errors')];
  const what = all.map(({ effect }) => t(`effects.${effect}`)).join(' / ');
  if (!mayGrant) return <Notice tone="due">{t('effect.notYours', { what })}</Notice>;
  const coming = all.filter(({ stands }) => !stands);
  const has = (...kinds: string[]) => coming.some(({ effect }) => kinds.includes(effect));
  const applied = coming.find((one) => one.admission !== null)?.admission ?? null;
  const [only] = all;
  return (
    <fieldset className="grid gap-3 rounded border border-line p-(--pad)">
      <legend className="px-1 font-medium">{t('effect.title')}</legend>
      <p className="text-sm text-ink-2">{t('effect.note', { granted })}</p>
      {all.length > 1 ? (
        <RadioField
          name="effect"
          label={t('effect.which')}
          value={asked ?? undefined}
          options={all.map(({ effect }) => ({ value: effect, label: effect === asked ? `${t(`effects.${effect}`)} · ${t('effect.asked')}` : t(`effects.${effect}`), note: t(`effect.will.${effect}`) }))}
        />
      ) : (
        only !== undefined && !only.stands && <p>{t(`effect.will.${only.effect}`)}</p>
      )}
      {all.map(({ effect, stands, met }) =>
        stands ? (
          <Notice key={effect}>{t(`effect.stands.${effect}`)}</Notice>
        ) : (
          !met && (
            <Notice
              key={effect}
              tone="due"
              actions={
                <a className="link" href={`/desk/companies/${companyId}/graduate`}>
                  {t('effect.evidence')}
                </a>
              }
            >
              {t('effect.unmet')}
            </Notice>
          )
        ),
      )}
      {coming.length > 0 && <DateField name="onDay" label={t('effect.day')} value={today} max={today} />}
      {has('graduation', 'exit') && <CheckboxField name="endTrio" label={t('effect.endTrio')} checked />}
      {has('exit') && <CheckboxField name="endLogins" label={t('effect.endLogins')} hint={t('effect.endLoginsHint')} />}
      {applied?.kind === 'lacking' && (
        <Notice
          tone="due"
          actions={
            <a className="link" href={applied.application === null ? '/desk/admission' : `/desk/admission/${applied.application}`}>
              {t(applied.application === null ? 'effect.applications' : 'effect.application')}
            </a>
          }
        >
          {errors(`admission.${applied.code}`, applied.params)}
        </Notice>
      )}
      {applied?.kind === 'judged' && (
        <>
          <SelectField name="carrierId" label={admission('act.carrier')} placeholder={companies('choose')} options={carriers.map((one) => ({ value: one.id, label: one.name }))} />
          <div className="form-row">
            <TextField name="room" label={admission('act.room')} maxLength={50} />
            <TextField name="area" label={admission('act.area')} unit={admission('unit.area')} inputMode="decimal" />
          </div>
          <Notice
            actions={
              <a className="link" href={`/desk/admission/${applied.application}`}>
                {t('effect.application')}
              </a>
            }
          >
            {t('effect.judged')}
          </Notice>
          <VerdictTable verdicts={applied.verdicts} t={admission} caption={t('effect.judged')} />
          <div className="form-row">
            <TextareaField name="conditionText" label={admission('act.conditionText')} hint={admission('act.conditionHint')} rows={2} maxLength={500} />
            <DateField name="conditionDueOn" label={admission('act.conditionDueOn')} />
          </div>
        </>
      )}
    </fieldset>
  );
}
