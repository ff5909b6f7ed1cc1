-- What the timelines of the dossiers of bench/dossiers.sql say: eight lines each, two of a draft, by five hundred
-- officers, in the order in which they were done; the two deposits of each; and what managers do beside. The same every
-- time.
insert into dossier_event (dossier, at, kind, text, author, author_name, on_behalf_of, on_behalf_name)
select number, coalesce(fiche_received_at, created_at) + make_interval(days => 9 * (k - 1), secs => abs(hashtext(number)) % 40000),
       (array['OPENED', 'DOCUMENT_ADDED', 'FICHE_DEPOSITED', 'FICHE_ACKNOWLEDGED', 'TASK_CLAIMED', 'CONFORMITY_GIVEN', 'FULL_DEPOSITED', 'COMPLETENESS_CHECKED'])[k],
       'Une ligne de l’historique comme Ruche les écrit, avec son motif : ' || left(title, 60),
       case when k in (1, 2, 3, 7) then 'banc' when k = 4 then null else 'agent-' || abs(hashtext(number)) % 500 end,
       case when k in (1, 2, 3, 7) then 'Porteur du banc' when k = 4 then null else 'Agent ' || abs(hashtext(number)) % 500 end,
       case when k = 6 and abs(hashtext(number)) % 10 = 0 then 'agent-1' end,
       case when k = 6 and abs(hashtext(number)) % 10 = 0 then 'Agent 1' end
from dossier, generate_series(1, 8) as k
where holder = 'banc' and (status <> 'BROUILLON' or k <= 2)
order by 2;

insert into dossier_deposit (id, dossier, kind, received_at, channel, by, content, sha256, registered_at)
select gen_random_uuid(), number, kind, fiche_received_at + make_interval(days => d), 'ONLINE', 'banc', repeat(fiche::text, 2),
       encode(sha256(repeat(fiche::text, 2)::bytea), 'hex'), fiche_received_at + make_interval(days => d)
from dossier, (values ('FICHE', 18), ('DOSSIER', 54)) as k (kind, d)
where holder = 'banc' and status <> 'BROUILLON';

insert into account_change (username, action, told, at, by_name)
select 'agent-' || i % 500, 'RIGHT_GIVEN', 'INSTRUCTOR littoral', now() - make_interval(hours => i), 'admin' from generate_series(1, 5000) i;

insert into call_version (call, version, parameters, author, reason, created_at)
select call, version + i, parameters, 'gestionnaire', 'Date changée', now() - make_interval(days => i)
from call_version, generate_series(1, 400) i where call = 'DSDT-2026' and version = 1;

insert into dossier_export (id, account, account_name, format, filters, columns, started_at)
select gen_random_uuid(), 'agent-' || i % 50, 'Agent ' || i % 50, 'CSV', 'territory=200093201', 'TITLE', now() - make_interval(hours => i)
from generate_series(1, 5000) i;

insert into audit_fact (domain, subject, action, told, author, author_name, at)
select 'OPERATION', 'verify-audit', 'COMMAND_RUN', 'Commande « verify-audit » : code 0.', null, null, now() - make_interval(days => i)
from generate_series(1, 1000) i;
