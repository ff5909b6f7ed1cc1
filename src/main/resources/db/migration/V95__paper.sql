-- What comes on paper counts by its postmark (DL-01), and its porteur may have no account.
alter table dossier
    alter column holder drop not null,
    add column fiche_channel    varchar(10) check (fiche_channel in ('ONLINE', 'PAPER')),
    add column fiche_postmark   date,
    add column dossier_channel  varchar(10) check (dossier_channel in ('ONLINE', 'PAPER')),
    add column dossier_postmark date;
update dossier set fiche_channel = 'ONLINE' where fiche_received_at is not null;
update dossier set dossier_channel = 'ONLINE' where dossier_received_at is not null;

-- When it was written down: online the instant of the receipt, on paper later than that.
alter table dossier_deposit
    add column postmark      date,
    add column registered_at timestamptz;
alter table dossier_deposit disable trigger dossier_deposit_is_evidence;
update dossier_deposit set registered_at = received_at;
alter table dossier_deposit enable trigger dossier_deposit_is_evidence;
alter table dossier_deposit alter column registered_at set not null;

alter table notification alter column recipient drop not null;
