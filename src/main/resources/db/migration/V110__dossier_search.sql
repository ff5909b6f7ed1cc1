-- Words are found without accents. unaccent is a trusted extension: the owner of the database may install it; one that an
-- administrator has installed in a schema of its own is used where it is.
create extension if not exists unaccent;

do $$
declare
    home text := (select format('%I', n.nspname)
                  from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'unaccent');
begin
    -- unaccent() itself is only stable, because its dictionary could be replaced; bound to one dictionary it always
    -- answers the same, which is what an index asks.
    execute format(
        'create function without_accents(typed text) returns text language sql immutable strict parallel safe '
        'return %s.unaccent(%L::regdictionary, typed)', home, home || '.unaccent');
end $$;

-- Small letters and digits separated by one space: nothing is left that a parser could take for a path, a host or a sign.
create function dossier_words(typed text) returns text language sql immutable strict parallel safe
    return btrim(regexp_replace(lower(without_accents(typed) collate "C"), '[^a-z0-9]+', ' ', 'g'));

-- Each word by its French stem, for plurals, and as it is written, for its beginning.
create function dossier_terms(words text) returns tsvector language sql immutable strict parallel safe
    return strip(to_tsvector('pg_catalog.french', dossier_words(words))
        || to_tsvector('pg_catalog.simple', dossier_words(words)));

-- All the words. The last one may still be being typed, once it has three letters: fewer would be the beginning of too
-- much to be of use. A last word without meaning (« des ») counts only when it is alone.
create function dossier_question(typed text) returns tsquery language sql immutable strict parallel safe
    return (
        select case when numnode(whole) > 0 and numnode(stem) = 0 then whole
                    else whole && (stem || to_tsquery('pg_catalog.simple', last || case when length(last) > 2 then ':*' else '' end))
               end
        from (select plainto_tsquery('pg_catalog.french', left(words, length(words) - length(last))) as whole,
                     to_tsquery('pg_catalog.french', last) as stem, last
              from (select words, substring(words from '[^ ]+$') as last
                    from (select dossier_words(typed) as words) as t) as w) as q);

-- The rules that the last evaluation found failing.
alter table dossier add column failed_rules text[] not null default '{}';
update dossier set failed_rules = array(
    select failure ->> 'rule'
    from jsonb_array_elements((select e.result -> 'failures' from rule_evaluation e
                               where e.dossier = dossier.number order by e.id desc limit 1)) as failure)
where exists (select 1 from rule_evaluation e where e.dossier = dossier.number);

-- The commune and the EPCI are named here because a generated column reads its own row only.
update dossier d set search_text = concat_ws(' ', d.number, d.title, d.organisation, c.name, e.name, d.fiche ->> 'summary')
from dossier d2 left join commune c on c.code = d2.commune left join epci e on e.siren = d2.territory
where d2.number = d.number;

-- number_order: the order of numbers, DSDT-2026-9999 before DSDT-2026-10000; « ~ » comes after every title.
alter table dossier
    add column number_order text collate "C" not null generated always as
        (regexp_replace(number, '[0-9]+$', '') || lpad(substring(number from '[0-9]+$'), 6, '0')) stored,
    add column title_order text collate "C" not null generated always as
        (coalesce(nullif(dossier_words(title), ''), '~')) stored,
    add column due_order timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
    add column received_order timestamptz not null generated always as (coalesce(fiche_received_at, '-infinity')) stored,
    add column requested numeric(13, 2) not null generated always as (requested_operating + requested_investment) stored,
    add column siret text collate "C" generated always as
        (regexp_replace(fiche -> 'holder' ->> 'siret', '[^0-9]', '', 'g')) stored,
    add column rna text collate "C" generated always as
        (upper(regexp_replace(fiche -> 'holder' ->> 'rna', '[^0-9A-Za-z]', '', 'g'))) stored,
    add column search tsvector not null generated always as (dossier_terms(search_text)) stored;

-- Who may see what comes first in an index, then what is most asked, then the order in which it is read. The condition
-- of an index is word for word the one of the people who use it, so that it also counts without reading a dossier.
drop index dossier_by_holder, dossier_by_territory, dossier_by_sector, dossier_by_jury, dossier_by_call, dossier_by_step;
create index dossier_by_holder on dossier (holder, number_order);

create unique index dossier_of_manager on dossier (number_order) where status <> 'BROUILLON';
create index dossier_of_manager_step on dossier (step, number_order)
    where status <> 'BROUILLON' and step is not null;
create index dossier_of_manager_step_due on dossier (step, due_order, number_order)
    where status <> 'BROUILLON' and step is not null;
create index dossier_of_manager_due on dossier (due_order, number_order)
    where status <> 'BROUILLON' and due_at is not null;
create index dossier_of_manager_status on dossier (status, number_order) where status <> 'BROUILLON';

create index dossier_of_territory on dossier (territory, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;
create index dossier_of_territory_step on dossier (territory, step, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null and step is not null;
create index dossier_of_territory_step_due on dossier (territory, step, due_order, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null and step is not null;
create index dossier_of_territory_due on dossier (territory, due_order, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null and due_at is not null;
create index dossier_of_territory_status on dossier (territory, status, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;

create index dossier_of_sector on dossier (sector, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;
create index dossier_of_sector_step on dossier (sector, step, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null and step is not null;
create index dossier_of_sector_step_due on dossier (sector, step, due_order, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null and step is not null;
create index dossier_of_sector_due on dossier (sector, due_order, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null and due_at is not null;
create index dossier_of_sector_status on dossier (sector, status, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;

create index dossier_of_jury on dossier (jury, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;
create index dossier_of_jury_step on dossier (jury, step, due_order, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null and step is not null;
create index dossier_of_jury_status on dossier (jury, status, number_order)
    where status <> 'BROUILLON' and fiche_received_at is not null;

-- The orders that need not begin with who reads: a page is found by walking and passing over the dossiers of others.
create index dossier_by_due on dossier (due_order, number_order);
create index dossier_by_received on dossier (received_order, number_order);
create index dossier_by_requested on dossier (requested, number_order);
create index dossier_by_title on dossier (title_order, number_order);

create index dossier_by_siret on dossier (siret);
create index dossier_by_rna on dossier (rna);
create index dossier_by_failed_rule on dossier using gin (failed_rules);
create index dossier_by_words on dossier using gin (search);
