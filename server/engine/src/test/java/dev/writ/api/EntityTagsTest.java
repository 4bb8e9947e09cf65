package dev.writ.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {
    @ParameterizedTest
    @CsvSource({
        "*, '\"1\"', true, true",
        "'\"1\"', '\"1\"', true, true",
        "'\"2\", \"1\"', '\"1\"', true, true",
        "'W/\"1\"', '\"1\"', false, true",
        "'\"1\"', 'W/\"1\"', false, true",
        "'\"a,b\"', '\"a,b\"', true, true",
        "'\"2\"', '\"1\"', false, false",
        "1, '\"1\"', false, false",
        "'', '\"1\"', false, false",
    })
    void tags_compare_strongly_and_weakly(String field, String tag, boolean strongly, boolean weakly) {
        EntityTags tags = EntityTags.parse(field);
        assertThat(tags.matchStrongly(tag)).isEqualTo(strongly);
        assertThat(tags.matchWeakly(tag)).isEqualTo(weakly);
    }

    @Test
    void no_field_matches_nothing() {
        assertThat(EntityTags.parse(null).matchWeakly("\"1\"")).isFalse();
    }
}
