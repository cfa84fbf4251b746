-- Rate limits and throttles: up to when a function's allowance for a key is spent. A row whose time has passed says
-- nothing any more.
create table engine.rate (
  function_id uuid not null,
  kind text not null check (kind in ('limit', 'throttle')),
  key text not null,
  spent_ms double precision not null,
  primary key (function_id, kind, key)
);
create index rate_spent on engine.rate (spent_ms);

-- Events that wait together to start one run: a debounce keeps its latest event, a batch all of them in order of
-- arrival, and a throttled function an event of a later time. A row takes events until it is due; it goes in the
-- statement that starts the run.
create table engine.held (
  id text collate "C" primary key,
  function_id uuid not null,
  kind text not null check (kind in ('debounce', 'batch', 'later')),
  key text not null,
  event_ids text[] not null,
  bytes int not null,
  first_ms bigint not null,
  latest_ts_ms bigint not null,
  due_ms bigint not null
);
create index held_group on engine.held (function_id, key);
create index held_due on engine.held (due_ms);

-- The run that holds a singleton function's key. It holds it for as long as it is running.
create table engine.single (
  function_id uuid not null,
  key text not null,
  mode text not null check (mode in ('skip', 'cancel')),
  run_id text collate "C" not null,
  primary key (function_id, key)
);
