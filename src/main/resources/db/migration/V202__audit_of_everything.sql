-- What left no trace of its own: kept here, in the transaction that does it.
create table audit_fact (
    id             bigint generated always as identity primary key,
    domain         varchar(20)  not null,
    subject        varchar(300) not null,
    action         varchar(60)  not null,
    told           text         not null,
    author         varchar(100),
    author_name    varchar(300),
    on_behalf_of   varchar(40),
    on_behalf_name varchar(120),
    at             timestamptz  not null
);
create trigger audit_fact_is_kept before update or delete or truncate on audit_fact
    for each statement execute function audit_is_kept();

-- To which sector and which jury a territory belongs decides where its dossiers go: whatever changes it leaves a trace, a
-- statement by hand included.
create table epci_change (
    id      bigint generated always as identity primary key,
    siren   varchar(9)   not null,
    was     jsonb        not null,
    becomes jsonb,
    by_name varchar(100) not null default coalesce(nullif(current_setting('ruche.actor', true), ''), session_user),
    at      timestamptz  not null default clock_timestamp()
);
create trigger epci_change_is_kept before update or delete or truncate on epci_change
    for each statement execute function audit_is_kept();

create function epci_is_traced() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        insert into epci_change (siren, was) values (old.siren, to_jsonb(old) - 'version');
    elsif to_jsonb(old) - 'version' <> to_jsonb(new) - 'version' then
        insert into epci_change (siren, was, becomes) values (new.siren, to_jsonb(old) - 'version', to_jsonb(new) - 'version');
    end if;
    return null;
end $$;
create trigger epci_is_traced after update or delete on epci for each row execute function epci_is_traced();

-- How a fact names what it is about, for whoever reads the journal: never part of a seal.
create function audit_jury(of_jury text) returns jsonb language sql stable
    return case when of_jury = 'regional' then '{"code": "journal.jury.regional"}'::jsonb
                else to_jsonb(coalesce((select e.name from epci e where e.siren = of_jury), of_jury)) end;
create function audit_scope(of_scope text) returns jsonb language sql stable
    return case when of_scope = '' then '""'::jsonb
                else coalesce((select to_jsonb(s.name) from sector s where s.code = of_scope), audit_jury(of_scope)) end;
create function audit_code(of_code text) returns jsonb language sql immutable
    return jsonb_build_object('code', of_code);
create function audit_day(of_day date) returns jsonb language sql immutable
    return jsonb_build_object('day', of_day);
create function audit_day(of_moment timestamptz) returns jsonb language sql immutable
    return jsonb_build_object('day', (of_moment at time zone 'Europe/Paris')::date);
create function audit_session(of_session uuid) returns jsonb language sql stable
    return (select jsonb_build_array('session', audit_day(s.starts_at), audit_jury(s.jury))
            from jury_session s where s.id = of_session);

-- « Camille Démo, pour Dominique Démo » is how somebody signs for an absent colleague.
create function audit_signer(signature text) returns text language sql immutable return split_part(signature, ', pour ', 1);
create function audit_absent(signature text) returns text language sql immutable
    return nullif(split_part(signature, ', pour ', 2), '');
-- The account of whoever signed, where one person has that name; else the name.
create function audit_account(signature text) returns text language sql stable
    return coalesce((select min(a.username) from account a where a.display_name = audit_signer(signature) having count(*) = 1),
                    audit_signer(signature));
create index account_display_name on account (display_name);
create function audit_person(of_account text) returns text language sql stable
    return case when of_account = 'ruche' then 'Ruche'
                else coalesce((select a.display_name from account a where a.username = of_account), of_account) end;

-- Every fact, from where it was written. content is what its seal is made of: for ever the same, of moments as numbers. The
-- other columns are for reading, and may be told better: said is what is put into the sentence of the action (a text, an
-- amount in euros, {"day"}, {"code"} of a sentence), told the sentence itself where it was written as one, label what the
-- subject is called. rank is the number by which a fact of a large table is found.
drop view audited_fact;
create view audited_fact as
select 'dossier_event'::text as source, id::text as fact, id as rank, at, author::text as actor,
       coalesce(author_name, 'Ruche')::text as actor_name, on_behalf_name::text as on_behalf, 'DOSSIER'::text as domain,
       dossier::text as subject, kind::text as action, text as told,
       jsonb_build_array(dossier, extract(epoch from at), kind, text, author, author_name, on_behalf_of, on_behalf_name) as content,
       null::jsonb as said, null::jsonb as label
