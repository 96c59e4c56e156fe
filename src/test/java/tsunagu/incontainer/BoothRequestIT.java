package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.booth.BoothRequestEnd;
import tsunagu.booth.BoothRequestService;
import tsunagu.booth.ExhibitorService;
import tsunagu.company.CompanyName;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventDraft;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.event.Exhibit;
import tsunagu.event.ManagedEvent;
import tsunagu.event.OutsideExhibit;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;

/** Companies ask for a booth, staff give one or do not, and the company hears of it. */
@ArquillianTest
class BoothRequestIT {

    @Inject
    private World world;

    @Inject
    private EventService events;

    @Inject
    private BoothRequestService requests;

    @Inject
    private ExhibitorService exhibitors;

    @Inject
    private BoothRequestEnd end;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Test
    void a_company_asks_for_a_booth_and_is_told_when_it_has_one() {
        String fair = fair();
        Member firm = member();
        assertTrue(mine(firm, fair).isEmpty(), "nobody may ask yet");
        assertEquals("booth.error.askLate", key(() -> ask(firm, fair)));
        staff(() -> let(fair, today().plusDays(1)));
        assertTrue(mine(firm, fair).get(0).open());
        ask(firm, fair);
        assertEquals("booth.error.asked", key(() -> ask(firm, fair)));

        BoothRequestService.Asked asked = staff(() -> requests.requests(fair)).get(0);
        assertEquals("机を2つ", asked.words());
        staff(() -> {
            requests.give(fair, asked.request(), asked.version(), "ａ－3", false);
            return null;
        });
        assertEquals(
                List.of("A-3"),
                staff(() -> exhibitors.exhibitors(fair)).stream()
                        .map(each -> each.exhibit().booth())
                        .toList());
        assertEquals(1, letters(firm, "出展が決まりました"));
        assertEquals(List.of(), mine(firm, fair), "it stands among the fairs with a booth now");
        assertThrows(
                ConflictException.class,
                () -> staff(() -> {
                    requests.refuse(fair, asked.request(), asked.version(), "");
                    return null;
                }));
    }

    @Test
    void who_is_refused_reads_why_and_may_ask_again_until_the_day() {
        String fair = fair();
        Member firm = member();
        staff(() -> let(fair, today()));
        ask(firm, fair);
        BoothRequestService.Asked asked = staff(() -> requests.requests(fair)).get(0);
        staff(() -> {
            requests.refuse(fair, asked.request(), asked.version(), "会場がいっぱいです");
            return null;
        });
        assertEquals("会場がいっぱいです", mine(firm, fair).get(0).why());
        assertEquals(1, letters(firm, "出展の申込みについて"));
        assertEquals(0, letters(firm, "出展が決まりました"));
        ask(firm, fair);
        BoothRequestService.OpenFair again = mine(firm, fair).get(0);
        currentActor.as(firm.actor(), () -> {
            requests.withdraw(again.request(), again.version());
            return null;
        });
        staff(() -> let(fair, today().minusDays(1)));
        assertEquals("booth.error.askLate", key(() -> ask(firm, fair)));
        assertEquals("booth.error.untilLate", key(() -> staff(() -> let(fair, today().plusDays(30)))));
    }

    @Test
    void who_is_put_on_the_list_or_taken_off_it_is_told_once_the_event_is_public() {
        Member firm = member();
        String draft = staff(() -> events.create(draft()));
        staff(() -> add(draft, firm));
        assertEquals(0, letters(firm, "出展"), "nobody hears of a draft");
        staff(() -> {
            events.publish(draft, events.event(draft).version());
            return null;
        });
        assertEquals(1, letters(firm, "出展が決まりました"));
        assertEquals("booth.error.hasBooth", key(() -> staff(() -> add(draft, firm))));
        Member other = member();
        String list = "企業名\tブース\n" + world.text("select code from company where id = " + other.company()) + "\tB-1\n";
        staff(() -> {
            exhibitors.take(draft, list, false, false, exhibitors.seen(draft));
            exhibitors.take(draft, list, false, false, exhibitors.seen(draft));
            return null;
        });
        assertEquals(1, letters(firm, "外れました"));
        assertEquals(1, letters(other, "出展が決まりました"), "told once, however often the list is saved");
        assertEquals(1, letters(firm, "出展が決まりました"));
    }

