-- A parcel of a past that was told stays where it is until someone moves it: from then on it travels by itself again.
alter table shipment add column resting boolean not null default false;