from dossier_event
union all
select 'envelope_change', c.id::text, 0, c.changed_at, c.changed_by, audit_person(c.changed_by), null, 'ENVELOPE',
       e.call || ' ' || e.jury, 'ENVELOPE_CHANGED', null,
       jsonb_build_array(c.envelope, c.was, c.becomes, c.reason, c.changed_by, extract(epoch from c.changed_at), c.counterpart),
       jsonb_build_array(c.was, c.becomes, c.reason, audit_code('credit.' || e.credit)),
       jsonb_build_array('envelope', e.call, audit_jury(e.jury), e.year::text, coalesce(e.measure, ''))
from envelope_change c join envelope e on e.id = c.envelope
union all
select 'call_version', call || ' ' || version, 0, created_at, author, audit_person(author), null, 'RULE', call, 'CALL_CHANGED', null,
       jsonb_build_array(call, version, parameters, author, reason, extract(epoch from created_at)),
       jsonb_build_array(version::text, reason), null
from call_version
union all
select 'letter_template', letter || ' ' || version, 0, changed_at, changed_by, audit_person(changed_by), null, 'RULE', letter,
       case when body is null then 'LETTER_RESET' else 'LETTER_CHANGED' end, null,
       jsonb_build_array(letter, version, subject, body, changed_by, extract(epoch from changed_at)),
       jsonb_build_array(coalesce(subject, '')), jsonb_build_array('letter', audit_code('letter.' || letter))
from letter_template
union all
select 'account_change', id::text, 0, at, by_name, audit_person(by_name), null, 'RIGHT', username, action, null,
       jsonb_build_array(username, action, told, extract(epoch from at), by_name),
       case when action in ('RIGHT_GIVEN', 'RIGHT_TAKEN')
            then jsonb_build_array(audit_code('role.' || split_part(told, ' ', 1)),
                                   audit_scope(substring(told from position(' ' in told) + 1)))
            else jsonb_build_array(told) end,
       jsonb_build_array('account', username)
from account_change
union all
select 'absence', id::text, 0, declared_at, declared_by, audit_person(declared_by), null, 'RIGHT', absent, 'ABSENCE_DECLARED', null,
       jsonb_build_array(absent, substitute, first_day, last_day, lends, declared_by, extract(epoch from declared_at)),
       jsonb_build_array(audit_day(first_day), audit_day(last_day),
           coalesce((select to_jsonb(a.display_name) from account a where a.username = substitute), audit_code('journal.nobody')),
           audit_code(case when substitute is null then 'journal.nothing' when lends then 'journal.lends' else 'journal.keeps' end)),
       jsonb_build_array('account', absent)
from absence
union all
select 'absence_kinds', a.id::text, 0, a.declared_at, a.declared_by, audit_person(a.declared_by), null, 'RIGHT', a.absent, 'ABSENCE_LIMITED',
       null, jsonb_build_array(a.id, k.steps),
       jsonb_build_array(audit_day(a.first_day), (select jsonb_agg(jsonb_build_object('step', s)) from jsonb_array_elements_text(k.steps) s)),
       jsonb_build_array('account', a.absent)
from absence a
join lateral (select jsonb_agg(s.step order by s.step collate "C") as steps from absence_step s where s.absence = a.id) k
    on k.steps is not null
union all
select 'absence_end', id::text, 0, ended_at, ended_by, audit_person(ended_by), null, 'RIGHT', absent, 'ABSENCE_ENDED', null,
       jsonb_build_array(absent, ended_by, extract(epoch from ended_at)),
       jsonb_build_array(audit_day(first_day), audit_day(last_day)), jsonb_build_array('account', absent)
