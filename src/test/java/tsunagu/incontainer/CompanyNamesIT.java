package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.company.CompanyContact;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyProfile;
import tsunagu.company.CompanyService;
import tsunagu.company.ContactService;
import tsunagu.company.MemberRole;
import tsunagu.company.MemberView;
import tsunagu.company.MembershipService;
import tsunagu.company.MergeService;
import tsunagu.company.NameChangeService;
import tsunagu.company.NameChangeView;
import tsunagu.company.OwnPageService;
import tsunagu.company.RegisterService;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchService;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;

/** What a company may not do in the city's name: call itself the city, and write to whomever it likes as often as it likes. */
@ArquillianTest
class CompanyNamesIT {

    @Inject
    private CompanyService companies;

    @Inject
    private OwnPageService pages;

    @Inject
    private NameChangeService names;

    @Inject
    private MembershipService memberships;

    @Inject
    private MergeService merges;

    @Inject
    private ContactService contacts;

    @Inject
    private RegisterService register;

    @Inject
    private SearchService search;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    /** A company and its owner. */
    private record Firm(CompanyName company, Actor owner) {}

    @Test
    void a_new_name_is_public_when_the_city_has_accepted_it_and_the_rest_at_once() {
        Firm firm = firm("名前商店（架空）");
        write(firm, "一関市役所", "https://names.example", "変わった一文です。");
        assertEquals("名前商店（架空）", companies.named(firm.company().id()).name());
        assertEquals("変わった一文です。", column(firm, "summary"));
        assertEquals("", column(firm, "website"));
        assertEquals(0, found("一関市役所"));
        assertEquals(
                "一関市役所",
                currentActor.as(firm.owner(), pages::page).page().name(),
                "the form goes on where it was left");

        NameChangeView seen = mine(firm);
        assertTrue(seen.official());
        assertTrue(staff(names::waiting).stream().anyMatch(each -> each.code().equals(seen.code())));
        write(firm, "名前商会（架空）", "https://names.example", "変わった一文です。");
        assertEquals("web.error.conflict", refused(World.STAFF, () -> names.accept(seen.code(), seen.version())));
        NameChangeView changed = mine(firm);
        assertEquals(seen.code(), changed.code(), "one wish of a company waits");
        assertFalse(changed.official());

        act(World.STAFF, () -> names.accept(changed.code(), changed.version()));
        assertEquals("名前商会（架空）", companies.named(firm.company().id()).name());
        assertEquals("https://names.example", column(firm, "website"));
        assertEquals(1, found("名前商会"));
        assertEquals(1, letters(firm, "company.letter.nameAccepted", "会社名などの変更を公開しました"));
        assertEquals(
                "web.error.conflict",
                refused(World.STAFF, () -> names.refuse(changed.code(), changed.version(), "遅い")));
    }

    @Test
    void a_refusal_has_a_reason_and_a_wish_can_be_taken_back() {
        Firm firm = firm("断られ商店（架空）");
        write(firm, "ハローワーク一関", "", "一文");
        NameChangeView wish = mine(firm);
        assertTrue(wish.official());
        assertEquals(
                "company.error.commentMissing",
                refused(World.STAFF, () -> names.refuse(wish.code(), wish.version(), " ")));
        int written = currentActor.as(firm.owner(), pages::page).version();
        act(World.STAFF, () -> names.refuse(wish.code(), wish.version(), "登記の名前ではありません"));
        assertEquals("断られ商店（架空）", companies.named(firm.company().id()).name());
        assertEquals("登記の名前ではありません", mine(firm).comment());
        assertEquals(1, letters(firm, "company.letter.nameRefused", "会社名などの変更について"));
        CompanyProfile old = currentActor.as(firm.owner(), pages::page).page();
        assertEquals(
                "web.error.conflict",
                refused(firm.owner(), () -> pages.write(written, with(old, "ハローワーク一関", "", "一文"))),
                "a page that was open meanwhile does not ask again by itself");

        write(firm, "次の名前（架空）", "", "一文");
        NameChangeView next = mine(firm);
        Firm other = firm("よその商店（架空）");
        assertThrows(
                NotFoundException.class, () -> act(other.owner(), () -> names.takeBack(next.code(), next.version())));
        act(firm.owner(), () -> names.takeBack(next.code(), next.version()));
        assertTrue(currentActor.as(firm.owner(), names::mine).isEmpty());
        assertEquals("web.error.conflict", refused(World.STAFF, () -> names.accept(next.code(), next.version())));

        write(firm, "もう一つの名前（架空）", "", "一文");
        write(firm, "断られ商店（架空）", "", "一文");
        assertTrue(currentActor.as(firm.owner(), names::mine).isEmpty(), "the public name again is no wish any more");
    }

