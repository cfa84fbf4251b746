-- Finds the few orders whose cancellation came to nothing not long ago: the delivery of one of them may have to be taken up
-- again. Names nothing that a saga's progress writes.
create index cancellation_refused on cancellation (ended_at) where status = 'REFUSED';
