-- A nonce names a fact within its own session: what was said at another door is unknown here.
alter table scan drop constraint scan_nonce_key;
alter table scan add constraint scan_nonce unique (session_id, nonce);
alter table door_click drop constraint door_click_nonce_key;
alter table door_click add constraint door_click_nonce unique (session_id, nonce);

-- MISMATCH: the number that was read is not the person's who was named. FROZEN: the year was approved, and a rule was in the way.
alter table door_conflict drop constraint door_conflict_kind_check;
alter table door_conflict add constraint door_conflict_kind_check check (kind in
    ('LET_IN_TWICE', 'CANCELLED', 'OTHER_SESSION', 'WAITING', 'NOT_OPEN', 'CLOCK', 'MISMATCH', 'FROZEN'));
