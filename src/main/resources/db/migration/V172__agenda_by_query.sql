-- An agenda that composes itself; both null for one that is made by hand.
alter table jury_session add column agenda_measures varchar(20)[];
alter table jury_session add column agenda_territories varchar(20)[];
-- When the agenda was settled and its members were convoked.
alter table jury_session add column convoked_at timestamptz;
-- What the approved minutes are known by.
alter table jury_session add column minutes_sha256 varchar(64);

create table jury_minutes (
    session uuid  primary key references jury_session,
    pdf     bytea not null
);
create index jury_session_open on jury_session (call, jury, starts_at) where status = 'CONVOQUEE';
-- Ruche writes a line of its own before a reason that is as long as it may be.
alter table jury_agenda_item alter column reason type text;
