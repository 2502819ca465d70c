import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { StatePill } from '@/components/ui/pill';

export interface Todo {
  id: string;
  href: string;
  text: string;
  note: string;
  /** The word on the button. */
  act: string;
  tone?: 'due' | 'late';
}

/** Everything that waits for the reader, from wherever it comes, most pressing first. */
export function Todos({ title, empty, todos }: { title: string; empty: string; todos: readonly Todo[] }) {
  return (
    <Card title={title} aside={todos.length > 0 && <StatePill tone="due">{String(todos.length)}</StatePill>} body="bare" now={todos.length > 0}>
      {todos.length === 0 ? (
        <p className="px-(--pad) pb-3 text-ink-2">{empty}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {todos.map((todo) => (
            <li key={todo.id} className="flex flex-wrap items-center justify-between gap-3 px-(--pad) py-3">
              <div className="min-w-0">
                <div className="font-medium break-words">{todo.text}</div>
                <div className="text-sm text-ink-2">{todo.note}</div>
              </div>
              <LinkButton href={todo.href} variant={todo.tone === 'due' ? 'primary' : 'default'}>
                {todo.act}
                <span className="sr-only"> {todo.text}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
