create table notification (
    id         uuid         primary key,
    dossier    varchar(40)  not null,
    recipient  varchar(100) not null,
    letter     varchar(40)  not null,
    subject    varchar(300) not null,
    body       text         not null,
    written_at timestamptz  not null,
    state      varchar(20)  not null check (state in ('TO_SEND', 'SENT', 'FAILED'))
);
create index notification_dossier on notification (dossier, written_at);
create index notification_to_send on notification (written_at) where state = 'TO_SEND';
