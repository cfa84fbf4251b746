-- A refund that the gateway took on and then gave up is owed again.
alter table refund drop constraint refund_status;
alter table refund add constraint refund_status check (status in ('PLANNED', 'DONE', 'FAILED'));