from absence where ended_at is not null
union all
select 'jury_seat', id::text, 0, recorded_at, audit_account(recorded_by), audit_signer(recorded_by), audit_absent(recorded_by),
       'RIGHT', jury, 'SEAT_GIVEN', null,
       jsonb_build_array(jury, college, name, username, president, substitute, since, recorded_by, extract(epoch from recorded_at)),
       jsonb_build_array(name, audit_code('juryCollege.' || college), audit_day(since),
           audit_code(case when president then 'journal.president' when substitute then 'journal.substitute' else 'journal.titular' end)),
       jsonb_build_array('jury', audit_jury(jury))
from jury_seat
union all
select 'jury_seat_end', id::text, 0, ended_at, audit_account(ended_by), audit_signer(ended_by), audit_absent(ended_by),
       'RIGHT', jury, 'SEAT_ENDED', null,
       jsonb_build_array(jury, name, ended_by, extract(epoch from ended_at), end_motive),
       jsonb_build_array(name, coalesce(end_motive, '')), jsonb_build_array('jury', audit_jury(jury))
from jury_seat where ended_at is not null
union all
select 'dossier_recusal', id::text, 0, declared_at, audit_account(declared_by), audit_signer(declared_by),
       audit_absent(declared_by), 'EVIDENCE', dossier, 'RECUSAL_DECLARED', null,
       jsonb_build_array(dossier, username, name, motive, declared_by, extract(epoch from declared_at)),
       jsonb_build_array(name, motive), null
from dossier_recusal
union all
select 'dossier_recusal_lift', id::text, 0, lifted_at, audit_account(lifted_by), audit_signer(lifted_by),
       audit_absent(lifted_by), 'EVIDENCE', dossier, 'RECUSAL_UNDONE', null,
       jsonb_build_array(dossier, name, lifted_by, extract(epoch from lifted_at), lift_motive),
       jsonb_build_array(name, coalesce(lift_motive, '')), null
from dossier_recusal where lifted_at is not null
union all
select 'personal_interest', id::text, 0, declared_at, audit_account(declared_by), audit_signer(declared_by),
       audit_absent(declared_by), 'RIGHT', username, 'INTEREST_DECLARED', null,
       jsonb_build_array(username, siren, rna, commune, capacity, declared_by, extract(epoch from declared_at)),
       jsonb_build_array(capacity, coalesce(siren, rna, (select c.name from commune c where c.code = commune), commune)),
       jsonb_build_array('account', username)
from personal_interest
union all
select 'personal_interest_end', id::text, 0, ended_at, audit_account(ended_by), audit_signer(ended_by), audit_absent(ended_by),
       'RIGHT', username, 'INTEREST_ENDED', null,
       jsonb_build_array(username, capacity, ended_by, extract(epoch from ended_at)),
       jsonb_build_array(capacity, coalesce(siren, rna, (select c.name from commune c where c.code = commune), commune)),
       jsonb_build_array('account', username)
from personal_interest where ended_at is not null
union all
select 'dossier_export', id::text, 0, started_at, account, account_name, null, 'EXPORT', format, 'LIST_EXPORTED', null,
       jsonb_build_array(account, account_name, format, filters, columns, extract(epoch from started_at)),
       jsonb_build_array(format, case when filters = '' then audit_code('exports.all') else to_jsonb(filters) end),
       jsonb_build_array('dossiers')
from dossier_export
union all
select 'audit_fact', id::text, id, at, author, coalesce(author_name, 'Ruche'), on_behalf_name, domain, subject, action, told,
       jsonb_build_array(domain, subject, action, told, author, author_name, on_behalf_of, on_behalf_name, extract(epoch from at)),
       null,
       case when domain = 'SESSION' and subject ~ '^[0-9a-f]{8}-' then coalesce(audit_session(subject::uuid),
                (select jsonb_build_array('meeting', m.title, audit_day(m.day)) from commission_meeting m where m.id = subject::uuid))
            when domain not in ('SESSION', 'DOSSIER') then jsonb_build_array('deed', subject) end
