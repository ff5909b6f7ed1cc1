-- The dossiers from :from to :to, spread as officers know them: most are on their way, one in ten is closed; a few
-- territories hold much, most hold little; some words are in a third of the dossiers, most in very few. The same every
-- time. Their processes are copied afterwards (Crowd). All names are fictitious; communes and EPCI are the real ones of
-- the register. :labels gives the label of each step.
with place as (
    select array_agg(code order by siren, code) as communes, array_agg(name order by siren, code) as names,
           array_agg(siren order by siren, code) as epcis, array_agg(epci order by siren, code) as epci_names,
           array_agg(sector order by siren, code) as sectors, count(*)::int as size
    from (select c.code, c.name, e.siren, e.name as epci, e.sector from commune c join epci e on e.siren = c.epci) as p
), words as (
    select array['ateliers', 'habitants', 'quartier', 'jardin', 'partagé', 'jeunes', 'culture', 'santé', 'emploi',
                 'école', 'sport', 'mémoire', 'fête', 'cuisine', 'numérique', 'mobilité', 'théâtre', 'musique', 'lecture',
                 'insertion', 'parentalité', 'énergie', 'réemploi', 'bénévoles', 'citoyenneté', 'prévention', 'femmes',
                 'aînés', 'éducation', 'logement', 'solidarité', 'accompagnement', 'formation', 'création', 'chantier',
                 'médiation', 'rencontres', 'œuvre', 'patrimoine', 'biodiversité'] as common,
           array['ba', 'co', 'dé', 'fi', 'gou', 'jar', 'ka', 'lo', 'mi', 'nou', 'pé', 'qui', 'ro', 'su', 'ta', 'vi', 'cha',
                 'bre', 'cli', 'dra', 'fle', 'gro', 'pli', 'pra', 'tro', 'sté', 'man', 'ton', 'gui', 'zo'] as syllables
), dice as (
    -- i is the rank; a to h are independent numbers from 0 to 1
    select i, r[1] as a, r[2] as b, r[3] as c, r[4] as d, r[5] as e, r[6] as f, r[7] as g, r[8] as h
    from generate_series(:from, :to) as i,
         lateral (select array_agg(get_byte(sha, 2 * k) / 256.0 + get_byte(sha, 2 * k + 1) / 65536.0 order by k) as r
                  from (select sha256(('dossier ' || i)::bytea) as sha) as s, generate_series(0, 7) as k) as dice
), drawn as (
    select dice.*, 2021 + i % 5 as year, 1 + i / 5 as rank, 1 + floor(power(a, 2) * size)::int as at, communes, names,
           epcis, epci_names, sectors, common,
           (select string_agg(case when k % 8 = 0 then common[1 + floor(40 * power((abs(hashint8(i * 17 + k)) % 1000) / 1000.0, 2))::int]
                                   else syllables[1 + abs(hashint8(i * 31 + k)) % 30] || syllables[1 + abs(hashint8(i * 37 + k)) % 30]
                                       || syllables[1 + abs(hashint8(i * 41 + k)) % 30] end,
                              ' ' order by k) from generate_series(1, 24) as k) as summary
    from dice, place, words
), staged as (
    select drawn.*, 'DSDT-' || year as call,
           case when b < 0.03 then 'BROUILLON'
                when i % 10 > 0 then 'EN_COURS'
                when b < 0.45 then 'ATTRIBUE' when b < 0.70 then 'REJETE' when b < 0.80 then 'NON_CONFORME'
                when b < 0.86 then 'CADUC' when b < 0.91 then 'IRRECEVABLE' when b < 0.95 then 'ABANDONNE'
                when b < 0.98 then 'LISTE_COMPLEMENTAIRE' else 'RETIRE' end as status,
           (array['userTask_checkConformity', 'userTask_correctFiche', 'userTask_completeDossier',
                  'userTask_checkCompleteness', 'userTask_provideDocuments', 'userTask_instruct',
                  'userTask_recordJuryOutcome', 'userTask_recordDecision', 'event_putOnAgenda'])[1 + floor(8.3 * c)::int] as step,
           timestamptz '2020-10-01' + make_interval(days => 365 * (year - 2021) + floor(60 * d)::int, secs => i % 86400) as received
    from drawn
)
insert into dossier (number, revision, call, call_version, status, holder, organisation, measure, title, commune, commune_name,
                     territory, territory_name, sector, search_text, jury, step, step_label, clock, due_at, fiche_received_at, total_cost,
                     requested_operating, requested_investment, granted_operating, granted_investment, failed_rules,
                     fiche, created_at)
