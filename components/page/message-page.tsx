import type { ReactNode } from 'react';

/**
 * The whole page is a message: nothing found, not allowed, something broke. Says what happened, what it means, what to do next;
 * `reference` is the number to tell the administrator.
 */
export function MessagePage({
  title,
  children,
  actions,
  reference,
  main,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  reference?: string;
  /** Set when no frame around it has a main landmark. */
  main?: boolean;
}) {
  const Box = main ? 'main' : 'div';
  return (
    <Box className="message-page" id={main ? 'main' : undefined}>
      <h1 className="text-xl">{title}</h1>
      <div className="mt-2 text-ink-2">{children}</div>
      {actions !== undefined && <div className="mt-5 flex flex-wrap gap-2">{actions}</div>}
      {reference !== undefined && <p className="code mt-6">{reference}</p>}
    </Box>
  );
}