from audit_fact
union all
select 'epci_change', id::text, id, at, by_name, audit_person(by_name), null, 'RULE', siren, 'EPCI_CHANGED', null,
       jsonb_build_array(siren, was, becomes, by_name, extract(epoch from at)),
       jsonb_build_array(audit_scope(was ->> 'sector'), audit_code('journal.jury.' || (was ->> 'territorial_jury')),
           audit_scope(coalesce(becomes ->> 'sector', '')), audit_code('journal.jury.' || coalesce(becomes ->> 'territorial_jury', 'none'))),
       jsonb_build_array('epci', was -> 'name')
from epci_change
union all
-- The models themselves are part of it: whoever changes one in the database is found out.
select 'deployment', d.id_, 0, d.deploy_time_::timestamptz, null, 'Ruche', null, 'RULE', coalesce(d.name_, ''), 'MODELS_DEPLOYED', null,
       jsonb_build_array(d.id_, d.name_, extract(epoch from d.deploy_time_),
           (select jsonb_agg(jsonb_build_array(b.name_, encode(sha256(b.bytes_), 'hex')) order by b.name_ collate "C")
            from act_ge_bytearray b where b.deployment_id_ = d.id_)),
       jsonb_build_array((select string_agg(m.key_ || ' ' || m.version_, ', ' order by m.key_)
                          from (select key_, version_ from act_re_procdef where deployment_id_ = d.id_
                                union all select key_, version_ from act_re_decision_def where deployment_id_ = d.id_) m)),
       jsonb_build_array('models')
from act_re_deployment d
union all
select 'jury_session', s.id::text, 0, s.convened_at, s.convened_by, audit_person(s.convened_by), null, 'SESSION', s.id::text, 'SESSION_CONVENED', null,
       jsonb_build_array(s.id, s.call, s.jury, s.convened_by, extract(epoch from s.convened_at),
           (select jsonb_agg(jsonb_build_array(m.position, m.name, m.college, m.president, m.substitute, m.username) order by m.position)
            from jury_session_member m where m.session = s.id)),
       jsonb_build_array((select string_agg(m.name, ' ; ' order by m.position) from jury_session_member m where m.session = s.id)),
       jsonb_build_array('session', audit_day(s.starts_at), audit_jury(s.jury))
from jury_session s
union all
select 'jury_minutes', s.id::text, 0, s.minutes_approved_at, audit_account(s.minutes_approved_by),
       audit_signer(s.minutes_approved_by), audit_absent(s.minutes_approved_by), 'SESSION', s.id::text, 'MINUTES_APPROVED', null,
       jsonb_build_array(s.id, s.minutes_approved_by, extract(epoch from s.minutes_approved_at), s.minutes_sha256,
           (select encode(sha256(k.pdf), 'hex') from jury_minutes k where k.session = s.id)),
       jsonb_build_array(coalesce(s.minutes_sha256, '–')), jsonb_build_array('session', audit_day(s.starts_at), audit_jury(s.jury))
from jury_session s where s.minutes_approved_at is not null
union all
select 'signed_minutes', d.id::text, 0, d.added_at, d.added_by, audit_person(d.added_by), null, 'SESSION', d.owner, 'MINUTES_SIGNED', null,
       jsonb_build_array(d.id, d.owner, d.file_name, d.size, d.sha256, d.added_by, extract(epoch from d.added_at),
           (select encode(sha256(c.content), 'hex') from document_content c where c.document = d.id)),
       jsonb_build_array(d.file_name), audit_session(d.owner::uuid)
from document d where d.kind = 'SIGNED_MINUTES'
union all
select 'jury_roll', r.id::text, r.id, r.recorded_at, audit_account(r.recorded_by), audit_signer(r.recorded_by),
       audit_absent(r.recorded_by), 'SESSION', r.session::text, 'ROLL_CALLED', null,
       jsonb_build_array(r.session, r.sitting, r.member, r.presence, r.mandatary, extract(epoch from r.since), r.recorded_by,
           extract(epoch from r.recorded_at)),
       jsonb_build_array(r.member, audit_code('presence.' || r.presence), coalesce(': ' || r.mandatary, '')), audit_session(r.session)
