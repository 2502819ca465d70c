export function both(key: string, params?: Record<string, string | number>, between?: string): string;
export function fail(problem: string, params?: Record<string, string | number>): never;
