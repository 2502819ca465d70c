/**
 * Frequent answers above a field. Each is a link to the same page with `?answer=`, whose page puts the text into the field:
 * it works without a script, and what is inserted can still be changed. With one the text is put where the cursor stands in
 * the field named `into`, beside what was typed already.
 */
export function FrequentAnswers({
  label,
  answers,
  into,
  href,
}: {
  label: string;
  answers: readonly { id: string; title: string; body: string }[];
  into: string;
  href: (id: string) => string;
}) {
  if (answers.length === 0) return null;
  return (
    <details className="mb-3">
      <summary className="cursor-pointer text-sm text-accent">{label}</summary>
      <ul className="mt-2 flex flex-wrap gap-2">
        {answers.map((answer) => (
          <li key={answer.id}>
            <a className="pill" href={href(answer.id)} data-insert={answer.body} data-into={into}>
              {answer.title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