from jury_roll r
union all
select 'marking_phase', p.session::text, 0, p.opened_at, audit_account(p.opened_by), audit_signer(p.opened_by),
       audit_absent(p.opened_by), 'SESSION', p.session::text, 'MARKING_OPENED', null,
       jsonb_build_array(p.session, p.opened_by, extract(epoch from p.opened_at)), '[]', audit_session(p.session)
from marking_phase p
union all
-- All sheets and marks as they were revealed: nothing of them changes afterwards.
select 'marking_reveal', p.session::text, 0, p.revealed_at, audit_account(p.revealed_by), audit_signer(p.revealed_by),
       audit_absent(p.revealed_by), 'SESSION', p.session::text, 'MARKS_REVEALED', null,
       jsonb_build_array(p.session, p.revealed_by, extract(epoch from p.revealed_at),
           (select jsonb_agg(jsonb_build_array(s.id, s.dossier, s.juror, s.state) order by s.id)
            from marking_sheet s where s.session = p.session),
           (select jsonb_agg(jsonb_build_array(m.sheet, m.indicator, m.mark, m.not_applicable, m.comment)
                             order by m.sheet, m.indicator collate "C")
            from marking_mark m join marking_sheet s on s.id = m.sheet where s.session = p.session)),
       '[]', audit_session(p.session)
from marking_phase p where p.revealed_at is not null
union all
select 'marking_deliberated', p.session::text, 0, p.deliberated_at, audit_account(p.deliberated_by),
       audit_signer(p.deliberated_by), audit_absent(p.deliberated_by), 'SESSION', p.session::text, 'MARKS_DELIBERATED', null,
       jsonb_build_array(p.session, p.deliberated_by, extract(epoch from p.deliberated_at),
           (select jsonb_agg(jsonb_build_array(d.dossier, d.score, d.reason) order by d.dossier collate "C")
            from marking_deliberation d where d.session = p.session)),
       '[]', audit_session(p.session)
from marking_phase p where p.deliberated_at is not null
union all
-- While marking is blind there is nothing of it here. Never a mark nor a score; the id of the sheet, which nobody is shown,
-- keeps the content from being guessed from its seal.
select 'marking_change', m.id::text, m.id, m.at, coalesce(m.juror, audit_account(m.by_name)), audit_signer(m.by_name),
       audit_absent(m.by_name), 'SESSION', m.dossier,
       case m.subject when 'STATE' then 'SHEET_CHANGED' when 'DELIBERATED' then 'SCORE_RETAINED' else 'MARK_CHANGED' end, null,
       jsonb_build_array(m.session, m.dossier, m.juror, m.subject, m.before, m.after, m.by_name, extract(epoch from m.at), s.id),
       jsonb_build_array(case m.subject when 'STATE' then m.after else m.subject end,
           (select audit_day(j.starts_at) from jury_session j where j.id = m.session)), null
from marking_change m
join marking_phase p on p.session = m.session and p.phase <> 'BLIND'
left join marking_sheet s on s.session = m.session and s.dossier = m.dossier and s.juror = m.juror
union all
select 'deliberation_change', c.id::text, c.id, c.at, audit_account(c.by_name), audit_signer(c.by_name), audit_absent(c.by_name),
       'SESSION', s.session::text, 'SCENARIO_CHANGED', null,
       jsonb_build_array(c.scenario, c.version, c.action, c.dossier, c.told, c.by_name, extract(epoch from c.at)),
       jsonb_build_array(s.name, coalesce(c.dossier || ' : ', ''), c.told), audit_session(s.session)
from deliberation_change c join deliberation_scenario s on s.id = c.scenario
union all
select 'commission_meeting', m.id::text, 0, m.prepared_at, audit_account(m.prepared_by), audit_signer(m.prepared_by),
       audit_absent(m.prepared_by), 'SESSION', m.id::text, 'MEETING_PREPARED', null,
       jsonb_build_array(m.id, m.call, m.day, m.title, m.prepared_by, extract(epoch from m.prepared_at)),
       jsonb_build_array(m.call), jsonb_build_array('meeting', m.title, audit_day(m.day))
