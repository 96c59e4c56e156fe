package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tsunagu.launch.PortalServer;
import tsunagu.shared.FiscalYear;
import tsunagu.testing.Patience;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/** Letters through a real mail server: away at first, then there; and what runs once a day. */
class MailIT {

    @Test
    void a_letter_waits_for_the_mail_server_and_arrives_once() throws Exception {
        int port = PortalServer.freePort();
        try (TestPortal portal = TestPortal.start(
                        "mail",
                        Map.of(
                                "TSUNAGU_SMTP_HOST", "localhost",
                                "TSUNAGU_SMTP_PORT", Integer.toString(port),
                                "TSUNAGU_SMTP_TLS", "none",
                                "TSUNAGU_MAIL_FROM", "tsunagu@city.example"));
                Visitor owner = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            owner.signIn("company@demo.example");
            owner.open("/company/members");
            owner.fill("だれを", "経理の田中さん");
            owner.page().fill("#email", "tanaka@");
            owner.press("招待のリンクを作る");
            owner.sees("メールアドレスの形が正しくありません");
            owner.finds_the_page_sound();
            owner.page().fill("#email", "ｔａｎａｋａ@new.example");
            owner.press("招待のリンクを作る");
            owner.sees("tanaka@new.example に送ります");

            String tried = "select tries from mail_outbox where recipient_key = testing.mark('tanaka@new.example')";
            await(() -> Integer.parseInt(portal.one(tried)) > 0);
            staff.signIn("staff@demo.example");
            staff.open("/staff/mail?q=tanaka%40new.example");
            staff.sees("tanaka@new.example", "待っている");
            staff.finds_the_page_sound();
            assertThat(portal.one(
                            "select trouble from mail_outbox where recipient_key = testing.mark('tanaka@new.example')"))
                    .isNotEmpty();

            GreenMail server = new GreenMail(new ServerSetup(port, "localhost", "smtp"));
            server.start();
            try {
                staff.open("/staff/mail?q=tanaka%40new.example&state=WAITING");
                staff.page()
                        .locator("tr:has-text('tanaka@new.example') [name=pick]")
                        .check();
                staff.page().locator(".desk-bulk .sure > summary").click();
                staff.page().locator(".desk-bulk .sure[open] button[name=act]").click();
                staff.sees("もう一度送信箱に入れました");
                await(() -> !to(server, "tanaka@new.example").isEmpty());
                MimeMessage letter = to(server, "tanaka@new.example").get(0);
                assertThat(letter.getSubject()).startsWith("【つなぐ】").endsWith("の担当者として招待されています");
                assertThat(letter.getHeader("Message-ID")).hasSize(1);
                assertThat(letter.getHeader("Message-ID")[0]).endsWith("@city.example>");
                assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                String words = (String) letter.getContent();
                String link = words.lines()
                        .filter(line -> line.startsWith("http"))
                        .findFirst()
                        .orElseThrow();
                assertThat(link).contains("/company/invitations/");
                Thread.sleep(5_000);
                assertThat(to(server, "tanaka@new.example")).hasSize(1);
                assertThat(
                                portal.one(
                                        "select state from mail_outbox where recipient_key = testing.mark('tanaka@new.example')"))
                        .isEqualTo("SENT");

                // Addresses as carriers gave them out, which the standard wants quoted, and hosts in Japanese are
                // written to as well.
                for (String[] odd : new String[][] {
                    {"a..b@docomo.example", "\"a..b\"@docomo.example"}, {"hana@例え.example", "hana@xn--r8jz45g.example"}
                }) {
                    // the browser itself writes the host in ASCII
                    String shown = odd[0].equals("a..b@docomo.example") ? odd[0] : odd[1];
                    owner.open("/company/members");
                    assertThat(owner.text())
                            .as("what was sent is not offered again")
                            .doesNotContain("送る前の入力が残っています");
                    owner.fill("だれを", "携帯の人");
                    owner.page().fill("#email", odd[0]);
                    owner.press("招待のリンクを作る");
                    owner.sees(shown + " に送ります");
                    await(() -> !to(server, odd[1]).isEmpty());
                    // The server has it a moment before the outbox says so.
                    await(() -> "SENT"
                            .equals(portal.one("select state from mail_outbox where recipient_key = testing.mark('"
                                    + shown + "')")));
                }

                // Three days and nobody takes it: given up, and staff see it.
                portal.run(
                        "update mail_outbox set state = 'WAITING', sent_at = null, written_at = now() - interval '4 days',"
                                + " recipient = " + portal.sealed("no spaces allowed")
                                + ", recipient_key = testing.mark('no spaces allowed'), next_try = now() where recipient_key = testing.mark('tanaka@new.example')");
                await(
                        () -> "FAILED"
                                .equals(
                                        portal.one(
                                                "select state from mail_outbox where recipient_key = testing.mark('no spaces allowed')")));
                staff.open("/staff/mail");
                staff.page().locator(".key-facts a[href$='FAILED']").click();
                staff.sees("no spaces allowed");
                assertThat(staff.page().locator(".desk-table tbody .tag").allInnerTexts())
                        .isNotEmpty()
                        .containsOnly("送れなかった");

                // A week on, whoever waits for an answer is not forgotten; asked again the same day, nobody is told
                // twice.
                portal.run("set tsunagu.actor = 'test'; update job_application set state = 'RECEIVED'");
                // at noon in Japan: nobody is written to at night
                portal.clock(LocalDate.ofInstant(Instant.now(), FiscalYear.ZONE)
                        .plusDays(9)
                        .atTime(12, 0)
                        .atZone(FiscalYear.ZONE)
                        .toInstant());
                await(() ->
                        !"0".equals(portal.one("select count(*) from mail_outbox where subject like '%返答していない応募%'")));
                String reminders = portal.one("select count(*) from mail_outbox where subject like '%返答していない応募%'");
                portal.run("delete from daily_task_run where task = 'applications'");
                await(() -> !"0".equals(portal.one("select count(*) from daily_task_run where task = 'applications'")));
                assertThat(portal.one("select count(*) from mail_outbox where subject like '%返答していない応募%'"))
                        .isEqualTo(reminders);
            } finally {
                server.stop();
            }
        }
    }

    private static List<MimeMessage> to(GreenMail server, String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> GreenMailUtil.getHeaders(message).contains(recipient))
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        Patience.until(condition, Duration.ofMinutes(1));
    }
}
