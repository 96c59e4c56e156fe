package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.audit.AuditTrail;
import tsunagu.audit.AuditTrail.Fault;
import tsunagu.audit.TrailList;
import tsunagu.desk.Asked;
import tsunagu.seal.Seals;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Job;
import tsunagu.shared.Role;

/**
 * The trail and its seals against somebody who has the database's owner, but not the key: what was changed, taken away or added is found and
 * named. Everything is put back as it was, so that the trail is whole afterwards for the others.
 */
@ArquillianTest
class TrailIT {

    @Inject
    private World world;

    @Inject
    private AuditTrail trail;

    @Inject
    private TrailList list;

    @Inject
    private Seals seals;

    @Inject
    @Any
    private Instance<Job> jobs;

    @Inject
    private CurrentActor currentActor;

    @Test
    void what_is_written_is_sealed_and_signed_and_whole() {
        write(3);
        seal();
        AuditTrail.Verdict verdict = verify();
        assertEquals(List.of(), verdict.faults());
        assertTrue(verdict.entries() >= 3);
        assertEquals(
                world.number("select count(*) from audit_entry where id <= (select max(last_id) from audit_seal)"),
                verdict.entries());
        assertEquals(64, verdict.last().length());
        long before = verdict.seals();
        seal();
        write(1);
        seal();
        assertTrue(verify().seals() > before);
    }

    @Test
    void one_letter_is_found() {
        write(3);
        seal();
        long entry = newest();
        tamper("update audit_entry set reason = 'tesu' where id = " + entry);
        assertEquals(List.of(new Fault(sealOf(entry), entry, "CHANGED")), verify().faults());
        tamper("update audit_entry set reason = null where id = " + entry);
        assertEquals(List.of(), verify().faults());
        String actor = world.text("select actor from audit_entry where id = " + entry);
        tamper("update audit_entry set actor = 'account:1' where id = " + entry);
        assertEquals(List.of(new Fault(sealOf(entry), entry, "CHANGED")), verify().faults());
        tamper("update audit_entry set actor = '" + actor + "' where id = " + entry);
        assertTrue(verify().intact());
    }

    @Test
    void one_row_and_the_last_ten_are_missed() {
        write(12);
        seal();
        long last = newest();
        tamper("create table set_aside as select * from audit_entry where id > " + (last - 12));
        tamper("delete from audit_entry where id = " + (last - 11));
        assertEquals(List.of(new Fault(sealOf(last - 11), last - 11, "GONE")), verify().faults());
        tamper("delete from audit_entry where id > " + (last - 10));
        assertEquals(11, verify().faults().size());
        assertTrue(verify().faults().stream().allMatch(each -> each.what().equals("GONE")), () -> verify().faults()
                .toString());
        assertEquals(
                LongStream.rangeClosed(last - 9, last).boxed().toList(),
                verify().faults().stream().skip(1).map(Fault::entry).toList());
        tamper("insert into audit_entry overriding system value select * from set_aside where id = " + (last - 11)
                + " or id > " + (last - 10) + "; drop table set_aside");
        assertTrue(verify().intact());
    }

    @Test
    void a_row_that_was_put_between_is_found() {
        write(1);
        long number = newest() + 1;
        // its number was given to a change that was taken back
        world.undone(() -> world.change(change()));
        write(1);
        seal();
        assertEquals(0, world.number("select count(*) from audit_entry where id = " + number));
        tamper("insert into audit_entry (id, actor, table_name, row_id, action) overriding system value values ("
                + number + ", 'account:1', 'person', '1', 'UPDATE')");
        assertEquals(List.of(new Fault(sealOf(number), number, "ADDED")), verify().faults());
        tamper("delete from audit_entry where id = " + number);
        assertTrue(verify().intact());
    }

