export function ensureInstalled(root: string, options: { dev: boolean }): Promise<void>;
export function refuseFullDisk(path: string, bytes: number): void;
