-- The opinion of a service outside the programme, at a step that a modeller drew, in answer to a form that he made.
-- answers: key, label, type and shown value of each question, in the order of the form.
create table consultation (
    id           uuid primary key,
    dossier      varchar(40)  not null references dossier,
    step         varchar(100) not null,
    label        varchar(200) not null,
    opinion      varchar(20)  not null,
    services     text[]       not null,
    answers      jsonb        not null,
    given_by     varchar(100) not null,
    given_by_name varchar(200) not null,
    on_behalf_of varchar(100),
    given_at     timestamptz  not null
);
create index consultation_dossier on consultation (dossier, given_at);

-- The services that are or were asked about a dossier, who go on seeing what they were asked about.
alter table dossier add column consulted text[] not null default '{}';
create index dossier_of_service on dossier using gin (consulted)
    where status <> 'BROUILLON' and fiche_received_at is not null and consulted <> '{}';