    /** Whoever seals anew what they changed has no key; whoever takes the seals away leaves a gap. */
    @Test
    void a_chain_made_anew_has_no_signature() {
        write(2);
        seal();
        write(2);
        seal();
        long entry = newest();
        long seal = sealOf(entry);
        tamper("create table set_aside as select * from audit_seal where no >= " + (seal - 1));
        tamper("update audit_entry set reason = 'x' where id = " + entry);
        tamper(
                "update audit_seal s set contents = n.contents, marks = n.marks, hash = encode(sha256(convert_to(concat_ws(' ', no, first_id,"
                        + " last_id, entries, previous, n.contents), 'UTF8')), 'hex')"
                        + " from (select encode(sha256(string_agg(sha256(convert_to(audit_line(a), 'UTF8')), ''::bytea order by id)), 'hex') as contents,"
                        + " string_agg(substring(sha256(convert_to(audit_line(a), 'UTF8')) from 1 for 8), ''::bytea order by id) as marks"
                        + " from audit_entry a, audit_seal z where z.no = " + seal
                        + " and a.id between z.first_id and z.last_id) n"
                        + " where s.no = " + seal);
        assertEquals(List.of(new Fault(seal, null, "SIGNATURE")), verify().faults());
        tamper("delete from audit_seal where no >= " + (seal - 1)
                + "; insert into audit_seal select * from set_aside where no = " + seal);
        assertTrue(
                verify().faults()
                        .containsAll(List.of(
                                new Fault(seal - 1, null, "MISSING"),
                                new Fault(seal, null, "LINK"),
                                new Fault(seal, entry, "CHANGED"))),
                () -> verify().faults().toString());
        tamper("delete from audit_seal where no = " + seal
                + "; insert into audit_seal select * from set_aside; drop table set_aside;"
                + " update audit_entry set reason = null where id = " + entry);
        assertTrue(verify().intact());
    }

