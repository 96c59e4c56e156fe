-- Searching. Edited in place: Flyway runs the file again when it changed.

-- Records whose text holds one of the needles. The planner would read every stored vector for a common word; the index is
-- always better here.
create or replace function search_hits(query tsquery, needles text[], check_body boolean)
    returns table (no int)
    language sql stable set enable_seqscan = off as $$
    select t.no
    from search_text t
    where t.grams @@ query and (not check_body or t.body like any (needles))
$$;
