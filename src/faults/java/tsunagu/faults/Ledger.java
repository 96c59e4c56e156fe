package tsunagu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import tsunagu.platform.SealedForTests;
import tsunagu.shared.SealedText;
import tsunagu.testing.Wire;

/** Who was told what, compared with what is there afterwards. */
final class Ledger {

    private static final String TOLD = "503 in words";

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> bad = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(24);
    private final String mark = "ledger" + System.nanoTime();
    private final String form;
    private final City city;
    /** Several, because a person does one thing after the other, and who waits for an answer keeps no other one waiting. */
    private final List<Client> staff;

    private final Map<String, Integer> slowest = new ConcurrentHashMap<>();

    Ledger(City city) throws Exception {
        this.city = city;
        form = form(city);
        staff = List.of(new Client(city.proxy(), ""), new Client(city.proxy(), ""), new Client(city.proxy(), ""));
        for (Client each : staff) {
            assertThat(each.signIn("staff@demo.example", City.PASSWORD).statusCode()).isEqualTo(302);
        }
    }

    /** Where people register: the session with the most places that is open for a while. */
    static String form(City city) {
        return city.one("select '/events/' || e.code || '/sessions/' || s.id || '/register' from event e join event_session s on s.event_id = e.id"
                + " where e.state = 'PUBLISHED' and s.starts_at > now() + interval '1 day' and s.outcome = 'PLANNED' and s.intake = 'FIRST_COME'"
                + " and coalesce(s.intake_opens_at, now()) <= now() and coalesce(s.intake_closes_at, s.starts_at) > now() + interval '1 day'"
                + " and coalesce(s.capacity, 99999) - s.taken > 5 order by coalesce(s.capacity, 99999) - s.taken desc limit 1");
    }

    void begin() {
        AtomicInteger turn = new AtomicInteger();
        clock.scheduleAtFixedRate(() -> clock.execute(() -> one(turn.incrementAndGet())), 0, 50, TimeUnit.MILLISECONDS);
    }

    private void one(int turn) {
        long begun = System.nanoTime();
        sent.incrementAndGet();
        String what = "";
        try {
            if (turn % 20 == 0) {
                what = "sign-up";
                signUp(turn);
            } else if (turn % 5 == 0) {
                what = "staff";
                Client who = staff.get(turn / 5 % staff.size());
                synchronized (who) {
                    begun = System.nanoTime();
                    expect(what, who.get("/staff/events"));
                }
            } else {
                what = List.of("/jobs", "/companies", "/events", "/plan").get(turn % 4);
                expect(what, new Client(city.proxy(), "").get(what));
            }
        } catch (Exception broken) {
            bad.computeIfAbsent(what + " " + broken.getClass().getSimpleName(), key -> new LongAdder()).increment();
        }
        slowest.merge(what, (int) ((System.nanoTime() - begun) / 1_000_000), Math::max);
    }

    /** At a node, because the limit goes by networks and this machine is one; whichever node answers health. */
    private void signUp(int turn) throws Exception {
        String email = mark + "-" + turn + "@mail.example";
        Client guest = new Client(city.node(turn % 40 == 0 ? "a" : "b"), "198.51." + turn / 250 % 250 + "." + turn % 250);
        HttpResponse<String> page = guest.get(form);
        Map<String, String> fields = Wire.form(page, "form");
        fields.put("name", "Ledger " + turn);
        fields.put("email", email);
        fields.put("role", "GENERAL");
        fields.put("agreed", "true");
        fields.put("act", Wire.parsed(page).select("#form button[name=act]").first().val());
        asked.add(email);
        HttpResponse<String> answer = guest.post(form, fields);
        if (answer.statusCode() == 302) {
            acknowledged.add(email);
        }
    }

    private void expect(String what, HttpResponse<String> answer) {
        // words for people, and not the sign-in page for whoever is signed in
        boolean told = answer.statusCode() == 503 && answer.body().contains("\u305f\u3060\u3044\u307e\u5229\u7528\u3067\u304d\u307e\u305b\u3093");
        if (told) {
            bad.computeIfAbsent(TOLD, key -> new LongAdder()).increment();
        } else if (answer.statusCode() != 200) {
            bad.computeIfAbsent(what + " " + answer.statusCode(), key -> new LongAdder()).increment();
        }
    }

    void end() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(100, TimeUnit.SECONDS);
        // sign-ups go to a node itself, and one that is away cannot answer: that is no lost request
        bad.keySet().removeIf(each -> each.startsWith("sign-up"));
    }

    /** Who was told that it is done is there once; who was not is there at most once. */
    void holds() {
        SealedForTests sealed = city.sealed();
        List<String> rows = city.one("select coalesce(string_agg(encode(guest_email, 'hex'), ' '), '') from registration where guest_email is not null")
                .lines()
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(each -> !each.isBlank())
                .map(each -> sealed.opens(SealedText.PURPOSE, each).toLowerCase(Locale.ROOT))
                .filter(each -> each.startsWith(mark))
                .toList();
        Set<String> there = new HashSet<>(rows);
        assertThat(acknowledged).isNotEmpty();
        assertThat(there).containsAll(acknowledged);
        assertThat(rows).as("none twice").doesNotHaveDuplicates();
    }

    /** Sign-ups ask a node itself, without the proxy that knows which one is there. */
    int slowestMillis() {
        return slowest.entrySet().stream().filter(each -> !each.getKey().equals("sign-up")).mapToInt(Map.Entry::getValue).max().orElse(0);
    }

    void nothingFailed() {
        assertThat(bad).as("answers").isEmpty();
    }

    void inTime() {
        assertThat(slowestMillis()).as("the slowest answer, in ms: " + slowest).isLessThan(5_000);
    }

    void onlyUnavailable() {
        assertThat(bad.keySet()).as("answers other than 200").isSubsetOf(TOLD);
    }

    String words() {
        return sent + " requests, others than 200: " + (bad.isEmpty() ? "none" : bad) + "; registrations acknowledged " + acknowledged.size()
                + " of " + asked.size() + ", all there, none twice; slowest answer " + slowestMillis() + " ms";
    }
}
