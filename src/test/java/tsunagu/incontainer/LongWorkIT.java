package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.company.CompanyImportService;
import tsunagu.company.CompanyImportWork;
import tsunagu.job.LongWorkService;
import tsunagu.job.LongWorkState;
import tsunagu.job.LongWorkView;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Secrets;

/** Tables that are too long for a page: in the background, in the name of whoever began it, all or nothing, once. */
@ArquillianTest
class LongWorkIT {

    private static final int ROWS = 150;

    @Inject
    private LongWorkService works;

    @Inject
    private CompanyImportService companies;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private World world;

    @Test
    void a_long_table_is_taken_whole_and_once() throws Exception {
        Actor staff = world.staff("取込 係");
        String tag = Secrets.name(6);
        String code = as(staff, () -> works.keep(table(tag, ROWS, "")));
        assertEquals(
                ROWS, as(staff, () -> companies.read(works.kept(code))).lines().size());
        as(staff, () -> begun(code));
        assertThrows(ConflictException.class, () -> as(staff, () -> begun(code)), "begun twice");
        LongWorkView ended = ended(staff, code);
        assertEquals(LongWorkState.DONE, ended.state(), ended.problem());
        assertEquals(ROWS, ended.result());
        assertEquals(ROWS, entered(tag));
        assertEquals(
                "",
                world.text("select input from long_work where code = '" + code + "'"),
                "what it was made of is forgotten");
        assertEquals(
                "account:" + staff.accountId(),
                world.text(
                        "select min(actor) from audit_entry where table_name = 'company' and action = 'INSERT' and after ->> 'name' like '%"
                                + tag + "%'"),
                "in the name of whoever began it");
    }

    @Test
    void a_line_that_cannot_be_taken_keeps_all_others_out() throws Exception {
        Actor staff = world.staff("取込 係");
        String tag = Secrets.name(6);
        String code = as(staff, () -> works.keep(table(tag, ROWS, "0000000000000\t\tまちがい" + tag)));
        as(staff, () -> begun(code));
        LongWorkView ended = ended(staff, code);
        assertEquals(LongWorkState.FAILED, ended.state());
        assertNotEquals("", ended.problem());
        assertEquals(0, entered(tag));
    }

    @Test
    void a_work_that_is_stopped_leaves_nothing() throws Exception {
        Actor staff = world.staff("取込 係");
        String tag = Secrets.name(6);
        String code = as(staff, () -> works.keep(table(tag, 2_500, "")));
        as(staff, () -> begun(code));
        until(() -> as(staff, () -> works.seen(code)).done() > 0);
        assertEquals(0, entered(tag), "nothing is seen before all of it is");
        as(staff, () -> {
            works.stop(code);
            return null;
        });
        assertEquals(LongWorkState.STOPPED, as(staff, () -> works.seen(code)).state());
        // One after the other: when the next is done, nothing is left of this one that could still become visible.
        String next = as(staff, () -> works.keep(table(Secrets.name(6), 1, "")));
        as(staff, () -> begun(next));
        assertEquals(LongWorkState.DONE, ended(staff, next).state());
        assertEquals(0, entered(tag), "nothing of it is kept");
        assertThrows(
                ConflictException.class,
                () -> as(staff, () -> {
                    works.stop(code);
                    return null;
                }));
    }

    @Test
    void a_work_whose_node_died_is_begun_anew() throws Exception {
        Actor staff = world.staff("取込 係");
        String tag = Secrets.name(6);
        String code = as(staff, () -> works.keep(table(tag, 10, "")));
        world.amend("update long_work set state = 'RUNNING', kind = 'companies', runner = 'gone', begun_at = now(),"
                + " heard_at = now() - interval '2 minutes', tries = 1 where code = '" + code + "'");
        LongWorkView ended = ended(staff, code);
        assertEquals(LongWorkState.DONE, ended.state(), ended.problem());
        assertEquals(10, entered(tag));
    }

    @Test
    void what_took_its_node_down_three_times_is_given_up() throws Exception {
        Actor staff = world.staff("取込 係");
        String code = as(staff, () -> works.keep(table(Secrets.name(6), 10, "")));
        world.amend("update long_work set state = 'RUNNING', kind = 'companies', runner = 'gone', begun_at = now(),"
                + " heard_at = now() - interval '2 minutes', tries = 3 where code = '" + code + "'");
        assertEquals(LongWorkState.FAILED, ended(staff, code).state());
    }

    @Test
    void it_is_nobody_elses() throws Exception {
        Actor staff = world.staff("取込 係");
        Actor other = world.staff("別の 係");
        String code = as(staff, () -> works.keep("a\nb"));
        assertThrows(DomainException.class, () -> as(other, () -> works.kept(code)));
        assertThrows(ConflictException.class, () -> as(other, () -> begun(code)));
        as(staff, () -> begun(code));
        assertThrows(NotFoundException.class, () -> as(other, () -> works.seen(code)));
        ended(staff, code);
    }

    /** @param last a line below the others, "" for none */
    private String table(String tag, int rows, String last) {
        String names = currentActor.as(World.STAFF, () -> String.join("\t", companies.columns()));
        return IntStream.range(0, rows)
                .mapToObj(i -> "\t任意団体です\t見本の会" + tag + i + "（架空）\tミホン\t表から来ました。\t食料品製造業\t\t大東地域\t架空町1\t12\t")
                .collect(Collectors.joining("\n", names + "\n", "\n" + last));
    }

    private Void begun(String code) {
        works.begin(code, CompanyImportWork.KIND, "");
        return null;
    }

    private LongWorkView ended(Actor staff, String code) throws InterruptedException {
        until(() -> !as(staff, () -> works.seen(code)).state().open());
        return as(staff, () -> works.seen(code));
    }

    private static void until(Supplier<Boolean> condition) throws InterruptedException {
        long deadline = System.nanoTime() + 90_000_000_000L;
        while (!condition.get()) {
            assertTrue(System.nanoTime() < deadline, "within 90 s");
            Thread.sleep(100);
        }
    }

    private int entered(String tag) {
        return (int) world.number("select count(*) from company where name like '%" + tag + "%'");
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return currentActor.as(who, work);
    }
}
