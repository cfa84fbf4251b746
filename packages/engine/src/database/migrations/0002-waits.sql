-- What a run waits for stands in its queue row, due at the wait's time limit. Whoever brings the outcome (a matching
-- event, the end of an invoked run) writes it to memo and makes the row due at once; a row that falls due without memo
-- has timed out. 'cancel' and 'timeout' rows end their run.
alter table engine.queue
  drop constraint queue_kind_check,
  add constraint queue_kind_check check (kind in ('call', 'step', 'sleep', 'wait', 'invoke', 'cancel', 'timeout')),
  add column name text,
  add column event_name text,
  add column condition text,
  add column memo text,
  add column priority int not null default 0;

-- An invoked run tells its end to the step that invoked it.
alter table engine.run
  add column parent_run_id text collate "C",
  add column parent_step_id text collate "C";

-- What the app said of a step it has run: its input, and when it began.
alter table engine.step
  add column input text,
  add column started_ms bigint;

-- One row for each attempt that failed, of a step or (step 'step') of the function itself.
create table engine.failed_attempt (
  run_id text collate "C" not null,
  step_id text collate "C" not null,
  attempt int not null,
  name text not null,
  error text not null,
  at_ms bigint not null,
  primary key (run_id, step_id, attempt, at_ms)
);
