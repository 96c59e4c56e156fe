package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void one_household_is_one_network_however_its_address_is_written() {
        assertThat(Network.of("192.0.2.7")).isEqualTo(Network.of("192.0.2.250")).isNotEqualTo(Network.of("192.0.3.7"));
        assertThat(Network.of("2001:db8::a:b"))
                .isEqualTo(Network.of("2001:db8:0:0:1:2:3:4"))
                .isEqualTo(Network.of("2001:0DB8:0000:0000:ffff::"))
                .isNotEqualTo(Network.of("2001:db8:0:1::1"));
        assertThat(Network.of("::ffff:192.0.2.7")).isEqualTo(Network.of("192.0.2.9"));
        assertThat(Network.of("fe80::1%eth0")).isEqualTo(Network.of("fe80::2"));
    }

    @Test
    void what_is_no_address_is_never_looked_up() {
        assertThat(Network.of("evil.example")).isEqualTo("unknown");
        assertThat(Network.of("")).isEqualTo("unknown");
        assertThat(Network.of(null)).isEqualTo("unknown");
        assertThat(Network.of(":::::")).isEqualTo("unknown");
    }
}
