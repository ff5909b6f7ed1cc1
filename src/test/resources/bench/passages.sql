-- The way that each dossier of bench/dossiers.sql has behind it: a passage for every step before the one at which it
-- waits, or for all of them once it is closed, each with a length of its own (few are very long), one in twelve late; and
-- what the steps establish. The same every time.
with way as (
    select * from (values
        (1, 'userTask_depositFiche', 'PORTEUR', 12), (2, 'userTask_checkConformity', 'INTERCOMMUNALITE', 18),
        (3, 'userTask_completeDossier', 'PORTEUR', 35), (4, 'userTask_checkCompleteness', 'REGION', 9),
        (5, 'userTask_instruct', 'REGION', 21), (6, 'event_putOnAgenda', 'JURY', 6),
        (7, 'userTask_recordJuryOutcome', 'JURY', 25), (8, 'userTask_recordDecision', 'REGION', 14)
    ) as w (rank, step, clock, days)
), reached as (
    select d.number, d.call, d.version, d.fiche_received_at, d.waits_since,
           case when d.step is null then case d.status when 'NON_CONFORME' then 2 when 'IRRECEVABLE' then 4
                                                       when 'CADUC' then 3 when 'ABANDONNE' then 3 else 8 end
                when d.step = 'userTask_correctFiche' then 2
                when d.step = 'userTask_provideDocuments' then 4
                else (select rank - 1 from way where way.step = d.step) end as done
    from dossier d where d.holder = 'banc' and d.status <> 'BROUILLON'
), passage as (
    select r.number, r.call, w.rank, w.step, w.clock,
           w.days * 86400 * power((abs(hashint8(hashtext(r.number)::bigint * 31 + w.rank)) % 1000 + 1) / 500.0, 2) as seconds,
           abs(hashint8(hashtext(r.number)::bigint * 37 + w.rank)) % 12 = 0 as late, r.fiche_received_at
    from reached r join way w on w.rank <= r.done
), placed as (
    select *, fiche_received_at + make_interval(secs => coalesce(sum(seconds) over (
               partition by number order by rank rows between unbounded preceding and 1 preceding), 0)) as entered
    from passage
)
insert into dossier_step (task_id, dossier, call, version, step, label, clock, entered_at, due_at, left_at, left_by, completed)
select 'banc-' || number || '-' || rank, number, call, 1, step, step, clock, entered,
       entered + make_interval(secs => seconds * case when late then 0.8 else 1.3 end),
       entered + make_interval(secs => seconds), 'banc', true
from placed;

update dossier d
set conformity = 'CONFORM',
    complete = exists (select 1 from dossier_step s where s.dossier = d.number and s.step = 'userTask_checkCompleteness'),
    granted_operating = case when status = 'ATTRIBUE' or step = 'userTask_recordDecision' then requested_operating end,
    version = 1
where d.holder = 'banc'
  and exists (select 1 from dossier_step s where s.dossier = d.number and s.step = 'userTask_checkConformity' and s.left_at is not null)
  and d.status <> 'NON_CONFORME';
