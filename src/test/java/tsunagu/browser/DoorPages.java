package tsunagu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** An evening at a door in a real browser: a session that began an hour ago, its phones, and what they keep. */
abstract class DoorPages {

    /** Eight digits whose last is the check digit (Damm). */
    static final List<String> CODES = List.of("57240000", "57240013", "57240021");

    final TestPortal portal = TestPortal.shared();

    /** All that the page keeps on the phone, as text. */
    static String kept(Page page) {
        return (String)
                        page.evaluate(
                                """
                () => new Promise((resolve, reject) => {
                  const open = indexedDB.open("tsunagu-door", 1);
                  open.onerror = reject;
                  open.onsuccess = () => {
                    const read = open.result.transaction(["kept", "queue"]);
                    const lists = read.objectStore("kept").getAll();
                    const facts = read.objectStore("queue").getAll();
                    read.oncomplete = () => { open.result.close(); resolve(JSON.stringify([lists.result, facts.result])); };
                  };
                })""")
                + page.locator("body").innerText();
    }

    Page opened(Visitor door, long session) {
        door.signIn("door@demo.example");
        door.open("/door/" + session);
        assertThat(door.page().locator("#door")).hasAttribute("data-ready", "yes");
        assertThat(door.page().locator("#door")).hasAttribute("data-kept", "yes");
        return door.page();
    }

    static void await(java.util.function.BooleanSupplier condition) {
        tsunagu.testing.Patience.until(condition, java.time.Duration.ofSeconds(20));
    }

    static void code(Page page, String code) {
        page.fill("#code", code);
        page.press("#code", "Enter");
    }

    String present(long session) {
        return portal.one("select count(*) from attendance where undone_at is null and session_id = " + session);
    }

    /** An event that began an hour ago, with three people registered. */
    long tonight(String title) {
        portal.run("set tsunagu.actor = 'test';"
                + " insert into event (id, code, type, title, state, published_at, area, version)"
                + " values (nextval('tsunagu_seq'), 'd' || currval('tsunagu_seq'), 'JOINT_BRIEFING', '" + title
                + "', 'PUBLISHED', now(), 'ICHINOSEKI', 1);"
                + " insert into event_session (id, event_id, number, known_to, held_on, starts_at, ends_at, fiscal_year, outcome, taken, version)"
                + " select nextval('tsunagu_seq'), e.id, 1, 'TIME', (b at time zone 'Asia/Tokyo')::date, b, b + interval '4 hours',"
                + " extract(year from (b at time zone 'Asia/Tokyo')::date - interval '3 months')::int, 'PLANNED', 3, 1"
                + " from event e, (select now() - interval '1 hour' as b) x where e.title = '" + title + "';"
                + " insert into session_counted_role select s.id, 'UNIVERSITY_STUDENT' from event_session s join event e on e.id = s.event_id where e.title = '"
                + title + "';");
        String session = portal.one(
                "select s.id from event_session s join event e on e.id = s.event_id where e.title = '" + title + "'");
        List<String> names = List.of("受付 一郎", "受付 二子", "受付 三郎");
        for (int i = 0; i < names.size(); i++) {
            portal.run("set tsunagu.actor = 'test';"
                    + " insert into person (id, name, created_at, version) values (nextval('tsunagu_seq'), '"
                    + names.get(i) + "', now(), 1);"
                    + " insert into registration (id, session_id, person_id, role, state, ticket_token, short_code, created_at, version)"
                    + " values (nextval('tsunagu_seq'), " + session
                    + ", currval('tsunagu_seq') - 50, 'UNIVERSITY_STUDENT', 'CONFIRMED',"
                    + " 'Tok" + session + "x" + i + "AAAAAAAAAAA', '" + CODES.get(i) + "', now(), 1)");
        }
        return Long.parseLong(session);
    }
}