from commission_meeting m
union all
-- The list as it was voted; what becomes of it afterwards is told by each dossier.
select 'commission_vote', m.id::text, 0, m.voted_at, audit_account(m.voted_by), audit_signer(m.voted_by), audit_absent(m.voted_by),
       'SESSION', m.id::text, 'MEETING_VOTED', null,
       jsonb_build_array(m.id, m.deliberation_number, m.votes_for, m.votes_against, m.votes_abstained, m.voted_by,
           extract(epoch from m.voted_at),
           (select jsonb_agg(jsonb_build_array(i.dossier, i.outcome, i.motive) order by i.dossier collate "C")
            from commission_item i where i.meeting = m.id and i.removal_motive is null),
           (select jsonb_agg(jsonb_build_array(r.dossier, r.name, r.motive) order by r.dossier collate "C", r.name collate "C")
            from commission_recusal r where r.meeting = m.id)),
       jsonb_build_array(m.deliberation_number, m.votes_for::text, m.votes_against::text, m.votes_abstained::text),
       jsonb_build_array('meeting', m.title, audit_day(m.day))
from commission_meeting m where m.voted_at is not null
union all
-- What the timeline of a dossier tells in words: the rows that count, so that nobody changes these either.
select 'dossier_deposit', id::text, 0, received_at, by, audit_person(by), null, 'EVIDENCE', dossier, 'DEPOSIT_KEPT', null,
       jsonb_build_array(id, dossier, kind, extract(epoch from received_at), channel, by, sha256,
           encode(sha256(convert_to(content, 'UTF8')), 'hex'), postmark, extract(epoch from registered_at)),
       jsonb_build_array(audit_code('deposit.' || kind), sha256), null
from dossier_deposit
union all
select 'funding_decision', id::text, 0, decided_at, decided_by, audit_signer(decided_by_name), audit_absent(decided_by_name),
       'EVIDENCE', dossier, 'DECISION_KEPT', null,
       jsonb_build_array(id, dossier, outcome, deliberation_number, deliberation_date, reason, failing_rules, operating, investment,
           reserve_until, reserve_rank, decided_by, decided_by_name, extract(epoch from decided_at)),
       jsonb_build_array(audit_code('decisionOutcome.' || outcome), deliberation_number, operating, investment), null
from funding_decision
union all
select 'payment', id::text, id, recorded_at, audit_account(recorded_by), audit_signer(recorded_by), audit_absent(recorded_by),
       'EVIDENCE', dossier, 'PAYMENT_KEPT', null,
       jsonb_build_array(dossier, credit, amount, paid_on, reference, motive, cancels, recorded_by, extract(epoch from recorded_at)),
       jsonb_build_array(audit_code('credit.' || credit), amount, reference), null
from payment
union all
select 'grant_answer', id::text, id, answered_at, audit_account(answered_by), audit_signer(answered_by), audit_absent(answered_by),
       'EVIDENCE', dossier, 'ANSWER_KEPT', null,
       jsonb_build_array(dossier, accepted, motive, answered_by, extract(epoch from answered_at)),
       jsonb_build_array(audit_code(case when accepted then 'journal.accepted' else 'journal.declined' end)), null
from grant_answer
union all
select 'reserve_place', id::text, id, called_at, audit_account(called_by), audit_signer(called_by), audit_absent(called_by),
       'EVIDENCE', dossier, 'PLACE_KEPT', null,
       jsonb_build_array(dossier, call, operating, investment, freed_by, motive, called_by, extract(epoch from called_at)),
       jsonb_build_array(operating, investment), null
from reserve_place
union all
select 'contour_import', id::text, 0, imported_at, imported_by, imported_by, null, 'RULE', 'contours', 'CONTOURS_IMPORTED',
       contours || ' contours, ' || source,
       jsonb_build_array(source, property, contours, sha256, imported_by, extract(epoch from imported_at)),
       null, jsonb_build_array('contours')
from contour_import
union all
-- Who began a batch, stopped it and let it go on; what was done to each dossier is in its timeline.
select 'batch_change', c.id::text, c.id, c.at, c.by, audit_person(c.by), null, 'OPERATION', b.id::text, 'BATCH_' || c.state, null,
       jsonb_build_array(b.id, b.action, b.step, b.until, b.version, b.motive, c.state, c.by, extract(epoch from c.at)),
       jsonb_build_array(audit_code('batch.action.' || b.action), b.motive), jsonb_build_array('batch')
