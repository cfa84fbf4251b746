export type PostgresSettings = Record<string, string>

const always: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '16MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

const durable: PostgresSettings = {
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
}

/** Only for data that is thrown away after the run: a crash of the machine would lose it. */
const throwAway: PostgresSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
}

/** Durable keeps Postgres's own promises (fsync, synchronous commit) and changes only sizes. */
export const chooseSettings = (isDurable: boolean, extra: PostgresSettings = {}): PostgresSettings => ({
  ...always,
  ...(isDurable ? durable : throwAway),
  ...extra,
})
