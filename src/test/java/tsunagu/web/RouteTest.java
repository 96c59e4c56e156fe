package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Actor;
import tsunagu.shared.Role;

class RouteTest {

    private final Route route = Route.forRoles("/events/{event}/edit", "/x.xhtml", Role.STAFF);

    @Test
    void parts_in_braces_take_exactly_one_segment() {
        assertThat(route.match("/events/abc/edit")).contains(Map.of("event", "abc"));
        assertThat(route.match("/events//edit")).isEmpty();
        assertThat(route.match("/events/a/b/edit")).isEmpty();
        assertThat(route.match("/events/abc/edit/")).isEmpty();
    }

    @Test
    void what_the_address_has_for_a_part_goes_into_the_target_once_and_as_it_came() {
        Route forwarded = Route.open("/api/{kind}/{code}", "/internal/rest/{kind}/{code}");
        assertThat(forwarded.target(Map.of("kind", "{code}", "code", "$1%20\\")))
                .isEqualTo("/internal/rest/{code}/$1%20\\");
        assertThat(route.target(Map.of("event", "abc"))).isEqualTo("/x.xhtml");
    }

    @Test
    void a_role_is_needed_and_an_account_is_not_enough() {
        assertThat(route.admits(Actor.VISITOR)).isFalse();
        assertThat(route.admits(new Actor(1L, 1L, "a", Set.of(Role.SEEKER)))).isFalse();
        assertThat(route.admits(new Actor(1L, 1L, "a", Set.of(Role.STAFF)))).isTrue();
        assertThat(Route.open("/", "/x.xhtml").admits(Actor.VISITOR)).isTrue();
    }

    @Test
    void a_page_anybody_may_open_without_a_form_keeps_no_state() {
        assertThat(Routes.ALL.stream()
                        .filter(each -> !each.signedIn() && !each.posts())
                        .map(Route::pattern))
                .contains("/", "/events", "/events/{event}", "/plan");
    }

    /** Whoever acts for two companies is led to the right one, and finds no page that is not there (decision 0047). */
    @Test
    void an_address_of_a_company_s_record_says_whose_it_is() {
        assertThat(Routes.ALL.stream()
                        .filter(each -> each.pattern().matches("/company/.*[{].*"))
                        .filter(each -> each.company().isEmpty())
                        .map(Route::pattern))
                .as("a link by which somebody joins is no company's record yet")
                .containsExactly("/company/invitations/{secret}");
    }

    @Test
    void rooms_contribute_each_address_once_and_fixed_segments_come_first() {
        assertThat(Routes.ALL.stream().map(Route::pattern))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(150);
        assertThat(Routes.find("/company/jobs/new").orElseThrow().route().pattern())
                .isEqualTo("/company/jobs/new");
        assertThat(Routes.find("/company/jobs/x").orElseThrow().values()).isEqualTo(Map.of("submission", "x"));
        assertThat(Routes.find("/api/v1/plan").orElseThrow().route().target()).isEqualTo("/internal/rest/v1/plan");
        assertThat(Routes.find("/nowhere")).isEmpty();
    }
}