from batch_change c join batch b on b.id = c.batch;

-- A fact without a number is found by its id as a text.
create index envelope_change_fact on envelope_change ((id::text));
create index account_change_fact on account_change ((id::text));
create index absence_fact on absence ((id::text));
create index jury_seat_fact on jury_seat ((id::text));
create index dossier_recusal_fact on dossier_recusal ((id::text));
create index personal_interest_fact on personal_interest ((id::text));
create index dossier_export_fact on dossier_export ((id::text));
create index jury_session_fact on jury_session ((id::text));
create index document_signed_fact on document ((id::text)) where kind = 'SIGNED_MINUTES';
create index marking_phase_fact on marking_phase ((session::text));
create index commission_meeting_fact on commission_meeting ((id::text));
create index dossier_deposit_fact on dossier_deposit ((id::text));
create index contour_import_fact on contour_import ((id::text));
create index funding_decision_fact on funding_decision ((id::text));

-- What awaits its seal, written with the fact: sealing reads this and nothing else, whatever was sealed before.
create table audit_pending (
    id     bigint generated always as identity primary key,
    source varchar(40) not null,
    fact   varchar(80) not null,
    rank   bigint      not null default 0,
    since  timestamptz not null default now(),
    unique (source, fact)
);

-- Arguments: source, 'ranked' where its facts have a number, columns of the key.
create function audit_awaits() returns trigger language plpgsql as $$
declare
    fact jsonb := to_jsonb(new);
begin
    insert into audit_pending (source, fact, rank)
    select tg_argv[0], string_agg(fact ->> k.key, ' ' order by k.at),
           case when tg_argv[1] = 'ranked' then (fact ->> tg_argv[2])::bigint else 0 end
    from unnest(tg_argv[2:]) with ordinality as k (key, at)
    on conflict do nothing;
    return null;
end $$;

-- By far the most.
create function audit_awaits_event() returns trigger language plpgsql as $$
begin
    insert into audit_pending (source, fact, rank) values ('dossier_event', new.id, new.id);
    return null;
end $$;
create trigger audit_awaits after insert on dossier_event for each row execute function audit_awaits_event();

create trigger audit_awaits after insert on envelope_change for each row execute function audit_awaits('envelope_change', '', 'id');
create trigger audit_awaits after insert on call_version for each row execute function audit_awaits('call_version', '', 'call', 'version');
create trigger audit_awaits after insert on letter_template for each row execute function audit_awaits('letter_template', '', 'letter', 'version');
create trigger audit_awaits after insert on account_change for each row execute function audit_awaits('account_change', '', 'id');
create trigger audit_awaits after insert on absence for each row execute function audit_awaits('absence', '', 'id');
create trigger audit_awaits after insert on absence_step for each row execute function audit_awaits('absence_kinds', '', 'absence');
create trigger audit_awaits_end after update on absence for each row
    when (old.ended_at is null and new.ended_at is not null) execute function audit_awaits('absence_end', '', 'id');
create trigger audit_awaits after insert on jury_seat for each row execute function audit_awaits('jury_seat', '', 'id');
create trigger audit_awaits_end after update on jury_seat for each row
    when (old.ended_at is null and new.ended_at is not null) execute function audit_awaits('jury_seat_end', '', 'id');
create trigger audit_awaits after insert on dossier_recusal for each row execute function audit_awaits('dossier_recusal', '', 'id');
create trigger audit_awaits_end after update on dossier_recusal for each row
    when (old.lifted_at is null and new.lifted_at is not null) execute function audit_awaits('dossier_recusal_lift', '', 'id');
create trigger audit_awaits after insert on personal_interest for each row execute function audit_awaits('personal_interest', '', 'id');
create trigger audit_awaits_end after update on personal_interest for each row
    when (old.ended_at is null and new.ended_at is not null) execute function audit_awaits('personal_interest_end', '', 'id');
