-- Times are milliseconds since 1970 by the engine's own clock; ids are ULIDs, compared bytewise.

-- The one engine that may work on this schema. Each start raises the epoch; an older epoch may write nothing.
create table engine.instance (
  only_one boolean primary key default true check (only_one),
  epoch bigint not null,
  beat_ms bigint not null
);
insert into engine.instance (epoch, beat_ms) values (0, 0);

create table engine.app (
  id text primary key,
  url text not null,
  sdk text not null,
  framework text,
  registered_ms bigint not null
);

-- A function that its app no longer names is kept as retired: its runs go on, new events do not start it.
create table engine.function (
  id uuid primary key,
  app_id text not null,
  slug text not null unique,
  config text not null,
  retired boolean not null default false
);

create table engine.event (
  id text collate "C" primary key,
  name text not null,
  external_id text,
  ts_ms bigint not null,
  received_ms bigint not null,
  payload text not null
);

-- What has already started a function: event ids and idempotency keys, until they expire.
create table engine.start_key (
  function_id uuid not null,
  key text not null,
  run_id text collate "C" not null,
  expires_ms bigint not null,
  primary key (function_id, key)
);
create index start_key_expiry on engine.start_key (expires_ms);

create table engine.run (
  id text collate "C" primary key,
  function_id uuid not null,
  event_id text collate "C" not null,
  event_ids text[] not null,
  status text not null check (status in ('Running', 'Completed', 'Failed', 'Cancelled')),
  output text,
  started_ms bigint not null,
  ended_ms bigint
) with (fillfactor = 80);
create index run_event on engine.run (event_id);

-- One finished step of a run; memo is the text that the app is sent on every later call.
create table engine.step (
  run_id text collate "C" not null,
  id text collate "C" not null,
  position int not null,
  op text not null,
  name text not null,
  memo text not null,
  attempt int not null,
  ended_ms bigint not null,
  primary key (run_id, id)
);

-- What is still to happen to a run, one row a step ('step' stands for the call that goes on with the function).
-- owner is the lease: the epoch of the engine that is at work on it, null while it waits for its time.
create table engine.queue (
  run_id text collate "C" not null,
  step_id text collate "C" not null,
  function_id uuid not null,
  kind text not null check (kind in ('call', 'step', 'sleep')),
  due_ms bigint not null,
  attempt int not null default 0,
  generation int not null default 1,
  race boolean not null default false,
  owner bigint,
  primary key (run_id, step_id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
create index queue_due on engine.queue (due_ms) where owner is null;
create index queue_owned on engine.queue (owner) where owner is not null;

create table engine.cron (
  function_id uuid not null,
  expression text not null,
  next_ms bigint not null,
  primary key (function_id, expression)
);
