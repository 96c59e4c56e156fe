package tsunagu.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.account.ProviderKind;
import tsunagu.shared.Role;

/** What a city may write to have a provider, and what is refused in words; and whose accounts a provider may open at all. */
class ProviderSettingsTest {

    private static final String ISSUER = "TSUNAGU_COMPANY_SSO_ISSUER";
    private static final String SECRET = "TSUNAGU_COMPANY_SSO_SECRET";

    @TempDir
    private Path files;

    private final Map<String, String> city = new HashMap<>();

    @BeforeEach
    void set() throws IOException {
        city.put(ISSUER, "https://provider.example/x");
        city.put("TSUNAGU_COMPANY_SSO_CLIENT", "tsunagu");
        city.put("TSUNAGU_COMPANY_SSO_NAME", "ID");
        city.put(
                SECRET, Files.writeString(files.resolve("secret"), "a secret\n").toString());
    }

    @Test
    void nothing_is_offered_without_an_issuer() {
        assertThat(ProviderSettings.of(Way.STAFF, city)).isEmpty();
        city.put(ISSUER, " ");
        assertThat(ProviderSettings.of(Way.COMPANY, city)).isEmpty();
    }

    @Test
    void the_secret_is_read_from_its_file_and_never_printed() {
        ProviderSettings read = ProviderSettings.of(Way.COMPANY, city).orElseThrow();
        assertThat(read.secret().reveal()).isEqualTo("a secret");
        assertThat(read.toString()).doesNotContain("a secret");
        assertThat(read.nameEnglish()).isEqualTo("ID");
    }

    @Test
    void what_is_wrong_is_said_with_the_name_of_the_variable() throws IOException {
        for (String address : new String[] {
            "http://provider.example", "http://localhost:1", "provider.example", "https:///x", "ht tp:"
        }) {
            refused(ISSUER, address, "ISSUER is no address that begins with https://");
        }
        refused("TSUNAGU_COMPANY_SSO_CLIENT", "", "TSUNAGU_COMPANY_SSO_CLIENT is missing");
        refused("TSUNAGU_COMPANY_SSO_NAME", " ", "TSUNAGU_COMPANY_SSO_NAME is missing");
        refused(SECRET, files.resolve("nothing").toString(), "SECRET names no file that can be read");
        refused(SECRET, Files.writeString(files.resolve("empty"), "\n").toString(), "SECRET names an empty file");
        city.put("TSUNAGU_COMPANY_SSO_CA", files.resolve("secret").toString());
        ProviderSettings read = ProviderSettings.of(Way.COMPANY, city).orElseThrow();
        assertThatThrownBy(() -> new Provider(read, Clock.systemUTC()))
                .hasMessageContaining("is no file of certificates");
    }

    private void refused(String variable, String value, String sentence) {
        Map<String, String> wrong = new HashMap<>(city);
        wrong.put(variable, value);
        assertThatThrownBy(() -> ProviderSettings.of(Way.COMPANY, wrong))
                .as(value)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    /** A companies' provider never opens what somebody of the city does, whatever else they do. */
    @Test
    void a_provider_opens_accounts_of_its_kind_only() {
        assertThat(ProviderKind.COMPANIES.opens(Set.of(Role.COMPANY, Role.SEEKER)))
                .isTrue();
        assertThat(ProviderKind.COMPANIES.opens(Set.of(Role.SEEKER))).isFalse();
        assertThat(ProviderKind.COMPANIES.opens(Set.of(Role.COMPANY, Role.STAFF)))
                .isFalse();
        assertThat(ProviderKind.COMPANIES.opens(Set.of(Role.COMPANY, Role.ADMINISTRATOR)))
                .isFalse();
        assertThat(ProviderKind.STAFF.opens(Set.of(Role.COMPANY, Role.STAFF))).isTrue();
        assertThat(ProviderKind.STAFF.opens(Set.of(Role.AUDITOR))).isTrue();
        for (Role other : new Role[] {Role.SEEKER, Role.COMPANY, Role.PARTNER, Role.COMMITTEE}) {
            assertThat(ProviderKind.STAFF.opens(Set.of(other))).as(other.name()).isFalse();
        }
    }
}