    @Test
    void a_link_is_https_waits_and_is_taken_off_at_once() {
        Firm firm = firm("リンク商店（架空）");
        assertThrows(ConstraintViolationException.class, () -> write(firm, "リンク商店（架空）", "http://link.example", "一文"));
        write(firm, "リンク商店（架空）", "https://link.example", "一文");
        assertEquals("", column(firm, "website"));
        NameChangeView wish = mine(firm);
        act(World.STAFF, () -> names.accept(wish.code(), wish.version()));
        assertEquals("https://link.example", column(firm, "website"));
        write(firm, "リンク商店（架空）", "", "一文");
        assertEquals("", column(firm, "website"));
        write(firm, "リンク商店（架空）", "https://city-ichinoseki.example", "一文");
        assertTrue(mine(firm).official());
    }

    @Test
    void what_looks_like_a_public_body_is_marked_and_an_ordinary_firm_is_not() {
        Firm firm = firm("印の商店（架空）");
        for (String name : List.of(
                "一関市",
                "一関市役所",
                "㈱一関 市役所 サービス",
                "平泉町役場",
                "岩手県庁",
                "岩手県",
                "ハローワーク一関",
                "岩手労働局",
                "一関市教育委員会",
                "一関市商政課",
                "一関公共職業安定所",
                "ＣＩＴＹ ＨＡＬＬ一関")) {
            write(firm, name, "", "一文");
            assertTrue(mine(firm).official(), name);
        }
        for (String name : List.of("株式会社一関製作所（架空）", "朝市商店（架空）", "県南建設（架空）", "町田木工（架空）", "役者工房（架空）")) {
            write(firm, name, "", "一文");
            assertFalse(mine(firm).official(), name);
        }
    }

    @Test
    void a_company_that_is_gone_is_not_renamed() {
        Firm left = firm("抹消商店（架空）");
        write(left, "抹消後の名前（架空）", "", "一文");
        String seen = staff(() -> world.registerStamp(left.company().code()));
        act(World.STAFF, () -> register.leave(left.company().code(), seen, today(), "廃業"));
        assertTrue(currentActor.as(left.owner(), names::mine).isEmpty());

        Firm merged = firm("合わせる商店（架空）");
        Firm into = firm("残る商店（架空）");
        write(merged, "合わせた後の名前（架空）", "", "一文");
        act(
                World.STAFF,
                () -> merges.merge(merged.company().code(), into.company().code(), "同じ会社"));
        assertTrue(staff(names::waiting).stream()
                .noneMatch(each -> each.company().id() == merged.company().id()));
        assertEquals("残る商店（架空）", companies.named(into.company().id()).name());
    }

    @Test
    void the_21st_invitation_of_a_month_is_refused_and_the_11th_that_is_open() {
        Firm firm = firm("招待商店（架空）");
        for (int i = 0; i < 10; i++) {
            invite(firm, "");
        }
        assertEquals("company.error.invitesOpen", refused(firm.owner(), () -> invite(firm, "")));
        withdrawAll(firm);
        for (int i = 0; i < 10; i++) {
            invite(firm, "");
        }
        withdrawAll(firm);
        assertEquals("company.error.invitesMonth", refused(firm.owner(), () -> invite(firm, "")));
        world.amend("update company_invitation set created_at = created_at - interval '31 days' where company_id = "
                + firm.company().id());
        invite(firm, "");
    }

