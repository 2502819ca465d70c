import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/** How the embedded server runs: loopback only, durable, and silent about what people typed. */
export function serverSettings(): Record<string, string> {
  const memory = totalmem() / MB;
  const shared = Math.round(Math.min(1024, Math.max(128, memory / 8)));
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${Math.round(Math.max(256, memory / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    fsync: 'on',
    synchronous_commit: 'on',
    wal_compression: 'on',
    max_wal_size: '2GB',
    // Short queries behind row-level security: compiling them costs more than it gives.
    jit: 'off',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    lc_messages: 'C',
    // Errors are the application's to log; the server would write the values that caused them.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
  };
}

/** For a throwaway server of a test run: nothing needs to survive it. */
export function throwawaySettings(): Record<string, string> {
  return {
    ...serverSettings(),
    shared_buffers: '128MB',
    max_connections: '200',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
}
