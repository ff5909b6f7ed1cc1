-- The e-mail of a message is sent from its row. Who takes a row to send it moves the next attempt first and commits:
-- whatever happens then, the row is either marked or tried again later, under the same Message-ID.
alter table notification
    add column address         varchar(320),
    add column attempts        integer     not null default 0,
    add column next_attempt_at timestamptz not null default now(),
    add column sent_at         timestamptz,
    add column failure         text;

-- PORTAL_ONLY: written while no mail server was set; the porteur reads it on the page of the dossier.
alter table notification drop constraint notification_state_check;
update notification set state = 'PORTAL_ONLY';
alter table notification
    add check (state in ('PORTAL_ONLY', 'TO_SEND', 'SENT', 'FAILED')),
    add check (state <> 'TO_SEND' or address is not null);

drop index notification_to_send;
create index notification_due on notification (next_attempt_at) where state = 'TO_SEND';
create index notification_failed on notification (written_at) where state = 'FAILED';