create trigger audit_awaits after insert on dossier_export for each row execute function audit_awaits('dossier_export', '', 'id');
create trigger audit_awaits after insert on audit_fact for each row execute function audit_awaits('audit_fact', 'ranked', 'id');
create trigger audit_awaits after insert on epci_change for each row execute function audit_awaits('epci_change', 'ranked', 'id');
create trigger audit_awaits after insert on act_re_deployment for each row execute function audit_awaits('deployment', '', 'id_');
create trigger audit_awaits after insert on jury_session for each row execute function audit_awaits('jury_session', '', 'id');
create trigger audit_awaits_minutes after update on jury_session for each row
    when (old.minutes_approved_at is null and new.minutes_approved_at is not null) execute function audit_awaits('jury_minutes', '', 'id');
create trigger audit_awaits after insert on document for each row
    when (new.kind = 'SIGNED_MINUTES') execute function audit_awaits('signed_minutes', '', 'id');
create trigger audit_awaits after insert on jury_roll for each row execute function audit_awaits('jury_roll', 'ranked', 'id');
create trigger audit_awaits after insert on deliberation_change for each row execute function audit_awaits('deliberation_change', 'ranked', 'id');
create trigger audit_awaits after insert on commission_meeting for each row execute function audit_awaits('commission_meeting', '', 'id');
create trigger audit_awaits_vote after update on commission_meeting for each row
    when (old.voted_at is null and new.voted_at is not null) execute function audit_awaits('commission_vote', '', 'id');
create trigger audit_awaits after insert on dossier_deposit for each row execute function audit_awaits('dossier_deposit', '', 'id');
create trigger audit_awaits after insert on funding_decision for each row execute function audit_awaits('funding_decision', '', 'id');
create trigger audit_awaits after insert on payment for each row execute function audit_awaits('payment', 'ranked', 'id');
create trigger audit_awaits after insert on grant_answer for each row execute function audit_awaits('grant_answer', 'ranked', 'id');
create trigger audit_awaits after insert on contour_import for each row execute function audit_awaits('contour_import', '', 'id');
create trigger audit_awaits after insert on batch_change for each row execute function audit_awaits('batch_change', 'ranked', 'id');
create trigger audit_awaits after insert on reserve_place for each row execute function audit_awaits('reserve_place', 'ranked', 'id');

create trigger audit_awaits after insert on marking_phase for each row execute function audit_awaits('marking_phase', '', 'session');
create trigger audit_awaits_reveal after update on marking_phase for each row
    when (old.revealed_at is null and new.revealed_at is not null) execute function audit_awaits('marking_reveal', '', 'session');
create trigger audit_awaits_deliberated after update on marking_phase for each row
    when (old.deliberated_at is null and new.deliberated_at is not null) execute function audit_awaits('marking_deliberated', '', 'session');

-- What was said of marks awaits its seal from the moment when it may be read.
create function audit_awaits_marks() returns trigger language plpgsql as $$
begin
    insert into audit_pending (source, fact, rank)
    select 'marking_change', id, id from marking_change where session = new.session order by id on conflict do nothing;
    return null;
end $$;
create trigger audit_awaits_marks after update on marking_phase for each row
    when (old.phase = 'BLIND' and new.phase <> 'BLIND') execute function audit_awaits_marks();

create function audit_awaits_mark() returns trigger language plpgsql as $$
begin
    if exists (select 1 from marking_phase where session = new.session and phase <> 'BLIND') then
        insert into audit_pending (source, fact, rank) values ('marking_change', new.id, new.id) on conflict do nothing;
    end if;
    return null;
end $$;
create trigger audit_awaits after insert on marking_change for each row execute function audit_awaits_mark();

insert into audit_pending (source, fact, rank)
select f.source, f.fact, f.rank from audited_fact f
where not exists (select 1 from audit_seal s where s.source = f.source and s.fact = f.fact)
order by f.at, f.source, f.rank, f.fact;

drop table audit_progress;

-- The days whose last seal was sent away.
create table audit_told (
    day date        primary key,
    at  timestamptz not null default now()
);

-- The last seal of each day is found without the others.
create index audit_seal_sealed on audit_seal (sealed_at, position);
