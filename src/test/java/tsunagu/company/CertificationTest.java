package tsunagu.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Municipality;

/** A prefecture's own certificates are offered to its companies. */
class CertificationTest {

    @Test
    void a_city_elsewhere_is_not_offered_what_iwate_gives() {
        assertThat(Certification.offered(city("032093"), Set.of())).containsExactly(Certification.values());
        assertThat(Certification.offered(city("012025"), Set.of()))
                .contains(Certification.KURUMIN)
                .doesNotContain(Certification.IWATE_WOMEN, Certification.IWATE_WORKSTYLE);
    }

    @Test
    void what_a_company_has_stays_in_its_form() {
        assertThat(Certification.offered(city("012025"), Set.of(Certification.IWATE_WOMEN)))
                .contains(Certification.IWATE_WOMEN)
                .doesNotContain(Certification.IWATE_WORKSTYLE);
    }

    private static Municipality city(String code) {
        return new Municipality("架空市", "かくうし", "Kaku", code, "架空県", "かくうけん", "Kaku");
    }
}
