-- The texts that managers have given to the letters. Without a row, and where the text is null, the shipped one holds.
create table letter_template (
    letter     varchar(40)  not null,
    version    integer      not null check (version > 0),
    subject    varchar(200),
    body       text,
    changed_by varchar(100) not null,
    changed_at timestamptz  not null,
    primary key (letter, version),
    check ((subject is null) = (body is null))
);

-- Which of its texts a letter was written from; 0 is the shipped one.
alter table notification add column template_version integer not null default 0;
