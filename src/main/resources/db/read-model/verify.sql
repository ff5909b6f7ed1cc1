-- Every difference between the read model and engine_step or the tables of the domain, one line each.
with waits as (
    select distinct on (e.dossier) e.dossier, e.step, e.label, e.clock, e.due_at, e.version, coalesce(s.entered_at + s.paused * interval '1 second', e.entered_at) as since,
           s.task_id is null as unknown
    from engine_step e left join dossier_step s on s.task_id = e.task_id
    order by e.dossier, coalesce(s.entered_at, e.entered_at) desc, e.task_id
), rules as (
    select d.number, array(select distinct failure ->> 'rule' from jsonb_array_elements(e.result -> 'failures') as failure
                         order by 1) as rules
    from dossier d
    cross join lateral (select result from rule_evaluation r where r.dossier = d.number order by r.id desc limit 1) as e
), words as (
    select d.number,
           concat_ws(' ', d.number, d.title, d.organisation, d.commune_name, d.territory_name, d.fiche ->> 'summary') as words
    from dossier d
)
select coalesce(s.dossier, e.dossier) as dossier, e.task_id, 'missing' as field, null as kept, e.step as expected
from engine_step e left join dossier_step s on s.task_id = e.task_id
where s.task_id is null or s.left_at is not null
union all
select s.dossier, s.task_id, 'ended', s.step, null
from dossier_step s left join engine_step e on e.task_id = s.task_id
where s.left_at is null and e.task_id is null
union all
select e.dossier, s.task_id, f.field, f.kept, f.expected
from dossier_step s join engine_step e on e.task_id = s.task_id
cross join lateral (values
    ('dossier', s.dossier, e.dossier), ('version', s.version::text, e.version::text), ('step', s.step, e.step), ('label', s.label, e.label), ('clock', s.clock, e.clock),
    ('dueAt', s.due_at::text, e.due_at::text), ('groups', s.groups::text, e.groups::text),
    ('assignee', s.assignee, e.assignee), ('owner', s.owner, e.owner)) as f (field, kept, expected)
where s.left_at is null and f.kept is distinct from f.expected
union all
select d.number, null, f.field, f.kept, f.expected
from dossier d left join waits w on w.dossier = d.number
cross join lateral (values
    ('step', d.step, w.step), ('label', d.step_label, w.label), ('clock', d.clock, w.clock),
    ('dueAt', d.due_at::text, w.due_at::text), ('version', d.version::text, coalesce(w.version, d.version)::text),
    ('waitsSince', case when w.unknown then null else d.waits_since::text end,
                   case when w.unknown then null else w.since::text end)) as f (field, kept, expected)
where (d.step is not null or w.dossier is not null) and f.kept is distinct from f.expected
union all
select s.dossier, s.task_id, 'call', s.call, d.call
from dossier_step s join dossier d on d.number = s.dossier
where s.call is distinct from d.call
union all
select d.number, null, f.field, f.kept::text, f.expected::text
from dossier d join dossier_time t on t.dossier = d.number
cross join lateral (values
    ('spentPorteur', d.spent_porteur, t.porteur), ('spentIntercommunality', d.spent_intercommunality, t.intercommunality),
    ('spentRegion', d.spent_region, t.region), ('spentJury', d.spent_jury, t.jury)) as f (field, kept, expected)
where f.kept <> f.expected
union all
select d.number, null, 'failedRules', d.failed_rules::text, r.rules::text
from dossier d join rules r on r.number = d.number
where array(select unnest(d.failed_rules) order by 1) <> r.rules
union all
select d.number, null, 'searchText', d.search_text, w.words
from dossier d join words w on w.number = d.number
where d.search_text <> w.words
union all
select dossier, null, field, kept, expected from progress_difference
union all
select dossier, null, field, kept, expected from way_difference
order by 1, 2 nulls first, 3
