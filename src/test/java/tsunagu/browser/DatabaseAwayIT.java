package tsunagu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.testing.TestPortal;
import tsunagu.testing.Visitor;

/**
 * The database goes away and comes back while people use the portal; nobody restarts anything. The portal is as a city runs it: with the second
 * factor required.
 */
class DatabaseAwayIT {

    @Test
    void pages_say_so_health_says_so_and_it_heals_by_itself() throws Exception {
        try (TestPortal portal = TestPortal.start("database-away", Map.of("TSUNAGU_SECOND_FACTOR", "required"));
                Visitor visitor = Visitor.onPhone(portal);
                Visitor staff = Visitor.atDesk(portal)) {
            SecondFactorIT.signInWhereItIsRequired(portal, staff);
            try (Visitor manager = Visitor.onPhone(portal)) {
                PasskeyIT.opensTheRolesThatWait(portal, manager);
            }
            visitor.open("/events");
            portal.withoutDatabase(() -> {
                for (String path :
                        new String[] {"/events", "/plan", "/api/v1/jobs", "/api/v1/jobs/nothing", "/staff/events"}) {
                    Instant asked = Instant.now();
                    APIResponse answer = (path.startsWith("/staff") ? staff : visitor)
                            .page()
                            .request()
                            .get(portal.url(path));
                    assertThat(answer.status()).as(path).isEqualTo(503);
                    assertThat(answer.headers()).as(path).containsEntry("retry-after", "30");
                    assertThat(answer.text()).contains("ただいま利用できません").doesNotContain("Exception");
                    assertThat(Duration.between(asked, Instant.now())).as(path).isLessThan(Duration.ofSeconds(15));
                }
                // asked twice a second, twice in vain
                Instant told = Instant.now();
                while (status(visitor, portal, "/health/ready") != 503) {
                    assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(5));
                    visitor.page().waitForTimeout(200);
                }
                assertThat(status(visitor, portal, "/health/live")).isEqualTo(200);
            });
            Instant back = Instant.now();
            while (visitor.page().request().get(portal.url("/events")).status() != 200) {
                assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(30));
                Thread.sleep(200);
            }
            assertThat(status(visitor, portal, "/health/ready")).isEqualTo(200);
            staff.open("/staff/events");
            staff.sees("イベントの管理");
        }
    }

    private static int status(Visitor visitor, TestPortal portal, String path) {
        return visitor.page().request().get(portal.operationsUrl(path)).status();
    }
}
