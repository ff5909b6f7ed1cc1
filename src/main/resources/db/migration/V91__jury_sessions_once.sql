-- A jury sits once at a time: a convocation that is sent twice makes one session.
create unique index jury_session_once on jury_session (call, jury, starts_at) where status <> 'ANNULEE';

-- The motive of a withdrawal or of a change of jury is as long as the dossier allows.
alter table jury_agenda_item alter column removal_motive type text;
alter table jury_session alter column cancellation_motive type text;
alter table envelope_commitment alter column release_reason type text;
