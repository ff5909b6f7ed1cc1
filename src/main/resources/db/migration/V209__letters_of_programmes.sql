-- The texts that letters have for the dossiers of one programme: its bundle states them, or a manager sets them. Without a
-- row, and where the text is null, that of letter_template holds, and so on. stated: by the bundle.
create table programme_letter (
    programme  varchar(40)  not null references programme,
    letter     varchar(40)  not null,
    version    integer      not null check (version > 0),
    subject    varchar(200),
    body       text,
    stated     boolean      not null,
    changed_by varchar(100) not null,
    changed_at timestamptz  not null,
    primary key (programme, letter, version),
    check ((subject is null) = (body is null))
);

-- Whose text a letter was written from: template_version counts by programme. Null for the text of all.
alter table notification add column template_programme varchar(40);

create trigger audit_awaits after insert on programme_letter
    for each row execute function audit_awaits('programme_letter', '', 'programme', 'letter', 'version');

-- One source more; those that are there stay word for word.
do $$
begin
    execute 'create or replace view audited_fact as ' || rtrim(pg_get_viewdef('audited_fact'::regclass), '; ') || $more$
union all
select 'programme_letter', l.programme || ' ' || l.letter || ' ' || l.version, 0, l.changed_at, l.changed_by,
       audit_person(l.changed_by), null, 'RULE', l.programme || ' ' || l.letter,
       case when l.body is null then 'PROGRAMME_LETTER_RESET' else 'PROGRAMME_LETTER_CHANGED' end, null,
       jsonb_build_array(l.programme, l.letter, l.version, l.subject, l.body, l.stated, l.changed_by,
           extract(epoch from l.changed_at)),
       jsonb_build_array(coalesce(l.subject, '')),
       jsonb_build_array('programmeLetter', audit_code('letter.' || l.letter), p.name)
from programme_letter l join programme p on p.code = l.programme$more$;
end $$;