    @Test
    void exhibitors_are_found_by_name_and_reading_however_they_are_typed() {
        String fair = fair();
        Member firm = member();
        // Other tests enter companies of the same name.
        String name = "名調べ" + firm.company();
        world.amend("update company set name = '" + name + "', reading = 'カナシラベ" + firm.company() + "' where id = "
                + firm.company());
        assertEquals(List.of(firm.company()), found(fair, name));
        assertEquals(List.of(firm.company()), found(fair, "かなしらべ" + firm.company()));
        staff(() -> add(fair, firm));
        assertEquals(List.of(), found(fair, name), "it has a booth");
    }

    @Test
    void who_is_not_in_the_register_has_a_booth_too_and_is_told_where_there_is_an_address() {
        world.city();
        String fair = fair();
        String mail = "outside-" + Secrets.name(6) + "@outside.example";
        String name = "見本商工会 " + Secrets.name(6);
        OutsideExhibit typed = new OutsideExhibit(Exhibit.at("ｂ－2"), "事務局", mail);
        staff(() -> outside(fair, name, typed));
        assertEquals("booth.error.companyTwice", key(() -> staff(() -> outside(fair, name, typed))));
        assertEquals("booth.error.sameBooth", key(() -> staff(() -> outside(fair, name + "二", typed))));
        assertEquals(
                "web.error.mailAddress",
                key(() -> staff(() -> outside(fair, "三", new OutsideExhibit(Exhibit.at(""), "", "a b")))));
        String known =
                world.text("select name from company c where (select count(*) from company o where o.name = c.name) = 1"
                        + " and merged_into is null order by id limit 1");
        assertEquals(
                "booth.error.registered",
                key(() -> staff(() -> outside(fair, known, new OutsideExhibit(Exhibit.at(""), "", "")))));
        assertEquals(1, sent(mail, "出展が決まりました"));
        assertEquals(
                List.of(name + " B-2 false"),
                staff(() -> exhibitors.all(fair)).stream()
                        .map(each -> each.name() + " " + each.exhibit().booth() + " " + each.registered())
                        .toList());
        assertEquals(
                1,
                world.number(
                        "select jsonb_array_length(exhibitors) from finding_event_page where code = '" + fair + "'"));

        // A name that is not in the register is a question, as it may be mistyped; who stands on the list already is
        // none.
        String more = staff(() -> exhibitors.table(fair)) + "\n打ち間違い株式会社\tC-1\t\t\t\n";
        assertEquals("booth.error.unregistered", key(() -> staff(() -> take(fair, more, false))));
        staff(() -> take(fair, staff(() -> exhibitors.table(fair)), false));
        staff(() -> take(fair, more, true));
        assertEquals(2, staff(() -> exhibitors.all(fair)).size());
        assertEquals(1, sent(mail, "出展が決まりました"), "told once");
        String before = staff(() -> exhibitors.seen(fair));
        staff(() -> {
            exhibitors.empty(fair, before);
            return null;
        });
        assertEquals(List.of(), staff(() -> exhibitors.all(fair)));
        assertEquals(1, sent(mail, "一覧から外れました"));
        assertThrows(
                ConflictException.class,
                () -> staff(() -> {
                    exhibitors.empty(fair, before);
                    return null;
                }));
    }

