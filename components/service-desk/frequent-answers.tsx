/**
 * Frequent answers above a message's field. Each is a link to the same page with `?answer=`, whose page puts the text
 * into the field: it works without a script, and what is inserted can still be changed.
 */
export function FrequentAnswers({ label, answers, href }: { label: string; answers: readonly { id: string; title: string }[]; href: (id: string) => string }) {
  if (answers.length === 0) return null;
  return (
    <details className="mb-3">
      <summary className="cursor-pointer text-sm text-accent">{label}</summary>
      <ul className="mt-2 flex flex-wrap gap-2">
        {answers.map((answer) => (
          <li key={answer.id}>
            <a className="pill" href={href(answer.id)}>
              {answer.title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
