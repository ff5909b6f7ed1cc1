-- Who decided, and in which capacity (CRPA L.212-1), a line each, as it stood when the letter was written. By which day an
-- acknowledgment had to be written (R.112-11-2), or a decision that cannot be read online is to be handed over.
alter table notification
    add column signature text not null default '',
    add column due_on    date;

-- When a decision was made known (R.112-20): first read online by its porteur, or handed over on paper.
alter table notification
    add column decides   boolean not null default false,
    add column read_at   timestamptz,
    add column handed_on date,
    add column handed_by varchar(100);

update notification
set decides = true, due_on = (written_at at time zone 'Europe/Paris')::date + 8
where letter in ('FICHE_NOT_CONFORM', 'LAPSED', 'INADMISSIBLE', 'REDIRECTED', 'GRANTED', 'REJECTED', 'RESERVE', 'WITHDRAWN');

create index notification_not_known on notification (written_at)
    where decides and read_at is null and handed_on is null;
