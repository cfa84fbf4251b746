-- From an event to the runs it started together with others; runs of one event are found by run_event. Ordinary runs have
-- no entry, so they cost nothing.
create index run_batch on engine.run using gin (event_ids) where cardinality(event_ids) > 1;