    @Test
    void what_is_called_off_or_over_leaves_no_request_without_an_answer() {
        String off = fair();
        Member asking = member();
        Member standing = member();
        staff(() -> let(off, today()));
        ask(asking, off);
        staff(() -> add(off, standing));
        staff(() -> {
            events.cancel(off, events.event(off).version(), "大雪のため");
            return null;
        });
        assertEquals(1, letters(asking, "中止のお知らせ（出展）"));
        assertEquals(1, letters(standing, "中止のお知らせ（出展）"));
        assertEquals("REFUSED 大雪のため", state(off));

        String over = fair();
        Member late = member();
        staff(() -> let(over, today()));
        ask(late, over);
        currentActor.as(Actor.system("booths"), () -> {
            end.run(today());
            return null;
        });
        assertEquals("ASKED ", state(over), "it is still to come");
        world.amend("update event_session set held_on = d, starts_at = (d + time '10:00') at time zone 'Asia/Tokyo',"
                + " ends_at = (d + time '11:00') at time zone 'Asia/Tokyo', fiscal_year = extract(year from d - interval '3 months')"
                + " from (select (now() at time zone 'Asia/Tokyo')::date - 2 as d) x where event_id ="
                + " (select id from event where code = '" + over + "')");
        currentActor.as(Actor.system("booths"), () -> {
            end.run(today());
            return null;
        });
        assertEquals("REFUSED ", state(over));
        assertEquals(1, letters(late, "出展の申込みについて"));
    }

    @Test
    void what_was_called_off_while_a_company_asked_is_answered_as_called_off() {
        String off = fair();
        Member asking = member();
        staff(() -> let(off, today()));
        ask(asking, off);
        // As the request would be whose transaction did not see the other's.
        world.amend("update event set state = 'CANCELLED', cancelled_at = now(), cancelled_why = '大雪のため' where code = '"
                + off + "'");
        String one = fair();
        Member waiting = member();
        staff(() -> let(one, today()));
        ask(waiting, one);
        world.amend(
                "update event_session set outcome = 'NOT_HELD' where event_id = (select id from event where code = '"
                        + one + "')");
        currentActor.as(Actor.system("booths"), () -> {
            end.run(today());
            return null;
        });
        assertEquals("REFUSED 大雪のため", state(off));
        assertEquals(1, letters(asking, "中止のお知らせ（出展）"));
        assertEquals(0, letters(asking, "出展の申込みについて"));
        assertEquals("ASKED ", state(one), "its day is still to come");
    }

    @Test
    void who_shares_a_name_is_written_by_the_code_and_never_taken_for_somebody_else() {
        String fair = fair();
        Member firm = member();
        Member other = member();
        String name = "同名商事" + Secrets.name(6);
        world.amend("update company set name = '" + name + "' where id = " + firm.company());
        staff(() -> add(fair, firm));
        String clear = staff(() -> exhibitors.table(fair));
        assertTrue(clear.contains(name + "\t"), clear);
        world.amend("update company set name = '" + name + "' where id = " + other.company());

        assertEquals(
                List.of("booth.error.severalOfName"),
                staff(() -> exhibitors.read(fair, clear)).stream()
                        .map(ExhibitorService.Line::problem)
                        .toList());
        assertEquals("booth.error.severalOfName", key(() -> staff(() -> take(fair, clear, true))));
        assertEquals(
                "booth.error.registered",
                key(() -> staff(() -> outside(fair, name, new OutsideExhibit(Exhibit.at(""), "", "")))));
        staff(() -> take(fair, staff(() -> exhibitors.table(fair)), false));
        assertEquals(
                List.of(firm.company()),
                staff(() -> exhibitors.exhibitors(fair)).stream()
                        .map(ExhibitorService.Exhibitor::company)
                        .toList());
        assertEquals(0, letters(firm, "外れました"));
    }

