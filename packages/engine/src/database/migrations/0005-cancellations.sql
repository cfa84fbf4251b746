-- Runs that are to be cancelled together, worked off in slices; reached says how far, so that a restart goes on there.
create table engine.cancellation (
  id text collate "C" primary key,
  function_id uuid not null,
  started_after_ms bigint,
  started_before_ms bigint not null,
  condition text,
  created_ms bigint not null,
  reached text collate "C" not null default '',
  cancelled int not null default 0,
  done_ms bigint
);
create index cancellation_open on engine.cancellation (id) where done_ms is null;

-- A run that repeats another names it.
alter table engine.run add column original_run_id text collate "C";

-- From a run to those it has invoked.
create index run_parent on engine.run (parent_run_id) where parent_run_id is not null;