    @Test
    void one_address_gets_one_open_invitation_of_a_company_and_three_letters_a_day() {
        String address = "once" + Secrets.token() + "@guest.example";
        Firm first = firm("一社目（架空）");
        invite(first, address);
        assertEquals(
                "company.error.invitedAlready",
                refused(first.owner(), () -> invite(first, address.toUpperCase(java.util.Locale.ROOT))));
        withdrawAll(first);
        invite(first, address);
        invite(firm("二社目（架空）"), address);
        Firm third = firm("三社目（架空）");
        assertEquals("company.error.invitesAddress", refused(third.owner(), () -> invite(third, address)));
        String letter =
                world.letters("recipient_key = testing.mark('" + address + "')").get(0);
        assertTrue(letter.contains("一社目（架空）") && letter.contains("市ではありません"), letter);
        world.amend("update company_invitation set created_at = created_at - interval '25 hours' where company_id = "
                + first.company().id());
        invite(third, address);
    }

    @Test
    void invitations_that_come_at_once_are_counted_one_after_the_other() throws Exception {
        Firm firm = firm("同時商店（架空）");
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(() -> invite(firm, ""));
        }
        assertEquals(10, race(all));
        assertEquals(
                10,
                world.number("select count(*) from company_invitation where company_id = "
                        + firm.company().id()));