    @Test
    void who_stood_outside_and_has_an_entry_now_goes_on_as_the_company() {
        String fair = fair();
        String mail = "outside-" + Secrets.name(6) + "@outside.example";
        String name = "見本組合" + Secrets.name(6);
        staff(() -> outside(fair, name, new OutsideExhibit(Exhibit.at("B-2"), "事務局", "＜" + mail + "＞")));
        assertEquals(1, sent(mail, "出展が決まりました"), "the address is kept as it is delivered to");
        String table = staff(() -> exhibitors.table(fair));
        assertTrue(table.contains("\t" + mail), table);
        assertEquals(
                List.of(false),
                staff(() -> exhibitors.read(fair, table)).stream()
                        .map(ExhibitorService.Line::unregistered)
                        .toList(),
                "who is on the list is no question");

        Member firm = member();
        world.amend("update company set name = '" + name + "' where id = " + firm.company());
        assertEquals("booth.error.registeredContact", key(() -> staff(() -> take(fair, table, false))));
        String without = table.replace("事務局", "").replace(mail, "");
        assertEquals(
                List.of(),
                staff(() -> exhibitors.takenOff(fair, exhibitors.read(fair, without))),
                "nobody is taken off");
        staff(() -> take(fair, without, false));
        assertEquals(0, sent(mail, "一覧から外れました"));
        assertEquals(
                List.of(name + " true"),
                staff(() -> exhibitors.all(fair)).stream()
                        .map(each -> each.name() + " " + each.registered())
                        .toList());
    }

    private String state(String fair) {
        return world.text(
                "select r.state || ' ' || r.why from booth_request r join event e on e.id = r.event_id where e.code = '"
                        + fair + "'");
    }

    private long sent(String mail, String subject) {
        return world.number(
                "select count(*) from mail_outbox where recipient_key = testing.mark(?1) and subject like '%" + subject
                        + "%'",
                mail);
    }

    private Void outside(String fair, String name, OutsideExhibit exhibit) {
        exhibitors.addOutside(fair, name, exhibit, false);
        return null;
    }

    private Void take(String fair, String table, boolean unregistered) {
        exhibitors.take(fair, table, false, unregistered, exhibitors.seen(fair));
        return null;
    }

    private List<Long> found(String fair, String words) {
        return staff(() -> exhibitors.find(fair, words, null)).stream()
                .map(CompanyName::id)
                .toList();
    }

    private Void add(String fair, Member firm) {
        exhibitors.add(fair, firm.company(), "", false);
        return null;
    }

    private Void let(String fair, LocalDate until) {
        requests.let(fair, until);
        return null;
    }

    private void ask(Member firm, String fair) {
        currentActor.as(firm.actor(), () -> {
            requests.ask(fair, "机を2つ");
            return null;
        });
    }

    private List<BoothRequestService.OpenFair> mine(Member firm, String fair) {
        return currentActor.as(firm.actor(), () -> requests.fairs()).stream()
                .filter(each -> each.code().equals(fair))
                .toList();
    }

    private String fair() {
        ManagedEvent event = world.event(null, EventType.JOINT_BRIEFING, 10);
        return event.event().code();
    }

    private EventDraft draft() {
        return new EventDraft(
                "test " + Secrets.name(6),
                EventType.JOINT_BRIEFING,
                null,
                "",
                EventDraft.Visit.UNSAID,
                List.of(new EventDraft.SessionDraft(
                        null,
                        "",
                        today().plusDays(2),
                        LocalTime.of(10, 0),
                        LocalTime.of(12, 0),
                        "",
                        "",
                        null,
                        Set.of(AttendanceRole.JOB_SEEKER))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }

    private record Member(long company, Actor actor) {}

    private Member member() {
        world.city();
        long company = world.number(
                "select c.id from company c where c.merged_into is null and not exists (select 1 from company_member m"
                        + " where m.company_id = c.id) order by c.id desc limit 1");
        Actor account = world.seeker("社員 " + Secrets.name(6));
        world.amend("insert into company_member (id, company_id, account_id, role, joined_at, version)"
                + " values (nextval('tsunagu_seq'), " + company + ", " + account.accountId() + ", 'OWNER', now(), 1)");
        return new Member(
                company, new Actor(account.accountId(), account.personId(), account.name(), Set.of(Role.COMPANY)));
    }

    private <T> T staff(Supplier<T> work) {
        return currentActor.as(World.STAFF, work::get);
    }

    private String key(Runnable work) {
        return assertThrows(DomainException.class, work::run).key();
    }

    private long letters(Member firm, String subject) {
        return world.number(
                "select count(*) from mail_outbox o join account a on a.email_key = o.recipient_key where a.id = ?1"
                        + " and o.subject like '%" + subject + "%'",
                firm.actor().accountId());
    }
}