select number, 0, call, 1, status, 'banc', organisation, measure, title, communes[at], names[at],
       epcis[at], epci_names[at], sectors[at],
       concat_ws(' ', number, title, organisation, names[at], epci_names[at], summary),
       case when b > 0.4 and status <> 'BROUILLON' or step in ('event_putOnAgenda', 'userTask_recordJuryOutcome', 'userTask_recordDecision') then case when e < 0.2 then 'regional' else epcis[at] end end,
       running, cast(:labels as jsonb) ->> running, clock,
       case when running is not null and running not like 'event%' then date_trunc('milliseconds', now()) + make_interval(hours => floor(24 * 60 * (f - 0.15))::int) end,
       case when status <> 'BROUILLON' then received end, 2 * asked, asked, 0,
       case when status = 'ATTRIBUE' then asked end, case when status = 'ATTRIBUE' then 0 end,
       case when g < 0.02 then array['ELIG-05'] when g < 0.08 then array['ELIG-06', 'ELIG-11'] else '{}' end,
       jsonb_build_object('measure', measure, 'scale', 'COMMUNALE', 'title', title, 'summary', summary, 'commune', communes[at],
           'themes', '[]'::jsonb, 'estimatedCost', 2 * asked, 'estimatedRequest', asked, 'activityProgramme', false,
           'holder', jsonb_build_object('kind', 'ASSOCIATION', 'name', organisation,
               'siret', siret, 'rna', 'W' || lpad((i % 60000)::text, 9, '0'),
               'address', '1 rue de l’Exemple', 'representative', 'Camille Exemple', 'contactEmail', 'contact@exemple.invalid')),
       received - interval '10 days'
from (select staged.*, call || '-' || lpad(rank::text, greatest(4, length(rank::text)), '0') as number,
             'F' || (1 + floor(4 * h)::int) as measure, round((500 + 40000 * power(g, 3))::numeric, 2) as asked,
             case when status = 'EN_COURS' then step when status = 'BROUILLON' then 'userTask_depositFiche' end as running,
             case when status = 'BROUILLON' then 'PORTEUR'
                  when status <> 'EN_COURS' then null
                  when step like '%Conformity' then 'INTERCOMMUNALITE'
                  when step in ('userTask_correctFiche', 'userTask_completeDossier', 'userTask_provideDocuments') then 'PORTEUR'
                  when step in ('event_putOnAgenda', 'userTask_recordJuryOutcome') then 'JURY' else 'REGION' end as clock,
             initcap(common[1 + floor(40 * power(e, 2))::int]) || ' et ' || common[1 + floor(40 * f)::int] || ' de ' || names[at]
                 || ' (fictif)' as title,
             'Association ' || common[1 + floor(40 * d)::int] || ' ' || (i % 60000) || ' (fictive)' as organisation
      from staged) as written,
     -- Numbers that pass the check of their last digit, as lists refuse others.
     lateral (select '999' || lpad((i % 60000)::text, 5, '0') as digits) as eight,
     lateral (select digits || (10 - sum(case (length(digits) - k) % 2 when 0 then 2 * d / 10 + 2 * d % 10 else d end) % 10) % 10 as siren
              from generate_series(1, length(digits)) as k, lateral (select substr(digits, k, 1)::int as d) as digit) as nine,
     lateral (select siren || '0001' as thirteen) as branch,
     lateral (select thirteen || (10 - sum(case (length(thirteen) - k) % 2 when 0 then 2 * d / 10 + 2 * d % 10 else d end) % 10) % 10 as siret
              from generate_series(1, length(thirteen)) as k, lateral (select substr(thirteen, k, 1)::int as d) as digit) as fourteen;