        String address = "race" + Secrets.token() + "@guest.example";
        List<Runnable> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Firm each = firm("競う商店" + i + "（架空）");
            many.add(() -> invite(each, address));
        }
        assertEquals(3, race(many));
    }

    @Test
    void a_member_is_changed_as_he_was_seen() {
        Firm firm = firm("担当商店（架空）");
        Actor editor = member(firm, "担当 二郎");
        MemberView seen = member(firm, editor);
        Firm other = firm("隣の商店（架空）");
        assertThrows(
                NotFoundException.class,
                () -> act(other.owner(), () -> memberships.setRole(seen.id(), seen.version(), MemberRole.OWNER)));
        act(firm.owner(), () -> memberships.setRole(seen.id(), seen.version(), MemberRole.OWNER));
        assertEquals("web.error.conflict", refused(firm.owner(), () -> memberships.remove(seen.id(), seen.version())));
        MemberView now = member(firm, editor);
        act(firm.owner(), () -> memberships.remove(now.id(), now.version()));
        assertEquals(
                "web.error.conflict",
                refused(firm.owner(), () -> memberships.setRole(now.id(), now.version(), MemberRole.EDITOR)));

        act(firm.owner(), () -> invite(firm, ""));
        long invitation =
                currentActor.as(firm.owner(), memberships::invitations).get(0).id();
        assertThrows(
                NotFoundException.class, () -> act(other.owner(), () -> memberships.withdrawInvitation(invitation)));
        act(firm.owner(), () -> memberships.withdrawInvitation(invitation));
        assertThrows(
                ConflictException.class, () -> act(firm.owner(), () -> memberships.withdrawInvitation(invitation)));
    }

    /** @return how many of them were not refused */
    /** An accountant for two firms: one is chosen, the other one's records are not there; a form acts for the firm it was opened for, or for none. */
    @Test
    void one_account_acts_for_two_firms_and_mixes_nothing() {
        Firm one = firm("一つめ工業（架空）");
        Firm two = firm("二つめ工業（架空）");
        Actor both = member(one, "二社の 経理");
        String secret = currentActor.as(two.owner(), () -> memberships.invite(MemberRole.EDITOR, "経理", ""));
        assertEquals(
                "company.error.member",
                refused(
                        both,
                        () -> memberships.accept(currentActor.as(
                                one.owner(), () -> memberships.invite(MemberRole.EDITOR, "もう一度", "")))));
        assertEquals(two.company().id(), currentActor.as(both, () -> memberships.accept(secret)));
        assertEquals(
                List.of(one.company().id(), two.company().id()),
                currentActor.as(both, memberships::all).stream()
                        .map(each -> each.company().id())
                        .toList());

        assertEquals(one.company().id(), own(both, null, false), "the one they joined first");
        assertEquals(two.company().id(), own(both, two.company().id(), false));
        assertEquals(two.company().id(), own(both, two.company().id(), true));
        assertEquals(
                "二つめ工業（架空）",
                acting(both, two.company().id(), true, pages::page).page().name());
        acting(both, two.company().id(), true, () -> {
            contacts.state(null, new CompanyContact("経理", "0191-21-2222"));
            return null;
        });
        assertTrue(currentActor.as(one.owner(), contacts::own).isEmpty());
        assertEquals(
                "経理", currentActor.as(two.owner(), contacts::own).orElseThrow().name());

        long strange = firm("三つめ工業（架空）").company().id();
        act(both, () -> memberships.choose(two.company().id()));
        assertEquals(two.company().id(), own(both, null, false), "the one they chose last");
        assertEquals(two.company().id(), acted(both, null, false), "their session stays with it");
        assertEquals(two.company().id(), acted(both, strange, false), "and forgets a choice that is none");
        act(both, () -> memberships.choose(one.company().id()));
        assertThrows(NotFoundException.class, () -> act(both, () -> memberships.choose(strange)));
        assertEquals(one.company().id(), own(both, strange, false), "a choice that is none");
        assertThrows(NotFoundException.class, () -> own(both, strange, true));
        act(both, () -> memberships.choose(two.company().id()));
        act(
                two.owner(),
                () -> memberships.remove(
                        member(two, both).id(), member(two, both).version()));
        assertEquals(0, world.number("select count(*) from company_choice where account_id = " + both.accountId()));
        assertEquals(one.company().id(), own(both, two.company().id(), false));
        assertNull(acted(both, two.company().id(), true), "a session begins with no firm they have left");
        assertThrows(
                NotFoundException.class,
                () -> own(both, two.company().id(), true),
                "nothing is done to another firm instead");
    }

    /** Who acted for both of two companies that become one is a member once; letters of two firms lead by the page where the right one is chosen. */
    @Test
    void two_firms_of_one_account_become_one() {
        Firm one = firm("先の工業（架空）");
        Firm two = firm("後の工業（架空）");
        Actor both = member(one, "両社の 担当");
        String secret = currentActor.as(two.owner(), () -> memberships.invite(MemberRole.EDITOR, "担当", ""));
        currentActor.as(both, () -> memberships.accept(secret));
        String address = world.text("select email from account where id = " + both.accountId());
        assertTrue(currentActor.as(Actor.system("mail"), () -> memberships.several(address)));
        act(both, () -> memberships.choose(two.company().id()));
        act(World.STAFF, () -> merges.merge(two.company().code(), one.company().code(), "同じ会社"));
        assertEquals(
                one.company().id(),
                world.number("select company_id from company_choice where account_id = " + both.accountId()),
                "chosen is the one that stays");
        assertEquals(
                List.of(one.company().id()),
                currentActor.as(both, memberships::all).stream()
                        .map(each -> each.company().id())
                        .toList());
        assertEquals(
                1,
                world.number("select count(*) from company_member where left_at is null and account_id = "
                        + both.accountId()));
        assertFalse(currentActor.as(Actor.system("mail"), () -> memberships.several(address)));
    }

    private <T> T acting(Actor who, Long company, boolean stated, java.util.function.Supplier<T> work) {
        return currentActor.actingFor(new CurrentActor.Acting(company, stated), () -> currentActor.as(who, work));
    }

    /** For which company the session goes on after a request that asks for one. */
    private Long acted(Actor who, Long company, boolean stated) {
        return acting(who, company, stated, () -> {
            memberships.find();
            return currentActor.acted();
        });
    }

    private long own(Actor who, Long company, boolean stated) {
        return acting(who, company, stated, memberships::own).company().id();
    }

    private int race(List<Runnable> acts) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> running = acts.stream()
                .map(each -> world.executor().submit(() -> {
                    start.await();
                    try {
                        each.run();
                        return true;
                    } catch (DomainException e) {
                        return false;
                    }
                }))
                .toList();
        start.countDown();
        int done = 0;
        for (Future<Boolean> each : running) {
            done += each.get(60, TimeUnit.SECONDS) ? 1 : 0;
        }
        return done;
    }

    private void invite(Firm firm, String address) {
        currentActor.as(firm.owner(), () -> memberships.invite(MemberRole.EDITOR, "後任", address));
    }

    private void withdrawAll(Firm firm) {
        currentActor
                .as(firm.owner(), memberships::invitations)
                .forEach(each -> act(firm.owner(), () -> memberships.withdrawInvitation(each.id())));
    }

    private MemberView member(Firm firm, Actor who) {
        return currentActor.as(firm.owner(), memberships::members).stream()
                .filter(each -> each.name().equals(who.name()))
                .findFirst()
                .orElseThrow();
    }

    private Firm firm(String name) {
        CompanyProfile profile =
                DemonstrationCity.drawn(LocalDate.of(2026, 1, 1)).firms().get(0).profile();
        CompanyName company = currentActor.as(World.STAFF, () -> companies.enter(with(profile, name, "", "一文")));
        Firm firm = new Firm(company, null);
        return new Firm(company, member(firm, "代表 " + Secrets.name(6), MemberRole.OWNER));
    }

    private Actor member(Firm firm, String name) {
        return member(firm, name, MemberRole.EDITOR);
    }

    private Actor member(Firm firm, String name, MemberRole role) {
        Actor person = world.seeker(name);
        world.amend("insert into account_role (account_id, role) values (" + person.accountId() + ", 'COMPANY')");
        world.amend(
                "insert into company_member (id, company_id, account_id, role, joined_at, version) values (nextval('tsunagu_seq'), "
                        + firm.company().id() + ", " + person.accountId() + ", '" + role + "', now(), 0)");
        return new Actor(person.accountId(), person.personId(), person.name(), Set.of(Role.COMPANY));
    }

    private void write(Firm firm, String name, String website, String summary) {
        act(firm.owner(), () -> {
            OwnPageService.OwnPage page = pages.page();
            pages.write(page.version(), with(page.page(), name, website, summary));
        });
    }

    private static CompanyProfile with(CompanyProfile profile, String name, String website, String summary) {
        return new CompanyProfile(
                null,
                name,
                "テスト",
                profile.industry(),
                summary,
                profile.business(),
                profile.appeal(),
                profile.plainWords(),
                profile.welfare(),
                profile.founded(),
                profile.capital(),
                profile.employees(),
                website,
                profile.certificates(),
                profile.features(),
                profile.places(),
                profile.dayOf(),
                profile.day(),
                profile.youth(),
                List.of(),
                "");
    }

    private NameChangeView mine(Firm firm) {
        return currentActor.as(firm.owner(), names::mine).orElseThrow();
    }

    private String column(Firm firm, String column) {
        return world.text("select " + column + " from company where id = "
                + firm.company().id());
    }

    private long found(String words) {
        return search.find(SearchQuery.parse(Kind.COMPANY, java.util.Map.of("q", new String[] {words})))
                .total();
    }

    private long letters(Firm firm, String text, String subject) {
        return world.number(
                "select count(*) from mail_outbox o join account a on a.email_key = o.recipient_key where a.id = "
                        + firm.owner().accountId() + " and o.subject like '%" + subject + "%'");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant().truncatedTo(ChronoUnit.SECONDS), FiscalYear.ZONE);
    }

    private <T> T staff(java.util.function.Supplier<T> question) {
        return currentActor.as(World.STAFF, question::get);
    }

    private void act(Actor actor, Runnable act) {
        currentActor.as(actor, () -> {
            act.run();
            return null;
        });
    }

    private String refused(Actor actor, Runnable act) {
        return assertThrows(DomainException.class, () -> act(actor, act)).key();
    }
}
