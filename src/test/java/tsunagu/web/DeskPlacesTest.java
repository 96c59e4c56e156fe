package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Role;

/** The desks' navigation leads nobody to a closed door, and to each place once. */
class DeskPlacesTest {

    @Test
    void every_place_is_a_page_that_its_role_may_open() {
        List<String> closed = new ArrayList<>();
        int places = 0;
        for (Role role : Role.values()) {
            for (DeskPlaces.Group group : DeskPlaces.of(Set.of(role))) {
                for (DeskPlaces.Place place : group.places()) {
                    places++;
                    boolean open = Routes.ALL.stream()
                            .anyMatch(each -> each.pattern().equals(place.path())
                                    && each.roles().contains(role));
                    if (!open) {
                        closed.add(role + " " + place.path());
                    }
                }
            }
        }
        assertThat(closed).isEmpty();
        assertThat(places).isGreaterThan(40);
    }

    @Test
    void who_has_several_roles_finds_each_place_once() {
        List<DeskPlaces.Group> all = DeskPlaces.of(Set.of(Role.values()));
        List<String> paths = all.stream()
                .flatMap(each -> each.places().stream())
                .map(DeskPlaces.Place::path)
                .toList();
        assertThat(paths).doesNotHaveDuplicates().hasSizeGreaterThan(30);
        assertThat(new HashSet<>(all.stream().map(DeskPlaces.Group::text).toList()))
                .hasSameSizeAs(all);
    }

    @Test
    void a_page_lies_in_the_nearest_place_above_it() {
        List<DeskPlaces.Group> auditor = DeskPlaces.of(Set.of(Role.AUDITOR));
        assertThat(DeskPlaces.at(auditor, "/official/trail/entries").path()).isEqualTo("/official/trail/entries");
        assertThat(DeskPlaces.at(auditor, "/official/trail").path()).isEqualTo("/official/trail");
        List<DeskPlaces.Group> staff = DeskPlaces.of(Set.of(Role.STAFF));
        assertThat(DeskPlaces.at(staff, "/staff/events/x/edit").path()).isEqualTo("/staff/events");
        assertThat(DeskPlaces.at(staff, "/staff/sessions/5/registrations").path())
                .isEqualTo("/staff/events");
        assertThat(DeskPlaces.at(staff, "/staff/eventsx")).isNull();
        assertThat(DeskPlaces.at(staff, "/jobs")).isNull();
    }
}