    /** A change that takes long has a smaller number than what was written meanwhile; no seal is made over its head. */
    @Test
    void what_is_still_being_written_is_waited_for() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Long own = world.seeker("slow").accountId();
        Future<?> slow = world.executor().submit(() -> {
            world.slowly("update account set digest = not digest where id = " + own, written, go);
            return null;
        });
        assertTrue(written.await(20, TimeUnit.SECONDS));
        long before = newest();
        write(2);
        seal();
        assertTrue(
                world.number("select coalesce(max(last_id), 0) from audit_seal") <= before,
                "sealed over a running change");
        go.countDown();
        slow.get(20, TimeUnit.SECONDS);
        seal();
        assertTrue(world.number("select max(last_id) from audit_seal") >= newest());
        assertEquals(List.of(), verify().faults());
    }

    /** The end is signed once a day, for everybody to keep: it tells of a chain that lost its end, seals and all. */
    @Test
    void the_signed_end_of_a_day_tells_when_the_end_was_taken_away() {
        write(2);
        seal();
        LocalDate day = LocalDate.of(2050, 1, 1).plusDays(world.number("select count(*) from signed_head"));
        currentActor.as(Actor.system("test"), () -> {
            seals.run(day);
            return null;
        });
        assertTrue(seals.heads().stream()
                .anyMatch(each -> each.day().equals(day) && each.chain().equals("audit")));
        assertEquals(List.of(), seals.broken());
        long last = world.number("select max(no) from audit_seal");
        tamper("create table set_aside as select * from audit_seal where no = " + last);
        tamper("delete from audit_seal where no = " + last);
        assertTrue(verify().intact(), "alone the chain cannot tell");
        assertTrue(seals.broken().contains(new Seals.Broken("audit", day, last)), () -> seals.broken()
                .toString());
        tamper("insert into audit_seal select * from set_aside; drop table set_aside");
        assertEquals(List.of(), seals.broken());
        tamper("update signed_head set no = no - 1 where chain = 'audit' and day = '" + day + "'");
        assertFalse(seals.broken().isEmpty(), "what was signed says another number");
        tamper("update signed_head set no = no + 1 where chain = 'audit' and day = '" + day + "'");
    }

    /** What is kept for a time only, or leads to somebody, is in no entry; that alone is no change. The table is gone afterwards. */
    @Test
    void what_is_kept_for_a_time_never_enters_the_trail() {
        String probe =
                """
                do $$
                declare
                    seen text;
                begin
                    perform set_config('tsunagu.actor', 'system:test', true);
                    create table trail_probe (id bigint, said text, origin text, open_seconds int, staff text, phone text, email text,
                        called text, other text);
                    create trigger audit after insert or update or delete on trail_probe for each row execute function audit_change('id');
                    insert into trail_probe values (1, 'S', 'S', 77, 'S', 'S', 'S', 'S', 'kept');
                    update trail_probe set said = 'T', origin = 'T', open_seconds = 78, staff = 'T', phone = 'T', email = 'T', called = 'T';
                    delete from trail_probe;
                    select string_agg(action || coalesce(before::text, '') || coalesce(after::text, ''), ' ' order by id) into seen
                    from audit_entry where table_name = 'trail_probe';
                    raise exception 'seen %', seen;
                end $$""";
        assertEquals(
                "ERROR: seen INSERT{\"id\": 1, \"other\": \"kept\"} DELETE{\"id\": 1, \"other\": \"kept\"}",
                assertThrows(IllegalStateException.class, () -> world.asOwner(probe))
                        .getCause()
                        .getMessage()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    /** An auditor's search goes by indexes: a million entries took 82 s, and 0.2 s by them. The tests' small trail may not be read as it stands. */
    @Test
    void a_search_of_the_trail_does_not_read_every_entry() {
        Long own = world.seeker("looked for").accountId();
        Actor auditor = new Actor(null, null, "system:test", java.util.Set.of(Role.AUDITOR));
        world.undone(() -> {
            for (int i = 0; i < 1_000; i++) {
                world.change("update account set digest = not digest where id = " + own);
            }
            world.change("set local enable_seqscan = off");
            long entries = world.number("select count(*) from audit_entry");
            Map.of("q", own.toString(), "rowId", own.toString(), "reason", "\u7a93\u53e3", "actor", "account:" + own)
                    .forEach((filter, word) -> {
                        long before = read();
                        long found = currentActor
                                .as(
                                        auditor,
                                        () -> list.find(
                                                Asked.read(
                                                        list.listing(),
                                                        Map.of(filter, new String[] {word}, "sort", new String[] {"-at"
                                                        })),
                                                ""))
                                .total();
                        long now = read() - before;
                        assertTrue(found == (filter.equals("q") || filter.equals("rowId") ? 1_001 : 0), filter + found);
                        assertTrue(now <= 2 * found + entries / 5, filter + " read " + now + " of " + entries);
                    });
        });
    }

    /** Rows of the trail that this transaction has read, by whatever way. */
    private long read() {
        return world.number(
                "select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'audit_entry'");
    }

    private AuditTrail.Verdict verify() {
        return currentActor.as(new Actor(1L, 1L, "auditor", java.util.Set.of(Role.COMMITTEE)), () -> trail.verify());
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            world.amend(change());
        }
    }

    private static String change() {
        return "update city_office set hours = case hours when 'a' then 'b' else 'a' end where id = 1";
    }

    private long newest() {
        return world.number("select max(id) from audit_entry");
    }

    private long sealOf(long entry) {
        return world.number("select no from audit_seal where " + entry + " between first_id and last_id");
    }

    /** Two rounds: the second seals what was there in the first. */
    private void seal() {
        Job sealer = jobs.stream()
                .filter(each -> each.job().equals("seal"))
                .findFirst()
                .orElseThrow();
        currentActor.as(Actor.system("seal"), () -> {
            sealer.round();
            sealer.round();
            return null;
        });
    }

    /** As the database's owner, with its triggers off. */
    private void tamper(String sql) {
        world.asOwner("alter table audit_entry disable trigger user; alter table audit_seal disable trigger user;"
                + " alter table signed_head disable trigger user; " + sql
                + "; alter table audit_entry enable trigger user;"
                + " alter table audit_seal enable trigger user; alter table signed_head enable trigger user");
    }
}
