package dev.writ.engine.anydocument;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of Swagger 2.0 are made, in whole and broken: an operation that has one is not passed over. */
@Timeout(60)
class SwaggerFormReaderTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/dev/writ/engine/anydocument/swagger-2.0.yaml");

    private static Spec.Operation operation(String id) {
        return SpecReader.read(new Library(DOCUMENT)).operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_form_is_of_the_types_that_can_hold_it() {
        assertThat(FormTypes.of(operation("putPhoto").body())).containsExactly("multipart/form-data");
        assertThat(FormTypes.of(operation("searchByForm").body()))
                .isEqualTo(List.of("application/x-www-form-urlencoded", "multipart/form-data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"putPhoto", "searchByForm"})
    void forms_are_made_and_broken(String id) {
        DocumentProperty property = new DocumentProperty(DOCUMENT, 1, 1, 30);
        assertThat(property.check(operation(id))).isEmpty();
        for (String tried : List.of("valid forms", "broken forms", "hostile forms")) {
            assertThat(property.summary().of(tried)).as(tried).isPositive();
        }
    }
}
