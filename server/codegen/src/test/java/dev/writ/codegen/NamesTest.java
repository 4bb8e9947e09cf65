package dev.writ.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "taskId, taskId",
        "If-Match, ifMatch",
        "ETag, eTag",
        "WWW-Authenticate, wwwAuthenticate",
        "X-Request-ID, xRequestId",
        "user_name, userName",
        "URL, url",
        "HTMLPage, htmlPage",
        "filter[name], filterName",
        "2fa, _2fa",
        "class, class_",
        "getClass, getClass_",
        "größe, größe",
        "$, _0",
    })
    void members_are_camel_case(String name, String member) {
        assertThat(Names.member(name)).isEqualTo(member);
    }

    @ParameterizedTest
    @CsvSource({
        "200, ok, Ok",
        "203, nonAuthoritativeInformation, NonAuthoritativeInformation",
        "299, status299, Status299",
        "4XX, clientError, ClientError",
        "DEFAULT, status, Default",
    })
    void statuses_are_called_after_their_phrase(String status, String factory, String type) {
        assertThat(ResponseNames.factory(status)).isEqualTo(factory);
        assertThat(ResponseNames.type(status)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, AsTextCsv",
        "application/vnd.acme.v2+json, AsApplicationVndAcmeV2Json",
        "image/*, AsImageAny",
    })
    void media_types_tell_factories_apart(String mediaType, String suffix) {
        assertThat(ResponseNames.suffix(mediaType)).isEqualTo(suffix);
    }
}
