package dev.writ.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES =
            TrustedProxies.of("127.0.0.1", "10.0.0.0/8", "fd00::/8", "192.168.1.128/25");
    private static final String UNTOUCHED = " http://inner:8080/";

    /** Fields as {@code Name: value} with a bar between them. */
    private static String seen(String peer, String fields) {
        return seen(PROXIES.withPrefix(), peer, fields);
    }

    private static String seen(TrustedProxies proxies, String peer, String fields) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String field : fields.split("\\|", -1)) {
            String[] parts = field.trim().split(": *", 2);
            if (parts.length == 2) {
                headers.computeIfAbsent(parts[0], absent -> new ArrayList<>()).add(parts[1]);
            }
        }
        Request request = new Request(
                "id",
                peer,
                "GET",
                URI.create("http://inner:8080/"),
                "/a",
                Optional.empty(),
                Headers.of(headers),
                BodySource.of(new byte[0]));
        Request seen = proxies.seen(request);
        assertThat(seen.path()).isEqualTo("/a");
        return seen.client() + " " + seen.base();
    }

    /** RFC 7239, sections 4 and 7.1, has the first ones. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "'Forwarded: for=\"_gazonk\"'; 127.0.0.1 http://inner:8080/",
                "'Forwarded: For=\"[2001:db8:cafe::17]:4711\"'; 2001:db8:cafe:0:0:0:0:17 http://inner:8080/",
                "'Forwarded: for=192.0.2.60;proto=http;by=203.0.113.43'; 192.0.2.60 http://inner:8080/",
                "'Forwarded: for=192.0.2.43, for=198.51.100.17'; 198.51.100.17 http://inner:8080/",
                "'Forwarded: for=192.0.2.43, for=10.1.1.1'; 192.0.2.43 http://inner:8080/",
                "'Forwarded: for=192.0.2.43 | Forwarded: for=10.1.1.1'; 192.0.2.43 http://inner:8080/",
                "'Forwarded: for=_hidden, for=10.1.1.1'; 10.1.1.1 http://inner:8080/",
                "'Forwarded: for=unknown;proto=https, for=10.1.1.1'; 10.1.1.1 https://inner:8080/",
                "'Forwarded: proto=https;host=api.example.com'; 127.0.0.1 https://api.example.com/",
                "'Forwarded: for=192.0.2.1;proto=HTTPS;host=\"api.example.com:8443\"'; 192.0.2.1 https://api.example.com:8443/",
                "'Forwarded: for=192.0.2.1;host=\"[2001:db8::1]:80\"'; 192.0.2.1 http://[2001:db8::1]:80/",
                "'Forwarded: for=192.0.2.1;host=a;proto=https, for=10.1.1.1;host=b;proto=http'; 192.0.2.1 https://a/",
                "'Forwarded: for=192.0.2.1, for=10.1.1.1;host=b;proto=https'; 192.0.2.1 https://b/",
                "'Forwarded: for=6.6.6.6;host=evil, for=192.0.2.1;proto=https'; 192.0.2.1 https://inner:8080/",
                "'Forwarded: for=192.0.2.1:1234'; 192.0.2.1 http://inner:8080/",
                "'Forwarded: for=\"192.0.2.1:_port\"'; 192.0.2.1 http://inner:8080/",
                "'Forwarded: for=\"192.0.\\2.1\"'; 192.0.2.1 http://inner:8080/",
                "'Forwarded: for=192.0.2.1 | X-Forwarded-Prefix: /shop'; 192.0.2.1 http://inner:8080/shop/",
                "'X-Forwarded-For: 192.0.2.1'; 192.0.2.1 http://inner:8080/",
                "'X-Forwarded-For: 6.6.6.6, 192.0.2.1, 10.0.0.2,10.0.0.1'; 192.0.2.1 http://inner:8080/",
                "'X-Forwarded-For: 6.6.6.6 | X-Forwarded-For: 192.0.2.1'; 192.0.2.1 http://inner:8080/",
                "'X-Forwarded-For: 2001:db8::1'; 2001:db8:0:0:0:0:0:1 http://inner:8080/",
                "'X-Forwarded-For: [2001:db8::1]:443'; 2001:db8:0:0:0:0:0:1 http://inner:8080/",
                "'X-Forwarded-For: 192.0.2.1:5555'; 192.0.2.1 http://inner:8080/",
                "'X-Forwarded-For: 192.0.2.1, fd12::1'; 192.0.2.1 http://inner:8080/",
                "'X-Forwarded-For: 192.0.2.1, 192.168.1.200'; 192.0.2.1 http://inner:8080/",
                "'X-Forwarded-For: 192.0.2.1, 192.168.1.100'; 192.168.1.100 http://inner:8080/",
                "'X-Forwarded-For: ::ffff:192.0.2.1, ::ffff:10.0.0.1'; 192.0.2.1 http://inner:8080/",
                "'X-Forwarded-For: 10.0.0.1, 10.0.0.2'; 10.0.0.1 http://inner:8080/",
                "'X-Forwarded-Proto: https'; 127.0.0.1 https://inner:8080/",
                "'X-Forwarded-For: 192.0.2.1, 10.0.0.1 | X-Forwarded-Proto: https'; 192.0.2.1 https://inner:8080/",
                "'X-Forwarded-For: 6.6.6.6, 192.0.2.1, 10.0.0.1 | X-Forwarded-Proto: ftp, https, http';"
                        + " 192.0.2.1 https://inner:8080/",
                "'X-Forwarded-For: 192.0.2.1 | X-Forwarded-Host: evil, api'; 192.0.2.1 http://api/",
                "'X-Forwarded-Host: api:8443 | X-Forwarded-Port: 443'; 127.0.0.1 http://api:8443/",
                "'X-Forwarded-Host: api | X-Forwarded-Port: 8443'; 127.0.0.1 http://api:8443/",
                "'X-Forwarded-Proto: https | X-Forwarded-Host: api | X-Forwarded-Port: 443'; 127.0.0.1 https://api/",
                "'X-Forwarded-Proto: https | X-Forwarded-Port: 443'; 127.0.0.1 https://inner/",
                "'X-Forwarded-Port: 9090'; 127.0.0.1 http://inner:9090/",
                "'X-Forwarded-Prefix: /shop'; 127.0.0.1 http://inner:8080/shop/",
                "'X-Forwarded-Prefix: /shop/'; 127.0.0.1 http://inner:8080/shop/",
                "'X-Forwarded-Prefix: /'; 127.0.0.1 http://inner:8080/",
                "'X-Forwarded-For: 192.0.2.1, 10.0.0.1 | X-Forwarded-Prefix: /shop, /v1'; 192.0.2.1 http://inner:8080/shop/v1/",
                "'X-Forwarded-For: 192.0.2.1 | X-Forwarded-Prefix: /evil, /v1'; 192.0.2.1 http://inner:8080/v1/",
            })
    void what_trusted_proxies_say_counts(String fields, String expected) {
        assertThat(seen("127.0.0.1", fields)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=192.0.2.1;proto=https | X-Forwarded-For: 6.6.6.6",
                "Forwarded: for=192.0.2.1 | X-Forwarded-Host: evil",
                "Forwarded: for=\"192.0.2.1;host=evil",
                "Forwarded: for=192.0.2.1;for=192.0.2.2",
                "Forwarded: for=192.0.2.1 host=evil",
                "Forwarded: for",
                "Forwarded: =a",
                "Forwarded: host=\"evil\r\nSet-Cookie: a=b\"",
                "Forwarded: host=\"user@evil\"",
                "Forwarded: host=\"evil/path\"",
                "Forwarded: host=\"[::zz]\"",
                "Forwarded: host=\"[:::]\"",
                "Forwarded: proto=javascript",
                "Forwarded: for=2001:db8::x",
                "X-Forwarded-For: unknown",
                "X-Forwarded-For: _hidden",
                "X-Forwarded-For: localhost",
                "X-Forwarded-For: example.com",
                "X-Forwarded-For: 192.0.2.1.5",
                "X-Forwarded-For: 192.0.2.256",
                "X-Forwarded-For: 192.0.02.1",
                "X-Forwarded-For: 3232235777",
                "X-Forwarded-For: [192.0.2.1]",
                "X-Forwarded-For: fe80::1%eth0",
                "X-Forwarded-For: 192.0.2.1\r\nX: y",
                "X-Forwarded-For: ",
                "X-Forwarded-For: , ,",
                "Forwarded: , ,",
                "X-Forwarded-Host: evil com",
                "X-Forwarded-Host: http://evil",
                "X-Forwarded-Host: evil\r\nLocation: x",
                "X-Forwarded-Host: ",
                "X-Forwarded-Host: evil#",
                "X-Forwarded-Host: evil?x",
                "X-Forwarded-Host: evil\\x",
                "X-Forwarded-Host: a:123456",
                "X-Forwarded-Proto: file",
                "X-Forwarded-Proto: https://evil",
                "X-Forwarded-Port: 0",
                "X-Forwarded-Port: 65536",
                "X-Forwarded-Port: -1",
                "X-Forwarded-Port: 443x",
                "X-Forwarded-Prefix: /a/../b",
                "X-Forwarded-Prefix: /..",
                "X-Forwarded-Prefix: /.",
                "X-Forwarded-Prefix: /./",
                "X-Forwarded-Prefix: //evil",
                "X-Forwarded-Prefix: /a//b",
                "X-Forwarded-Prefix: http://evil",
                "X-Forwarded-Prefix: shop",
                "X-Forwarded-Prefix: /a?b",
                "X-Forwarded-Prefix: /a#b",
                "X-Forwarded-Prefix: /a%2e%2e",
                "X-Forwarded-Prefix: /a\\b",
                "X-Forwarded-Prefix: /<script>",
                "X-Forwarded-Prefix: /a\r\nX: y",
            })
    void what_makes_no_sense_is_ignored(String fields) {
        assertThat(seen("10.9.9.9", fields)).isEqualTo("10.9.9.9" + UNTOUCHED);
    }

    /** RFC 9110, section 5.6.1.2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "'X-Forwarded-For: 192.0.2.1,'; 192.0.2.1 http://inner:8080/",
                "'X-Forwarded-For: , 192.0.2.1, ,10.0.0.1,,'; 192.0.2.1 http://inner:8080/",
                "'X-Forwarded-Proto: ,https'; 127.0.0.1 https://inner:8080/",
                "'X-Forwarded-Prefix: , /shop'; 127.0.0.1 http://inner:8080/shop/",
                "'Forwarded: , for=192.0.2.1'; 192.0.2.1 http://inner:8080/",
                "'Forwarded: for=192.0.2.1, ,for=10.0.0.1 ,'; 192.0.2.1 http://inner:8080/",
                "'Forwarded: | Forwarded: for=192.0.2.1'; 192.0.2.1 http://inner:8080/",
                "'Forwarded: for=192.0.2.1,,proto=https'; 127.0.0.1 https://inner:8080/",
            })
    void empty_elements_of_a_list_are_none(String fields, String expected) {
        assertThat(seen("127.0.0.1", fields)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EITHER, 127.0.0.1 http://inner:8080/",
        "FORWARDED, 192.0.2.1 https://inner:8080/",
        "X_FORWARDED, 192.0.2.2 http://outer/",
    })
    void of_two_families_the_one_counts_that_is_chosen(ForwardingFields choice, String expected) {
        String both = "Forwarded: for=192.0.2.1;proto=https | X-Forwarded-For: 192.0.2.2 | X-Forwarded-Host: outer";
        assertThat(seen(PROXIES.withFields(choice), "127.0.0.1", both)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"FORWARDED, X-Forwarded-For: 6.6.6.6", "X_FORWARDED, Forwarded: for=6.6.6.6;host=evil"})
    void the_other_family_says_nothing(ForwardingFields choice, String fields) {
        assertThat(seen(PROXIES.withFields(choice), "127.0.0.1", fields)).isEqualTo("127.0.0.1" + UNTOUCHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EITHER", "FORWARDED", "X_FORWARDED"})
    void a_prefix_is_believed_where_that_is_asked_for(ForwardingFields choice) {
        TrustedProxies proxies = PROXIES.withFields(choice);
        String prefix = "X-Forwarded-Prefix: /shop";
        assertThat(seen(proxies, "127.0.0.1", prefix)).isEqualTo("127.0.0.1" + UNTOUCHED);
        assertThat(seen(proxies.withPrefix(), "127.0.0.1", prefix)).isEqualTo("127.0.0.1 http://inner:8080/shop/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.9", "11.0.0.1", "127.0.0.2", "fc00::1", "unknown", "", "localhost"})
    void others_are_not_believed(String peer) {
        String fields = "X-Forwarded-For: 6.6.6.6 | X-Forwarded-Proto: https | X-Forwarded-Host: evil"
                + " | X-Forwarded-Prefix: /evil";
        assertThat(seen(peer, fields)).isEqualTo(peer + UNTOUCHED);
        assertThat(seen(peer, "Forwarded: for=6.6.6.6;host=evil")).isEqualTo(peer + UNTOUCHED);
    }

    @Test
    void a_peer_may_have_a_zone() {
        assertThat(seen("fd00:0:0:0:0:0:0:1%eth0", "X-Forwarded-For: 192.0.2.1"))
                .startsWith("192.0.2.1 ");
    }

    @Test
    void a_thousand_hops_are_read_from_the_end_and_not_all() {
        String strangers = IntStream.range(0, 1000).mapToObj(i -> "6.6.6.6").collect(Collectors.joining(","));
        assertThat(seen("127.0.0.1", "X-Forwarded-For: " + strangers + ", 192.0.2.1, 10.0.0.1"))
                .startsWith("192.0.2.1 ");
        String ours = IntStream.range(0, 1000).mapToObj(i -> "10.0.0.1").collect(Collectors.joining(","));
        assertThat(seen("127.0.0.1", "X-Forwarded-For: 192.0.2.1," + ours)).startsWith("10.0.0.1 ");
    }

    @Test
    void long_fields_take_no_long_time_and_no_deep_stack() {
        char[] many = new char[200_000];
        for (String filling : List.of("a", "\\", ";", ",", "\"", " ", "=", "/a", ":", ".")) {
            Arrays.fill(many, filling.charAt(0));
            String text = new String(many);
            for (String name :
                    List.of("Forwarded: for=\"", "X-Forwarded-For: ", "X-Forwarded-Host: ", "X-Forwarded-Prefix: /")) {
                assertThat(seen("10.9.9.9", name + text)).isEqualTo("10.9.9.9" + UNTOUCHED);
            }
        }
    }

    @Test
    void nobody_is_believed_where_nobody_was_named() {
        Request request = new Request(
                "id",
                "127.0.0.1",
                "GET",
                URI.create("http://inner/"),
                "/",
                Optional.empty(),
                Headers.of("X-Forwarded-For", "6.6.6.6"),
                BodySource.of(new byte[0]));
        assertThat(TrustedProxies.NONE.seen(request)).isSameAs(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0/8", "proxy", "", "::/129", "10.0.0.1/-1", "/8", "10.0.0.1/8/8", "fe80::%1"
            })
    void what_is_no_network_is_told(String text) {
        assertThatThrownBy(() -> TrustedProxies.of("10.0.0.1", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
        assertThat(TrustedProxies.parse("10.0.0.1, " + text)).isEmpty();
    }

    @Test
    void several_are_read_from_one_text() {
        TrustedProxies proxies = TrustedProxies.parse(" 10.0.0.0/8 ,::1").orElseThrow();
        Request request = new Request(
                "id",
                "0:0:0:0:0:0:0:1",
                "GET",
                URI.create("http://inner/"),
                "/",
                Optional.empty(),
                Headers.of("X-Forwarded-For", "6.6.6.6,10.2.3.4"),
                BodySource.of(new byte[0]));
        assertThat(proxies.seen(request).client()).isEqualTo("6.6.6.6");
    }
}
