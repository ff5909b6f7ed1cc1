-- Who writes and to whom, as it stood when the letter was written: one line each of an address.
alter table notification
    add column sender    text not null default '',
    add column addressee text not null default '';

-- A letter as a PDF file, made once. Apart, so that lists never read the files themselves.
create table letter_pdf (
    message uuid        primary key references notification,
    content bytea       not null,
    sha256  char(64)    not null,
    made_at timestamptz not null
);
