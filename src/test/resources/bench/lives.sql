-- The way that each dossier of bench/dossiers.sql has behind it, as the one of its template in the engine: when each step of
-- it began and was left. Each has a length of its own (few are very long), one in twelve is late; what has begun is not in
-- the future. The same every time. template and crowd are made by Lives.
create temporary table template_step on commit drop as
select t.key, s.task_id, s.step, s.left_at is null as open, row_number() over (partition by t.key order by s.entered_at, s.task_id) as rank,
       case s.clock when 'PORTEUR' then 24 when 'INTERCOMMUNALITE' then 18 when 'JURY' then 15 else 12 end * 86400 as usual
from template t join dossier_step s on s.dossier = t.number;

create temporary table template_act on commit drop as
select t.key, a.id_, a.task_id_ is not null or s.task_id is not null as is_step,
       count(coalesce(a.task_id_, s.task_id)) over (partition by t.key order by a.start_time_, a.sequence_counter_
                                                    rows between unbounded preceding and current row) as steps
from template t join act_hi_actinst a on a.proc_inst_id_ = t.instance left join dossier_step s on s.task_id = a.id_;

create temporary table schedule on commit drop as
with walked as (
    select c.number, t.rank, t.step, t.open, t.task_id, coalesce(d.fiche_received_at, d.created_at) as received,
           d.fiche_received_at is null as draft,
           t.usual * power((abs(hashint8(hashtext(c.number)::bigint * 31 + t.rank)) % 1000 + 1) / 500.0, 2) as seconds,
           abs(hashint8(hashtext(c.number)::bigint * 37 + t.rank)) % 12 = 0 as late
    from crowd c join template_step t on t.key = c.key join dossier d on d.number = c.number
), fitted as (
    select *, least(1, greatest(3600, extract(epoch from now() - received) - 86400)
                       / nullif(sum(case when rank > 1 then seconds else 0 end) over (partition by number), 0)) as shrunk
    from walked
), placed as (
    select *, coalesce(shrunk, 1) * seconds as lasts,
           coalesce(sum(case when rank > 1 then coalesce(shrunk, 1) * seconds else 0 end)
                        over (partition by number order by rank rows between unbounded preceding and 1 preceding), 0) as before
    from fitted
)
select number, rank, step, open, task_id, late,
       case when rank = 1 and not draft then received - make_interval(secs => lasts)
            else received + make_interval(secs => before) end as entered,
       case when not open then case when rank = 1 then received
                                    else received + make_interval(secs => before + lasts) end end as left_at
from placed;
create unique index on schedule (number, rank);
analyze schedule;

insert into dossier_step (task_id, dossier, call, version, step, label, clock, entered_at, due_at, left_at, left_by, completed, way)
select md5(t.task_id || s.number), s.number, d.call, t.version, t.step, t.label, t.clock, s.entered,
       case when s.open then d.due_at else s.entered + (s.left_at - s.entered) * case when s.late then 0.8 else 1.3 end end,
       s.left_at, case when not s.open then 'banc' end, t.completed, t.way
from schedule s join dossier_step t on t.task_id = s.task_id join dossier d on d.number = s.number;

insert into dossier_way (dossier, call, version, way, at)
select c.number, d.call, w.version, w.way, last.at
from crowd c join template t on t.key = c.key join dossier_way w on w.dossier = t.number join dossier d on d.number = c.number
join (select number, max(coalesce(left_at, entered)) as at from schedule group by number) as last on last.number = c.number;

-- What the steps establish, as in the template; amounts and juries are its own.
update dossier d
set conformity = o.conformity, complete = o.complete, end_event = o.end_event, version = t.version,
    jury = case when o.jury is not null then coalesce(d.jury, d.territory) end,
    granted_operating = case when o.granted_operating > 0 then d.requested_operating end,
    granted_investment = case when o.granted_operating > 0 then d.requested_investment end
from crowd c join template t on t.key = c.key join dossier o on o.number = t.number
where d.number = c.number
