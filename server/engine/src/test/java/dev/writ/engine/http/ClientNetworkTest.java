package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::1",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:ffff:ffff:ffff:ffff",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:2%3",
        "::1, 0:0:0:0:0:0:0:1",
    })
    void these_are_one_client(String one, String other) {
        assertThat(ClientNetwork.of(one)).isEqualTo(ClientNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2",
        "2001:db8:1:2::1, 2001:db8:1:3::1",
        "::ffff:192.0.2.1, ::ffff:192.0.2.2",
        "no address: at all, no address: but another",
        "'', 192.0.2.1",
    })
    void these_are_two(String one, String other) {
        assertThat(ClientNetwork.of(one)).isNotEqualTo(ClientNetwork.of(other));
    }
}
