-- Until when silence on a request is no rejection yet (CRPA L.231-4 3°), and since when it does not count because papers
-- that were asked for are awaited (L.114-5).
alter table dossier
    add column silence_until        date,
    add column silence_suspended_on date;

update dossier
set silence_until = ((dossier_received_at at time zone 'Europe/Paris')::date + interval '2 months')::date
where dossier_received_at is not null;

update dossier d
set silence_until = silence_until + waited.days
from (select dossier,
             sum((left_at at time zone 'Europe/Paris')::date - (entered_at at time zone 'Europe/Paris')::date)::int as days
      from dossier_step
      where step = 'userTask_provideDocuments' and left_at is not null
      group by dossier) waited
where waited.dossier = d.number and silence_until is not null;

update dossier d
set silence_suspended_on = (waiting.entered_at at time zone 'Europe/Paris')::date
from dossier_step waiting
where waiting.dossier = d.number and waiting.step = 'userTask_provideDocuments' and waiting.left_at is null;

create index dossier_by_silence on dossier (silence_until) where status = 'EN_COURS' and silence_suspended_on is null;
