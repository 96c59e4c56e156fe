package tsunagu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tsunagu.testing.OldDatabase;
import tsunagu.testing.Wire;

/** Faults of what stands around two nodes: a commit whose answer is lost, a mail server that does not answer, a full disk, settings that are wrong, a clock that is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OddFault {

    private static City city;

    @BeforeAll
    static void start() {
        city = City.start();
    }

    @Test
    @Order(1)
    void a_commit_whose_answer_is_lost_is_there_once_and_asking_again_says_so() throws Exception {
        try (CuttingRelay relay = new CuttingRelay(city.databasePort(), "insert into registration ")) {
            city.run("node", "b", "stop");
            city.runWith(Map.of("LOCAL_DATABASE_PORT", Integer.toString(relay.port())), "node", "b", "start");
            city.run("node", "b", "ready");
            try {
                String name = "Cut " + System.nanoTime();
                Client guest = new Client(city.node("b"), "198.51.100.77");
                Map<String, String> form = form(guest, name);
                relay.cutNext();
                long begun = System.nanoTime();
                HttpResponse<String> answer = guest.post(Ledger.form(city), form);
                long ms = (System.nanoTime() - begun) / 1_000_000;
                assertThat(relay.cuts()).as("the commit was cut").isEqualTo(1);
                long once = people(name);
                HttpResponse<String> again = guest.post(Ledger.form(city), form);
                long then = people(name);
                Rows.row("the answer of a commit is cut off on its way", "said as not known, in words; there once, also after another try",
                        "answered " + answer.statusCode() + " after " + ms + " ms, the registration was there " + once + " time; asked again: "
                                + again.statusCode() + ", there " + then + " time");
                assertThat(once).isEqualTo(1);
                assertThat(then).isEqualTo(1);
                assertThat(answer.statusCode()).isEqualTo(503);
            } finally {
                city.run("node", "b", "kill");
                city.run("node", "b", "start");
                city.run("node", "b", "ready");
            }
        }
    }

    @Test
    @Order(2)
    void a_mail_server_that_says_nothing_holds_nobody_up() throws Exception {
        String name = "Mail " + System.nanoTime();
        long ms;
        try (ServerSocket silent = new ServerSocket(City.MAIL_PORT, 50, InetAddress.getLoopbackAddress())) {
            Client guest = new Client(city.node("a"), "198.51.100.78");
            Map<String, String> form = form(guest, name);
            long begun = System.nanoTime();
            assertThat(guest.post(Ledger.form(city), form).statusCode()).isEqualTo(302);
            ms = (System.nanoTime() - begun) / 1_000_000;
            Thread.sleep(30_000);
            assertThat(guest.get("/jobs").statusCode()).isEqualTo(200);
            assertThat(city.count("select count(*) from mail_outbox where state = 'WAITING'")).isPositive();
        }
        GreenMail mail = new GreenMail(new ServerSetup(City.MAIL_PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        long begun = System.nanoTime();
        try {
            City.until(Duration.ofMinutes(8), () -> city.count("select count(*) from mail_outbox where state = 'WAITING' and next_try < now() + interval '5 minutes'") == 0);
            Rows.row("a mail server that takes connections and says nothing for half a minute", "who registers does not notice; letters leave when it answers",
                    "registered in " + ms + " ms; the letters had left " + (System.nanoTime() - begun) / 1_000_000_000 + " s after it answered");
        } finally {
            mail.stop();
        }
    }

    @Test
    @Order(3)
    void what_is_set_wrongly_is_said_in_one_line() throws Exception {
        Path secrets = city.data().resolve("secrets");
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("field-key", "TSUNAGU_FIELD_KEY names no file of keys");
        wrong.put("node-key", "The database does not know the secret in TSUNAGU_NODE_KEY");
        wrong.put("portal", "The database cannot be reached (TSUNAGU_DB_URL, TSUNAGU_DB_USER, TSUNAGU_DB_PASSWORD");
        StringBuilder said = new StringBuilder();
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            Path secret = secrets.resolve(each.getKey());
            Path kept = Files.move(secret, secrets.resolve("kept"), StandardCopyOption.REPLACE_EXISTING);
            if (!each.getKey().equals("field-key")) {
                Files.writeString(secret, "another secret than the one that the others have");
            }
            try {
                city.run("node", "b", "kill");
                city.run("node", "b", "start");
                City.until(Duration.ofMinutes(3), () -> log().contains(each.getValue()));
                assertThat(city.health("b", "ready")).as(each.getKey()).isNotEqualTo(200);
                long lines = log().lines().filter(line -> line.contains(each.getValue())).count();
                said.append(each.getKey()).append(": ").append(lines).append(" line; ");
                // put right, the node goes on or is started again; either way the others served
                assertThat(city.health("a", "ready")).isEqualTo(200);
            } finally {
                Files.move(kept, secret, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        city.run("node", "b", "kill");
        city.run("node", "b", "start");
        city.run("node", "b", "ready");
        Rows.row("a node is started without the field key, with another node key, with another password", "does not serve, says in one line what for; the other node serves",
                said.toString());
    }

    @Test
    @Order(4)
    void a_full_disk_of_the_database_loses_nothing() throws Exception {
        Path there = city.data().resolve("postgresql");
        Path aside = city.data().resolve("postgresql-aside");
        city.run("database", "stop", "fast");
        shell("mv " + there + " " + aside + " && mkdir " + there + " && mount -t tmpfs -o size=$(( $(du -sm " + aside + " | cut -f1) + 200 ))m tmpfs "
                + there + " && chown postgres " + there + " && chmod 700 " + there + " && cp -a " + aside + "/. " + there);
        try {
            city.run("database", "start");
            City.until(Duration.ofSeconds(60), () -> city.health("a", "ready") == 200 && city.health("b", "ready") == 200);
            Ledger ledger = new Ledger(city);
            ledger.begin();
            Thread.sleep(5_000);
            shell("dd if=/dev/zero of=" + there + "/fill bs=1M 2> /dev/null; true");
            shell("dd if=/dev/zero of=" + there + "/fill-rest bs=4k 2> /dev/null; true");
            Thread.sleep(30_000);
            boolean reads = new Client(city.proxy(), "").get("/jobs").statusCode() == 200;
            Files.delete(there.resolve("fill"));
            Files.delete(there.resolve("fill-rest"));
            // a database that ended itself is started by whoever looks after it; one that runs is left alone
            city.run("database", "start");
            long back = System.nanoTime();
            City.until(Duration.ofSeconds(60), () -> city.health("a", "ready") == 200 && city.health("b", "ready") == 200);
            Thread.sleep(5_000);
            ledger.end();
            Rows.row("the database's disk is full for half a minute at 20 requests/s", "nothing acknowledged is lost, the rest is told; well again when there is room",
                    ledger.words() + "; pages were " + (reads ? "" : "not ") + "read meanwhile; well " + (System.nanoTime() - back) / 1_000_000 + " ms after there was room");
            ledger.holds();
        } finally {
            city.run("database", "stop", "fast");
            shell("umount " + there + " && rmdir " + there + " && mv " + aside + " " + there);
            city.run("database", "start");
        }
    }

    @Test
    @Order(5)
    void a_mail_server_that_dies_in_a_letter_has_it_once_when_it_is_back() throws Exception {
        String name = "Half " + System.nanoTime();
        String address;
        int died;
        try (DyingMailServer dying = new DyingMailServer(City.MAIL_PORT)) {
            Client guest = new Client(city.node("a"), "198.51.100.79");
            Map<String, String> form = form(guest, name);
            address = form.get("email");
            assertThat(guest.post(Ledger.form(city), form).statusCode()).isEqualTo(302);
            City.until(Duration.ofSeconds(60), () -> dying.died() > 0);
            Thread.sleep(5_000);
            died = dying.died();
        }
        GreenMail mail = new GreenMail(new ServerSetup(City.MAIL_PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        long begun = System.nanoTime();
        try {
            City.until(Duration.ofMinutes(8), () -> mail.getReceivedMessagesForDomain(address).length > 0
                    && city.count("select count(*) from mail_outbox where state = 'WAITING' and next_try < now() + interval '5 minutes'") == 0);
            int arrived = mail.getReceivedMessagesForDomain(address).length;
            Rows.row("a mail server that hangs up in the middle of a letter", "the letter is not taken for sent, and arrives once when the server is back",
                    "it hung up in " + died + " tries; arrived " + arrived + " time, " + (System.nanoTime() - begun) / 1_000_000_000 + " s after it was back");
            assertThat(arrived).isEqualTo(1);
        } finally {
            mail.stop();
        }
    }

    @Test
    @Order(6)
    void a_node_whose_clock_is_wrong_gets_nobody_and_does_nothing_early() throws Exception {
        String tomorrow = "select count(*) from daily_task_run where day > (now() at time zone 'Asia/Tokyo')::date";
        StringBuilder said = new StringBuilder();
        try {
            for (String apart : new String[] {"+1d", "-1h"}) {
                city.run("node", "b", "kill");
                city.runWith(Map.of("LOCAL_CLOCK", apart), "node", "b", "start");
                City.until(Duration.ofMinutes(6), () -> city.health("b", "started") == 200 && log().contains("The clock of this machine"));
                Thread.sleep(20_000);
                assertThat(city.health("b", "ready")).as(apart).isEqualTo(503);
                assertThat(city.health("b", "live")).as(apart).isEqualTo(200);
                for (int i = 0; i < 20; i++) {
                    assertThat(new Client(city.proxy(), "").get("/jobs").statusCode()).isEqualTo(200);
                    assertThat(city.nodeOfLastRequest()).isEqualTo("a");
                }
                long early = city.count(tomorrow);
                said.append(apart).append(": not ready, ").append(log().lines().filter(line -> line.contains("The clock of this machine")).count())
                        .append(" line, ").append(early).append(" tasks of tomorrow; ");
                assertThat(early).isZero();
            }
        } finally {
            city.run("node", "b", "kill");
            city.run("node", "b", "start");
            city.run("node", "b", "ready");
        }
        Rows.row("a node's clock is a day ahead, and an hour behind (libfaketime)", "it gets nobody and does nothing early; the other node serves; one line", said.toString());
    }

    @Test
    @Order(7)
    void a_database_that_is_too_old_is_said_in_one_line() throws Exception {
        String line = "The database is PostgreSQL 13.4";
        try (OldDatabase old = new OldDatabase(city.databasePort(), "13.4")) {
            city.run("node", "b", "kill");
            city.runWith(Map.of("LOCAL_DATABASE_PORT", Integer.toString(old.port())), "node", "b", "start");
            City.until(Duration.ofMinutes(6), () -> log().contains(line));
            Thread.sleep(12_000);
            assertThat(city.health("b", "ready")).isEqualTo(503);
            long lines = log().lines().filter(each -> each.contains(line)).count();
            Rows.row("a database that says it is PostgreSQL 13", "does not serve, says in one line what for", "not ready, " + lines + " line");
            assertThat(lines).isEqualTo(1);
        } finally {
            city.run("node", "b", "kill");
            city.run("node", "b", "start");
            city.run("node", "b", "ready");
        }
    }

    private static Map<String, String> form(Client guest, String name) throws Exception {
        // The fault before may have left this node's gate shut for a moment.
        City.until(Duration.ofSeconds(30), () -> guest.get(Ledger.form(city)).statusCode() == 200);
        HttpResponse<String> page = guest.get(Ledger.form(city));
        Map<String, String> fields = Wire.form(page, "form");
        fields.put("name", name);
        fields.put("email", "odd" + System.nanoTime() + "@mail.example");
        fields.put("role", "GENERAL");
        fields.put("agreed", "true");
        fields.put("act", Wire.parsed(page).select("#form button[name=act]").first().val());
        return fields;
    }

    private static long people(String name) {
        return city.count("select count(*) from registration r join person p on p.id = r.person_id where p.name = '" + name + "'");
    }

    private static String log() {
        try {
            return city.log("b");
        } catch (RuntimeException notYet) {
            return "";
        }
    }

    private static void shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command).inheritIO().start();
        assertThat(process.waitFor()).as(command).isZero();
    }
}
